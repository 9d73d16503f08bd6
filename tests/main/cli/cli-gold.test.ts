import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { sharedFolder } from '../../shared.ts';
import { hoorwerk } from './run.ts';

const shared = sharedFolder() ?? '';

describe.skipIf(!sharedFolder())('the commands on the real hearing (needs the real documents)', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'hoorwerk-gold-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('build it with its codings and verify 172 of 172', () => {
    const project = path.join(folder, 'hearing.hoorwerk');
    const built = hoorwerk([
      'build', '--document', path.join(shared, 'corpus/hearing-fibromyalgia-2022.txt'),
      '--codings', path.join(shared, 'gold/hearing-fibromyalgia-2022.codings.json'), '--out', project,
    ]);
    expect(built).toMatchObject({ status: 0, lines: ['1 document, 8 themes, 172 codings'] });
    const verified = hoorwerk(['verify', project]);
    expect([verified.status, verified.text.split('\n')[0]]).toEqual([0, '172 of 172 codings verified']);
    const counted = hoorwerk(['frequencies', project, '--include-moderators']);
    const codings = counted.text.trim().split('\n').slice(1).map((line) => Number(line.split(',')[2]));
    expect([counted.status, counted.lines, codings.length, codings.reduce((a, b) => a + b, 0)]).toEqual([0, [], 8, 172]);
  }, 120_000);
});
