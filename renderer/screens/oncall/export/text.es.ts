import type { Translation } from '../../../app/locales/en.ts';
import type { exporting as english } from './text.en.ts';

export const exporting: Translation<typeof english> = {
  title: 'Exportar el plan',
  whose: 'Las guardias de quién',
  everybody: 'Todas las personas',
  download: 'Descargar .ics',
  downloadMeans: 'El plan final de ahora, para cualquier calendario.',
  isOn: 'Ofrecerlo como suscripción',
  isOnMeans: 'Los calendarios suscritos a la dirección de abajo siguen solos cada cambio.',
  host: 'Dirección de esta computadora',
  hostMeans: '127.0.0.1: solo esta computadora. Las demás necesitan su nombre o número en su red.',
  port: 'Puerto',
  portMeans: 'Con 0 lo elige el sistema.',
  address: 'Dirección de la suscripción',
  addressMeans: 'Quien la tenga puede leer quién está de guardia, con nombres. No muestra números de teléfono.',
  copy: 'Copiar',
  copied: 'La dirección está en el portapapeles.',
  notCopied: 'El navegador no permite copiarla: márquela y cópiela a mano.',
  newKey: 'Clave nueva…',
  newKeyMeans: 'Todas las direcciones dadas hasta ahora dejan de funcionar.',
  newKeyDo: 'Hacer una clave nueva',
};
