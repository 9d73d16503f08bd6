import { codePath } from '../../../app/coding/tree.ts';
import { type MessageKey, t } from '../../i18n/index.ts';
import { plainTextOf } from '../../use-cases/plain-text-of.ts';
import { useWorkbench, type OpenProject } from '../../use-cases/workbench.ts';
import { goToFound } from '../reading/excursions.ts';
import { useUi } from '../ui-state.ts';
import { effectiveCommands, isEnabled, useCommands } from './commands.ts';
import { fuzzyMatch } from './fuzzy.ts';
import { findInText } from './find-in-text.ts';

/** One line of the palette. */
export interface Entry {
  id: string;
  group: MessageKey;
  label: string;
  /** UTF-16 indexes in the label that the query hit. */
  hits: readonly number[];
  detail?: string;
  color?: string;
  keys?: string;
  run(): void;
}

const most = { themes: 8, documents: 8, text: 8 } as const;

/** What fits the query, best first in each group; without a query, every command that can be done now. */
export function entriesFor(query: string): Entry[] {
  const { project } = useWorkbench.getState();
  const sought = query.trim();
  const commands = rank(sought, commandEntries());
  if (!project || sought === '') return commands;
  return [
    ...commands,
    ...rank(sought, themeEntries(project)).slice(0, most.themes),
    ...rank(sought, documentEntries(project)).slice(0, most.documents),
    ...textEntries(sought, project),
  ];
}

/** Sorted by fit within each group, the groups by their best. */
function rank(query: string, entries: readonly Entry[]): Entry[] {
  if (query === '') return [...entries];
  const fits = entries.flatMap((entry) => {
    const match = fuzzyMatch(query, entry.label);
    return match ? [{ entry: { ...entry, hits: match.hits }, score: match.score }] : [];
  });
  const best = new Map<MessageKey, number>();
  for (const { entry, score } of fits) best.set(entry.group, Math.max(score, best.get(entry.group) ?? -Infinity));
  const ofGroup = ({ group }: Entry) => best.get(group) ?? 0;
  return fits
    .toSorted((a, b) => ofGroup(b.entry) - ofGroup(a.entry) || a.entry.group.localeCompare(b.entry.group) || b.score - a.score)
    .map(({ entry }) => entry);
}

function commandEntries(): Entry[] {
  const commands = effectiveCommands(useCommands.getState().commands).filter((command) => command.hidden !== true && isEnabled(command));
  const groups = [...new Set(commands.map(({ group }) => group))];
  return groups.flatMap((group) => commands.filter((command) => command.group === group)).map((command) => ({
    id: command.id, group: command.group, label: t(command.title), hits: [], run: command.run,
    ...(command.keys === undefined ? {} : { keys: command.keys }),
  }));
}

function themeEntries({ state }: OpenProject): Entry[] {
  return [...state.codes.values()].map((code) => ({
    id: `theme ${code.id}`, group: 'group.themes', label: codePath(state, code.id), hits: [], color: code.color,
    run: () => useUi.setState({ codeId: code.id, view: 'passages' }),
  }));
}

function documentEntries({ state }: OpenProject): Entry[] {
  return [...state.documents.values()].map((document) => ({
    id: `document ${document.id}`, group: 'group.documents', label: document.name, hits: [],
    run: () => useUi.setState({ documentId: document.id, view: 'reading' }),
  }));
}

/** The words as they stand in the documents, the open one first. */
function textEntries(query: string, { state }: OpenProject): Entry[] {
  if (query.length < 3) return [];
  const open = useUi.getState().documentId;
  const documents = [...state.documents.values()].toSorted((a, b) => Number(b.id === open) - Number(a.id === open));
  const found: Entry[] = [];
  for (const document of documents) {
    for (const hit of findInText(plainTextOf(document), query, most.text - found.length)) {
      found.push({
        id: `text ${document.id} ${hit.start}`, group: 'group.text', label: hit.excerpt, hits: hit.hits, detail: document.name,
        run: () => goToFound({ kind: 'text', documentId: document.id, start: hit.start, end: hit.end }),
      });
    }
    if (found.length >= most.text) break;
  }
  return found;
}
