import { CAPABILITIES, type Capability, type GatewayDeclaration } from './declared.ts';

const NAMES = Object.keys(CAPABILITIES) as readonly Capability[]; // the table has no other keys

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** Why a gateway is not held to some of it; equal reasons once. */
function reasonsOf({ title, does }: GatewayDeclaration): string | null {
  const byReason = new Map<string, string[]>();
  for (const name of NAMES) {
    const reason = does[name];
    if (reason !== true) byReason.set(reason, [...(byReason.get(reason) ?? []), CAPABILITIES[name]]);
  }
  const told = [...byReason].map(([reason, what]) => `${what.join(', ')} (${reason})`);
  return told.length === 0 ? null : `- ${title}, not: ${told.join('; ')}.`;
}

/** What each driver is held to by the conformance suite, and against what it was tried, in Markdown. */
export function conformanceTable(gateways: readonly GatewayDeclaration[]): string {
  return [
    row(['', ...gateways.map(({ title }) => title)]),
    row(['---', ...gateways.map(() => '---')]),
    ...NAMES.map((name) => row([CAPABILITIES[name], ...gateways.map(({ does }) => (does[name] === true ? '✓' : '–'))])),
    row(['tried against', ...gateways.map(({ against }) => against)]),
    '',
    ...gateways.map(reasonsOf).filter((reasons) => reasons !== null),
  ].join('\n');
}
