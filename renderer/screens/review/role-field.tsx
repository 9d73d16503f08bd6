import { Check, ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components';
import { useT } from '../../i18n/index.ts';

export interface RoleFieldProps {
  role: string | null;
  /** Those of the project and those given in this review. */
  roles: readonly string[];
  onCommit(role: string | null): void;
}

/** A role from the project's list, or one that the user types. Emptied: no role. */
export function RoleField({ role, roles, onCommit }: RoleFieldProps) {
  const t = useT();
  const [draft, setDraft] = useState<string | null>(null);
  const commit = (value: string | null) => {
    setDraft(null);
    if (value !== null && value.trim() !== (role ?? '')) onCommit(value.trim() || null);
  };
  return (
    <ComboBox
      className="field" allowsCustomValue menuTrigger="focus" inputValue={draft ?? role ?? ''} onInputChange={setDraft}
      onSelectionChange={(key) => { if (typeof key === 'string') commit(key); }} onBlur={() => commit(draft)}
    >
      <Label className="field-label">{t('review.speaker.role')}</Label>
      <div className="role-input">
        <Input className="input" placeholder={t('review.speaker.noRole')} />
        <Button className="role-open" aria-label={t('review.speaker.roleHint')}><ChevronDown aria-hidden /></Button>
      </div>
      <Popover className="popover menu" offset={4}>
        <ListBox className="menu-list">
          {roles.map((name) => (
            <ListBoxItem key={name} id={name} textValue={name} className="menu-item">
              {name === role ? <Check aria-hidden /> : <span />}
              <Text slot="label">{name}</Text>
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
