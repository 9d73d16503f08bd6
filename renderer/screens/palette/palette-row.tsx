import { MenuItem, Text } from 'react-aria-components';
import { Kbd } from '../../ui/kbd.tsx';
import { Swatch } from '../../ui/swatch.tsx';
import type { Entry } from './entries.ts';

/** One line of the palette, with what the query hit in a heavier weight. */
export function PaletteRow({ entry }: { entry: Entry }) {
  return (
    <MenuItem id={entry.id} textValue={entry.label} className="palette-row">
      {entry.color !== undefined && <Swatch color={entry.color} />}
      <Text slot="label" className="palette-words"><Marked text={entry.label} hits={entry.hits} /></Text>
      {entry.detail !== undefined && <Text slot="description" className="palette-detail">{entry.detail}</Text>}
      {entry.keys !== undefined && <Kbd keys={entry.keys} />}
    </MenuItem>
  );
}

function Marked({ text, hits }: { text: string; hits: readonly number[] }) {
  const marked = new Set(hits);
  const runs: { text: string; hit: boolean; from: number }[] = [];
  for (let index = 0; index < text.length; index++) {
    const last = runs.at(-1);
    if (last?.hit === marked.has(index)) last.text += text.charAt(index);
    else runs.push({ text: text.charAt(index), hit: marked.has(index), from: index });
  }
  return <>{runs.map((run) => (run.hit ? <b key={run.from}>{run.text}</b> : <span key={run.from}>{run.text}</span>))}</>;
}
