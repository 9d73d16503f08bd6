import type { ProjectState } from '../../../app/coding/state.ts';
import type { Condition } from '../../../schemas/query.ts';
import type { CodeId, CoderId, DocumentId } from '../../../schemas/ids.ts';
import { choicesOf } from './choices.ts';

/** The kinds to choose from, in this order; a group has a button of its own. */
export const conditionKinds = ['theme', 'relation', 'speaker', 'role', 'organisation', 'turn-kind', 'document', 'text', 'memo', 'weight', 'coder'] as const;

/** A condition of this kind with the first of what there is to choose. */
export function newCondition(kind: Condition['kind'], state: ProjectState): Condition {
  const first = (of: Parameters<typeof choicesOf>[0]) => choicesOf(of, state)[0]?.value ?? '';
  const not = false;
  switch (kind) {
    case 'group': return { kind, not, match: 'any', of: [newCondition('theme', state)] };
    case 'theme': return { kind, not, theme: first('theme') as CodeId, withSubtree: true };
    case 'relation': return { kind, not, relation: 'overlapping', theme: null, withSubtree: true, words: 20 };
    case 'speaker': return { kind, not, voice: first('voice') };
    case 'role': return { kind, not, role: first('role') };
    case 'organisation': return { kind, not, organisation: first('organisation') };
    case 'document': return { kind, not, document: first('document') as DocumentId };
    case 'turn-kind': return { kind, not, turnKind: 'answer' };
    case 'weight': return { kind, not, least: 50, most: null };
    case 'memo': return { kind, not, text: '' };
    case 'coder': return { kind, not, coder: first('coder') as CoderId };
    case 'text': return { kind, not, text: '' };
  }
}
