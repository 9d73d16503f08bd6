import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import papaparse from 'papaparse';
import { sharedFolder } from '../shared-folder.mjs';
import {
  accept, chooseDocument, expectCount, introduce, literal, newProject, sampleReport, saved, selectPassage, status, testimony, theme, view,
} from './steps.ts';
import { expect, test } from './workbench.ts';

/** A report and passages in it to code: words of the report itself, read where they stand. */
interface Report {
  name: string;
  file: string;
  turns: number;
  pages: number;
  /** A speaker to correct, by the name that was recognised. */
  speaker: string;
  passages: () => string[];
}

const shared = sharedFolder();
const reports: (Report | null)[] = [
  {
    name: 'the sample report', file: sampleReport, turns: 36, pages: 7, speaker: 'De Brug',
    passages: () => quotations(path.resolve('renderer/sample/codings.json')),
  },
  shared === null ? null : {
    name: 'the real report', file: path.join(shared, 'corpus/hearing-fibromyalgia-2022.txt'), turns: 103, pages: 23, speaker: 'F.E.S.',
    passages: () => quotations(path.join(shared, 'gold/hearing-fibromyalgia-2022.codings.json')),
  },
];

/** Quotations that stand in one paragraph of the page, none in another, cleaned as the page shows them. */
function quotations(file: string): string[] {
  const { codings } = JSON.parse(readFileSync(file, 'utf8')) as { codings: { quotation: string }[] };
  const plain = codings.map(({ quotation }) => quotation).filter((text) => !/\n\s*\n|-\s*\n/.test(text)).map((text) => text.replaceAll(/\s+/g, ' ').trim());
  return plain.filter((text, at) => text.length < 400 && plain.every((other, otherAt) => otherAt === at || !other.includes(text) && !text.includes(other)));
}

