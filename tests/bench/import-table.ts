import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { diffArrays } from 'diff';
import { importDocument } from '../../app/importers/import-document.ts';
import type { Reading } from '../../app/importers/importer.ts';
import { furniture } from './written-as.ts';

/** A way to write the hearing in a format; null where the program that writes it is missing. Another format is another row. */
export interface Written { name: string; fileName: string; bytes: Uint8Array | null }

/** What came of one file, measured against the hearing that it was made from. */
export interface Measured { name: string; turns: string; wrongWords: string; furniture: string; falseSpeakers: string; seconds: string }

const now = '2026-01-05T09:00:00.000Z';

/** @throws where the file can't be read: then there is nothing to measure against. */
export async function readingOf(bytes: Uint8Array, fileName: string): Promise<Reading> {
  const result = await importDocument(bytes, { fileName, now });
  if (!result.ok) throw new Error(result.problem.message);
  return result.value;
}

/** A row for the workbench, and for a PDF one for each way in which `pdftotext` makes a text of it, read as a text file. */
export async function measure(truth: Reading, written: Written): Promise<Measured[]> {
  const { name, bytes, fileName } = written;
  if (!bytes) return [lacking(name, 'the program that writes it is not here')];
  const rows = [await row(name, truth, bytes, fileName)];
  for (const options of fileName.endsWith('.pdf') ? [[], ['-layout']] : []) {
    const started = performance.now();
    const text = pdfToText(bytes, options);
    const taken = (performance.now() - started) / 1000;
    const other = `${name}, by ${['pdftotext', ...options].join(' ')}`;
    rows.push(text ? await row(other, truth, text, 'a.txt', taken) : lacking(other, 'pdftotext is not here'));
  }
  return rows;
}

/** The rows in columns, for people. */
export function tableOf(rows: readonly Measured[]): string {
  const heads: Measured = { name: 'format', turns: 'turns right', wrongWords: 'words wrong / 10,000', furniture: 'furniture left', falseSpeakers: 'false speakers', seconds: 'seconds' };
  const keys = Object.keys(heads) as (keyof Measured)[];
  const widths = keys.map((key) => Math.max(...[heads, ...rows].map((one) => one[key].length)));
  return [heads, ...rows].map((one) => keys.map((key, at) => (at === 0 ? one[key].padEnd(widths[at] ?? 0) : one[key].padStart(widths[at] ?? 0))).join('  ')).join('\n');
}

async function row(name: string, truth: Reading, bytes: Uint8Array, fileName: string, before = 0): Promise<Measured> {
  const started = performance.now();
  const found = await readingOf(bytes, fileName);
  const seconds = before + (performance.now() - started) / 1000;
  const wanted = turnsOf(truth);
  const left = new Map<string, number>();
  for (const turn of turnsOf(found)) left.set(turn, (left.get(turn) ?? 0) + 1);
  const right = wanted.filter((turn) => {
    const count = left.get(turn) ?? 0;
    left.set(turn, count - 1);
    return count > 0;
  }).length;
  const names = new Set(truth.speakers.flatMap((speaker) => [speaker.name, ...speaker.aliases]));
  const text = found.content.blocks.map((block) => block.text).join('\n');
  return {
    name, turns: `${right} of ${wanted.length}`, wrongWords: wrongWords(truth, found).toFixed(1),
    furniture: String(text.match(furniture)?.length ?? 0),
    falseSpeakers: String(found.speakers.filter((speaker) => !names.has(speaker.name)).length), seconds: seconds.toFixed(2),
  };
}

const lacking = (name: string, why: string): Measured => ({ name, turns: why, wrongWords: '', furniture: '', falseSpeakers: '', seconds: '' });

/** Who says what, whatever the paragraphs. */
function turnsOf({ content, speakers }: Reading): string[] {
  return content.turns.map(({ speaker, firstBlock, lastBlock }) => {
    const words = content.blocks.slice(firstBlock, lastBlock + 1).map(({ text }) => text).join(' ');
    return `${speakers.find(({ id }) => id === speaker)?.name ?? ''}: ${words.replaceAll(/\s+/gu, ' ')}`;
  });
}

/** Words that are missing, other or too many, per 10,000 of the hearing. */
function wrongWords(truth: Reading, found: Reading): number {
  const wordsOf = ({ content }: Reading) => content.blocks.map(({ text }) => text).join(' ').split(/\s+/u);
  const wanted = wordsOf(truth);
  let wrong = 0;
  let removed = 0;
  for (const part of diffArrays(wanted, wordsOf(found))) {
    if (part.removed) removed = part.value.length;
    else if (part.added) wrong += Math.max(0, part.value.length - removed);
    if (part.removed) wrong += part.value.length;
    else removed = 0;
  }
  return (10_000 * wrong) / wanted.length;
}

/** What Debian's poppler-utils makes of a PDF, as it comes or as `options` ask; null where it is missing. */
function pdfToText(bytes: Uint8Array, options: readonly string[]): Uint8Array | null {
  const folder = mkdtempSync(path.join(tmpdir(), 'hoorwerk-bench-'));
  try {
    const file = path.join(folder, 'a.pdf');
    writeFileSync(file, bytes);
    const run = spawnSync('pdftotext', [...options, file, '-'], { maxBuffer: 1 << 28 });
    return run.status === 0 ? new Uint8Array(run.stdout) : null;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
