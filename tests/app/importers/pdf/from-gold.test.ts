import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { contentProblems } from '../../../../app/document/content-problems.ts';
import { importDocument } from '../../../../app/importers/import-document.ts';
import type { Reading } from '../../../../app/importers/importer.ts';
import { findChromium } from '../../../chromium.mjs';
import { layOut, type Look, type Model, type Setting } from '../../../fixtures/pdf/lay-out.ts';
import { chromiumPdf, libreOfficePdf } from '../../../fixtures/pdf/other-writers.ts';
import { sharedFolder } from '../../../shared.ts';
import { present } from '../../exporters/programs.ts';

/**
 * A hearing that is known word for word, set as PDF in several ways: what comes out of each must be what went in. The
 * text file of the same hearing is read as the truth; that its reading is right is proved in tests/app/structure.
 */
const now = '2026-01-02T03:04:05.000Z';
const invented = 'renderer/sample/hoorzitting-evenwichtsklachten.txt';

async function readingOf(bytes: Uint8Array, fileName: string): Promise<Reading> {
  const result = await importDocument(bytes, { fileName, now });
  if (!result.ok) throw new Error(result.problem.message);
  expect(contentProblems(result.value.content, result.value.source)).toEqual([]);
  return result.value;
}

function modelOf({ content }: Reading): Model {
  return { blocks: content.blocks.map(({ kind, level, text }) => ({ kind: kind === 'footnote' ? 'paragraph' : kind, level, text })) };
}

/** Who says what, in what part, under which label; paragraphs as they are parted, or as one text. */
function turnsOf({ content, speakers }: Reading, parted: boolean): unknown[] {
  return content.turns.map((turn) => [
    turn.kind, turn.label, speakers.find(({ id }) => id === turn.speaker)?.name ?? null, content.sections[turn.section ?? -1]?.heading ?? null,
    content.blocks.slice(turn.firstBlock, turn.lastBlock + 1).map(({ text }) => text).join(parted ? '\n' : ' '),
  ]);
}

const looks: [string, Look][] = [
  ['one column, justified, broken words, a header and "Pagina 3 van 23"', { columns: 1, font: 'Times-Roman', hyphenate: true, justify: true, header: () => 'Commissie', footer: (page, count) => `Pagina ${page} van ${count}` }],
  ['one column, ragged, without broken words, bare numbers', { columns: 1, font: 'Helvetica', size: 10, footer: (page) => String(page) }],
  ['two columns, justified, broken words, left and right headers', { columns: 2, font: 'Times-Roman', size: 10, hyphenate: true, justify: true, header: (page) => (page % 2 === 0 ? 'Adviescommissie' : 'Verslag hoorzitting'), footer: (page, count) => `${page} / ${count}` }],
  ['two columns, ragged, broken words, numbers between dashes', { columns: 2, font: 'Helvetica', size: 9.5, hyphenate: true, footer: (page) => `- ${page} -` }],
];

describe.each(looks)('the invented hearing in %s', (_name, look) => {
  let truth: Reading;
  let setting: Setting;
  let found: Reading;

  beforeAll(async () => {
    truth = await readingOf(new Uint8Array(readFileSync(invented)), 'hoorzitting.txt');
    setting = await layOut(modelOf(truth), look);
    found = await readingOf(setting.bytes, 'hoorzitting.pdf');
  });

  it('has every block, with its kind and its words', () => {
    expect(found.content.blocks.map(({ kind, text }) => [kind, text])).toEqual(truth.content.blocks.map(({ kind, text }) => [kind, text]));
  });

  it('has every turn with its speaker, part and section, and the facts of the whole', () => {
    expect(turnsOf(found, true)).toEqual(turnsOf(truth, true));
    expect({ ...found.document, ...theFile }).toEqual({ ...truth.document, ...theFile });
    expect(found.speakers.map(({ name, aliases, moderator }) => [name, aliases, moderator])).toEqual(truth.speakers.map(({ name, aliases, moderator }) => [name, aliases, moderator]));
  });

  it('has every page, and each block on its own', () => {
    expect(found.content.pages.map(({ page, printed }) => [page, printed])).toEqual(Array.from({ length: setting.pages }, (_, page) => [page + 1, true]));
    expect(found.content.blocks.map(({ page }) => page)).toEqual(setting.pageOf);
  });

  it('lists what was joined and taken out, and doubts nothing', () => {
    const count = (rule: string) => found.content.changes.filter((change) => change.rule === rule).length;
    expect({ dropped: count('hyphen'), kept: count('hyphen-kept') }).toEqual({ dropped: setting.broken.length, kept: setting.kept.length });
    expect(found.content.warnings).toEqual([]);
  });
});

