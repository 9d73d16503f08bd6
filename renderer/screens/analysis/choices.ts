import type { ProjectState } from '../../../app/coding/state.ts';
import { codeTree, flattenTree } from '../../../app/coding/tree.ts';

export interface Choice { value: string; label: string }

/** The project's things of one kind, to choose from; themes in their tree. */
export function choicesOf(kind: 'document' | 'theme' | 'voice' | 'role' | 'organisation' | 'coder', state: ProjectState): Choice[] {
  const named = (records: Iterable<{ id: string; name: string }>) => [...records].map(({ id, name }) => ({ value: id, label: name }));
  const values = (all: Iterable<string | null>) => [...new Set(all)].filter((one) => one !== null).map((value) => ({ value, label: value }));
  switch (kind) {
    case 'document': return named(state.documents.values());
    case 'theme': return flattenTree(codeTree(state)).map(({ code, depth }) => ({ value: code.id, label: `${'\u2003'.repeat(depth)}${code.name}` }));
    // A document without turns is one voice, named after it.
    case 'voice': return [...named(state.speakers.values()), ...named(state.documents.values())];
    case 'role': return values([...state.speakers.values()].map(({ role }) => role));
    case 'organisation': return values([...state.speakers.values()].map(({ organisation }) => organisation));
    case 'coder': return named(state.coders.values());
  }
}
