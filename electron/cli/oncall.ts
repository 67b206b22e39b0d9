import { parseArgs } from 'node:util';
import type { RunCommand } from './commands.ts';

const CALENDAR = ['ics', 'from', 'to', 'zone'] as const;
const QUESTION = ['at', 'property', 'trade'] as const;

/** `nightdesk oncall`: who is on call, or what a calendar file says. */
export const oncall: RunCommand = async (args, terminal) => {
  const text = { type: 'string' } as const;
  const options = {
    ...{ data: text, at: text, property: text, trade: text },
    ...{ ics: text, from: text, to: text, zone: text },
    json: { type: 'boolean' },
  } as const;
  const { values } = parseArgs({ args: [...args], options });
  const isJson = values.json === true;
  // Each is loaded when asked for: neither needs what the other does.
  if (CALENDAR.every((name) => values[name] === undefined)) {
    const { whoIsOnCall } = await import('./oncall-now.ts');
    return whoIsOnCall({ at: values.at, property: values.property, trade: values.trade, isJson }, terminal);
  }
  const { ics, from, to, zone } = values;
  const isMixed = QUESTION.some((name) => values[name] !== undefined);
  if (ics === undefined || from === undefined || to === undefined || zone === undefined || isMixed) return 'usage';
  const { readCalendarFile } = await import('./oncall-ics.ts');
  return readCalendarFile({ file: ics, from, to, zone, isJson }, terminal);
};
