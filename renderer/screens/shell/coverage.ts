import { useDeferredValue, useMemo } from 'react';
import { byStart, coverage, placeCodings, touched } from '../../../app/analyses/counting.ts';
import { speechOf, type Speech } from '../../../app/analyses/speech.ts';
import type { ProjectState } from '../../../app/coding/state.ts';
import type { Document } from '../../../schemas/records/document.ts';
import { useWorkbench, type OpenProject } from '../../use-cases/workbench.ts';
import { useUi } from '../ui-state.ts';

/** Words of the speakers that count (counting.md: no moderators, no turns without a speaker), and those under any coding. */
export interface Coverage { words: number; coded: number }

/** How much of the open document is coded; null where none is open. Follows the codings a moment later. */
export function useCoverage(): Coverage | null {
  const project = useDeferredValue(useWorkbench((workbench) => workbench.project));
  const documentId = useUi((ui) => ui.documentId);
  const document = documentId === null ? undefined : project?.state.documents.get(documentId);
  return useMemo(() => (project && document ? coverageOf(project, document) : null), [project, document]);
}

/** The share of a document's words that lie under any coding, each word once. */
export function coverageOf({ projectId, state, contents }: Pick<OpenProject, 'projectId' | 'state' | 'contents'>, document: Document): Coverage {
  const snapshot = { projectId, state: only(state, document), contents };
  const [speech] = speechOf(snapshot);
  if (!speech) return { words: 0, coded: 0 };
  const words = countedWords(speech);
  const places = placeCodings(snapshot, [speech]).get(document.id);
  const covered = coverage([...(places?.values() ?? [])].flat().toSorted(byStart));
  // Two stretches with a space or nothing between them may both touch a word: it counts once.
  const coded = new Set<number>();
  for (const range of covered) {
    const { first, after } = touched(words, range);
    for (let at = first; at < after; at++) coded.add(at);
  }
  return { words: words.length, coded: coded.size };
}

/** Only this document: the others' codings are not looked at. */
function only(state: ProjectState, document: Document): ProjectState {
  const codings = new Map([...state.codings].filter(([, coding]) => coding.documentId === document.id));
  return { ...state, documents: new Map([[document.id, document]]), codings };
}

function countedWords(speech: Speech): Speech['words'] {
  return speech.words.filter(({ unit }) => {
    const voice = speech.units[unit]?.voice ?? null;
    return voice !== null && !voice.moderator;
  });
}
