import { useMemo, useState, type KeyboardEvent, type MouseEvent } from 'react';
import { cutPlaces } from '../../../app/document/cut-places.ts';
import type { Utf16 } from '../../../app/document/offsets.ts';
import type { PlainText, TextRange } from '../../../app/document/plain-text.ts';
import { useT } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { useFirstFocus } from '../reading/use-first-focus.ts';
import { splitPassage } from './passage-actions.ts';
import type { PassageItem } from './passage-item.ts';

export interface SplitPlaceProps { item: PassageItem; text: PlainText; range: TextRange; onEnd(): void }

/** Words read out on either side of the place. */
const around = 4;

/**
 * Where to cut a passage in two. A slider that goes from word to word, with arrows up and down from sentence to sentence;
 * a click before a word does the same. Enter cuts, Escape leaves the passage whole.
 */
export function SplitPlace({ item, text, range, onEnd }: SplitPlaceProps) {
  const t = useT();
  const field = useFirstFocus();
  const passage = text.text.slice(range.start, range.end);
  const { words, sentences, proposed } = useMemo(() => cutPlaces(passage), [passage]);
  const [at, setAt] = useState(proposed ?? 0);
  const [before, after] = [passage.slice(0, at), passage.slice(at)];
  const cut = () => {
    onEnd();
    void splitPassage(item.id, text, (range.start + at) as Utf16);
  };
  const pressed = (event: KeyboardEvent) => {
    const sentence = event.key === 'ArrowUp' ? sentences.findLast((place) => place < at) : event.key === 'ArrowDown' ? sentences.find((place) => place > at) : undefined;
    if (sentence !== undefined) setAt(sentence);
    else if (event.key === 'Enter' && event.target === field.current) cut();
    else if (event.key === 'Escape') onEnd();
    else if (!event.key.startsWith('Arrow') || event.key === 'ArrowLeft' || event.key === 'ArrowRight') return;
    event.preventDefault();
    event.stopPropagation();
  };
  const clicked = ({ target }: MouseEvent) => {
    const place = Number(target instanceof HTMLElement ? target.dataset['place'] : undefined);
    if (words.includes(place)) setAt(place);
    field.current?.focus();
  };
  const show = (stretch: string, from: number) => [...stretch.matchAll(/\S+\s*/gu)].map(({ 0: word, index }) => (
    <span key={from + index} data-place={from + index}>{word.replaceAll(/\s+/g, ' ')}</span>
  ));
  return (
    <div className="passage-split" role="presentation" onKeyDown={pressed}>
      <p className="passage-quote" role="presentation" onClick={clicked}>
        <span>{show(before, 0)}</span><i className="passage-cut" /><span className="passage-second">{show(after, at)}</span>
      </p>
      <div className="passage-split-foot">
        <input
          type="range" ref={field} min={0} max={Math.max(0, words.length - 1)} value={words.indexOf(at)} aria-label={t('passages.split.place')}
          aria-valuetext={t('passages.split.between', { before: wordsOf(before).slice(-around).join(' '), after: wordsOf(after).slice(0, around).join(' ') })}
          onChange={(event) => setAt(words[Number(event.target.value)] ?? at)}
        />
        <Button onPress={onEnd}>{t('shell.cancel')}</Button>
        <Button variant="primary" onPress={cut}>{t('passages.split.do')}</Button>
      </div>
    </div>
  );
}

const wordsOf = (stretch: string) => stretch.split(/\s+/u).filter((word) => word !== '');