for (const report of reports) {
  const title = report?.name ?? 'the real report (needs the real documents)';
  test(`a report is opened, reviewed, coded, undone, restarted, counted and exported: ${title}`, async ({ workbenches }) => {
    test.skip(report === null);
    test.setTimeout(240_000);
    if (report === null) return;
    let running = await workbenches.launch();
    let { page } = running;
    const undo = () => page.keyboard.press('Control+z');
    const redo = () => page.keyboard.press('Control+Shift+z');

    // What was recognised, and a speaker put right
    await introduce(page);
    await newProject(page, 'Advies');
    await chooseDocument(running, report.file);
    const recognised = page.getByRole('navigation', { name: 'Herkend' });
    await expect(recognised.getByRole('button', { name: `Beurten ${report.turns}` })).toBeVisible();
    await expect(recognised.getByRole('button', { name: `Bladzijden ${report.pages}` })).toBeVisible();
    await page.getByRole('button', { name: /^Sprekers\s?\d/ }).last().click();
    const speaker = page.getByRole('group', { name: report.speaker, exact: true }).getByLabel('Naam');
    await speaker.fill(`${report.speaker} (vereniging)`);
    await speaker.press('Enter');
    await accept(page);

    // Speakers named at their turns, pages in the margin, questions told from answers
    await expect(testimony(page)).toContainText('blz. 2');
    await expect(testimony(page).getByText('vraag').first()).toBeAttached();
    await expect(page.getByRole('button', { name: new RegExp(`^${literal(report.speaker)} \\(vereniging\\), `) })).toBeVisible();

    // Tagging by key, by palette, with a new theme, by mouse; overlapping
    const [first = '', second = '', third = '', fourth = ''] = report.passages();
    await selectPassage(page, first);
    await page.keyboard.press('1');
    await expectCount(page, 'diagnosevertraging', 1);
    await selectPassage(page, second);
    await page.keyboard.press('t');
    await page.keyboard.type('mante');
    await page.keyboard.press('Enter');
    await expectCount(page, 'mantelzorg', 1);
    await selectPassage(page, second);
    await page.keyboard.press('t');
    await page.keyboard.type('geduld van naasten');
    await page.keyboard.press('Enter');
    await expectCount(page, 'geduld van naasten', 1);
    await selectPassage(page, third);
    await page.getByRole('toolbar', { name: 'Thema voor de selectie' }).getByRole('button', { name: 'Thema UWV-keuring zetten' }).click();
    await expectCount(page, 'UWV-keuring', 1);
    await expect(status(page)).toContainText('4 van 4 coderingen geverifieerd');

    // A weight, once they are asked for, with what the field announces while it is typed
    await page.keyboard.press('Control+Comma');
    await page.getByRole('checkbox', { name: 'Coderingen een gewicht van 0 tot 100 geven' }).check({ force: true });
    await page.keyboard.press('Escape');
    const weight = page.getByRole('textbox', { name: 'Gewicht' });
    await weight.fill('75');
    await weight.press('Enter');
    await weight.fill('80');
    await weight.press('Enter');
    await expect(weight).toHaveValue('80');

    // Themes: renamed, recoloured, defined; nested; merged; deleted
    await theme(page, 'geduld van naasten').click();
    await page.keyboard.press('F2');
    const editor = page.getByRole('dialog', { name: /^Thema .* wijzigen$/ });
    await editor.getByLabel('Naam').fill('geduld');
    await editor.getByLabel('Definitie').fill('Wat naasten verdragen.');
    await editor.getByRole('radio', { name: 'bruin' }).check({ force: true });
    await page.getByRole('button', { name: 'Klaar' }).click();
    await expectCount(page, 'geduld', 1);
    await theme(page, 'geduld').click();
    await page.keyboard.press('Alt+ArrowRight');
    await expect(theme(page, 'geduld')).toHaveAttribute('aria-level', '2');
    await theme(page, 'geduld').getByRole('button', { name: 'Wat kan met geduld' }).click();
    await page.getByRole('menuitem', { name: 'Samenvoegen met …' }).click();
    const merge = page.getByRole('dialog', { name: 'geduld samenvoegen' });
    await merge.getByRole('button', { name: /Gaat op in/ }).click();
    await page.getByRole('option', { name: 'UWV-keuring' }).click();
    await merge.getByRole('button', { name: 'Samenvoegen', exact: true }).click();
    await expect(theme(page, 'geduld')).toHaveCount(0);
    await expectCount(page, 'UWV-keuring', 2);
    await theme(page, 'mantelzorg').click();
    await page.keyboard.press('Delete');
    await expect(theme(page, 'mantelzorg')).toHaveCount(0);

    // Everything undone and redone, also after a restart
    await undo();
    await expectCount(page, 'mantelzorg', 1);
    await undo();
    await expectCount(page, 'geduld', 1);
    await expectCount(page, 'UWV-keuring', 1);
    await redo();
    await expectCount(page, 'UWV-keuring', 2);
    await saved(page);
    await running.close();

    running = await workbenches.launch();
    page = running.page;
    await page.getByRole('button', { name: /^Advies/ }).click();
    await expectCount(page, 'UWV-keuring', 2);
    await expect(status(page)).toContainText('4 van 4 coderingen geverifieerd');
    await redo();
    await expect(theme(page, 'mantelzorg')).toHaveCount(0);
    // Back through delete, merge, move, and the three corrections of the theme, and forth again.
    for (const name of ['mantelzorg', 'geduld']) {
      await undo();
      await expect(theme(page, name)).toHaveCount(1);
    }
    await undo();
    await expect(theme(page, 'geduld')).toHaveAttribute('aria-level', '1');
    for (let correction = 0; correction < 3; correction += 1) await undo();
    await expectCount(page, 'geduld van naasten', 1);
    for (let step = 0; step < 6; step += 1) await redo();
    await expect(theme(page, 'mantelzorg')).toHaveCount(0);
    await undo();
    await expectCount(page, 'mantelzorg', 1);

    // The passages of a theme, and back to one in its place
    await selectPassage(page, fourth);
    await page.keyboard.press('2');
    await expectCount(page, 'UWV-keuring', 3);
    await view(page, 'Passages').click();
    const list = page.getByRole('region', { name: 'Passages' }).last();
    await expect(list.getByRole('button', { name: fourth })).toBeVisible();
    await expect(list).toContainText('blz.');
    await list.getByRole('button', { name: fourth }).click();
    await expect(testimony(page)).toBeVisible();
    await page.keyboard.press('Shift+Enter');
    await expect(page.getByRole('complementary', { name: 'Details' }).or(page.getByRole('region', { name: 'Details' })).getByText(fourth)).toBeVisible();

    // A passage for a letter
    await page.keyboard.press('c');
    const copied = await page.evaluate(() => navigator.clipboard.readText()).catch(() => null);
    if (copied !== null) {
      expect(copied).toContain(fourth);
      expect(copied).toMatch(/blz\. \d+/);
    }

    // The dataset: every offset leads to its quotation
    await page.keyboard.press('Control+e');
    const dialog = page.getByRole('dialog', { name: 'Exporteren' });
    const dataset = await running.save(() => dialog.getByRole('button', { name: 'Gecodeerde dataset exporteren' }).click());
    expect(dataset.name).toMatch(/\.zip$/);
    expectDataset(dataset.bytes, 5);
    const frequencies = await running.save(() => dialog.getByRole('button', { name: 'Themafrequenties exporteren' }).click());
    const counted = papaparse.parse<Record<string, string>>(text(unzipSync(frequencies.bytes), 'frequencies.csv'), { header: true, skipEmptyLines: true }).data;
    expect(Object.fromEntries(counted.map((row) => [row['code'], row['codings']]))).toMatchObject({ 'UWV-keuring': '3', 'diagnosevertraging': '1', 'mantelzorg': '1' });
    const word = await running.save(() => dialog.getByRole('button', { name: 'Passages per thema (Word) exporteren' }).click());
    expect(text(unzipSync(word.bytes), 'word/document.xml').replaceAll(/<[^>]+>/g, '')).toContain(xml(fourth));
    const markdown = await running.save(() => dialog.getByRole('button', { name: 'Passages per thema (Markdown) exporteren' }).click());
    expect(new TextDecoder().decode(markdown.bytes).replaceAll('\\', '')).toContain(fourth);
    const project = await running.save(() => dialog.getByRole('button', { name: 'Project opslaan als bestand' }).click());
    expect(project.name).toMatch(/\.hoorwerk$/);
    await page.keyboard.press('Escape');
    expect(running.troubles).toEqual([]);
    await running.close();

    // Elsewhere: another machine's data folder and profile
    const file = path.join(workbenches.folders.root, project.name);
    writeFileSync(file, project.bytes);
    const elsewhere = await workbenches.launch({ data: path.join(workbenches.folders.root, 'data-2'), profile: path.join(workbenches.folders.root, 'profile-2') });
    await introduce(elsewhere.page, 'Bram Smit');
    await elsewhere.choose([file], () => elsewhere.page.getByRole('button', { name: 'Open een projectbestand' }).click());
    await expectCount(elsewhere.page, 'UWV-keuring', 3);
    await expect(status(elsewhere.page)).toContainText('5 van 5 coderingen geverifieerd');
    expect(elsewhere.troubles).toEqual([]);
  });
}

function expectDataset(zip: Uint8Array, codings: number): void {
  const files = unzipSync(zip);
  const { data: rows } = papaparse.parse<Record<string, string>>(text(files, 'segments.csv'), { header: true, skipEmptyLines: true });
  expect(rows).toHaveLength(codings);
  const documents = Object.entries(files).filter(([name]) => name.startsWith('documents/'));
  expect(documents).toHaveLength(1);
  const bytes = documents[0]?.[1] ?? new Uint8Array();
  const points = [...new TextDecoder().decode(bytes)];
  const hash = createHash('sha256').update(bytes).digest('hex');
  for (const row of rows) {
    expect(points.slice(Number(row['text_start']), Number(row['text_end'])).join('')).toBe(row['quotation']);
    expect(row['text_sha256']).toBe(hash);
  }
  expect(Object.keys(files)).toEqual(expect.arrayContaining(['dataset.json', 'dataset.schema.json', 'codebook.csv', 'speakers.csv', 'turns.csv', 'segments.xlsx', 'README.txt']));
}

const xml = (words: string) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const text = (files: Record<string, Uint8Array>, name: string) => new TextDecoder().decode(files[name]);
