import { CornerDownRight, Plus } from 'lucide-react';
import { useState } from 'react';
import type { Code } from '../../../schemas/records/code.ts';
import { useT } from '../../i18n/index.ts';
import { addTheme } from './theme-actions.ts';
import { useFirstFocus } from './use-first-focus.ts';

/** The name of a new theme, typed in the list. Enter makes it, Escape does not; leaving it empty ends it. */
export function NewTheme({ parent, onEnd }: { parent: Code | null; onEnd(): void }) {
  const t = useT();
  const [name, setName] = useState('');
  const field = useFirstFocus();
  const make = async () => {
    if (name.trim() === '') onEnd();
    else if (await addTheme(name, parent?.id ?? null)) onEnd();
  };
  const label = parent ? t('codebook.new-below', { name: parent.name }) : t('codebook.new');
  return (
    <div className="row row-field">
      {parent ? <CornerDownRight aria-hidden /> : <Plus aria-hidden />}
      <input
        className="input" ref={field} value={name} aria-label={label} placeholder={parent ? label : t('codebook.new-name')} maxLength={200}
        onChange={(event) => setName(event.target.value)}
        onBlur={() => { if (name.trim() === '') onEnd(); }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) void make();
          if (event.key === 'Escape') onEnd();
        }}
      />
    </div>
  );
}
