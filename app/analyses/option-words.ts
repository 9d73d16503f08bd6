import { querySchema } from '../../schemas/query.ts';
import type { DocumentId } from '../../schemas/ids.ts';
import type { ProjectState } from '../coding/state.ts';
import type { Analysis, AnalysisTable } from './analysis.ts';
import type { Arrangement } from './arrange.ts';
import type { Control } from './controls.ts';
import { queryWords, themeName, voiceName } from './query-words.ts';

type Options = Readonly<Record<string, unknown>>;

/** Each option with the value that was chosen, as a line: *Met subthema’s: nee*. Options that do not matter now are left out. */
export function optionLines({ controls }: Pick<Analysis, 'controls'>, options: Options, state: ProjectState, language: 'nl' | 'en'): string[] {
  return controls.filter(({ when }) => when?.(options) ?? true)
    .map((control) => `${control.name[language]}: ${valueWords(control, options[control.id], state, language)}`);
}

/** Which rows are shown where not all are: *Alleen rijen met “zorg”: 3 van 12.* */
export function filterLines({ filter }: Pick<Arrangement, 'filter'>, all: number, shown: number, language: 'nl' | 'en'): string[] {
  if (filter.trim() === '') return [];
  return [{ nl: `Alleen rijen met “${filter.trim()}”: ${shown} van ${all}.`, en: `Only rows with “${filter.trim()}”: ${shown} of ${all}.` }[language]];
}

/** By which column the rows stand in order, where one was chosen. */
export function sortLines({ sorting }: Pick<Arrangement, 'sorting'>, { columns }: Pick<AnalysisTable, 'columns'>, language: 'nl' | 'en'): string[] {
  const column = columns.find(({ id }) => id === sorting?.column);
  if (!column || !sorting) return [];
  const name = column.name[language];
  return [sorting.descending ? { nl: `Gesorteerd op ${name}, aflopend.`, en: `Sorted by ${name}, descending.` }[language] : { nl: `Gesorteerd op ${name}.`, en: `Sorted by ${name}.` }[language]];
}

function valueWords(control: Control, value: unknown, state: ProjectState, language: 'nl' | 'en'): string {
  const say = (nl: string, en: string) => ({ nl, en })[language];
  const all = say('alle', 'all');
  switch (control.kind) {
    case 'choice': return control.choices.find((choice) => choice.value === value)?.name[language] ?? String(value);
    case 'flag': return value === true ? say('ja', 'yes') : say('nee', 'no');
    case 'document': return value === null ? all : state.documents.get(value as DocumentId)?.name ?? '';
    case 'theme': return value === null ? all : themeName(state, String(value));
    case 'voice': return value === null ? all : voiceName(state, String(value));
    case 'query': {
      const parsed = querySchema.safeParse(value);
      return parsed.success ? queryWords(parsed.data, state, language) : '';
    }
    case 'number':
    case 'text': return String(value);
  }
}
