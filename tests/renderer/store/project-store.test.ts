import { beforeEach, describe, expect, it } from 'vitest';
import type { Change, Op } from '../../../schemas/change.ts';
import type { ChangeId, ProjectId } from '../../../schemas/ids.ts';
import { makeChange } from '../../../app/coding/change.ts';
import { planCreateProject } from '../../../app/coding/plan-project.ts';
import { planDeleteCode, planEditCode } from '../../../app/coding/plan-code.ts';
import { starterCodes } from '../../../app/coding/starter-codes.ts';
import { emptyState, type ProjectState } from '../../../app/coding/state.ts';
import type { Plan } from '../../../app/coding/change.ts';
import type { Result } from '../../../app/support/result.ts';
import { openProjectStore, type ProjectStore } from '../../../renderer/store/project-store.ts';
import { Profile } from '../window.ts';

const projectId = '5f0c5c1e-7a5b-4b7e-9a39-0d3f6c1f00fe' as ProjectId;
const now = '2026-01-05T08:00:00.000Z';
let store: ProjectStore;

beforeEach(async () => {
  new Profile().use();
  store = await open();
});

async function open(): Promise<ProjectStore> {
  const opened = await openProjectStore(projectId);
  if (!opened.ok) throw new Error(opened.problem.message);
  return opened.value;
}

function make(state: ProjectState, plan: Result<Plan>): { change: Change; state: ProjectState } {
  if (!plan.ok) throw new Error(plan.problem.message);
  return makeChange(state, plan.value, { id: crypto.randomUUID() as ChangeId, at: now, coderId: null });
}

const create = () => make(emptyState, planCreateProject({
  name: 'Veerdienst', coder: { id: crypto.randomUUID() as never, name: 'Ada Vos', initials: 'AV' }, codes: starterCodes(now), now,
}));

describe('A project store', () => {
  it('holds after each change what the change made', async () => {
    const first = create();
    const [code, other] = first.state.codes.values();
    if (!code || !other) throw new Error('no codes');
    const second = make(first.state, planEditCode(first.state, code.id, { name: 'wachttijd' }));
    const third = make(second.state, planDeleteCode(second.state, other.id));
    for (const { change } of [first, second, third]) expect(await store.append([change])).toEqual({ ok: true, value: null });
    expect(await store.load()).toEqual({ changes: [first.change, second.change, third.change], state: third.state, claims: 3, tablesAgree: true });
  });

  it('takes several changes at once, the last one on a record deciding', async () => {
    const first = create();
    const [code] = first.state.codes.values();
    if (!code) throw new Error('no codes');
    const second = make(first.state, planDeleteCode(first.state, code.id));
    const back: Op = { op: 'put', table: 'codes', record: { ...code, name: 'terug' } };
    const third = make(second.state, { ok: true, value: { label: { key: 'code.edit', values: {} }, ops: [back] } });
    await store.append([first.change, second.change, third.change]);
    expect(await store.load()).toMatchObject({ state: third.state, tablesAgree: true });
  });

  it('refuses a change that does not follow on its head, and writes nothing of it', async () => {
    const first = create();
    const [code] = first.state.codes.values();
    if (!code) throw new Error('no codes');
    await store.append([first.change]);
    const second = make(first.state, planEditCode(first.state, code.id, { name: 'wachttijd' }));
    const fork = make(first.state, planEditCode(first.state, code.id, { name: 'anders' }));
    await store.append([second.change]);
    expect(await store.append([fork.change])).toMatchObject({ ok: false, problem: { code: 'store-moved' } });
    expect((await store.load()).state).toEqual(second.state);
  });

  it('writes again after the browser closed the database under it', async () => {
    const first = create();
    store.close();
    expect(await store.append([first.change])).toEqual({ ok: true, value: null });
    expect((await store.load()).state).toEqual(first.state);
  });

  it('says that it lost changes, and keeps those that still follow on each other', async () => {
    const first = create();
    const [code] = first.state.codes.values();
    if (!code) throw new Error('no codes');
    const second = make(first.state, planEditCode(first.state, code.id, { name: 'wachttijd' }));
    const third = make(second.state, planEditCode(second.state, code.id, { name: 'lange wachttijd' }));
    await store.append([first.change, second.change, third.change]);
    store.close();
    await deleteRow('history', 2);
    store = await open();
    expect(await store.load()).toMatchObject({ changes: [first.change], state: first.state, claims: 3, tablesAgree: false });
  });

  it('puts a history in place of all that was there', async () => {
    await store.append([create().change]);
    const other = create();
    expect(await store.replaceAll([other.change])).toEqual({ ok: true, value: null });
    expect(await store.load()).toEqual({ changes: [other.change], state: other.state, claims: 1, tablesAgree: true });
  });
});

async function deleteRow(table: string, key: number): Promise<void> {
  const db = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open(`hoorwerk-project-${projectId}`);
    request.addEventListener('success', () => resolve(request.result));
  });
  await new Promise((resolve) => {
    const transaction = db.transaction(table, 'readwrite');
    transaction.addEventListener('complete', resolve);
    transaction.objectStore(table).delete(key);
  });
  db.close();
}
