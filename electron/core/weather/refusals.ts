import type { BothLanguages, Refusal, StaffRole, WeatherSettings, WeatherSwitchInput } from '#shared/contract';
import { baseUrlOf } from './base-url.ts';

const refusal = (code: string, reason: BothLanguages): Refusal => ({ ok: false, code, reason });

const NO_CONTACT = refusal('noContact', {
  en: 'The weather service refuses whoever does not say whom to write to. Enter an e-mail address of the company.',
  es: 'El servicio del clima se niega si no se le dice a quién escribir. Ingrese un correo de la empresa.',
});
const NOT_LOCATED = refusal('notLocated', {
  en: 'No property has coordinates or a weather zone yet. Enter them under Portfolio, then switch the weather on.',
  es: 'Ninguna propiedad tiene coordenadas ni zona del clima todavía. Ingréselas en Cartera y luego active el clima.',
});
const NOT_SIGNED = refusal('mayNotSign', {
  en: 'A spending limit is signed by a manager. Nothing was changed; ask one to sign in and enter it.',
  es: 'El límite de gasto lo firma un gerente. No se cambió nada; pida a uno que inicie sesión y lo ingrese.',
});
const IS_OVER = refusal('endPassed', {
  en: 'That end has passed already. Give one that is still to come.',
  es: 'Esa hora ya pasó. Indique una que esté por venir.',
});
const TOO_LONG = refusal('tooLong', {
  en: 'A switch by hand ends within 7 days, so that nobody forgets it. Give an earlier end.',
  es: 'Un cambio a mano termina dentro de 7 días, para que nadie lo olvide. Indique un final más cercano.',
});
const NO_SUCH_PLACE = refusal('noSuchPlace', {
  en: 'There is no such property or group any more. Choose another place.',
  es: 'Esa propiedad o grupo ya no existe. Elija otro lugar.',
});

export type SavingFacts = {
  readonly before: WeatherSettings;
  readonly role: StaffRole;
  readonly located: number;
};

/** Why settings are not saved; null where they are. */
export function refusalToSave(settings: WeatherSettings, { before, role, located }: SavingFacts): Refusal | null {
  const base = baseUrlOf(settings.baseUrl);
  if (!base.ok) return refusal('badAddress', base.reason);
  if (settings.isOn && !isContact(settings.contact)) return NO_CONTACT;
  if (settings.isOn && located === 0) return NOT_LOCATED;
  const isLimitChanged = settings.spendingLimitUsd !== before.spendingLimitUsd;
  return isLimitChanged && settings.spendingLimitUsd !== null && role === 'coordinator' ? NOT_SIGNED : null;
}

/** An address to write to, without what could break out of the header it travels in. */
function isContact(text: string): boolean {
  return /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/.test(text);
}

const LONGEST_MS = 7 * 24 * 60 * 60_000;

/** Why a switch by hand is not made; null where it is. */
export function refusalToSwitch(input: WeatherSwitchInput, places: readonly string[], now: number): Refusal | null {
  if (!places.includes(input.place)) return NO_SUCH_PLACE;
  if (input.mode === 'asForecast') return null;
  if (input.untilAt <= now) return IS_OVER;
  return input.untilAt - now > LONGEST_MS ? TOO_LONG : null;
}
