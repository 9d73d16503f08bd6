import { useState } from 'react';
import { useT } from '../../i18n/index.ts';
import { TextField } from '../../ui/text-field.tsx';

export interface NumberFieldProps { name: string; value: number; least: number; most: number; onChange(value: number): void }

/** A whole number between bounds; what is none is not taken over, and said. */
export function NumberField({ name, value, least, most, onChange }: NumberFieldProps) {
  const t = useT();
  const [typed, setTyped] = useState<string | null>(null);
  const isFine = (text: string) => /^\d+$/.test(text.trim()) && Number(text) >= least && Number(text) <= most;
  const change = (text: string) => {
    setTyped(text);
    if (isFine(text)) onChange(Number(text));
  };
  return (
    <TextField
      className="analysis-number" label={name} inputMode="numeric" value={typed ?? String(value)} onChange={change} onBlur={() => setTyped(null)}
      error={typed === null || isFine(typed) ? undefined : t('analysis.number', { least, most })}
    />
  );
}
