import type { ProjectSnapshot } from '../coding/state.ts';
import type { Words } from '../support/words.ts';
import { touched, type Places } from './counting.ts';
import type { Group } from './groups.ts';
import { counts, type Scope } from './scope.ts';
import type { Speech } from './speech.ts';

/** A number with its noun: *1 woord*, *2.914 woorden*. */
export function amount(count: number, nl: readonly [string, string], en: readonly [string, string]): Words {
  const of = (language: 'nl' | 'en', [one, many]: readonly [string, string]) =>
    `${new Intl.NumberFormat(language).format(count)} ${count === 1 ? one : many}`;
  return { nl: of('nl', nl), en: of('en', en) };
}

/** Of how many words by how many speakers the shares are. */
export function countedNote({ words, voices }: Pick<Group, 'words' | 'voices'>): Words {
  const said = amount(words, ['woord', 'woorden'], ['word', 'words']);
  const by = amount(voices.size, ['spreker', 'sprekers'], ['speaker', 'speakers']);
  return { nl: `Geteld: ${said.nl} van ${by.nl}.`, en: `Counted: ${said.en} by ${by.en}.` };
}

/** How many codings of these documents are in no figure, and why; none where all are. */
export function leftOutNotes(
  snapshot: ProjectSnapshot, speeches: readonly Speech[], places: Places, scope: Pick<Scope, 'document' | 'includeModerators'>,
): Words[] {
  const looked = new Set(speeches.map(({ document }) => document.id));
  const asked = [...snapshot.state.codings.values()].filter(({ documentId }) => scope.document === null || documentId === scope.document);
  const all = asked.filter(({ documentId }) => looked.has(documentId)).length;
  let placed = 0;
  let counted = 0;
  for (const speech of speeches) {
    const isCounted = speech.units.map((unit) => counts(unit, scope));
    for (const place of [...(places.get(speech.document.id)?.values() ?? [])].flat()) {
      const { first, after } = touched(speech.units, place);
      placed += 1;
      if (isCounted.slice(first, after).includes(true)) counted += 1;
    }
  }
  return [...outside(placed - counted, scope), ...lost(all - placed), ...textless(asked.length - all)];
}

function outside(count: number, { includeModerators }: Pick<Scope, 'includeModerators'>): Words[] {
  if (count === 0) return [];
  const these = amount(count, ['codering telt', 'coderingen tellen'], ['coding is', 'codings are']);
  return [includeModerators
    ? { nl: `${these.nl} niet mee: buiten de beurten.`, en: `${these.en} not counted: outside the turns.` }
    : {
      nl: `${these.nl} niet mee: buiten de beurten, of alleen in beurten van gespreksleiders of zonder spreker.`,
      en: `${these.en} not counted: outside the turns, or only in turns of moderators or without a speaker.`,
    }];
}

function lost(count: number): Words[] {
  if (count === 0) return [];
  const these = amount(count, ['codering is niet teruggevonden in de tekst en telt niet mee.', 'coderingen zijn niet teruggevonden in de tekst en tellen niet mee.'],
    ['coding was not found in the text and is not counted.', 'codings were not found in the text and are not counted.']);
  return [these];
}

function textless(count: number): Words[] {
  if (count === 0) return [];
  const these = amount(count, ['codering in een document waarvan de tekst ontbreekt, telt niet mee.', 'coderingen in documenten waarvan de tekst ontbreekt, tellen niet mee.'],
    ['coding in a document whose text is missing is not counted.', 'codings in documents whose text is missing are not counted.']);
  return [these];
}
