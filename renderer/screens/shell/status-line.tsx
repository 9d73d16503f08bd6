import { Check, Lock, LoaderCircle, TriangleAlert } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import type { CodingId } from '../../../schemas/ids.ts';
import { t as words, useT } from '../../i18n/index.ts';
import { formatShare } from '../../i18n/formats.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { problemWords } from '../../use-cases/notices.ts';
import { useWorkbench, type OpenProject } from '../../use-cases/workbench.ts';
import { AnalysisReturn } from '../analysis/analysis-return.tsx';
import { PassagesReturn } from '../passages/passages-return.tsx';
import { SearchReturn } from '../reading/search-return.tsx';
import { runCommand } from '../palette/commands.ts';
import { useUi } from '../ui-state.ts';
import { useCoverage } from './coverage.ts';
import { openPane } from './pane-state.ts';
import { readOnlyWords } from './read-only-words.ts';

/** What matters about the state of the work: saved or not, proven or not, by whom, and what Ctrl Z would take back. */
export function StatusLine() {
  const t = useT();
  const project = useWorkbench((workbench) => workbench.project);
  if (!project) return null;
  return (
    <footer className="foot" data-pane="status" tabIndex={-1} aria-label={t('shell.status')}>
      <Saving project={project} />
      <Verified project={project} />
      <span>{t('status.coder', { initials: project.coder.initials })}</span>
      <span className="end">
        <AnalysisReturn />
        <PassagesReturn />
        <SearchReturn />
        <NextUndo project={project} />
        <Coverage />
      </span>
    </footer>
  );
}

function Saving({ project: { saving, readOnly } }: { project: OpenProject }) {
  const t = useT();
  if (saving.kind === 'failed') {
    const { key, values } = problemWords(saving.problem);
    const reason = t('status.not-saved', { reason: t(key, values) });
    return <span className="bad" role="alert" title={reason}><TriangleAlert aria-hidden /><span className="status-reason">{reason}</span></span>;
  }
  if (readOnly) return <output className="busy"><Lock aria-hidden />{t('status.read-only', { reason: t(readOnlyWords[readOnly]) })}</output>;
  if (saving.kind === 'saving') return <span className="busy"><LoaderCircle aria-hidden />{t('status.saving')}</span>;
  return <span className="ok"><Check aria-hidden />{t('status.saved')}</span>;
}

function Verified({ project: { verification } }: { project: OpenProject }) {
  const t = useT();
  const { verified, total, orphans } = verification;
  const [first] = orphans;
  if (total === 0) return <span>{t('status.no-codings')}</span>;
  return (
    <span className="status-verified">
      {t('status.verified', { verified, total })}
      {first !== undefined && (
        <AriaButton className="link" onPress={() => showOrphan(first)}>
          {t('status.orphans', { count: orphans.length })}
        </AriaButton>
      )}
    </span>
  );
}

/** The details pane lists them, with what can be done. */
function showOrphan(id: CodingId): void {
  openPane('right');
  useUi.setState({ view: 'reading', focusedCodingId: id });
}

function NextUndo({ project: { stacks, readOnly } }: { project: OpenProject }) {
  const t = useT();
  const next = stacks.undo.at(-1);
  if (!next || readOnly) return null;
  return (
    <AriaButton className="status-undo" onPress={() => runCommand('edit.undo')}>
      <span className="status-undo-words">{t('status.undo', { what: words(`change.${next.label.key}`, next.label.values) })}</span> <Kbd keys="$mod+z" />
    </AriaButton>
  );
}

function Coverage() {
  const t = useT();
  const coverage = useCoverage();
  if (!coverage) return null;
  const share = coverage.words === 0 ? 0 : coverage.coded / coverage.words;
  return (
    <span className="status-words" title={t('status.coverage', { words: coverage.words, coded: coverage.coded })}>
      {t('status.words', { words: coverage.words })} · {t('status.coded', { share: formatShare(share, true) })}
    </span>
  );
}
