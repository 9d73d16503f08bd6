import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ChangeId } from '../../schemas/ids.ts';
import { buildProject, type Build } from '../../app/build/build-project.ts';
import { makeChange, type Plan } from '../../app/coding/change.ts';
import { planEditDocument } from '../../app/coding/plan-document.ts';
import { planEditProject } from '../../app/coding/plan-project.ts';
import { planEditSpeaker } from '../../app/coding/plan-speaker.ts';
import { starterCodes } from '../../app/coding/starter-codes.ts';
import type { ProjectState } from '../../app/coding/state.ts';
import { writeProjectFile } from '../../app/project-file/write-project-file.ts';
import { nameId } from '../../app/support/hash.ts';
import type { Result } from '../../app/support/result.ts';

/**
 * Makes the sample project that ships with the program: an invented hearing, read as any other, and coded in part with
 * the four starter themes. `sample.mjs SOURCES TARGET`; run by the build.
 */
const [sources = '', target = ''] = process.argv.slice(2);
const now = '2026-01-05T09:00:00.000Z';
const file = 'hoorzitting-evenwichtsklachten.txt';
const codebook = starterCodes(now).map(({ id, name, definition, color, key }) => ({ id, name, definition, color, key }));

const built = given(await buildProject({
  documents: [{ fileName: file, bytes: readFileSync(path.join(sources, file)) }],
  codebook: new TextEncoder().encode(JSON.stringify({ codes: codebook })),
  codings: readFileSync(path.join(sources, 'codings.json')),
  coder: null,
  now,
}));
if (built.leftOut.length > 0) throw new Error(`the sample's codings do not fit its text: ${JSON.stringify(built.leftOut)}`);

correct(built, (state) => planEditProject(state, { name: 'Voorbeeld: hoorzitting Evenwichtsklachten' }));
for (const { id } of built.state.documents.values()) {
  correct(built, (state) => planEditDocument(state, id, { name: 'Hoorzitting Evenwichtsklachten' }));
}
/** What a user would put right in the review, since the report does not print it. */
const roles: Record<string, string> = { 'Evenwichtscentrum Waterland': 'zorgverlener', 'De Brug': 'beroepsgroep' };
for (const { id, name } of built.state.speakers.values()) {
  const role = roles[name];
  if (role) correct(built, (state) => planEditSpeaker(state, id, { role }));
}

const { projectId, changes, blobs } = built;
writeFileSync(target, await writeProjectFile({ projectId, changes, blobs: async (sha) => blobs.get(sha) ?? null, now, version: '1' }));

function correct(build: Build, plan: (state: ProjectState) => Result<Plan>): void {
  const id = nameId<ChangeId>('change', build.projectId, String(build.state.seq + 1));
  const made = makeChange(build.state, given(plan(build.state)), { id, at: now, coderId: null });
  build.changes.push(made.change);
  build.state = made.state;
}

function given<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.problem.message);
  return result.value;
}
