import type { ReactNode } from 'react';

/** A key cap. Decoration for the eye: the accessible name of a key is `aria-keyshortcuts` on what it does. */
export function Kbd({ children }: { readonly children: ReactNode }) {
  return (
    <span className="kbd" aria-hidden="true">
      {children}
    </span>
  );
}

type ActionButtonProps = {
  readonly label: ReactNode;
  /** The key as printed on its cap, e.g. `A`, `Ctrl Enter`. */
  readonly cap?: string;
  readonly onPress: () => void;
  readonly kind?: 'plain' | 'main' | 'danger' | 'quiet';
  readonly isOpen?: boolean;
  /** Of several: this is the one that was chosen. Absent where nothing is chosen by it. */
  readonly isPressed?: boolean;
  readonly isWide?: boolean;
  readonly isDisabled?: boolean;
  readonly isSubmit?: boolean;
  /** The button that Enter presses when the dialog opens. */
  readonly hasFocus?: boolean;
};

/** A button that carries its key. */
export function ActionButton(props: ActionButtonProps) {
  const { label, cap, onPress, kind = 'plain', isOpen, isPressed, isWide, isDisabled, isSubmit, hasFocus } = props;
  return (
    <button
      type={isSubmit ? 'submit' : 'button'}
      className={`btn btn-${kind}${isWide ? ' btn-wide' : ''}${isOpen || isPressed ? ' is-open' : ''}`}
      onClick={isSubmit ? undefined : onPress}
      disabled={isDisabled}
      data-autofocus={hasFocus || undefined}
      aria-expanded={isOpen}
      aria-pressed={isPressed}
      aria-keyshortcuts={cap?.replace(' ', '+')}
    >
      <span>{label}</span>
      {cap && <Kbd>{cap}</Kbd>}
    </button>
  );
}