/** What differs by itself between two files. */
const theFile = { id: '', format: '', fileName: '', sourceSha256: '', contentSha256: '' };

const writers: [string, boolean, (model: Model) => Uint8Array][] = [
  ['LibreOffice, in one column (needs LibreOffice)', present('soffice'), (model) => libreOfficePdf(model, { header: 'Commissie', columns: 1 })],
  ['LibreOffice, in two columns (needs LibreOffice)', present('soffice'), (model) => libreOfficePdf(model, { header: 'Commissie', columns: 2 })],
  ['Chromium, with soft hyphens (needs Chromium)', findChromium() !== null, chromiumPdf],
];

describe.each(writers)('the invented hearing as printed by %s', (_name, there, write) => {
  it.skipIf(!there)('is the same hearing', async () => {
    const truth = await readingOf(new Uint8Array(readFileSync(invented)), 'hoorzitting.txt');
    const found = await readingOf(write(modelOf(truth)), 'hoorzitting.pdf');
    expect(found.content.blocks.map(({ kind, text }) => [kind, text])).toEqual(truth.content.blocks.map(({ kind, text }) => [kind, text]));
    expect(turnsOf(found, true)).toEqual(turnsOf(truth, true));
  }, 180_000);
});

const shared = sharedFolder();

/**
 * What the format can't hold: where a paragraph's last line is as full as the column and the next one starts on another
 * page or column, nothing shows that it ended. And a word with a hyphen of its own at a line's end looks like a word
 * that was broken, where the document breaks words, unless spelling or the document itself says otherwise.
 */
const differences: Record<string, { mergedParagraphs: number; words: [string, string][] }> = {
  'one column, justified, broken words, a header and "Pagina 3 van 23"': { mergedParagraphs: 0, words: [] },
  'one column, ragged, without broken words, bare numbers': { mergedParagraphs: 0, words: [] },
  'two columns, justified, broken words, left and right headers': { mergedParagraphs: 2, words: [] },
  'two columns, ragged, broken words, numbers between dashes': { mergedParagraphs: 0, words: [['dag-nacht', 'dagnacht']] },
};

describe.skipIf(!shared).each(looks)('the real hearing in %s (needs the real documents)', (name, look) => {
  it('has every turn, speaker, section and page, and its text but for the differences that are named', async () => {
    const truth = await readingOf(new Uint8Array(readFileSync(path.join(shared ?? '', 'corpus', 'hearing-fibromyalgia-2022.txt'))), 'hoorzitting.txt');
    const setting = await layOut(modelOf(truth), look);
    const found = await readingOf(setting.bytes, 'hoorzitting.pdf');
    const { mergedParagraphs, words } = differences[name] ?? { mergedParagraphs: 0, words: [] };
    const named = (text: string) => words.reduce((sum, [wanted, got]) => sum.replaceAll(wanted, got), text);
    expect(JSON.parse(named(JSON.stringify(turnsOf(truth, false))))).toEqual(turnsOf(found, false));
    expect(truth.content.blocks.length - found.content.blocks.length).toBe(mergedParagraphs);
    expect(found.content.pages.map(({ page, printed }) => [page, printed])).toEqual(Array.from({ length: setting.pages }, (_, page) => [page + 1, true]));
    const firstWords = new Map(truth.content.blocks.map(({ text }, block) => [named(text).slice(0, 60), setting.pageOf[block]]));
    expect(found.content.blocks.filter(({ text, page }) => firstWords.has(text.slice(0, 60)) && firstWords.get(text.slice(0, 60)) !== page && !isLabel(text)).map(({ text }) => text)).toEqual([]);
    expect({ title: found.document.title, date: found.document.date, place: found.document.place }).toEqual({ title: truth.document.title, date: truth.document.date, place: truth.document.place });
    expect(found.content.warnings).toEqual([]);
  }, 60_000);
});

/** Labels come back on many pages. */
const isLabel = (text: string) => text.length < 60;
