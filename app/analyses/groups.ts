import { z } from 'zod';
import type { ProjectSnapshot } from '../coding/state.ts';
import type { Words } from '../support/words.ts';
import type { AnalysisColumn } from './analysis.ts';
import type { Speech, SpeechUnit, Voice } from './speech.ts';
import { counts, type Scope } from './scope.ts';

/** By what speech can be split. Each word is in one group. */
export const groupings = ['speaker', 'role', 'organisation', 'document', 'turn-kind'] as const;
export const groupingSchema = z.enum(groupings);
export type Grouping = z.output<typeof groupingSchema>;

/** A group: what it is called, how many words in it count, and who says them. */
export interface Group { name: string; words: number; voices: Set<Voice['id']> }

/** The key of the group that a unit is in; empty where it has no speaker, role, organisation or kind. */
export function groupKey(by: Grouping, { document }: Speech, { voice, kind }: SpeechUnit): string {
  switch (by) {
    case 'speaker': return voice?.id ?? '';
    case 'role': return voice?.role ?? '';
    case 'organisation': return voice?.organisation ?? '';
    case 'document': return document.id;
    case 'turn-kind': return kind ?? '';
  }
}

/** What the group of a unit is called. */
export function groupName(by: Grouping, speech: Speech, unit: SpeechUnit): string {
  if (by === 'document') return speech.document.name;
  return by === 'speaker' ? (unit.voice?.name ?? '') : groupKey(by, speech, unit);
}

/**
 * The groups of the speech that counts, by key, in the order in which they are first heard; the group without a name
 * last. Null: all in one group, with an empty key.
 */
export function groupsOf(speeches: readonly Speech[], by: Grouping | null, scope: Pick<Scope, 'includeModerators'>): Map<string, Group> {
  const groups = new Map<string, Group>();
  for (const speech of speeches) {
    for (const [at, unit] of speech.units.entries()) {
      if (!counts(unit, scope)) continue;
      const key = by === null ? '' : groupKey(by, speech, unit);
      const group = groups.get(key) ?? { name: by === null ? '' : groupName(by, speech, unit), words: 0, voices: new Set() };
      groups.set(key, group);
      const words = (speech.firstWords[at + 1] ?? 0) - (speech.firstWords[at] ?? 0);
      group.words += words;
      if (words > 0 && unit.voice) group.voices.add(unit.voice.id);
    }
  }
  return new Map([...groups].toSorted(([a], [b]) => Number(a === '') - Number(b === '')));
}

/** The coders of the project as groups that all have the same words: those that everybody could code. */
export function coderGroups({ state }: ProjectSnapshot, total: Group): Map<string, Group> {
  return new Map([...state.coders.values()].map(({ id, name }) => [id, { ...total, name }]));
}

/** The name of each split: as a choice (*per spreker*) and as a column (*Spreker*). */
export const groupingWords: Record<Grouping | 'coder', { per: Words; column: Words }> = {
  'speaker': { per: { nl: 'per spreker', en: 'by speaker' }, column: { nl: 'Spreker', en: 'Speaker' } },
  'role': { per: { nl: 'per rol', en: 'by role' }, column: { nl: 'Rol', en: 'Role' } },
  'organisation': { per: { nl: 'per organisatie', en: 'by organisation' }, column: { nl: 'Organisatie', en: 'Organisation' } },
  'document': { per: { nl: 'per document', en: 'by document' }, column: { nl: 'Document', en: 'Document' } },
  'turn-kind': { per: { nl: 'per soort beurt', en: 'by kind of turn' }, column: { nl: 'Soort beurt', en: 'Kind of turn' } },
  'coder': { per: { nl: 'per codeur', en: 'by coder' }, column: { nl: 'Codeur', en: 'Coder' } },
};

export const turnKindWords: Record<string, Words> = {
  presentation: { nl: 'presentatie', en: 'presentation' },
  question: { nl: 'vraag', en: 'question' },
  answer: { nl: 'antwoord', en: 'answer' },
  remark: { nl: 'opmerking', en: 'remark' },
  closing: { nl: 'afsluiting', en: 'closing' },
};

const nameless: Record<Grouping | 'coder', Words> = {
  'speaker': { nl: 'zonder spreker', en: 'without speaker' },
  'role': { nl: 'zonder rol', en: 'without role' },
  'organisation': { nl: 'zonder organisatie', en: 'without organisation' },
  'document': { nl: '', en: '' },
  'turn-kind': { nl: 'geen beurt', en: 'no turn' },
  'coder': { nl: '', en: '' },
};

/** The columns of a group: its name, and what programs go by. */
export function groupColumns(by: Grouping | 'coder' | null): AnalysisColumn[] {
  const name = by === null ? { nl: 'Per', en: 'By' } : groupingWords[by].column;
  const terms = by === null ? {} : { terms: { ...(by === 'turn-kind' ? turnKindWords : {}), '': nameless[by] } };
  return [
    { id: 'by', name, unit: 'text', ...terms },
    { id: 'by_id', name: { nl: 'Kenmerk', en: 'Identifier' }, unit: 'text', only: 'programs' },
  ];
}
