import { Check, ChevronDown } from 'lucide-react';
import { Button, Label, ListBox, ListBoxItem, Popover, Select as AriaSelect, SelectValue, Text } from 'react-aria-components';

interface SelectItem<Id extends string> { id: Id; label: string; detail?: string }

export interface SelectProps<Id extends string> {
  label: string;
  hideLabel?: boolean;
  items: readonly SelectItem<Id>[];
  /** Null: none chosen, and `placeholder` is shown. */
  value: Id | null;
  onChange(value: Id): void;
  placeholder?: string;
  description?: string;
  isDisabled?: boolean;
  className?: string;
}

/** One of a list. */
export function Select<Id extends string>({
  label, hideLabel = false, items, value, onChange, placeholder = '', description, isDisabled = false, className = '',
}: SelectProps<Id>) {
  const choose = (key: unknown) => {
    const chosen = items.find(({ id }) => id === key);
    if (chosen) onChange(chosen.id);
  };
  return (
    <AriaSelect className={`field ${className}`} value={value} onChange={choose} placeholder={placeholder} isDisabled={isDisabled}>
      <Label className={hideLabel ? 'hidden-text' : 'field-label'}>{label}</Label>
      <Button className="input select">
        <SelectValue className="select-value" />
        <ChevronDown aria-hidden />
      </Button>
      {description !== undefined && <Text slot="description" className="field-note">{description}</Text>}
      <Choices items={items} />
    </AriaSelect>
  );
}

export interface MultiSelectProps<Id extends string> extends Omit<SelectProps<Id>, 'value' | 'onChange' | 'description'> {
  /** None: the placeholder is shown. */
  value: readonly Id[];
  onChange(value: Id[]): void;
}

/** Any number of a list, which stays open while one chooses. */
export function MultiSelect<Id extends string>({ label, hideLabel = false, items, value, onChange, placeholder = '', isDisabled = false, className = '' }: MultiSelectProps<Id>) {
  const words = items.flatMap(({ id, label: name }) => (value.includes(id) ? [name.trim()] : [])).join(', ');
  const choose = (keys: readonly unknown[]) => onChange(items.flatMap(({ id }) => (keys.includes(id) ? [id] : [])));
  return (
    <AriaSelect selectionMode="multiple" className={`field ${className}`} value={[...value]} onChange={choose} placeholder={placeholder} isDisabled={isDisabled}>
      <Label className={hideLabel ? 'hidden-text' : 'field-label'}>{label}</Label>
      <Button className="input select">
        <SelectValue className="select-value">{words === '' ? placeholder : words}</SelectValue>
        <ChevronDown aria-hidden />
      </Button>
      <Choices items={items} />
    </AriaSelect>
  );
}

function Choices<Id extends string>({ items }: Pick<SelectProps<Id>, 'items'>) {
  return (
    <Popover className="popover menu" offset={4}>
      <ListBox className="menu-list" items={items}>
        {(item) => (
          <ListBoxItem id={item.id} textValue={item.label} className="menu-item">
            {({ isSelected }) => (
              <>
                {isSelected ? <Check aria-hidden /> : <span />}
                <span className="menu-words">
                  <Text slot="label">{item.label}</Text>
                  {item.detail !== undefined && <Text slot="description" className="menu-detail">{item.detail}</Text>}
                </span>
              </>
            )}
          </ListBoxItem>
        )}
      </ListBox>
    </Popover>
  );
}
