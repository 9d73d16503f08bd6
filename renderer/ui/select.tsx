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
    </AriaSelect>
  );
}
