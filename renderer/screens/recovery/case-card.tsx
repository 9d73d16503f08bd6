import type { Counts } from '../../../schemas/change.ts';
import type { Rescue } from '../../../schemas/host.ts';
import { formatMoment } from '../../i18n/formats.ts';
import { t as words, useT } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { resolveRecovery, type RecoveryChoice } from '../../use-cases/resolve-recovery.ts';
import type { RecoveryCase } from '../../use-cases/workbench.ts';

export interface CaseCardProps {
  found: RecoveryCase;
  busy: boolean;
  /** Keeps every button still while the work is done. */
  during(work: Promise<unknown>): Promise<void>;
}

/** One project: what happened to it, what each place holds, and the choice where only the user can make it. */
export function CaseCard({ found, busy, during }: CaseCardProps) {
  const t = useT();
  const { kind, name, journal, store, rescue, missing } = found;
  const choose = (choice: RecoveryChoice) => () => void during(resolveRecovery(found, choice));
  return (
    <article className="recovery-case">
      <h2>{name === '' ? t('recovery.unnamed') : name}</h2>
      <p>{t(`recovery.${kind}`)}</p>
      <dl>
        <dt>{t('recovery.journal-has')}</dt>
        <dd>{journal ? holds(journal.head.seq, journal.counts, journal.updatedAt) : t('recovery.nothing')}</dd>
        <dt>{t('recovery.store-has')}</dt>
        <dd>{store ? holds(store.seq, store.counts, null) : t('recovery.nothing')}</dd>
      </dl>
      {journal?.damage !== null && journal?.damage !== undefined && <p className="recovery-damage">{t('recovery.damage', { damage: journal.damage })}</p>}
      {rescue && <Rescued rescue={rescue} />}
      {(rescue || missing) && <p className={missing ? 'recovery-missing' : undefined}>{missingWords(missing)}</p>}
      {kind === 'diverged' && (
        <div className="recovery-choice">
          <Button variant="primary" isDisabled={busy} onPress={choose('keep-journal')}>{t('recovery.choose-journal')}</Button>
          <Button isDisabled={busy} onPress={choose('keep-store')}>{t('recovery.choose-store')}</Button>
          <p className="field-note">{t('recovery.choose-note')}</p>
        </div>
      )}
      <Button variant="quiet" className="recovery-later" isDisabled={busy} onPress={choose('later')}>{t('recovery.later')}</Button>
    </article>
  );
}

/** Where the rest comes from, and what can't be read of that. */
function Rescued({ rescue }: { rescue: Rescue }) {
  const t = useT();
  const { fromJournal, fromSnapshots, snapshotAt, damagedSnapshots, head } = rescue;
  return (
    <ul className="recovery-rescue">
      {fromSnapshots > 0 && <li>{t('recovery.from-snapshots', { count: fromSnapshots, when: snapshotAt === null ? '' : formatMoment(snapshotAt) })}</li>}
      {fromJournal > 0 && <li>{t('recovery.from-journal', { count: fromJournal })}</li>}
      {fromSnapshots + fromJournal > 0 && <li>{t('recovery.reaches', { steps: head.seq })}</li>}
      {damagedSnapshots > 0 && <li>{t('recovery.damaged-snapshots', { count: damagedSnapshots })}</li>}
    </ul>
  );
}

function missingWords(missing: RecoveryCase['missing']): string {
  if (!missing) return words('recovery.nothing-missing');
  const { count, since } = missing;
  return since === null ? words('recovery.all-missing', { count }) : words('recovery.missing', { count, when: formatMoment(since) });
}

function holds(steps: number, { documents, codings }: Counts, updatedAt: string | null): string {
  const held = words('recovery.holds', { steps, documents, codings });
  return updatedAt === null ? held : `${held}, ${words('recovery.updated', { when: formatMoment(updatedAt) })}`;
}
