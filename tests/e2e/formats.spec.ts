import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { odtXml } from '../app/importers/formats/odt-xml.ts';
import { readingOf } from '../app/importers/formats/reading.ts';
import { wordOf } from '../app/importers/formats/word-of.ts';
import { accept, chooseDocument, introduce, newProject, sampleReport, testimony } from './steps.ts';
import { expect, test } from './workbench.ts';

const said = ['De voorzitter|Wie wil er iets zeggen over de veerpont?', 'Mevrouw Ooms|Ik. De pont vaart te laat, en dat al jaren.', 'De voorzitter|Wat zou u doen?', 'Mevrouw Ooms|Eerder varen, en in de winter ook.']
  .map((line) => line.split('|'));
const escaped = (text = '') => text.replaceAll('&', '&amp;');

/** The same short conversation in formats that need no library to write. */
const conversations: Record<string, Uint8Array> = {
  'veerpont.odt': odtXml(said.map(([name, text]) => `<text:p>${escaped(name)}:</text:p><text:p>${escaped(text)}</text:p>`).join('')),
  'veerpont.html': Buffer.from(`<!doctype html><meta charset="utf-8"><script>fetch('/kwaad')</script>${said.map(([name, text]) => `<p><b>${name}:</b> ${text}</p>`).join('')}<p><a href="javascript:alert(1)">Einde.</a></p>`),
  'veerpont.csv': Buffer.from(`Spreker;Tekst\r\n${said.map(([name, text]) => `${name};"${text}"`).join('\r\n')}`),
};

test('a Word file is opened, reviewed with its turns, pages and notes, and accepted', async ({ workbenches }) => {
  const running = await workbenches.launch();
  const { page } = running;
  const { content } = await readingOf(new Uint8Array(readFileSync(sampleReport)), 'verslag.txt');
  const block = content.turns[0]?.firstBlock ?? 0;
  const file = path.join(workbenches.folders.root, 'verslag.docx');
  writeFileSync(file, await wordOf(content, [{ block, offset: 10, text: 'Uit een brief van later.' }]));
  await introduce(page);
  await newProject(page, 'Uit Word');
  await chooseDocument(running, file);
  const recognised = page.getByRole('navigation', { name: 'Herkend' });
  for (const fact of [`Beurten ${content.turns.length}`, `Bladzijden ${content.pages.length}`, 'Voetnoten 1']) await expect(recognised.getByRole('button', { name: fact })).toBeVisible();
  await accept(page);
  await expect(testimony(page)).toContainText('stapte ik uit bed en de vloer bewoog.');
  expect(running.troubles).toEqual([]);
});

test('OpenDocument, a web page and a table of turns are opened in the same way', async ({ workbenches }) => {
  const running = await workbenches.launch();
  const { page } = running;
  await introduce(page);
  await newProject(page, 'Uit van alles');
  for (const [name, bytes] of Object.entries(conversations)) {
    const file = path.join(workbenches.folders.root, name);
    writeFileSync(file, bytes);
    await chooseDocument(running, file);
    await expect(page.getByRole('navigation', { name: 'Herkend' }).getByRole('button', { name: 'Beurten 4' }), name).toBeVisible();
    await accept(page);
    await expect(testimony(page)).toContainText('De pont vaart te laat, en dat al jaren.');
  }
  await expect(page.getByRole('region', { name: /^Documenten \d/ }).getByRole('listitem')).toHaveCount(Object.keys(conversations).length);
  expect(running.troubles).toEqual([]);
});
