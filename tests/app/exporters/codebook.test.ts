import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCodebook } from '../../../app/build/codebook.ts';
import { planCodebook } from '../../../app/build/plan-codebook.ts';
import { planAddCode, planEditCode } from '../../../app/coding/plan-code.ts';
import { codeTree, flattenTree } from '../../../app/coding/tree.ts';
import { codebookCsv } from '../../../app/exporters/codebook-csv.ts';
import { codebookQdc } from '../../../app/exporters/codebook-qdc.ts';
import { nameId } from '../../../app/support/hash.ts';
import type { CodeId } from '../../../schemas/ids.ts';
import { sharedFolder } from '../../shared.ts';
import { must, now, World } from '../world.ts';

const options = { now, version: '0.1.0', language: 'nl' as const };
const id = (name: string) => nameId<CodeId>('code', name);

function world(): World {
  const made = World.create();
  made.do(planAddCode(made.state, { id: id('zorg'), name: 'Zorg & "recht"', now, definition: 'Wat <mensen> krijgen.\nOf niet.' }));
  made.do(planEditCode(made.state, id('zorg'), { use: 'Als iemand zorg noemt.', avoid: 'Niet bij vervoer.\nOok niet bij wachttijd.' }));
  made.do(planAddCode(made.state, { id: id('thuis'), name: 'thuis', parentId: id('zorg'), now, color: '#336699' }));
  made.do(planEditCode(made.state, id('thuis'), { inactive: true, key: 7 }));
  return made;
}

const themes = (of: World) => flattenTree(codeTree(of.state)).map(({ code, path: names }) => ({
  path: names, definition: code.definition, use: code.use ?? '', avoid: code.avoid ?? '', inactive: code.inactive === true, color: code.color,
}));

describe('an exported codebook', () => {
  for (const exporter of [codebookCsv, codebookQdc]) {
    it(`comes in again whole as ${exporter.extension}`, async () => {
      const from = world();
      const read = must(readCodebook(await exporter.write(from.snapshot, options)));
      const into = World.create();
      into.do(planCodebook(into.state, read.entries, now));
      expect(themes(into)).toEqual(themes(from));
      expect([...into.state.codes.keys()].toSorted()).toEqual([...from.state.codes.keys()].toSorted());
    });
  }

  it('writes what XML has no place for as a mark that something stood there', async () => {
    const odd = World.create();
    odd.do(planAddCode(odd.state, { id: id('odd'), name: 'bel\u0007', now }));
    expect(must(readCodebook(await codebookQdc.write(odd.snapshot, options))).entries.at(-1)?.path).toEqual(['bel\uFFFD']);
  });

  it('is what the published schema of REFI-QDA asks for (needs xmllint and the exchange standard)', async (context) => {
    const folder = sharedFolder();
    const has = spawnSync('xmllint', ['--version']).status === 0;
    if (!folder || !has) return context.skip();
    const place = mkdtempSync(path.join(tmpdir(), 'hoorwerk-qdc-'));
    try {
      const file = path.join(place, 'codeboek.qdc');
      writeFileSync(file, await codebookQdc.write(world().snapshot, options));
      const checked = spawnSync('xmllint', ['--noout', '--nonet', '--schema', path.join(folder, 'refi-qda/xsd/Codebook.xsd'), file], { encoding: 'utf8' });
      expect(checked.stderr).toContain('validates');
    } finally {
      rmSync(place, { recursive: true });
    }
  });
});

describe('a codebook that comes in', () => {
  it('gives themes what they lack, and overwrites nothing', () => {
    const into = world();
    const csv = [
      'path,definition,when_to_use,color', 'zorg & "recht",Iets anders,Iets anders,#000000', 'mantelzorg,Iets anders,Bij hulp van naasten,',
      'zorg & "recht" > thuis,Zorg in huis,,', 'Vervoer > Taxi,Ritten,,',
    ].map((line, at) => (at === 0 ? line : line.replace(/^(.*"recht"[^,]*),/u, (_, name: string) => `"${name.replaceAll('"', '""')}",`))).join('\n');
    const read = must(readCodebook(new TextEncoder().encode(csv)));
    const change = into.do(planCodebook(into.state, read.entries, now));
    const found = new Map(themes(into).map((theme) => [theme.path.join('/'), theme]));
    expect(found.get('Zorg & "recht"')).toMatchObject({ definition: 'Wat <mensen> krijgen.\nOf niet.', use: 'Als iemand zorg noemt.' });
    expect(found.get('mantelzorg')).toMatchObject({ use: 'Bij hulp van naasten' });
    expect(found.get('mantelzorg')?.definition).not.toBe('Iets anders');
    expect(found.get('Zorg & "recht"/thuis')).toMatchObject({ definition: 'Zorg in huis', color: '#336699' });
    expect(found.get('Vervoer/Taxi')).toMatchObject({ definition: 'Ritten' });
    expect(change?.label).toEqual({ key: 'codebook.import', values: { added: 2, filled: 2 } });
  });

  it('is one step to undo, and none where nothing in it is new', async () => {
    const into = world();
    const read = must(readCodebook(await codebookCsv.write(into.snapshot, options)));
    expect(planCodebook(into.state, read.entries, now)).toMatchObject({ ok: false, problem: { code: 'codebook-nothing-new' } });
  });
});
