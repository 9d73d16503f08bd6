import { useEffect, useRef } from 'react';
import { plainTextOf } from '../../use-cases/plain-text-of.ts';
import { useWorkbench } from '../../use-cases/workbench.ts';
import { placeOf } from '../reading/drawn-codings.ts';
import { MemoField } from '../reading/memo-field.tsx';
import type { PassageItem } from './passage-item.ts';
import { SplitPlace } from './split-place.tsx';

/** The memo on a passage, in its row. Escape keeps it and gives the keyboard back. */
export function PassageMemo({ item, onEnd }: { item: PassageItem; onEnd(): void }) {
  const project = useWorkbench((state) => state.project);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.querySelector('textarea')?.focus(), []);
  return project && (
    <div
      className="passage-memo-field" role="presentation" ref={place}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        event.preventDefault();
        onEnd();
      }}
    >
      <MemoField target={{ kind: 'coding', id: item.id }} project={project} />
    </div>
  );
}

/** The place to split a passage at, in its row; nothing for one whose text is not found. */
export function PassageSplit({ item, onEnd }: { item: PassageItem; onEnd(): void }) {
  const coding = useWorkbench(({ project }) => project?.state.codings.get(item.id));
  const document = useWorkbench(({ project }) => project?.state.documents.get(item.documentId));
  if (!coding || !document) return null;
  const text = plainTextOf(document);
  const range = placeOf(coding, text);
  return range && <SplitPlace item={item} text={text} range={range} onEnd={onEnd} />;
}
