/** A button of one sign; its name is for whoever cannot see the sign. */
export function SmallButton(props: {
  readonly sign: string;
  readonly label: string;
  readonly isOff?: boolean;
  readonly onPress: () => void;
}) {
  const { sign, label, isOff = false, onPress } = props;
  return (
    <button type="button" className="small-button" aria-label={label} title={label} disabled={isOff} onClick={onPress}>
      <span aria-hidden="true">{sign}</span>
    </button>
  );
}
