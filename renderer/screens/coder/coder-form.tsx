import { useEffect, useRef, useState, type FormEvent } from 'react';
import type { Coder } from '../../../schemas/records/coder.ts';
import { coderSchema } from '../../../schemas/records/coder.ts';
import { useT } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { saveCoderProfile } from '../../use-cases/save-coder-profile.ts';
import { initialsOf } from './initials-of.ts';

export interface CoderFormProps {
  /** Whose name is corrected; null where somebody begins. */
  coder: Coder | null;
  /** In the place of who coded so far. */
  someoneElse?: boolean;
  submitWords: string;
  /** Said on the button once it is saved, where the form stays. */
  doneWords?: string;
  look?: 'row' | 'tall';
}

/** Name and initials; the initials follow the name until somebody fills them in. */
export function CoderForm({ coder, someoneElse = false, submitWords, doneWords, look = 'row' }: CoderFormProps) {
  const t = useT();
  const [name, setName] = useState(coder?.name ?? '');
  const [typed, setTyped] = useState<string | null>(coder?.initials ?? null);
  const [state, setState] = useState<'editing' | 'asked' | 'busy' | 'done'>('editing');
  const field = useRef<HTMLInputElement>(null);
  const first = coder === null;
  useEffect(() => { if (first) field.current?.focus(); }, [first]);
  const initials = typed ?? initialsOf(name);
  const nameFits = coderSchema.shape.name.safeParse(name.trim()).success;
  const initialsFit = coderSchema.shape.initials.safeParse(initials.trim()).success;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (state === 'busy') return;
    if (!nameFits || !initialsFit) {
      setState('asked');
      return;
    }
    setState('busy');
    const saved = await saveCoderProfile({ name: name.trim(), initials: initials.trim(), someoneElse });
    setState(saved.ok ? 'done' : 'editing');
  };
  return (
    <form className={`coder-form ${look === 'tall' ? 'tall' : ''}`} onSubmit={(event) => void submit(event)} noValidate>
      <TextField
        label={t('coder.name')} value={name} autoComplete="name" inputRef={field}
        onChange={(next) => { setName(next); setState('editing'); }} error={state === 'asked' && !nameFits ? t('coder.name-needed') : undefined}
      />
      <TextField
        label={t('coder.initials')} value={initials} maxLength={6} className="coder-initials" autoComplete="off"
        {...(look === 'tall' ? { description: t('coder.initials-note') } : {})}
        onChange={(next) => { setTyped(next === '' ? null : next); setState('editing'); }} error={state === 'asked' && !initialsFit ? t('coder.initials-needed') : undefined}
      />
      <Button type="submit" variant={first ? 'primary' : 'plain'} aria-busy={state === 'busy'}>
        {state === 'done' && doneWords !== undefined ? doneWords : submitWords}
      </Button>
    </form>
  );
}
