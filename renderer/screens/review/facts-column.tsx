import {
  Calendar, CircleCheck, CircleHelp, FileText, Hash, Heading, Link, List, MessageCircleQuestionMark, MessageSquareText, NotebookText, PanelTop, Redo2,
  Scissors, SeparatorHorizontal, Undo2, UnfoldHorizontal, UserRound, UsersRound, type LucideIcon,
} from 'lucide-react';
import type { ReactNode } from 'react';
import type { Reading } from '../../../app/importers/importer.ts';
import { formatDate, formatNumber, useT } from '../../i18n/index.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { FactRow } from './fact-row.tsx';
import { doubtWords, ruleWords } from './rule-words.ts';
import { countDoubts, countRules, sameTrail, type Trail } from './trails.ts';

export type LeftPane = 'source' | 'page' | 'speakers' | 'details';

export interface FactsColumnProps {
  reading: Reading;
  pane: LeftPane;
  trail: Trail | null;
  /** The place that is looked at, with what can be answered. */
  card: ReactNode;
  onPane(pane: LeftPane): void;
  onTrail(trail: Trail): void;
  /** Takes all of a rule back, or does all of it again. */
  onRule(rule: string, undo: boolean): void;
}

/** What was recognised, cleaned and doubted, with counts. Choosing a row shows its places, or the pane to correct it in. */
export function FactsColumn({ reading, pane, trail, card, onPane, onTrail, onRule }: FactsColumnProps) {
  const t = useT();
  const { content, document } = reading;
  const date = document.date ? formatDate(document.date) : t('review.noDate');
  const cleaned = countRules(content.changes);
  const doubts = countDoubts(content.warnings);
  const open = doubts.reduce((sum, { count }) => sum + count, 0);
  const follow = (next: Trail, icon: LucideIcon, label: string, count: number | string, more: { warn?: boolean; action?: ReactNode } = {}) => (
    <FactRow
      key={`${next.kind}-${label}`} icon={icon} label={label} count={count} isCurrent={sameTrail(trail, next)} isDisabled={count === 0}
      onPress={() => onTrail(next)} {...more}
    />
  );
  return (
    <div className="review-facts-column">
      <nav aria-label={t('review.found')}>
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
        <ul>
          {cleaned.map(({ rule, count, undone }) => follow({ kind: 'rule', rule }, iconOf(rule), ruleWords(rule), undone === 0 ? count : t('review.rule.left', { left: count - undone, count }), {
            action: reading.source === null ? undefined : (
              <IconButton
                className="fact-act" icon={undone < count ? Undo2 : Redo2} placement="right"
                label={t(undone < count ? 'review.rule.undo' : 'review.rule.redo', { rule: ruleWords(rule) })} onPress={() => onRule(rule, undone < count)}
              />
            ),
          }))}
        </ul>
        {doubts.length > 0 && (
          <>
            <h2 className="k"><span>{t('review.doubts')}</span> <span>{formatNumber(open)}</span></h2>
            <ul>
              {doubts.map(({ rule, count }) => follow({ kind: 'doubt', rule }, count > 0 ? CircleHelp : CircleCheck, doubtWords(rule), count, { warn: count > 0 }))}
            </ul>
          </>
        )}
      </nav>
      {card}
    </div>
  );
}

const icons: Record<string, LucideIcon> = {
  bullet: List, hyphen: UnfoldHorizontal, label: UserRound, 'link-target': Link, 'markdown-mark': Hash,
  'page-break': SeparatorHorizontal, 'page-furniture': PanelTop, 'page-space': SeparatorHorizontal,
};
const iconOf = (rule: string): LucideIcon => icons[rule] ?? Scissors;
