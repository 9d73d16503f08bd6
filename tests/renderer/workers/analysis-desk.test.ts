import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AnalysisAnswer, AnalysisAsked } from '../../../renderer/workers/jobs.ts';
import { miniHearing } from '../../fixtures/mini-hearing.ts';
import { ScriptedWorker } from './scripted-worker.ts';

const snapshot = miniHearing();
const none: AnalysisAnswer = { kind: 'hits', hits: [] };

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('Worker', ScriptedWorker);
  vi.stubGlobal('window', {});
  vi.resetModules();
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

async function openDesk() {
  const { askAnalyses } = await import('../../../renderer/workers/analysis-desk.ts');
  const ask = async () => {
    const leaving = new AbortController();
    const answer = askAnalyses(snapshot, { kind: 'hits', queries: [] }, leaving.signal);
    await vi.advanceTimersByTimeAsync(0);
    return { answer, leave: () => leaving.abort() };
  };
  return { ask };
}

function worker(): ScriptedWorker {
  if (!ScriptedWorker.last) throw new Error('no worker was started');
  return ScriptedWorker.last;
}

const sent = (of: ScriptedWorker) => of.asked.map(({ input }) => (input as AnalysisAsked).project !== null);

describe('The desk of the analyses', () => {
  it('sends the project once, and asks one question after another', async () => {
    const { ask } = await openDesk();
    const first = await ask();
    const second = await ask();
    expect(sent(worker())).toEqual([true]);
    worker().say({ kind: 'done', result: { ok: true, value: none } });
    expect(await first.answer).toEqual({ ok: true, value: none });
    await vi.advanceTimersByTimeAsync(0);
    expect(sent(worker())).toEqual([true, false]);
    worker().say({ kind: 'done', result: { ok: true, value: none } });
    expect(await second.answer).toEqual({ ok: true, value: none });
    expect(worker().ended).toBe(false);
  });

  it('does not begin what nobody waits for any more, and lets what is soon done be done', async () => {
    const { ask } = await openDesk();
    const first = await ask();
    const second = await ask();
    first.leave();
    second.leave();
    expect(await first.answer).toMatchObject({ problem: { code: 'cancelled' } });
    const third = await ask();
    worker().say({ kind: 'done', result: { ok: true, value: none } });
    await vi.advanceTimersByTimeAsync(5000);
    expect([sent(worker()), worker().ended]).toEqual([[true, false], false]);
    worker().say({ kind: 'done', result: { ok: true, value: none } });
    expect(await third.answer).toEqual({ ok: true, value: none });
  });

  it('ends a long count that nobody waits for, and answers the next question with a new worker', async () => {
    const { ask } = await openDesk();
    const long = await ask();
    const busy = worker();
    long.leave();
    const next = await ask();
    expect(busy.ended).toBe(false);
    await vi.advanceTimersByTimeAsync(1000);
    expect(busy.ended).toBe(true);
    expect(worker()).not.toBe(busy);
    expect(sent(worker())).toEqual([true]);
    worker().say({ kind: 'done', result: { ok: true, value: none } });
    expect(await next.answer).toEqual({ ok: true, value: none });
  });
});
