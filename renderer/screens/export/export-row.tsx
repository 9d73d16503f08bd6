import { CircleCheck, CircleSlash, TriangleAlert } from 'lucide-react';
import { useT } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import type { OutcomeWords } from './outcome.ts';

export interface ExportRowProps {
  name: string;
  description: string;
  extension: string;
  action: string;
  /** The button's name read aloud, since all of them say the same. */
  label: string;
  isBusy: boolean;
  isDisabled: boolean;
  outcome: OutcomeWords | null;
  onPress(): void;
}

const icons = { done: CircleCheck, cancelled: CircleSlash, failed: TriangleAlert };

/** One thing that can leave: what it is for, its button, and afterwards what was written and where. */
export function ExportRow({ name, description, extension, action, label, isBusy, isDisabled, outcome, onPress }: ExportRowProps) {
  const t = useT();
  const Icon = outcome && icons[outcome.kind];
  return (
    <li className="export-row">
      <div>
        <p className="export-name">{name} <span>.{extension}</span></p>
        <p className="export-description">{description}</p>
        <output className={outcome ? `export-outcome ${outcome.kind}` : 'export-outcome'}>
          {Icon && <Icon aria-hidden />}
          {outcome?.text}
        </output>
      </div>
      <Button aria-label={label} isDisabled={isDisabled} onPress={onPress}>{isBusy ? t('export.busy') : action}</Button>
    </li>
  );
}
