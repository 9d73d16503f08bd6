import { expect } from 'vitest';
import { contentProblems } from '../../../app/document/content-problems.ts';
import { importDocument } from '../../../app/importers/import-document.ts';
import { inspectReading } from '../../../app/structure/inspect.ts';
import { inspectSchema, type InspectOutput } from '../../../schemas/inspect.ts';
import type { DocumentKind } from '../../../schemas/records/document.ts';

/** What `inspect` prints of a file; its content keeps every rule. */
export async function inspected(file: Uint8Array | string, fileName = 'a.txt', as?: DocumentKind): Promise<InspectOutput> {
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file;
  const result = await importDocument(bytes, { fileName, now: '2026-01-02T03:04:05.000Z', ...(as ? { as } : {}) });
  if (!result.ok) throw new Error(result.problem.message);
  expect(contentProblems(result.value.content, result.value.source)).toEqual([]);
  return inspectSchema.parse(inspectReading(result.value, { fileName, bytes: bytes.length }));
}

/** Part of a text by code points. */
export const slice = (text: string, from: number, to: number) => [...text].slice(from, to).join('');

/** Each block as its kind, level and text. */
export const blocksOf = (found: InspectOutput) => found.blocks.map(({ kind, level, start, end }) => `${kind}${level ?? ''} ${slice(found.text, start, end)}`);

/** Footnotes as label, the words before the mark, and the note. */
export const notesOf = (found: InspectOutput) => found.footnotes.map(({ label, anchor, text }) => [label, anchor === null ? null : slice(found.text, Math.max(0, anchor - 12), anchor), text]);
