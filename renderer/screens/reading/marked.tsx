import { Fragment } from 'react';

/** A text with the letters that were hit set off. `hits`: UTF-16 indexes, ascending. */
export function Marked({ text, hits }: { text: string; hits: readonly number[] }) {
  return runs(text, hits).map(({ from, to, isHit }) => {
    const part = text.slice(from, to);
    return isHit ? <b key={from} className="hit">{part}</b> : <Fragment key={from}>{part}</Fragment>;
  });
}

function runs(text: string, hits: readonly number[]): { from: number; to: number; isHit: boolean }[] {
  const hit = new Set(hits);
  const found: { from: number; to: number; isHit: boolean }[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const last = found.at(-1);
    if (last && last.isHit === hit.has(at)) last.to = at + 1;
    else found.push({ from: at, to: at + 1, isHit: hit.has(at) });
  }
  return found;
}
