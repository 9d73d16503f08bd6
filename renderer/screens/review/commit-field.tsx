import { useState, type KeyboardEvent, type Ref } from 'react';
import { TextField } from '../../ui/text-field.tsx';

export interface CommitFieldProps {
  label: string;
  value: string;
  /** Asked once the field is left or Enter is pressed, so that a correction is one step and not one for each letter. */
  onCommit(value: string): void;
  /** An emptied field takes its value back. */
  required?: boolean;
  description?: string;
  className?: string;
  inputRef?: Ref<HTMLInputElement>;
}

/** A line of text that is one correction when it is done. Escape takes back what was typed. */
export function CommitField({ label, value, onCommit, required = false, description, className = '', inputRef }: CommitFieldProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const commit = () => {
    if (draft !== null && draft !== value && (draft.trim() !== '' || !required)) onCommit(draft);
    setDraft(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') commit();
    if (event.key === 'Escape') setDraft(null);
  };
  return (
    <TextField
      label={label} value={draft ?? value} onChange={setDraft} onBlur={commit} onKeyDown={onKeyDown} className={className}
      {...(description === undefined ? {} : { description })} {...(inputRef ? { inputRef } : {})}
    />
  );
}
