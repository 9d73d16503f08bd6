import { useEffect, useRef, useState } from 'react';
import { locate } from '../../../app/document/locate.ts';
import { sentenceBefore } from '../../editor/sentence-ranges.ts';
import type { DrawnCodings } from '../../editor/plugins/codings.ts';
import { useT } from '../../i18n/index.ts';
import type { OpenProject } from '../../use-cases/workbench.ts';
import { useReading, type Page } from './reading-state.ts';
import { pageWords, snippet } from './words.ts';

/** After the last move of the cursor; milliseconds. A key that is held down reads only where it ends. */
const rest = 200;
/** Letters of a long selection that are read; its ends are what matters. */
const longest = 240;

interface Spoken { text: string; place: string }

/**
 * What a screen reader says where the reading cursor comes to rest: the words (the selection, else the sentence), who
 * says them and on which page where that is another than before, and the themes there. Seen by nobody.
 */
export function SpokenPlace({ page, project, codings, language }: { page: Page; project: OpenProject; codings: DrawnCodings; language: string | null }) {
  const t = useT();
  const cursor = useReading((state) => state.cursor);
  const selection = useReading((state) => state.selection);
  const byPointer = useReading((state) => state.byPointer);
  const said = useRef({ speaker: '', page: '' });
  const [spoken, setSpoken] = useState<Spoken | null>(null);
  useEffect(() => {
    if (cursor === null || byPointer) return undefined;
    const timer = setTimeout(() => {
      const { reading } = page;
      const sentence = sentenceBefore(reading, cursor, ({ start }) => start <= cursor);
      const range = selection ?? (sentence && cursor <= sentence.end ? sentence : { start: cursor, end: cursor });
      const location = locate(project, reading.text, range.start, range.end);
      const themes = [...codings.values()].filter(({ start, end }) => start < range.end && end > range.start).map(({ codeId }) => project.state.codes.get(codeId)?.name ?? '');
      const now = { speaker: location.speakers.map(({ name }) => name).join(', '), page: pageWords(location, t) ?? '' };
      const parts = [
        now.speaker === said.current.speaker ? '' : now.speaker,
        now.page === said.current.page ? '' : now.page,
        themes.length === 0 ? '' : t('reading.spoken.themes', { count: new Set(themes).size, names: [...new Set(themes)].join(', ') }),
      ];
      said.current = now;
      const text = snippet(reading.text.text.slice(range.start, range.end), longest);
      setSpoken({ text: selection ? t('reading.spoken.selected', { text }) : text, place: parts.filter((part) => part !== '').join('. ') });
    }, rest);
    return () => clearTimeout(timer);
  }, [page, project, codings, cursor, selection, byPointer, t]);
  return (
    <output className="hidden-text" aria-label={t('reading.spoken')}>
      {spoken && <><span lang={language ?? undefined}>{spoken.text}</span> {spoken.place}</>}
    </output>
  );
}
