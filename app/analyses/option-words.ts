import { querySchema } from '../../schemas/query.ts';
import type { DocumentId } from '../../schemas/ids.ts';
import type { ProjectState } from '../coding/state.ts';
import type { Analysis } from './analysis.ts';
import type { Control } from './controls.ts';
import { queryWords, themeName, voiceName } from './query-words.ts';

type Options = Readonly<Record<string, unknown>>;

/** Each option with the value that was chosen, as a line: *Met subthema’s: nee*. Options that do not matter now are left out. */
export function optionLines({ controls }: Pick<Analysis, 'controls'>, options: Options, state: ProjectState, language: 'nl' | 'en'): string[] {
  return controls.filter(({ when }) => when?.(options) ?? true)
    .map((control) => `${control.name[language]}: ${valueWords(control, options[control.id], state, language)}`);
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
