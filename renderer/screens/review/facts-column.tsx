import {
  Calendar, CircleHelp, FileText, Hash, Heading, Link, List, MessageCircleQuestionMark, MessageSquareText, NotebookText, PanelTop, Scissors,
  SeparatorHorizontal, UnfoldHorizontal, UserRound, UsersRound, type LucideIcon,
} from 'lucide-react';
import type { ImportWarning } from '../../../schemas/records/content.ts';
import type { Reading } from '../../../app/importers/importer.ts';
import { formatDate, formatNumber, useT } from '../../i18n/index.ts';
import { doubtWords, ruleWords, whyWords } from './rule-words.ts';
import { countRules, sameTrail, type Trail } from './trails.ts';

export type LeftPane = 'source' | 'page' | 'speakers' | 'details';

export interface FactsColumnProps {
  reading: Reading;
  pane: LeftPane;
  trail: Trail | null;
  /** The warning that is looked at. */
  warning: ImportWarning | null;
  onPane(pane: LeftPane): void;
  onTrail(trail: Trail): void;
}

/** What was recognised, cleaned and doubted, with counts. Choosing a row shows its places, or the pane to correct it in. */
export function FactsColumn({ reading, pane, trail, warning, onPane, onTrail }: FactsColumnProps) {
  const t = useT();
  const { content, document } = reading;
  const date = document.date ? formatDate(document.date) : t('review.noDate');
  const cleaned = countRules(content.changes);
  const doubts = countRules(content.warnings);
  const follow = (next: Trail, icon: LucideIcon, label: string, count: number, warn = false) => (
    <FactRow
      key={`${next.kind}-${label}`} icon={icon} label={label} count={count} warn={warn} isCurrent={sameTrail(trail, next)} isDisabled={count === 0}
      onPress={() => onTrail(next)}
    />
  );
  return (
    <nav className="review-facts-column" aria-label={t('review.found')}>
      <h2 className="k"><span>{t('review.found')}</span></h2>
      <ul>
        <FactRow
          icon={Calendar} label={[date, document.place].filter(Boolean).join(', ')} count={null} isCurrent={pane === 'details'}
          warn={document.date === null} onPress={() => onPane('details')}
        />
        <FactRow
          icon={UsersRound} label={t('review.fact.attendees')} count={content.attendees.length} isCurrent={false} onPress={() => onPane('details')}
        />
        <FactRow
          icon={UserRound} label={t('review.fact.speakers')} count={reading.speakers.length} isCurrent={pane === 'speakers'}
          onPress={() => onPane('speakers')}
        />
        {follow({ kind: 'turns' }, MessageSquareText, t('review.fact.turns'), content.turns.length)}
        {follow({ kind: 'pairs' }, MessageCircleQuestionMark, t('review.fact.pairs'), content.pairs.length)}
        {follow({ kind: 'sections' }, Heading, t('review.fact.sections'), content.sections.length)}
        {follow({ kind: 'pages' }, FileText, t('review.fact.pages'), content.pages.length)}
        {content.footnotes.length > 0 && follow({ kind: 'footnotes' }, NotebookText, t('review.fact.footnotes'), content.footnotes.length)}
      </ul>
      <h2 className="k"><span>{t('review.cleaned')}</span> <span>{formatNumber(content.changes.length)}</span></h2>
      {cleaned.length === 0 && <p className="review-none">{t('review.cleaned.none')}</p>}
      <ul>{cleaned.map(({ rule, count }) => follow({ kind: 'rule', rule }, iconOf(rule), ruleWords(rule), count))}</ul>
      {doubts.length > 0 && (
        <>
          <h2 className="k"><span>{t('review.doubts')}</span> <span>{formatNumber(content.warnings.length)}</span></h2>
          <ul>{doubts.map(({ rule, count }) => follow({ kind: 'doubt', rule }, CircleHelp, doubtWords(rule), count, true))}</ul>
          {warning && <p className="review-why">{whyWords(warning)}</p>}
        </>
      )}
    </nav>
  );
}

interface FactRowProps {
  icon: LucideIcon;
  label: string;
  count: number | null;
  isCurrent: boolean;
  warn?: boolean;
  isDisabled?: boolean;
  onPress(): void;
}

function FactRow({ icon: Icon, label, count, isCurrent, warn = false, isDisabled = false, onPress }: FactRowProps) {
  return (
    <li>
      <button
        type="button" className={warn ? 'row fact warn' : 'row fact'} aria-current={isCurrent ? 'true' : undefined} disabled={isDisabled}
        onClick={onPress}
      >
        <Icon aria-hidden />
        <span>{label}</span>
        {count !== null && <span className="n">{formatNumber(count)}</span>}
      </button>
    </li>
  );
}

const icons: Record<string, LucideIcon> = {
  bullet: List, hyphen: UnfoldHorizontal, label: UserRound, 'link-target': Link, 'markdown-mark': Hash,
  'page-break': SeparatorHorizontal, 'page-furniture': PanelTop, 'page-space': SeparatorHorizontal,
};
const iconOf = (rule: string): LucideIcon => icons[rule] ?? Scissors;
