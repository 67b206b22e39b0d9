/** The few sentences of the shell itself; everything else is the console's. */
export type ShellTexts = {
  readonly open: string;
  readonly quit: string;
  readonly keepRunning: string;
  readonly stopDesk: string;
  readonly idle: string;
  readonly ladders: (count: number) => string;
  readonly coreRestarts: string;
  readonly coreBack: string;
  readonly closedButRunning: (count: number) => string;
  readonly closedInTray: string;
  readonly quitWhileRunning: (count: number) => string;
  readonly againToStop: string;
  readonly held: string;
  readonly foundRunning: string;
  readonly leftRunning: string;
  readonly noElectron: string;
  readonly noBrowser: string;
  readonly noSandbox: string;
  readonly openHere: (address: string) => string;
  readonly notAwake: string;
  readonly notOpened: (address: string) => string;
};

const english: ShellTexts = {
  open: 'Open Nightdesk',
  quit: 'Stop the desk',
  keepRunning: 'Keep running',
  stopDesk: 'Stop the desk',
  idle: 'No ladder is running',
  ladders: (count) => (count === 1 ? '1 ladder is running' : `${count} ladders are running`),
  coreRestarts:
    'The core of Nightdesk ended unexpectedly and is being started again. Nothing that was recorded is lost.',
  coreBack: 'Nightdesk is back.',
  closedButRunning: (count) =>
    `The window is closed, but ${count === 1 ? 'a ladder is' : `${count} ladders are`} running: Nightdesk goes on calling people. Start it again to see the desk.`,
  closedInTray: 'The window is closed. Nightdesk goes on; open it again from its icon.',
  quitWhileRunning: (count) =>
    `${count === 1 ? 'A ladder is' : `${count} ladders are`} running. If the desk stops now, nobody further will be called until it is started again.`,
  againToStop: 'Press Ctrl-C again within 10 seconds to stop all the same.',
  held: 'Another Nightdesk already uses this data folder, and it left no address to open.',
  foundRunning: 'Nightdesk is already running on this data folder; opening its window.',
  leftRunning: 'The core was started by another program and goes on running.',
  noElectron: "Electron's program is not on this computer; using an app window of Chromium instead.",
  noBrowser:
    'Neither Electron nor Chromium, Chrome or Edge is on this computer; the desk runs without a window of its own.',
  noSandbox: 'Running as root: the browser window has no sandbox. Start Nightdesk as an ordinary user for real work.',
  openHere: (address) => `Open this address in a browser on this computer within 30 seconds: ${address}`,
  notAwake: 'This computer offers no way to keep it awake; switch off its sleep in the system settings.',
  notOpened: (address) => `Nothing on this computer could open ${address}. The desk goes on.`,
};

const spanish: ShellTexts = {
  open: 'Abrir Nightdesk',
  quit: 'Detener la mesa',
  keepRunning: 'Seguir',
  stopDesk: 'Detener la mesa',
  idle: 'No hay avisos en curso',
  ladders: (count) => (count === 1 ? '1 aviso en curso' : `${count} avisos en curso`),
  coreRestarts:
    'El núcleo de Nightdesk se detuvo de forma inesperada y se está reiniciando. No se perdió nada de lo registrado.',
  coreBack: 'Nightdesk volvió a funcionar.',
  closedButRunning: (count) =>
    `La ventana está cerrada, pero hay ${count === 1 ? 'un aviso' : `${count} avisos`} en curso: Nightdesk sigue llamando. Ábralo de nuevo para ver la mesa.`,
  closedInTray: 'La ventana está cerrada. Nightdesk sigue funcionando; ábralo de nuevo desde su icono.',
  quitWhileRunning: (count) =>
    `Hay ${count === 1 ? 'un aviso' : `${count} avisos`} en curso. Si la mesa se detiene ahora, no se llamará a nadie más hasta que vuelva a iniciarse.`,
  againToStop: 'Presione Ctrl-C otra vez en 10 segundos para detenerla de todos modos.',
  held: 'Otro Nightdesk ya usa esta carpeta de datos y no dejó una dirección que abrir.',
  foundRunning: 'Nightdesk ya está en marcha con esta carpeta de datos; se abre su ventana.',
  leftRunning: 'Otro programa inició el núcleo, que sigue funcionando.',
  noElectron: 'El programa de Electron no está en esta computadora; se usa una ventana de Chromium.',
  noBrowser: 'En esta computadora no hay Electron, Chromium, Chrome ni Edge; la mesa funciona sin ventana propia.',
  noSandbox:
    'Se ejecuta como root: la ventana del navegador no tiene aislamiento. Para el trabajo real, inicie Nightdesk como usuario común.',
  openHere: (address) =>
    `Abra esta dirección en un navegador de esta computadora en los próximos 30 segundos: ${address}`,
  notAwake:
    'Esta computadora no ofrece una forma de mantenerse despierta; desactive la suspensión en la configuración del sistema.',
  notOpened: (address) => `Nada en esta computadora pudo abrir ${address}. La mesa sigue.`,
};

/**
 * The sentences for a locale as the system writes it ("es_US.UTF-8", "en-US").
 */
export const shellTexts = (locale: string): ShellTexts => (/^es\b|^es_/i.test(locale) ? spanish : english);
