import { useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { usePreferences } from '../stores/index.ts';

/** What keys do: the chord (`a`, `ctrl+k`, `escape`, `alt+1`, `f2`) and what happens. */
export type KeyMap = Readonly<Record<string, () => void>>;
/** What a layer belongs to: something on screen, something on screen that asks, or a dialog over all of it. */
type LayerKind = 'screen' | 'question' | 'dialog';
/** `order`: what is drawn inside another, or after it, comes before it. */
type Layer = { readonly map: () => KeyMap; readonly kind: LayerKind; readonly order: number };

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey'>;

/** The chord of a key press; Command counts as Ctrl, Shift only changes the letter. */
export function chordOf(press: Press): string {
  const key = press.key === ' ' ? 'space' : press.key.toLowerCase();
  return `${press.ctrlKey || press.metaKey ? 'ctrl+' : ''}${press.altKey ? 'alt+' : ''}${key}`;
}

/** Where the press landed: in a text somebody writes, on something Enter already works, or nowhere in particular. */
export type Landing = 'text' | 'control' | 'page';

/**
 * Whether a chord may act where it landed. Letters, digits and signs act outside text fields only, and can be switched
 * off; Enter, Space and arrows keep their meaning on buttons, lists and menus.
 */
export function mayAct(chord: string, landing: Landing, hasLetterKeys: boolean): boolean {
  if (chord.includes('+') && chord.length > 1) return true;
  if (/^f\d+$/.test(chord) || chord === 'escape') return true;
  const isSingle = chord.length === 1;
  if (isSingle && !hasLetterKeys && chord !== '/') return false;
  return isSingle ? landing !== 'text' : landing === 'page';
}

/**
 * Whether a key that is held down acts but once. A digit answers what is asked, and Backspace takes an answer back; the next
 * one stands there at once, and neither may run through them all.
 */
export function actsOnce(chord: string): boolean {
  return /^\d$/.test(chord) || chord === 'backspace';
}

const layers: Layer[] = [];
let drawn = 0;

/** The keys that say "heard". While an alarm sounds they mean nothing else, whatever screen, line or dialog is open. */
const HEARD = ['m', 'f2'];
let hear: (() => void) | null = null;

/** Until when single letters are swallowed (on `performance`'s clock), and how often that has happened. */
let quietUntil = 0;
let swallowed = 0;
const QUIET_MS = 700;
/** So many letters in a row are somebody writing, who then hears where they went. */
const MANY = 3;
let whenLettersLost: (() => void) | null = null;

/**
 * Lets single letters rest for a moment: a field that had the cursor is gone, and whoever was writing in it must not press
 * keys with the rest of their sentence. Each letter swallowed makes the moment longer; `lost` is told once of several.
 */
export function restLetters(lost: () => void): void {
  quietUntil = performance.now() + QUIET_MS;
  swallowed = 0;
  whenLettersLost = lost;
}

function isSwallowed(chord: string, landing: Landing): boolean {
  const now = performance.now();
  if (chord.length !== 1 || landing === 'text' || now > quietUntil) return false;
  quietUntil = now + QUIET_MS;
  swallowed += 1;
  if (swallowed === MANY) whenLettersLost?.();
  return true;
}

function landingOf(target: EventTarget | null): Landing {
  if (!(target instanceof HTMLElement)) return 'page';
  // Letters typed inside a form are meant for it, even while its cursor stands on a choice.
  if (target.closest('[data-letters=off]')) return 'text';
  if (target.isContentEditable || target.closest('textarea, select, input:not([type=checkbox], [type=radio])'))
    return 'text';
  return target.closest('button, a, summary, [role=option], [role=menuitem], [role=radio], input') ? 'control' : 'page';
}

function press(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  const chord = chordOf(event);
  const landing = landingOf(event.target);
  if (!mayAct(chord, landing, usePreferences.getState().hasLetterKeys)) return;
  if (event.repeat && actsOnce(chord)) return event.preventDefault();
  if (isSwallowed(chord, landing)) return event.preventDefault();
  if (hear && HEARD.includes(chord)) {
    event.preventDefault();
    return hear();
  }
  const act = reached()
    .map((layer) => layer.map()[chord])
    .find((each) => each !== undefined);
  if (act === undefined) return;
  event.preventDefault();
  act();
}

/** The layers that a key comes to, first those that ask; a dialog lets nothing through to what is below it. */
function reached(): readonly Layer[] {
  const dialog = layers.findLastIndex(({ kind }) => kind === 'dialog');
  const open = layers.slice(Math.max(0, dialog)).toReversed();
  return [...open.filter(({ kind }) => kind === 'question'), ...open.filter(({ kind }) => kind !== 'question')];
}

/** Starts listening; to be called once by the window. Returns how to stop. */
export function startKeyboard(): () => void {
  window.addEventListener('keydown', press);
  return () => window.removeEventListener('keydown', press);
}

/**
 * Keys that act while the component is on screen. Later layers come first; an exclusive one (a dialog) lets nothing
 * through to those below.
 */
export function useKeys(map: KeyMap, isOn = true, isExclusive = false): void {
  useLayer(map, isOn, isExclusive ? 'dialog' : 'screen');
}

/** Keys that answer what is asked on screen: as long as it stands there they mean nothing else. */
export function useAnswerKeys(map: KeyMap): void {
  useLayer(map, true, 'question');
}

function useLayer(map: KeyMap, isOn: boolean, kind: LayerKind): void {
  const current = useRef(map);
  current.current = map;
  // Counted as it is drawn: effects run from the inside out, and would put a panel above the line that stands in it.
  const order = useMemo(() => {
    if (isOn) drawn += 1;
    return drawn;
  }, [isOn]);
  // Before the screen is drawn: whoever sees it may press at once.
  useLayoutEffect(() => {
    if (!isOn) return;
    const layer: Layer = { map: () => current.current, kind, order };
    layers.push(layer);
    layers.sort((a, b) => a.order - b.order);
    return () => {
      layers.splice(layers.indexOf(layer), 1);
    };
  }, [isOn, kind, order]);
}

/** "Heard" by key while an alarm sounds (`isOn`). */
export function useHeardKeys(act: () => void, isOn: boolean): void {
  const current = useRef(act);
  current.current = act;
  useEffect(() => {
    if (!isOn) return;
    hear = () => current.current();
    return () => {
      hear = null;
    };
  }, [isOn]);
}
