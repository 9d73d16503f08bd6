import { Label, Radio, RadioGroup as AriaRadioGroup } from 'react-aria-components';

export interface RadioGroupProps<Id extends string> {
  label: string;
  items: readonly { id: Id; label: string; detail?: string }[];
  value: Id;
  onChange(value: Id): void;
  /** `segments`: side by side in one strip, for short words. */
  look?: 'list' | 'segments';
}

/** One of a few, all in sight. */
export function RadioGroup<Id extends string>({ label, items, value, onChange, look = 'segments' }: RadioGroupProps<Id>) {
  const choose = (next: string) => {
    const chosen = items.find(({ id }) => id === next);
    if (chosen) onChange(chosen.id);
  };
  return (
    <AriaRadioGroup className="field" value={value} onChange={choose}>
      <Label className="field-label">{label}</Label>
      <div className={`radio-${look}`}>
        {items.map((item) => (
          <Radio key={item.id} value={item.id} className="radio">
            <span>{item.label}</span>
            {item.detail !== undefined && <span className="field-note">{item.detail}</span>}
          </Radio>
        ))}
      </div>
    </AriaRadioGroup>
  );
}
