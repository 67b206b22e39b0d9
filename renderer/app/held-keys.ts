import { useLayoutEffect } from 'react';

/**
 * Keys pressed between asking for a form and its being there. Whoever presses N types on at once; what they type is kept
 * in order and put into the form when it comes.
 */

let held: string[] = [];
let holders = 0;
const WORK = ['Backspace', 'Tab', 'Enter'];

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey'>;

/** Whether a press is typing; shortcuts, Esc and what leads backwards keep their meaning. */
export function isTyping({ key, ctrlKey, altKey, metaKey, shiftKey }: Press): boolean {
  if (ctrlKey || altKey || metaKey) return false;
  return [...key].length === 1 || (WORK.includes(key) && !shiftKey);
}

function hold(event: KeyboardEvent): void {
  if (event.key === 'Escape') held = [];
  if (!isTyping(event)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  held.push(event.key);
}

/** Keeps keys as long as it is on screen. */
export function HoldKeys(): null {
  useLayoutEffect(() => {
    holders += 1;
    if (holders === 1) window.addEventListener('keydown', hold, true);
    return () => {
      holders -= 1;
      if (holders === 0) window.removeEventListener('keydown', hold, true);
      // What takes over from here mounts in this same commit; after it, nobody waits for these keys any more.
      queueMicrotask(() => {
        if (holders === 0) held = [];
      });
    };
  }, []);
  return null;
}

/** Types the kept keys into whatever has the focus, once the form is drawn. */
export function useHeldKeys(): void {
  useLayoutEffect(() => {
    const keys = held;
    held = [];
    // React draws no input event that is sent while it commits; nor can a real key come before this.
    if (keys.length > 0) queueMicrotask(() => keys.forEach(type));
  }, []);
}

function type(key: string): void {
  const field = document.activeElement;
  if (!(field instanceof HTMLElement) || !field.closest('form')) return;
  // The form's own handlers first: Enter leads on, arrows and Enter choose.
  const isOpen = field.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  if (!isOpen) return;
  if (key === 'Tab') return nextOf(field)?.focus();
  if (key === 'Enter' || !(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
  const end = field.value.length;
  if (key === 'Backspace') field.setRangeText('', Math.max(0, end - 1), end, 'end');
  else field.setRangeText(key, end, end, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

const FIELDS = 'input, textarea, select, button, [tabindex]';

/** Where Tab leads inside the form; of a group of radio buttons to the chosen one, or the first. */
function nextOf(field: HTMLElement): HTMLElement | undefined {
  const all = [...(field.closest('form')?.querySelectorAll<HTMLElement>(FIELDS) ?? [])].filter(
    (each) => each.tabIndex >= 0 && !each.matches(':disabled') && isTabStop(each),
  );
  return all[all.indexOf(field) + 1];
}

function isTabStop(field: HTMLElement): boolean {
  if (!(field instanceof HTMLInputElement) || field.type !== 'radio') return true;
  const group = [...(field.form?.querySelectorAll<HTMLInputElement>(`[name="${CSS.escape(field.name)}"]`) ?? [])];
  return field === (group.find((each) => each.checked) ?? group[0]);
}
