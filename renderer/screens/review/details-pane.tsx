import { X } from 'lucide-react';
import { useId, useState } from 'react';
import type { Reading } from '../../../app/importers/importer.ts';
import type { DocumentPatch } from '../../../app/review/document.ts';
import { useT } from '../../i18n/index.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { CommitField } from './commit-field.tsx';

export interface DetailsPaneProps { reading: Reading; onEdit(patch: DocumentPatch): void }

/** The document's own data, to correct, and what was found that is not corrected here. */
export function DetailsPane({ reading, onEdit }: DetailsPaneProps) {
  const t = useT();
  const { document, content } = reading;
  const facts = [
    [t('review.printedTitle'), document.title],
    [t('review.reference'), document.reference],
    [t('review.fileName'), document.fileName],
  ].filter((fact): fact is [string, string] => Boolean(fact[1]));
  return (
    <div className="review-details">
      <CommitField label={t('review.name')} value={document.name} required onCommit={(name) => onEdit({ name })} />
      <div className="review-details-row">
        <DateField key={document.date ?? ''} date={document.date} onCommit={(date) => onEdit({ date })} />
        <CommitField label={t('review.place.label')} value={document.place ?? ''} onCommit={(place) => onEdit({ place })} />
      </div>
      <dl className="review-facts">
        {facts.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}
      </dl>
      <h3 className="k"><span>{t('review.fact.attendees')}</span> <span>{content.attendees.length}</span></h3>
      {content.attendees.length === 0 && <p className="review-intro">{t('review.attendees.none')}</p>}
      <ul className="review-attendees">
        {content.attendees.map(({ name, role }) => (
          <li key={`${name}/${role}`}><span>{name}</span><span>{role ?? t('review.attendees.noRole')}</span></li>
        ))}
      </ul>
    </div>
  );
}

/** The system's own date field: it knows the user's order of day and month, and the calendar. */
function DateField({ date, onCommit }: { date: string | null; onCommit(date: string | null): void }) {
  const t = useT();
  const id = useId();
  const [draft, setDraft] = useState(date ?? '');
  const commit = () => {
    if (draft !== (date ?? '')) onCommit(draft || null);
  };
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>{t('review.date')}</label>
      <div className="date-input">
        <input
          id={id} className="input" type="date" value={draft} onChange={(event) => setDraft(event.target.value)} onBlur={commit}
          onKeyDown={(event) => { if (event.key === 'Enter') commit(); }}
        />
        {date !== null && <IconButton icon={X} label={t('review.date.clear')} onPress={() => onCommit(null)} />}
      </div>
    </div>
  );
}
