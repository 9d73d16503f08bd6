import { useState } from 'react';
import { useT } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useFirstFocus } from '../reading/use-first-focus.ts';

export interface QueryNameProps {
  first: string;
  /** Whether the name could be given; the user was told why where not. */
  onName(name: string): Promise<boolean>;
  /** Whether it got the name. */
  onEnd(kept: boolean): void;
}

/** The name of a saved query, typed in its place. Enter keeps it, Escape does not. */
export function QueryName({ first, onName, onEnd }: QueryNameProps) {
  const t = useT();
  const [name, setName] = useState(first);
  const field = useFirstFocus();
  const keep = async () => {
    if (name.trim() === '' || name === first) onEnd(false);
    else if (await onName(name)) onEnd(true);
  };
  return (
    <form className="query-name" onSubmit={(event) => {
      event.preventDefault();
      void keep();
    }}>
      <TextField
        label={t('analysis.saved.name')} hideLabel placeholder={t('analysis.saved.name')} maxLength={200} inputRef={field}
        value={name} onChange={setName} onKeyDown={(event) => { if (event.key === 'Escape') onEnd(false); }}
      />
      <Button type="submit" variant="primary">{t('analysis.saved.keep')}</Button>
      <Button variant="quiet" onPress={() => onEnd(false)}>{t('shell.cancel')}</Button>
    </form>
  );
}
