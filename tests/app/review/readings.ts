import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { importDocument } from '../../../app/importers/import-document.ts';
import type { Reading } from '../../../app/importers/importer.ts';

const folder = fileURLToPath(new URL('../../fixtures/minutes/', import.meta.url));

/** Minutes of many forms, all invented. */
export const minutes: readonly string[] = readdirSync(folder).filter((name) => /\.(txt|md)$/.test(name));

/** A text, or minutes by their file name, as the workbench reads them. */
export async function read(text: string, fileName = 'zitting.txt'): Promise<Reading> {
  const source = minutes.includes(text) ? readFileSync(`${folder}${text}`, 'utf8') : text;
  const result = await importDocument(new TextEncoder().encode(source), { fileName: minutes.includes(text) ? text : fileName, now: '2026-01-02T03:04:05.000Z' });
  if (!result.ok) throw new Error(result.problem.message);
  return result.value;
}

/** The letters of a text without white space. */
export const letters = (text: string): string => text.replaceAll(/\s/gu, '');

/** The letters of a content, block after block. */
export const lettersIn = ({ content }: Reading): string => letters(content.blocks.map((block) => block.text).join(''));

/**
 * A hearing of three pages with all that an import changes: running titles and page numbers, in a sentence and between
 * paragraphs; words broken at a line's end, one over a page; bullets; names on the line with what is said.
 */
export const hearing = [
  'Verslag van de avond over de bakfiets', '14 maart 2024, Assen', '',
  'Bijdrage van de fietsers', '',
  'Voorzitter: Goedenavond. Wie wil er beginnen met vertellen hoe het was?', '',
  'Vera Blom: Ik reed die ochtend met mijn bakfiets naar de markt en zag dat de brug open-',
  'stond. De brug openstond had ik niet verwacht, want het was nog lang geen', '',
  'Avond over de bakfiets', '1 van 3', '',
  'tijd voor de eerste boot. Toen heb ik', '• gewacht,', '• gebeld en', '• gezwaaid.', '',
  'Voorzitter: En wat zei de brugwachter?', '',
  'Vera Blom: Mijn punt is dit: hij zei niets. Niemand zegt ooit iets over een bakfiets, en dat is na twintig jaar heel vermoei-', '',
  'Avond over de bakfiets', '2 van 3', '',
  'end. Het is vermoeiend.', '',
  'Bijdrage van de gemeente', '',
  'Voorzitter: Dan nu de gemeente. Gaat uw gang.', '',
  'Wim de Wit: Wij hebben de brug verhoogd. Bakfietsen passen er nu onderdoor, al is het krap.', '',
  'Voorzitter: Hoe krap?', '',
  'Wim de Wit: Met een kind erin: net.', '',
  'Avond over de bakfiets', '3 van 3',
].join('\n');
