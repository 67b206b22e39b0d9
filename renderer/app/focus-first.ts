/**
 * For `ref` of what opens over the screen: gives the cursor to the field marked `data-autofocus` in the same moment. The
 * library's own trap does so one task later, and on a busy computer a key can come before that.
 */
export function focusFirst(opened: HTMLElement | null): void {
  opened?.querySelector<HTMLElement>('[data-autofocus]')?.focus({ preventScroll: true });
}
