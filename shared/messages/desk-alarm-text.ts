import type { Language, Phone, Tier } from '#shared/contract';
import { plainLine, shorten } from './gsm7.ts';
import { displayPhone } from './phone.ts';

/** What somebody away from the desk is told when an alarm there is heard by nobody. */
export type UnheardAlarm = {
  readonly language: Language;
  /** To whoever sits at the desk, or to whoever is over them. */
  readonly to: 'coordinator' | 'manager';
  /** How long it has sounded, in whole minutes; null where no window is open in which it could sound. */
  readonly minutes: number | null;
  /** What the alarm says. */
  readonly alarm: string;
  /** Null for an alarm that is no incident's. */
  readonly incident: { readonly number: number; readonly tier: Tier; readonly place: string } | null;
  /** Other alarms that sound. */
  readonly others: number;
  /** Who is signed in; null where nobody is. */
  readonly atDesk: { readonly name: string; readonly phone: Phone | null } | null;
};

const LONGEST_PLACE = 60;
const LONGEST_ALARM = 80;
const LONGEST_NAME = 40;

/** One line of plain letters; no reply is read, so it asks for none. */
export function unheardAlarmText(unheard: UnheardAlarm): string {
  const { language, incident, others } = unheard;
  const isEnglish = language === 'en';
  const about =
    incident === null
      ? ''
      : ` #${incident.number} ${incident.tier} ${shorten(plainLine(incident.place), LONGEST_PLACE)}`;
  const more = others === 0 ? '' : isEnglish ? `, and ${others} more` : `, y ${others} más`;
  const what = `${shorten(plainLine(unheard.alarm), LONGEST_ALARM)}${about}${more}.`;
  return plainLine(`${headOf(unheard)} ${what} ${wishOf(unheard)}`);
}

function headOf({ language, minutes }: UnheardAlarm): string {
  if (language === 'en')
    return minutes === null
      ? 'NIGHTDESK: no window of the desk is open, so nobody hears its alarm.'
      : `NIGHTDESK: nobody has heard the alarm at the desk for ${minutes} min.`;
  return minutes === null
    ? 'NIGHTDESK: no hay ninguna ventana de la mesa abierta y nadie oye su alarma.'
    : `NIGHTDESK: nadie ha oído la alarma de la mesa en ${minutes} min.`;
}

function wishOf({ language, to, atDesk }: UnheardAlarm): string {
  const isEnglish = language === 'en';
  if (to === 'coordinator') return isEnglish ? 'Please go to the desk now.' : 'Vaya a la mesa ahora.';
  if (atDesk === null)
    return isEnglish ? 'Nobody is signed in there: somebody has to go.' : 'Nadie ha iniciado sesión: alguien debe ir.';
  const phone = atDesk.phone === null ? '' : ` ${displayPhone(atDesk.phone)}`;
  const who = `${shorten(plainLine(atDesk.name), LONGEST_NAME)}${phone}`;
  return isEnglish ? `At the desk: ${who}. Call, or send somebody.` : `En la mesa: ${who}. Llame o mande a alguien.`;
}
