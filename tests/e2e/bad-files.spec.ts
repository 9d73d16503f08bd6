import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { recordsVersion } from '../../schemas/upgrades/index.ts';
import { keptFiles } from './data-folder.ts';
import { inventedParagraph } from './invented-text.ts';
import { accept, chooseDocument, expectCount, introduce, newProject, sampleReport, saved, selectPassage, testimony, turnsInReview } from './steps.ts';
import { expect, test } from './workbench.ts';

/** One red dot: a real PNG. */
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==', 'base64');
const pdf = Buffer.from('%PDF-1.4\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n2 0 obj << /Type /Pages /Kids [] /Count 0 >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n');
const docx = (xml: string) => Buffer.from(zipSync({
  '[Content_Types].xml': strToU8('<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
  'word/document.xml': strToU8(`<?xml version="1.0"?>${xml}`),
}));
const emptyWord = docx('<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body/></w:document>');
const entities = docx('<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><d>&b;</d>');

/** What is refused, with what happened and what the message tells to do. */
const refused = [
  { name: 'leeg.txt', bytes: Buffer.alloc(0), says: ['Dit bestand is leeg', 'Kies een ander bestand'] },
  { name: 'witruimte.txt', bytes: Buffer.from(' \n\t\r\n   \n\n'), says: ['Dit bestand is leeg', 'Kies een ander bestand'] },
  { name: 'verslag.txt', bytes: png, says: ['Dit is geen tekstbestand', 'Bewaar het document als platte tekst (.txt)'] },
  { name: 'verslag.pdf', bytes: pdf, says: ['zo beschadigd', 'Haal het opnieuw op'] },
  { name: 'verslag.docx', bytes: emptyWord, says: ['Dit bestand is leeg', 'Kies een ander bestand'] },
  { name: 'half.docx', bytes: emptyWord.subarray(0, 200), says: ['beschadigd of niet volledig', 'bewaar het opnieuw'] },
  { name: 'kwaad.docx', bytes: entities, says: ['dat kwaad wil', 'bewaar het opnieuw'] },
  { name: 'leden.csv', bytes: Buffer.from('naam;leeftijd\nBos;44\n'), says: ['"naam", "leeftijd"', 'een kolom spreker'] },
];

test('what is no text is refused with what to do, and nothing of it is kept', async ({ workbenches }) => {
  const running = await workbenches.launch();
  const { page } = running;
  await introduce(page);
  await newProject(page, 'Vreemde bestanden');
  await saved(page);
  const before = keptFiles(workbenches.folders.data);
  for (const { name, bytes, says } of refused) {
    const file = path.join(workbenches.folders.root, name);
    writeFileSync(file, bytes);
    await running.choose([file], () => page.keyboard.press('Control+i'));
    await expectRefusal(page, says);
    await expect(page.getByRole('button', { name: 'Documenten' })).toContainText('0 documenten');
    await expect(page.getByRole('button', { name: 'Opnemen in het project' })).toHaveCount(0);
  }
  await page.getByRole('navigation', { name: 'Weergaven' }).getByRole('button', { name: 'Geschiedenis' }).click();
  await expect(page.getByText('1 stap', { exact: true })).toBeAttached();
  expect(keptFiles(workbenches.folders.data)).toEqual(before);
  expect(running.troubles).toEqual([]);
});

test('other encodings and line ends give the same text and the same turns', async ({ workbenches }) => {
  const running = await workbenches.launch();
  const { page } = running;
  const original = readFileSync(sampleReport, 'utf8');
  await introduce(page);
  await newProject(page, 'Gewaden');
  await chooseDocument(running, sampleReport);
  const turns = await turnsInReview(page);
  expect(turns).toBeGreaterThan(20);
  await accept(page);
  const text = await testimonyText(page);
  expect(text.join(' ')).toContain('De cliënt vult vooraf zeven dagen in wat hij deed');

  const versions: [string, Buffer][] = [
    ['utf-16-le.txt', Buffer.from(`\uFEFF${original}`, 'utf16le')],
    ['utf-16-be.txt', Buffer.from(`\uFEFF${original}`, 'utf16le').swap16()],
    ['windows-1252.txt', windows1252(original)],
    ['crlf.txt', Buffer.from(original.replaceAll('\n', '\r\n'))],
  ];
  for (const [name, bytes] of versions) {
    const file = path.join(workbenches.folders.root, name);
    writeFileSync(file, bytes);
    await chooseDocument(running, file);
    expect(await turnsInReview(page), name).toBe(turns);
    await accept(page);
    expect(await testimonyText(page), name).toEqual(text);
  }
  await expect(page.getByRole('region', { name: /^Documenten \d/ }).getByRole('listitem')).toHaveCount(1 + versions.length);
  expect(running.troubles).toEqual([]);
});

test('a text without recognisable structure opens as one voice', async ({ workbenches }) => {
  const running = await workbenches.launch();
  const { page } = running;
  const file = path.join(workbenches.folders.root, 'aantekeningen.txt');
  writeFileSync(file, `${inventedParagraph(1)}\n\n${inventedParagraph(2)}\n\n${inventedParagraph(3)}\n`);
  await introduce(page);
  await newProject(page, 'Zonder opbouw');
  await chooseDocument(running, file);
  await expect(page.getByText('geen opbouw herkend')).toBeVisible();
  await expect(page.getByText('De hele tekst telt als één stem')).toBeVisible();
  await accept(page);
  await selectPassage(page, 'In verhaal 2 ging het zo.');
  await page.keyboard.press('2');
  await expectCount(page, 'UWV-keuring', 1);
  expect(running.troubles).toEqual([]);
});

test('a project file that is cut, newer or none at all is refused, and the list of projects stays as it was', async ({ workbenches }) => {
  const running = await workbenches.launch();
  const { page } = running;
  const whole = readFileSync('dist/renderer/sample.hoorwerk');
  await introduce(page);
  await newProject(page, 'Wat er al was');
  await saved(page);
  await closeProject(page);
  const projects = page.getByRole('main').getByRole('listitem');
  await expect(projects).toHaveCount(1);
  const listed = await projects.allTextContents();
  const before = keptFiles(workbenches.folders.data);

  const cut = ['beschadigd of niet volledig', 'Er is niets ingelezen'];
  const files: [string, Uint8Array, string[]][] = [
    ['half.hoorwerk', whole.subarray(0, Math.floor(whole.length / 2)), cut],
    ['bijna.hoorwerk', whole.subarray(0, whole.length - 30), cut],
    ['nieuwer.hoorwerk', ofNewerVersion(whole), ['nieuwere versie van Hoorwerk', 'Werk Hoorwerk bij']],
    ['geen-project.hoorwerk', Buffer.from(inventedParagraph(1)), ['geen projectbestand van Hoorwerk']],
  ];
  for (const [name, bytes, says] of files) {
    const file = path.join(workbenches.folders.root, name);
    writeFileSync(file, bytes);
    await running.choose([file], () => page.keyboard.press('Control+o'));
    await expectRefusal(page, says);
    await expect(page.getByRole('button', { name: 'Nieuw project' })).toBeVisible();
    expect(await projects.allTextContents(), name).toEqual(listed);
  }
  expect(keptFiles(workbenches.folders.data)).toEqual(before);

  // The same file, whole, does open: it was the damage that was refused.
  const file = path.join(workbenches.folders.root, 'heel.hoorwerk');
  writeFileSync(file, whole);
  await running.choose([file], () => page.keyboard.press('Control+o'));
  await expect(testimony(page)).toBeVisible();
  expect(running.troubles).toEqual([]);
});

test('files can be dropped on the window: a project file is opened, a document is reviewed', async ({ workbenches }) => {
  const running = await workbenches.launch();
  const { page } = running;
  await introduce(page);
  await drop(page, 'voorbeeld.hoorwerk', readFileSync('dist/renderer/sample.hoorwerk'));
  await expect(testimony(page)).toBeVisible();
  await expect(page.getByText(/(\d+) van \1 coderingen geverifieerd/)).toBeVisible();

  await drop(page, 'gesleept.txt', Buffer.from(`${inventedParagraph(7)}\n\n${inventedParagraph(8)}\n`));
  await accept(page);
  await expect(testimony(page)).toContainText('In verhaal 7 ging het zo.');

  // On the start screen a document begins a project of its own, named after the file.
  await closeProject(page);
  await drop(page, 'gesprek-in-assen.txt', Buffer.from(`${inventedParagraph(9)}\n`));
  await accept(page);
  await expect(page).toHaveTitle('gesprek-in-assen · Hoorwerk');

  await drop(page, 'foto.txt', png);
  await expectRefusal(page, ['Dit is geen tekstbestand']);
  expect(running.troubles).toEqual([]);
});

/** The message is there with these words; it is closed again. */
async function expectRefusal(page: Page, says: readonly string[]): Promise<void> {
  const notices = page.getByRole('region', { name: 'Berichten' });
  for (const words of says) await expect(notices).toContainText(words);
  await notices.getByRole('button', { name: 'Sluiten' }).click();
  await expect(notices.getByRole('button')).toHaveCount(0);
}

async function closeProject(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Menu van Hoorwerk' }).click();
  await page.getByRole('menuitem', { name: 'Sluit het project' }).click();
  await expect(page.getByRole('button', { name: 'Nieuw project' })).toBeVisible();
}

/** The blocks of the page, also those that are out of sight. */
const testimonyText = (page: Page) => testimony(page).evaluate((root) => [...root.querySelectorAll('p, li, h1, h2, h3')].map((block) => block.textContent));

/** As a user lets a file go over the window. */
async function drop(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  await page.evaluate(([fileName, base64]) => {
    const data = new DataTransfer();
    data.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], fileName));
    const at = document.elementFromPoint(innerWidth / 2, innerHeight / 2) ?? document.body;
    for (const kind of ['dragenter', 'dragover', 'drop']) at.dispatchEvent(new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }));
  }, [name, Buffer.from(bytes).toString('base64')] as const);
}

/** The file as a program of a later format would write it. */
function ofNewerVersion(bytes: Uint8Array): Uint8Array {
  const entries = unzipSync(bytes);
  const manifest = JSON.parse(Buffer.from(entries['manifest.json'] ?? []).toString('utf8')) as Record<string, unknown>;
  return zipSync({ ...entries, 'manifest.json': strToU8(JSON.stringify({ ...manifest, formatVersion: recordsVersion + 1, minReaderVersion: recordsVersion + 1 })) });
}

/** The bytes in Windows-1252; what it lacks would be a mistake in the sample. */
function windows1252(text: string): Buffer {
  const upper: Record<string, number> = { '€': 0x80, '…': 0x85, '‘': 0x91, '’': 0x92, '“': 0x93, '”': 0x94, '•': 0x95, '–': 0x96, '—': 0x97 };
  return Buffer.from(Array.from(text, (letter) => {
    const code = upper[letter] ?? letter.charCodeAt(0);
    if (code > 0xff) throw new Error(`Windows-1252 has no ${letter}`);
    return code;
  }));
}
