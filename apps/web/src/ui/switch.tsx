import classes from './switch.module.css';

type Props = {
  checked: boolean;
  onChange: (checked: boolean) => void;
  /** What it turns on and off. */
  label: string;
  /** For a switch whose label stands beside it already. */
  labelHidden?: boolean;
  disabled?: boolean;
};

/** On or off, told by position and colour, and by name to who cannot see it. */
export function Switch({ checked, onChange, label, labelHidden = false, disabled = false }: Props) {
  return (
    <button
      type="button"
      role="switch"
      aria-checked={checked}
      aria-label={labelHidden ? label : undefined}
      disabled={disabled}
      className={classes.switch}
      onClick={() => onChange(!checked)}
    >
      {!labelHidden && <span className={classes.label}>{label}</span>}
      <span className={classes.track} aria-hidden>
        <span className={classes.thumb} />
      </span>
    </button>
  );
}
