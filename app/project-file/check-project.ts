import type { Change } from '../../schemas/change.ts';
import type { Content } from '../../schemas/records/content.ts';
import type { Sha256 } from '../../schemas/ids.ts';
import { verify, type Verification } from '../anchoring/verify.ts';
import { targetThere } from '../coding/plan-memo.ts';
import { placeKey } from '../coding/recode.ts';
import { speakerOf } from '../coding/speaker-of.ts';
import { applyOps, type ProjectState } from '../coding/state.ts';
import { ancestry } from '../coding/tree.ts';
import { contentProblems } from '../document/content-problems.ts';
import { importers } from '../importers/registry.ts';
import type { ProjectBundle } from './read-project-file.ts';

/** One thing that must hold of a project: what was looked at, and what of it does not hold. */
export interface Check { what: string; problems: string[] }

/**
 * Everything that must hold of a project beyond what reading its file has proved (hashes, counts, texts, the history
 * replayed to the same records): codings against their quotations, references, contents against their sources, undo.
 */
export async function checkProject(bundle: ProjectBundle): Promise<{ verification: Verification; checks: Check[] }> {
  const { projectId, state, contents, changes } = bundle;
  return {
    verification: verify({ projectId, state, contents }),
    checks: [
      { what: `references of ${recordCount(state)} records`, problems: referenceProblems(state) },
      { what: `content of ${state.documents.size} documents`, problems: await documentProblems(bundle) },
      { what: `speakers of ${contents.size} contents`, problems: speakerProblems(state, contents) },
      { what: `undo of ${changes.length} changes`, problems: undoProblems(state, changes) },
    ],
  };
}

const recordCount = ({ documents, speakers, codes, codings, memos, coders, queries }: ProjectState) =>
  documents.size + speakers.size + codes.size + codings.size + memos.size + coders.size + queries.size;

function referenceProblems(state: ProjectState): string[] {
  const problems: string[] = [];
  const places = new Set<string>();
  for (const coding of state.codings.values()) {
    if (!state.documents.has(coding.documentId)) problems.push(`coding ${coding.id} names a document that is not there`);
    if (!state.codes.has(coding.codeId)) problems.push(`coding ${coding.id} names a theme that is not there`);
    if (!state.coders.has(coding.coderId)) problems.push(`coding ${coding.id} names a coder who is not there`);
    if (places.has(placeKey(coding))) problems.push(`coding ${coding.id} is there twice: the same coder, theme and passage`);
    places.add(placeKey(coding));
  }
  for (const code of state.codes.values()) {
    const top = ancestry(state, code.id).at(-1);
    if (top && top.parentId !== null) {
      problems.push(`theme ${code.id} stands ${state.codes.has(top.parentId) ? 'in a circle' : 'below a theme that is not there'}`);
    }
  }
  const merged = new Set<string>();
  for (const { id, mergedIds = [] } of state.speakers.values()) {
    for (const gone of mergedIds) {
      if (state.speakers.has(gone) || merged.has(gone)) problems.push(`speaker ${id} stands for speaker ${gone}, who is somebody else too`);
      merged.add(gone);
    }
  }
  for (const memo of state.memos.values()) {
    if (!targetThere(state, memo.target)) problems.push(`memo ${memo.id} is about a ${memo.target.kind} that is not there`);
    if (!state.coders.has(memo.coderId)) problems.push(`memo ${memo.id} names a coder who is not there`);
  }
  return problems;
}

/**
 * Contents against their own rules, and against the original where it is there and is text itself: what we take out of
 * other files, a later version may take out better.
 */
async function documentProblems({ state, contents, blobs }: ProjectBundle): Promise<string[]> {
  const problems: string[] = [];
  for (const document of state.documents.values()) {
    const content = contents.get(document.contentSha256);
    const original = blobs.get(document.sourceSha256);
    const importer = importers.find(({ id, source }) => id === document.format && source === 'file');
    const raw = original && importer ? await importer.read(original, { fileName: document.fileName }) : null;
    if (raw && !raw.ok) problems.push(`the original of "${document.name}" can no longer be read: ${raw.problem.message}`);
    const source = raw?.ok ? raw.value.source : null;
    if (!content) problems.push(`the text of "${document.name}" is missing: the project file was made without it`);
    if (content) problems.push(...contentProblems(content, source).map((problem) => `"${document.name}": ${problem}`));
  }
  return problems;
}

function speakerProblems(state: ProjectState, contents: ReadonlyMap<Sha256, Content>): string[] {
  return [...state.documents.values()].flatMap((document) => {
    const named = new Set((contents.get(document.contentSha256)?.turns ?? []).flatMap(({ speaker }) => speaker ?? []));
    return [...named].filter((id) => !speakerOf(state.speakers, id)).map((id) => `"${document.name}" has turns of speaker ${id}, who is not there`);
  });
}

/** Taking every change back, the last one first, must leave nothing but the project's own record. */
function undoProblems(state: ProjectState, changes: readonly Change[]): string[] {
  const start = applyOps(state, changes.toReversed().flatMap((change) => change.inverse));
  const left = recordCount(start);
  return left === 0 ? [] : [`taking every change back leaves ${left} records`];
}
