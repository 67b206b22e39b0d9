import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually, until } from '../patience.ts';
import { modemDialogue } from './at-dialogue.ts';
import { deliverPdus, readSubmit, type Submitted, statusReportPdu } from './modem-pdu.ts';

/**
 * A GSM modem at a serial port that is none: socat makes the port, what stands behind it speaks AT commands and real PDUs
 * both ways. It can be pulled out, in the middle of a message too, and plugged in again; its SIM keeps what lies on it.
 */

const SOCAT = '/usr/bin/socat';

/**
 * What becomes of what is sent to a number. `delivered` and `failed` come in a report, `expired` after one that it is still
 * being tried; `silent`: no report ever; `twice`: two of them; `pulled`: the modem is gone before it has answered; a number:
 * the modem answers `+CMS ERROR` with it, each time or only the first time.
 */
export type Outcome =
  | 'delivered'
  | 'failed'
  | 'expired'
  | 'silent'
  | 'twice'
  | 'pulled'
  | { readonly cms: number; readonly isOnce?: boolean };

type ArrivedText = { readonly text: string; readonly parts: readonly Submitted[] };

export type AtModem = {
  /** The path of its serial port, while it is plugged in. */
  readonly device: string;
  /** Every PDU handed to it, those that it refused too. */
  readonly submitted: readonly Submitted[];
  /** Texts that arrived at a phone, whole, in the order in which they were completed. */
  texts(to: string): readonly ArrivedText[];
  /** The `nth` of them, from 0; rejects when patience is over. */
  arrived(to: string, nth?: number): Promise<ArrivedText>;
  /** Somebody texts the SIM. */
  reply(from: string, text: string): void;
  /** Of what somebody texts the SIM only these parts arrive, counted from 1. */
  replyInPart(from: string, text: string, nths: readonly number[]): void;
  decide(to: string, outcome: Outcome): void;
  /** `AT+CSQ`: 0 to 31, 99 for unknown. */
  setSignal(strength: number): void;
  unplug(): Promise<void>;
  plugIn(): Promise<void>;
  stop(): Promise<void>;
};

export function socatAvailable(): boolean {
  try {
    accessSync(SOCAT, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The texts of which every part has arrived, joined. */
function wholeTexts(arrived: readonly Submitted[]): ArrivedText[] {
  const open = new Map<number, Submitted[]>();
  return arrived.flatMap((each): ArrivedText[] => {
    if (each.part === null) return [{ text: each.text, parts: [each] }];
    const { series, of } = each.part;
    const others = (open.get(series) ?? []).filter((other) => other.part?.nth !== each.part?.nth);
    const parts = [...others, each].toSorted((a, b) => (a.part?.nth ?? 0) - (b.part?.nth ?? 0));
    open.set(series, parts);
    if (parts.length < of) return [];
    open.delete(series);
    return [{ text: parts.map((part) => part.text).join(''), parts }];
  });
}

/** The network behind the modem: what arrived where, what the SIM holds, what becomes of what. */
function network() {
  const submitted: Submitted[] = [];
  const arrived = new Map<string, Submitted[]>();
  const outcomes = new Map<string, Outcome>();
  const sim = new Map<number, string>();
  let slots = 0;
  let reference = 0;
  let series = 0;
  const store = (pdu: string): void => void sim.set(++slots, pdu);
  const report = (to: string, status: number): void =>
    store(statusReportPdu({ reference, to, status, at: new Date() }));
  return {
    submitted,
    outcomes,
    sim,
    textsOf: (to: string) => wholeTexts(arrived.get(to) ?? []),
    /** A message from the modem. Returns its reference, the code of an error, or that the modem is gone by now. */
    take(pdu: string): { readonly reference: number } | { readonly cms: number } | 'pulled' {
      const message = readSubmit(pdu);
      submitted.push(message);
      const outcome = outcomes.get(message.to) ?? 'delivered';
      if (outcome === 'pulled') {
        outcomes.delete(message.to);
        return 'pulled';
      }
      if (typeof outcome === 'object') {
        if (outcome.isOnce === true) outcomes.delete(message.to);
        return { cms: outcome.cms };
      }
      reference = (reference + 1) & 0xff;
      if (outcome !== 'failed' && outcome !== 'expired')
        arrived.set(message.to, [...(arrived.get(message.to) ?? []), message]);
      if (message.isReportAsked) for (const status of REPORTS[outcome]) report(message.to, status);
      return { reference };
    },
    offer(from: string, text: string, isKept: (part: number) => boolean): void {
      series += 1;
      for (const [index, pdu] of deliverPdus({ from, text, series, at: new Date() }).entries())
        if (isKept(index + 1)) store(pdu);
    },
  };
}

const REPORTS = {
  delivered: [0x00],
  failed: [0x41],
  expired: [0x30, 0x46],
  silent: [],
  twice: [0x00, 0x00],
} as const satisfies Record<Exclude<Outcome, 'pulled' | object>, readonly number[]>;

async function endSocat(socat: ChildProcess): Promise<void> {
  if (socat.exitCode !== null || socat.signalCode !== null) return;
  const gone = once(socat, 'exit');
  socat.kill('SIGKILL');
  await gone;
}

/** Plugs a modem in. */
export async function startModem(): Promise<AtModem> {
  const folder = mkdtempSync(join(tmpdir(), 'nightdesk-modem-'));
  const device = join(folder, 'tty');
  const net = network();
  let signal = 21;
  let socat: ChildProcess | null = null;
  const sockets = new Set<Socket>();

  const unplug = async (): Promise<void> => {
    const pulled = socat;
    socat = null;
    for (const socket of sockets) socket.destroy();
    if (pulled) await endSocat(pulled);
    rmSync(device, { force: true }); // killed, socat leaves the name of its port behind
  };

  const server = createServer((socket) => {
    sockets.add(socket);
    socket.setNoDelay(true);
    socket.on('error', () => undefined); // pulled out while it spoke
    socket.on('close', () => sockets.delete(socket));
    const heard = modemDialogue({
      say: (text) => void socket.write(text, 'latin1'),
      signal: () => signal,
      sim: net.sim,
      take(pdu) {
        const taken = net.take(pdu);
        if (taken === 'pulled') void unplug();
        return taken;
      },
    });
    socket.on('data', (data) => heard(data.toString('latin1')));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // a TCP listener has one

  const plugIn = async (): Promise<void> => {
    socat = spawn(SOCAT, [`pty,link=${device},raw,echo=0`, `tcp:127.0.0.1:${port}`], { stdio: 'ignore' });
    await until(() => existsSync(device), 'the serial port');
  };
  const whenWeEnd = (): void => void socat?.kill('SIGKILL');
  process.once('exit', whenWeEnd);
  await plugIn();

  return {
    device,
    submitted: net.submitted,
    texts: net.textsOf,
    arrived: (to, nth = 0) => eventually(() => net.textsOf(to)[nth] ?? null, `a text at ${to}`),
    reply: (from, text) => net.offer(from, text, () => true),
    replyInPart: (from, text, nths) => net.offer(from, text, (part) => nths.includes(part)),
    decide: (to, outcome) => void net.outcomes.set(to, outcome),
    setSignal(strength) {
      signal = strength;
    },
    unplug,
    plugIn,
    async stop() {
      await unplug();
      process.off('exit', whenWeEnd);
      const closed = once(server, 'close');
      server.close();
      await closed;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
