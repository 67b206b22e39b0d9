import { pduLength } from './modem-pdu.ts';

/** What a modem's dialogue needs of the modem: its voice, its measurements, its SIM, its way into the network. */
type DialogueDeps = {
  say(text: string): void;
  signal(): number;
  /** PDUs on the SIM by their slot. */
  readonly sim: Map<number, string>;
  take(pdu: string): { readonly reference: number } | { readonly cms: number } | 'pulled';
};

/** Questions that are always answered alike. */
const ANSWERS: ReadonlyMap<string, string> = new Map([
  ['AT+CPIN?', '+CPIN: READY'],
  ['AT+CIMI', '310150123456789'],
  ['AT+CGSN', '356938035643809'],
  ['AT+CGMI', 'NIGHT'],
  ['AT+CGMM', 'ATSIM'],
  ['AT+CGMR', '1.0'],
  ['AT+CSCA?', '+CSCA: "+31624000000",145'],
  ['AT+CSCS?', '+CSCS: "GSM"'],
  ['AT+CSCS=?', '+CSCS: ("GSM","UCS2","HEX")'],
  ['AT+CMGF=?', '+CMGF: (0)'],
  ['AT+CSMS?', '+CSMS: 0,1,1,1'],
  ['AT+CPMS=?', '+CPMS: ("SM"),("SM"),("SM")'],
  ['AT+CNMI=?', '+CNMI: (0),(0),(0),(0),(0)'],
  ['AT+CREG?', '+CREG: 0,1'],
  ['AT+CGREG?', '+CGREG: 0,1'],
  ['AT+CGATT?', '+CGATT: 1'],
  ['AT+CBC', '+CBC: 0,100'],
]);

/** Settings that are taken and change nothing. */
const SETTING = /^AT(Z|H|V1|Q0|&F|\+(CMEE|CFUN|CMGF|CNMI|CREG|CGREG|CSMS|CSCS|CMMS|CSCA|CLIP|COPS|CRC)=[^?]*)?$/;
const SUBSTITUTE = '\u001a';
const CANCEL = '\u001b';

/** The modem's half of the talk over its serial port. Returns what is told each piece that was heard. */
export function modemDialogue({ say, signal, sim, take }: DialogueDeps): (heard: string) => void {
  let rest = '';
  let isEchoing = false;
  let isTakingPdu = false;
  const ok = (text?: string): void => say(`${text === undefined ? '' : `\r\n${text}\r\n`}\r\nOK\r\n`);
  const listed = (pdu: string): string => `0,,${pduLength(pdu)}\r\n${pdu}`;

  const memory = (command: string): string => {
    const use = [sim.size, 50];
    const isAsked = command.endsWith('?');
    return `+CPMS: ${[1, 2, 3].map(() => (isAsked ? ['"SM"', ...use] : use).join(',')).join(',')}`;
  };

  const storage = (command: string): boolean => {
    const [, verb, slot] = /^AT\+(CMGL|CMGR|CMGD|CPMS)=?(\d*)/.exec(command) ?? [];
    if (verb === undefined) return false;
    const pdu = sim.get(Number(slot));
    if (verb === 'CPMS') ok(memory(command));
    else if (verb === 'CMGL') ok([...sim].map(([at, each]) => `+CMGL: ${at},${listed(each)}`).join('\r\n'));
    else if (verb === 'CMGR') ok(pdu === undefined ? undefined : `+CMGR: ${listed(pdu)}`);
    else {
      sim.delete(Number(slot));
      ok();
    }
    return true;
  };

  const answer = (command: string): void => {
    const known = ANSWERS.get(command);
    if (known !== undefined) return ok(known);
    if (command === 'AT+CSQ') return ok(`+CSQ: ${signal()},0`);
    if (command.startsWith('AT+COPS?')) return ok('+COPS: 0,2,"310260"');
    if (command.startsWith('AT+CMGS=')) {
      isTakingPdu = true;
      return say('\r\n> ');
    }
    if (storage(command)) return;
    // What a modem does not know it has to refuse: to be told yes to everything leads gammu astray.
    say(SETTING.test(command) ? '\r\nOK\r\n' : '\r\nERROR\r\n');
  };

  const command = (line: string): void => {
    const upper = line.toUpperCase();
    if (isEchoing || upper === 'ATE1') say(`${line}\r`);
    if (upper === 'ATE1' || upper === 'ATE0') {
      isEchoing = upper === 'ATE1';
      return ok();
    }
    answer(upper);
  };

  const submit = (hex: string): void => {
    const taken = take(hex);
    if (taken === 'pulled') return;
    if ('cms' in taken) say(`\r\n+CMS ERROR: ${taken.cms}\r\n`);
    else ok(`+CMGS: ${taken.reference}`);
  };

  const pduHeard = (): boolean => {
    const end = rest.search(new RegExp(`[${SUBSTITUTE}${CANCEL}]`));
    if (end === -1) return false;
    const isCancelled = rest[end] === CANCEL;
    const hex = rest.slice(0, end).replaceAll(/[^0-9A-Fa-f]/g, '');
    rest = rest.slice(end + 1);
    isTakingPdu = false;
    if (isCancelled) ok();
    else submit(hex);
    return true;
  };

  const lineHeard = (): boolean => {
    const end = rest.search(/[\r\n]/);
    if (end === -1) return false;
    // What is left of an interrupted message stands before the next command.
    const line = rest.slice(0, end).replaceAll(SUBSTITUTE, '').replaceAll(CANCEL, '').trim();
    rest = rest.slice(end + 1);
    if (line !== '') command(line);
    return true;
  };

  return (heard) => {
    rest += heard;
    while (isTakingPdu ? pduHeard() : lineHeard());
  };
}
