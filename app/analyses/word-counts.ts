import type { DocumentId } from '../../schemas/ids.ts';
import type { ProjectSnapshot } from '../coding/state.ts';
import { groupKey, groupName, type Grouping } from './groups.ts';
import type { Speech, SpeechUnit, Voice } from './speech.ts';
import { stopWords } from './stop-words.ts';
import { themesOf } from './themes.ts';
import { wordForms } from './word-forms.ts';
import { wordsCovered, wordsIn, type ScopedSpeech, type WordScope } from './word-scope.ts';

/** A word, or all forms with one stem. */
export interface CountedWord {
  count: number;
  /** How often each form is said. */
  forms: Map<string, number>;
  voices: Set<Voice['id']>;
  documents: Set<DocumentId>;
}

/** What is said in one group: all its words, and those that are counted apart, by their key. */
export interface WordGroup { id: string; name: string; total: number; words: Map<string, CountedWord> }

export interface WordOptions extends WordScope { by: Grouping | 'theme' | null; stems: boolean; withStopWords: boolean }

/**
 * Every word that is looked at, once in `all` and once in each group that it is in: groups in the order in which they are
 * first heard, themes in that of the codebook. Linear in the words and the themes over them.
 */
export function countWords(snapshot: ProjectSnapshot, options: WordOptions): { all: WordGroup; groups: WordGroup[] } {
  const all = emptyGroup('', '');
  const groups = new Map<string, WordGroup>();
  if (options.by === 'theme') for (const { id, path } of themesOf(snapshot.state, false)) groups.set(id, emptyGroup(id, path));
  for (const scoped of wordsIn(snapshot, options)) {
    const { speech, isIn } = scoped;
    const forms = wordForms(speech);
    const keysOf = keyFinder(snapshot, scoped, options.by, groups);
    for (const [at, word] of speech.words.entries()) {
      const unit = speech.units[word.unit];
      if (!unit || isIn[at] !== true) continue;
      const { form, stem } = forms[at] ?? { form: '', stem: '' };
      const isCounted = form !== '' && (options.withStopWords || !stopWords.has(form));
      for (const group of [all, ...keysOf(unit, at)]) {
        group.total += 1;
        if (isCounted) count(group.words, options.stems ? stem : form, form, unit, speech);
      }
    }
  }
  return { all, groups: [...groups.values()] };
}

/** The name of a word: its form that is said most, the first in the alphabet where several are; and all of its forms. */
export function wordName({ forms }: CountedWord): { word: string; forms: string } {
  const sorted = [...forms].toSorted(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
  return { word: sorted[0]?.[0] ?? '', forms: sorted.map(([form, times]) => `${form} (${times})`).join(', ') };
}

const emptyGroup = (id: string, name: string): WordGroup => ({ id, name, total: 0, words: new Map() });

/** The groups that a word is in, made where they are new. */
function keyFinder(
  snapshot: ProjectSnapshot, { speech, places }: ScopedSpeech, by: WordOptions['by'], groups: Map<string, WordGroup>,
): (unit: SpeechUnit, at: number) => WordGroup[] {
  if (by === null) return () => [];
  if (by === 'theme') {
    const covered = [...snapshot.state.codes.keys()].flatMap((id) => {
      const group = groups.get(id);
      return group ? [{ group, words: wordsCovered(speech, places.filter(({ coding }) => coding.codeId === id)) }] : [];
    });
    return (_, at) => covered.flatMap(({ group, words }) => (words.has(at) ? [group] : []));
  }
  return (unit) => {
    const id = groupKey(by, speech, unit);
    const group = groups.get(id) ?? emptyGroup(id, groupName(by, speech, unit));
    groups.set(id, group);
    return [group];
  };
}

function count(words: Map<string, CountedWord>, key: string, form: string, { voice }: SpeechUnit, { document }: Speech): void {
  const word = words.get(key) ?? { count: 0, forms: new Map<string, number>(), voices: new Set(), documents: new Set() };
  words.set(key, word);
  word.count += 1;
  word.forms.set(form, (word.forms.get(form) ?? 0) + 1);
  word.documents.add(document.id);
  if (voice) word.voices.add(voice.id);
}
