import { useMemo } from 'react';
import { useT } from '../../i18n/index.ts';
import { plainTextOf } from '../../use-cases/plain-text-of.ts';
import type { OpenProject } from '../../use-cases/workbench.ts';
import { useUi } from '../ui-state.ts';
import { MemoField } from './memo-field.tsx';
import { passageMemos, type PlacedMemo } from './passage-memos.ts';
import { useReading } from './reading-state.ts';
import { snippet } from './words.ts';

/** The memos on passages of the document on the page; the chosen one can be written on. */
export function PassageMemoList({ project }: { project: OpenProject }) {
  const t = useT();
  const documentId = useUi((state) => state.documentId);
  const chosen = useReading((state) => state.memoId);
  const document = documentId ? project.state.documents.get(documentId) : undefined;
  const { memos } = project.state;
  const text = document && plainTextOf(document);
  const placed = useMemo(() => (document && text ? passageMemos(memos, document.id, text) : []), [memos, document, text]);
  if (placed.length === 0 || !text) return null;
  const show = ({ memo, place }: PlacedMemo) => {
    useReading.setState({ memoId: memo.id === chosen ? null : memo.id });
    if (place) useUi.setState({ goal: { kind: 'text', documentId: memo.target.documentId, start: text.toCodePoint(place.start), end: text.toCodePoint(place.end) } });
  };
  return (
    <section className="card-list">
      <h3 className="k">{t('reading.memos')} <span>{placed.length}</span></h3>
      <ul>
        {placed.map((one) => (
          <li key={one.memo.id}>
            <button type="button" className="passage-link" aria-expanded={one.memo.id === chosen} onClick={() => show(one)}>
              <span className="passage-memo">{snippet(one.memo.text)}</span>
              <small>{one.place ? <q>{snippet(one.memo.target.anchor.quotation, 60)}</q> : t('reading.memos.lost', { words: snippet(one.memo.target.anchor.quotation, 60) })}</small>
            </button>
            {one.memo.id === chosen && <MemoField target={one.memo.target} project={project} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
