/** One of a few, side by side. */
interface Props<T extends string> {
  label: string;
  options: readonly (readonly [value: T, label: string])[];
  chosen: T;
  choose: (value: T) => void;
}

export const Choice = <T extends string>({ label, options, chosen, choose }: Props<T>) => (
  <div className="choice" role="group" aria-label={label}>
    {options.map(([value, text]) => (
      <button key={value} aria-pressed={value === chosen} onClick={() => choose(value)}>
        {text}
      </button>
    ))}
  </div>
);
