import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ScriptedWorker } from './scripted-worker.ts';

beforeEach(() => {
  vi.stubGlobal('Worker', ScriptedWorker);
  vi.stubGlobal('window', {});
  vi.resetModules();
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

async function begin(stop = new AbortController()) {
  const { runJob } = await import('../../../renderer/workers/run-job.ts');
  const progress: number[] = [];
  const job = runJob('import', { bytes: new Uint8Array([1]), fileName: 'verslag.txt', now: '' }, { signal: stop.signal, onProgress: (done) => progress.push(done) });
  const worker = ScriptedWorker.last;
  if (!worker) throw new Error('no worker was started');
  return { job, worker, progress, stop };
}

describe('A job in a worker', () => {
  it('is sent whole, tells how far it is, and ends its worker with its answer', async () => {
    const { job, worker, progress } = await begin();
    expect(worker.asked).toMatchObject([{ name: 'import', input: { fileName: 'verslag.txt' } }]);
    worker.say({ kind: 'progress', done: 0.5 });
    worker.say({ kind: 'done', result: { ok: false, problem: { code: 'empty-file', message: '' } } });
    expect(await job).toMatchObject({ ok: false, problem: { code: 'empty-file' } });
    expect(progress).toEqual([0.5]);
    expect(worker.ended).toBe(true);
  });

  it('is not answered by what a library in its worker says', async () => {
    const { job, worker } = await begin();
    worker.dispatchEvent(new MessageEvent('message', { data: { sourceName: 'worker', targetName: 'main', action: 'ready', data: null } }));
    expect(worker.ended).toBe(false);
    worker.say({ kind: 'done', result: { ok: false, problem: { code: 'empty-file', message: '' } } });
    expect(await job).toMatchObject({ ok: false, problem: { code: 'empty-file' } });
  });

  it('is ended at once when the user stops it', async () => {
    const { job, worker, stop } = await begin();
    stop.abort();
    expect(await job).toMatchObject({ ok: false, problem: { code: 'cancelled' } });
    expect(worker.ended).toBe(true);
  });

  it('is not begun when it was stopped before', async () => {
    const stop = new AbortController();
    stop.abort();
    const { job, worker } = await begin(stop);
    expect(await job).toMatchObject({ ok: false, problem: { code: 'cancelled' } });
    expect(worker.asked).toEqual([]);
  });

  it('is ended after two minutes of silence, and not while it makes headway', async () => {
    vi.useFakeTimers();
    const { job, worker } = await begin();
    await vi.advanceTimersByTimeAsync(100_000);
    worker.say({ kind: 'progress', done: 0.1 });
    await vi.advanceTimersByTimeAsync(100_000);
    expect(worker.ended).toBe(false);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(await job).toMatchObject({ ok: false, problem: { code: 'job-slow' } });
    expect(worker.ended).toBe(true);
  });

  it('that imports is ended after a quarter of an hour, whatever headway it makes', async () => {
    vi.useFakeTimers();
    const { job, worker } = await begin();
    for (let minute = 0; minute < 14; minute += 1) {
      await vi.advanceTimersByTimeAsync(60_000);
      worker.say({ kind: 'progress', done: minute / 100 });
    }
    expect(worker.ended).toBe(false);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await job).toMatchObject({ ok: false, problem: { code: 'job-long', values: { minutes: 15 } } });
    expect(worker.ended).toBe(true);
  });

  it('that is done is not ended again by its clock', async () => {
    vi.useFakeTimers();
    const { job, worker } = await begin();
    worker.say({ kind: 'done', result: { ok: false, problem: { code: 'empty-file', message: '' } } });
    await vi.advanceTimersByTimeAsync(20 * 60_000);
    expect(await job).toMatchObject({ ok: false, problem: { code: 'empty-file' } });
    expect(vi.getTimerCount()).toBe(0);
  });

  it('that breaks is told as such', async () => {
    const { job, worker } = await begin();
    worker.say({ kind: 'broken', message: 'out of memory' });
    expect(await job).toMatchObject({ ok: false, problem: { code: 'worker-failed', message: 'out of memory' } });
  });

  it('starts under Trusted Types with an address of its own only', async () => {
    const made: { createScriptURL(address: string): string }[] = [];
    vi.stubGlobal('window', {
      trustedTypes: { createPolicy: (_: string, rules: { createScriptURL(address: string): string }) => { made.push(rules); return rules; } },
    });
    const { worker, job, stop } = await begin();
    expect(made[0]?.createScriptURL(worker.address)).toBe(worker.address);
    expect(() => made[0]?.createScriptURL('https://example.org/x.js')).toThrow(TypeError);
    stop.abort();
    await job;
  });
});
