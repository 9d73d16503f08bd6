import type { CodeId, DocumentId, SpeakerId } from '../../schemas/ids.ts';
import type { Condition, QueryRelation } from '../../schemas/query.ts';
import { goneFrom, type GoneKind } from '../coding/query-names.ts';
import type { ProjectState } from '../coding/state.ts';
import { codePath } from '../coding/tree.ts';
import type { Words } from '../support/words.ts';
import { turnKindWords } from './groups.ts';

/** The name of each kind of condition, as a choice. */
export const conditionWords: Record<Condition['kind'], Words> = {
  'theme': { nl: 'thema', en: 'theme' },
  'relation': { nl: 'andere codering', en: 'other coding' },
  'speaker': { nl: 'spreker', en: 'speaker' },
  'role': { nl: 'rol', en: 'role' },
  'organisation': { nl: 'organisatie', en: 'organisation' },
  'document': { nl: 'document', en: 'document' },
  'turn-kind': { nl: 'soort beurt', en: 'kind of turn' },
  'weight': { nl: 'gewicht', en: 'weight' },
  'memo': { nl: 'memo', en: 'memo' },
  'coder': { nl: 'codeur', en: 'coder' },
  'text': { nl: 'woorden', en: 'words' },
  'group': { nl: 'groep', en: 'group' },
};

export const relationWords: Record<QueryRelation, Words> = {
  'overlapping': { nl: 'overlapt met', en: 'overlaps' },
  'within': { nl: 'ligt in', en: 'lies in' },
  'containing': { nl: 'bevat', en: 'contains' },
  'followed-by': { nl: 'gevolgd door', en: 'followed by' },
  'preceded-by': { nl: 'voorafgegaan door', en: 'preceded by' },
  'near': { nl: 'dichtbij', en: 'near' },
};

export const measuredRelations: ReadonlySet<QueryRelation> = new Set(['followed-by', 'preceded-by', 'near']);

/** What a condition named that is no longer there, as a word in its place. */
export const goneWords: Record<GoneKind, Words> = {
  'theme': { nl: 'een thema dat er niet meer is', en: 'a theme that is no longer there' },
  'speaker': { nl: 'een spreker die er niet meer is', en: 'a speaker who is no longer there' },
  'role': { nl: 'een rol die niemand meer heeft', en: 'a role that nobody has any more' },
  'organisation': { nl: 'een organisatie waar niemand meer bij hoort', en: 'an organisation to which nobody belongs any more' },
  'document': { nl: 'een document dat er niet meer is', en: 'a document that is no longer there' },
  'coder': { nl: 'een codeur die er niet meer is', en: 'a coder who is no longer there' },
};

/** The same with its name, where that is still known. */
export function goneName(kind: GoneKind, name: string | null, language: 'nl' | 'en'): string {
  return name === null ? goneWords[kind][language] : namedGone[kind][language].replace('…', () => quoted(name));
}

const namedGone: Record<GoneKind, Words> = {
  'theme': { nl: 'het thema …, dat er niet meer is', en: 'the theme …, which is no longer there' },
  'speaker': { nl: 'de spreker …, die er niet meer is', en: 'the speaker …, who is no longer there' },
  'role': { nl: 'de rol …, die niemand meer heeft', en: 'the role …, which nobody has any more' },
  'organisation': { nl: 'de organisatie …, waar niemand meer bij hoort', en: 'the organisation …, to which nobody belongs any more' },
  'document': { nl: 'het document …, dat er niet meer is', en: 'the document …, which is no longer there' },
  'coder': { nl: 'de codeur …, die er niet meer is', en: 'the coder …, who is no longer there' },
};

/** A condition as one reads it; a group's conditions between brackets. */
export function queryWords(condition: Condition, state: ProjectState, language: 'nl' | 'en'): string {
  const words = plainWords(condition, state, language);
  return condition.not ? `${{ nl: 'niet', en: 'not' }[language]} ${words}` : words;
}

function plainWords(condition: Condition, state: ProjectState, language: 'nl' | 'en'): string {
  const gone = condition.kind === 'group' ? null : goneFrom(state, condition);
  return gone === null ? wordsOf(condition, state, language) : `${leadOf(condition, language)} ${goneWords[gone][language]}`;
}

const leadOf = (condition: Condition, language: 'nl' | 'en') => (condition.kind === 'relation' ? relationWords[condition.relation] : conditionWords[condition.kind])[language];

function wordsOf(condition: Condition, state: ProjectState, language: 'nl' | 'en'): string {
  const kind = conditionWords[condition.kind][language];
  const say = (nl: string, en: string) => ({ nl, en })[language];
  switch (condition.kind) {
    case 'group': {
      if (condition.of.length === 0) return say('alle coderingen', 'all codings');
      const joined = condition.of.map((one) => (one.kind === 'group' ? `(${queryWords(one, state, language)})` : queryWords(one, state, language)));
      return joined.join(condition.match === 'all' ? say(' en ', ' and ') : say(' of ', ' or '));
    }
    case 'theme': return `${kind} ${quoted(codePath(state, condition.theme))}${condition.withSubtree ? '' : say(' (zonder subthema’s)', ' (without subthemes)')}`;
    case 'relation': {
      const other = condition.theme === null ? say('een andere codering', 'another coding') : quoted(codePath(state, condition.theme));
      const within = measuredRelations.has(condition.relation) ? say(` (hoogstens ${condition.words} woorden ertussen)`, ` (at most ${condition.words} words between)`) : '';
      return `${relationWords[condition.relation][language]} ${other}${within}`;
    }
    case 'speaker': return `${kind} ${quoted(voiceName(state, condition.voice))}`;
    case 'role': return `${kind} ${quoted(condition.role)}`;
    case 'organisation': return `${kind} ${quoted(condition.organisation)}`;
    case 'document': return `${kind} ${quoted(state.documents.get(condition.document)?.name ?? '')}`;
    case 'turn-kind': return `${kind} ${turnKindWords[condition.turnKind]?.[language] ?? condition.turnKind}`;
    case 'weight': return `${kind} ${condition.least ?? 0}–${condition.most ?? 100}`;
    case 'memo': return condition.text.trim() === '' ? say('heeft een memo', 'has a memo') : `${kind} ${say('met', 'with')} ${quoted(condition.text)}`;
    case 'coder': return `${kind} ${quoted(state.coders.get(condition.coder)?.name ?? '')}`;
    case 'text': return `${kind} ${quoted(condition.text)}`;
  }
}

/** The name of a speaker, or of a document that is one voice. */
export function voiceName(state: ProjectState, id: string): string {
  return state.speakers.get(id as SpeakerId)?.name ?? state.documents.get(id as DocumentId)?.name ?? '';
}

export const themeName = (state: ProjectState, id: string): string => codePath(state, id as CodeId);

const quoted = (name: string) => `“${name}”`;
