import { ArrowLeft, CircleHelp } from 'lucide-react';
import { memo, type KeyboardEvent, type Ref } from 'react';
import type { SpeakerId } from '../../../schemas/ids.ts';
import type { Block, Content } from '../../../schemas/records/content.ts';
import type { Speaker } from '../../../schemas/records/speaker.ts';
import { useT } from '../../i18n/index.ts';
import { whyWords } from './rule-words.ts';
import { resultRuns, type ResultMark, type ResultRun } from './result-marks.ts';
import type { ResultRow } from './result-rows.ts';

export interface ResultRowViewProps {
  ref: Ref<HTMLDivElement>;
  index: number;
  top: number;
  row: ResultRow;
  content: Content;
  speakers: ReadonlyMap<SpeakerId, Speaker>;
  marks: readonly ResultMark[];
  chosen: string | null;
  /** Where the reading cursor stands in the block, in UTF-16; null where it is in another. */
  cursor: number | null;
  /** Whether the turn at the cursor is this block's. */
  inTurn: boolean;
  /** The one block whose button Tab reaches. */
  isStop: boolean;
  onFocus(block: number): void;
  onDoubt(id: string): void;
  onKeyDown(event: KeyboardEvent): void;
}

/** A page mark, or a block with its speaker in the margin where a turn begins. */
export const ResultRowView = memo(function ResultRowView({
  ref, index, top, row, content, speakers, marks, chosen, cursor, inTurn, isStop, onFocus, onDoubt, onKeyDown,
}: ResultRowViewProps) {
  const t = useT();
  const style = { transform: `translateY(${top}px)` };
  if (row.kind === 'page') {
    return <div ref={ref} data-index={index} className="review-row review-page" style={style}>{t('review.page', { page: row.page })}</div>;
  }
  const block = content.blocks[row.block];
  if (!block) return null;
  const question = block.turn !== null && content.turns[block.turn]?.kind === 'question';
  const doubts = marks.flatMap(({ id, warning }) => {
    const doubt = warning === null ? undefined : content.warnings[warning];
    return doubt ? [{ id, doubt }] : [];
  });
  const here = cursor !== null && cursor >= row.from && (cursor < row.to || row.to === block.text.length) ? cursor : null;
  const runs = resultRuns(block.text, row.from, row.to, marks, row.pages, here);
  const isFocused = cursor !== null;
  return (
    <div
      ref={ref} data-index={index} data-row-block={row.block}
      className={['review-row', 'tn', block.kind, question && 'q', doubts.length > 0 && 'doubt', inTurn && 'in-turn', isFocused && 'on'].filter(Boolean).join(' ')}
      style={style}
    >
      {row.from === 0 && (
        <button
          type="button" className="show-source" tabIndex={isStop ? 0 : -1} data-block={row.block} onClick={() => onFocus(row.block)} onKeyDown={onKeyDown}
          aria-label={t('review.showInSource', { words: block.text.slice(0, 40) })} {...(isFocused ? { 'aria-current': 'true' as const } : {})}
        >
          <ArrowLeft aria-hidden />
        </button>
      )}
      <div className="who">{row.startsTurn && <Who content={content} block={block} speakers={speakers} />}</div>
      <div className="what">
        <p className={block.level !== null && block.level > 1 ? 'deep' : undefined}>{runs.map((run) => <Run key={run.key} run={run} chosen={chosen} />)}</p>
        {row.from === 0 && doubts.map(({ id, doubt }) => (
          <button key={id} type="button" className="ask" tabIndex={-1} onClick={() => onDoubt(id)}><CircleHelp aria-hidden /> {whyWords(doubt)}</button>
        ))}
      </div>
    </div>
  );
});

function Who({ content, block, speakers }: { content: Content; block: Block; speakers: ReadonlyMap<SpeakerId, Speaker> }) {
  const t = useT();
  const turn = block.turn === null ? undefined : content.turns[block.turn];
  if (!turn) return null;
  const speaker = turn.speaker ? speakers.get(turn.speaker) : undefined;
  return (
    <>
      {speaker?.name ?? turn.label ?? t('review.noSpeaker')}
      <small>{t(`review.turn.${turn.kind}`)}{speaker?.moderator === true && ` · ${t('review.moderator')}`}</small>
    </>
  );
}

function Run({ run, chosen }: { run: ResultRun; chosen: string | null }) {
  const t = useT();
  switch (run.kind) {
    case 'page': return <span className="tick">{t('review.pageShort', { page: run.page })}</span>;
    case 'seam': return <span className={run.mark === chosen ? 'seam chosen' : 'seam'} />;
    case 'cursor': return <span className="reading-cursor" />;
    case 'text': return run.mark === null
      ? <span data-at={run.at}>{run.text}</span>
      : <mark data-at={run.at} className={run.mark === chosen ? 'chosen' : undefined}>{run.text}</mark>;
  }
}
