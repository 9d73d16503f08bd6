import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commands } from '../../../main/cli/registry.ts';
import { exporters } from '../../../app/exporters/registry.ts';
import { sha256 } from '../../../app/support/hash.ts';
import { zipFiles } from '../../../app/support/zip-files.ts';
import { hoorwerk, type Ran } from './run.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'hoorwerk-cli-'));
const at = (name: string) => path.join(folder, name);
const write = (name: string, data: string | Uint8Array) => {
  writeFileSync(at(name), data);
  return at(name);
};

const hearing = `Verslag van de bewonersavond

Datum: 4 februari 2026

Commissie: Hoe lang wacht u al op de brug?
Mevrouw Lindeboom: Al drie jaar. Wij vragen er elke maand naar.
En dan horen wij niets.

Commissie: Wat doet u intussen?
Mevrouw Lindeboom: Ik neem de bus, als die rijdt.

Commissie: En u?
De heer Oudkerk: Al drie jaar. Ik fiets nu om.

Commissie: Hoe ver is dat?
De heer Oudkerk: Ruim een kwartier, en in de winter langer.
`;
const codings = { coder: 'Noor', codings: [
  { document: 'avond.txt', code: 'wachten', quotation: 'vragen er elke maand naar.\nEn dan', memo: 'let op', weight: 80 },
  { document: 'avond', code: 'gevolgen > omweg', quotation: 'Ik fiets nu om.' },
  { document: 'avond.txt', code: 'wachten', quotation: 'Al drie jaar.', start: hearing.lastIndexOf('Al drie'), end: hearing.lastIndexOf('Al drie') + 13 },
] };

let project = '';
let built: Ran | null = null;

beforeAll(() => {
  write('avond.txt', hearing);
  write('codings.json', JSON.stringify(codings));
  project = at('avond.hoorwerk');
  built = hoorwerk(['build', '--document', at('avond.txt'), '--codings', at('codings.json'), '--out', project]);
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Nothing is left beside what was there: no result, no temporary file. */
const expectNothingNew = (run: () => void) => {
  const before = readdirSync(folder);
  run();
  expect(readdirSync(folder)).toEqual(before);
};

describe('a wrong call', () => {
  it.each([
    [[]], [['dance']], [['inspect']], [['inspect', 'a', 'b']], [['inspect', 'a', '--as', 'poem']], [['inspect', 'a', '--colour', 'red']],
    [['build', '--out', 'x']], [['build', '--document', 'a']], [['frequencies']], [['frequencies', 'a', '--by', 'mood']],
    [['frequencies', 'a', '--format', 'xml']], [['export', 'a', '--out', 'b']], [['export', 'a', '--to', 'stone', '--out', 'b']],
    [['export', 'a', '--to', 'dataset']], [['analyse', 'a']], [['verify', 'a', '--by']],
  ])('%j ends with 2 and one line', (args) => {
    const ran = hoorwerk(args);
    expect([ran.status, ran.text, ran.lines.length]).toEqual([2, '', 1]);
    expect(ran.lines[0]).toContain('--help');
  });
});

describe('help', () => {
  it('names every command and every exporter, and ends with 0', () => {
    const ran = hoorwerk(['--help']);
    expect([ran.status, ran.lines]).toEqual([0, []]);
    for (const { name, usage } of commands) expect(ran.text).toContain(`  ${name} ${usage}`);
    for (const { id } of exporters) expect(ran.text).toContain(id);
  });

  it('of a command tells its options', () => {
    const ran = hoorwerk(['build', '--help']);
    expect(ran.status).toBe(0);
    for (const option of ['--document', '--codebook', '--codings', '--coder', '--allow-missing', '--out']) expect(ran.text).toContain(option);
  });

  it('has a line for every file of the folder that exports a command', async () => {
    const source = new URL('../../../main/cli/', import.meta.url);
    const found: string[] = [];
    for (const file of readdirSync(source).filter((name) => name !== 'main.ts' && name !== 'registry.ts')) {
      const module: Record<string, unknown> = await import(new URL(file, source).href);
      for (const value of Object.values(module)) {
        if (typeof value === 'object' && value !== null && 'usage' in value && 'name' in value) found.push(String(value.name));
      }
    }
    expect(found.toSorted()).toEqual(commands.map(({ name }) => name).toSorted());
  });
});

describe('a file that can\'t be read', () => {
  it.each([
    ['inspect', ['inspect', 'NONE']], ['build', ['build', '--document', 'NONE', '--out', 'OUT']], ['frequencies', ['frequencies', 'NONE', '--out', 'OUT']],
    ['export', ['export', 'NONE', '--to', 'dataset', '--out', 'OUT']], ['verify', ['verify', 'NONE']],
  ])('ends %s with 1 and one line', (_, args) => {
    expectNothingNew(() => {
      const ran = hoorwerk(args.map((arg) => (arg === 'NONE' ? at('none.txt') : arg === 'OUT' ? at('result') : arg)));
      expect([ran.status, ran.text, ran.lines.length]).toEqual([1, '', 1]);
      expect(ran.lines[0]).toContain('none.txt can\'t be read: there is no such file');
    });
  });

  it.each([
    ['an empty file', 'inspect', ''], ['a binary file', 'inspect', Uint8Array.from({ length: 600 }, (_, i) => (i * 7) % 256)],
    ['an empty project', 'verify', ''], ['a text as a project', 'verify', 'Beste lezer,'],
  ])('is refused: %s', (_, command, data) => {
    const ran = hoorwerk([command, write('refused', data)]);
    expect([ran.status, ran.text, ran.lines.length]).toEqual([1, '', 1]);
  });

  it('is refused: a project that is cut off, by every command, without a trace', () => {
    const bytes = readFileSync(project);
    const cut = write('cut.hoorwerk', bytes.subarray(0, bytes.length - 100));
    for (const args of [['verify', cut], ['frequencies', cut, '--out', at('f')], ['export', cut, '--to', 'dataset', '--out', at('d')]]) {
      expectNothingNew(() => {
        const ran = hoorwerk(args);
        expect([ran.status, ran.text, ran.lines.length]).toEqual([1, '', 1]);
        expect(ran.lines[0]).toContain('the project file is damaged');
      });
    }
  });

  it('is refused: a project of a newer program, and a REFI-QDA project', () => {
    const files = unzipSync(readFileSync(project));
    const manifest = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array()));
    files['manifest.json'] = strToU8(JSON.stringify({ ...manifest, formatVersion: 9, minReaderVersion: 9, program: { name: 'Hoorwerk', version: '7.0.0' } }));
    const newer = write('newer.hoorwerk', zipFiles(new Map(Object.entries(files)), '2026-01-01'));
    expect(hoorwerk(['verify', newer])).toMatchObject({ status: 1, lines: [expect.stringContaining('newer Hoorwerk (7.0.0')] });
    const qdpx = write('study.qdpx', zipFiles(new Map([['project.qde', '<Project/>']]), '2026-01-01'));
    expect(hoorwerk(['verify', qdpx])).toMatchObject({ status: 1, lines: [expect.stringContaining('REFI-QDA')] });
  });
});

describe('a place that can\'t be written', () => {
  it('ends with 1 and leaves what was there', () => {
    mkdirSync(at('folder'), { recursive: true });
    for (const out of [at('folder'), at('no/such/folder/x')]) {
      expectNothingNew(() => {
        expect(hoorwerk(['frequencies', project, '--out', out])).toMatchObject({ status: 1, text: '', lines: [expect.stringContaining('can\'t be written')] });
      });
    }
    const kept = write('kept.csv', 'mine');
    hoorwerk(['frequencies', at('none'), '--out', kept]);
    expect(readFileSync(kept, 'utf8')).toBe('mine');
  });
});

describe('inspect', () => {
  it('prints the structure as JSON, to the place asked for', () => {
    const ran = hoorwerk(['inspect', at('avond.txt')]);
    expect([ran.status, ran.lines]).toEqual([0, []]);
    const printed = JSON.parse(ran.text);
    expect(printed).toMatchObject({ file: 'avond.txt', sha256: sha256(hearing), bytes: Buffer.byteLength(hearing), format: 'txt', kind: 'hearing' });
    expect(printed.turns.map((turn: { label: string }) => turn.label)).toEqual(
      ['Mevrouw Lindeboom', 'Mevrouw Lindeboom', 'De heer Oudkerk', 'De heer Oudkerk'].flatMap((name) => ['Commissie', name]),
    );
    expect(hoorwerk(['inspect', at('avond.txt'), '--out', at('structure.json')])).toMatchObject({ status: 0, text: '' });
    expect(readFileSync(at('structure.json'), 'utf8')).toBe(ran.text);
  });

  it('reads as the kind that is asked for', () => {
    expect(JSON.parse(hoorwerk(['inspect', at('avond.txt'), '--as', 'plain']).text).kind).toBe('plain');
  });
});

describe('build', () => {
  it('says what it made', () => {
    expect(built).toMatchObject({ status: 0, text: '', lines: ['1 document, 3 themes, 3 codings'] });
  });

  it('gives the same bytes for the same input, wherever they go, and other times only when told', () => {
    const args = ['build', '--document', at('avond.txt'), '--codings', at('codings.json'), '--out'];
    hoorwerk([...args, at('again.hoorwerk')]);
    expect(sha256(readFileSync(at('again.hoorwerk')))).toBe(sha256(readFileSync(project)));
    hoorwerk([...args, at('dated.hoorwerk')], { SOURCE_DATE_EPOCH: '1700000000' });
    expect(strFromU8(unzipSync(readFileSync(at('dated.hoorwerk')))['project.json'] ?? new Uint8Array())).toContain('2023-11-14T22:13:20.000Z');
  });

  it('reports rows that it can\'t place and writes nothing, or all but those when allowed', () => {
    const table = write('some.csv', 'document,code,quotation\navond.txt,wachten,Al drie jaar.\navond.txt,wachten,Dit staat er niet.\navond.txt,wachten,"Wij vragen er"\n');
    const args = ['build', '--document', at('avond.txt'), '--codings', table, '--coder', 'Noor', '--out', at('some.hoorwerk')];
    expectNothingNew(() => {
      const ran = hoorwerk(args);
      expect(ran.status).toBe(1);
      expect(ran.lines.slice(0, 2)).toEqual([expect.stringMatching(/^row 1: ambiguous: /), expect.stringMatching(/^row 2: not-found: /)]);
      expect(ran.lines.at(-1)).toContain('--allow-missing');
    });
    expect(hoorwerk([...args, '--allow-missing']).status).toBe(0);
    expect(hoorwerk(['verify', at('some.hoorwerk')]).text).toContain('1 of 1 codings verified');
  });

  it('takes several documents, after one --document or more', () => {
    write('tweede.txt', 'Een brief zonder sprekers.\n');
    for (const documents of [['--document', at('avond.txt'), at('tweede.txt')], ['--document', at('avond.txt'), '--document', at('tweede.txt')]]) {
      expect(hoorwerk(['build', ...documents, '--out', at('two.hoorwerk')])).toMatchObject({ status: 0, lines: ['2 documents, 0 themes, 0 codings'] });
    }
    expect(hoorwerk(['build', '--document', at('avond.txt'), at('avond.txt'), '--out', at('twice.hoorwerk')])).toMatchObject({ status: 1 });
  });
});

describe('frequencies', () => {
  it('prints CSV by default and JSON when asked, the same rows in both', () => {
    const csv = hoorwerk(['frequencies', project]);
    expect(csv.status).toBe(0);
    expect(csv.text.split('\n').slice(0, 3)).toEqual([
      'code,path,codings,passages,words,characters,share,turns,speakers,documents,speakers_counted,words_counted,one_voice',
      expect.stringMatching(/^wachten,wachten,2,2,10,/),
      'gevolgen,gevolgen,0,0,0,0,0,0,0,0,2,36,false',
    ]);
    expect(csv.lines).toEqual([]);
    const json = JSON.parse(hoorwerk(['frequencies', project, '--format', 'json', '--by', 'speaker']).text);
    expect(json.rows[0]).toMatchObject({ code: 'wachten', by: 'Mevrouw Lindeboom', codings: 1 });
    expect(JSON.parse(hoorwerk(['analyse', project, '--analysis', 'theme-frequencies', '--format', 'json']).text).rows).toHaveLength(3);
  });

  it('say how many codings are not counted, and why', () => {
    const table = write('asked.csv', 'code,quotation\nvraag,Hoe lang wacht u al\nwachten,Ik fiets nu om.\n');
    hoorwerk(['build', '--document', at('avond.txt'), '--codings', table, '--coder', 'Noor', '--out', at('asked.hoorwerk')]);
    expect(hoorwerk(['frequencies', at('asked.hoorwerk')]).lines).toEqual([expect.stringContaining('1 of 2 codings')]);
    expect(hoorwerk(['frequencies', at('asked.hoorwerk'), '--include-moderators']).lines).toEqual([]);
  });
});

describe('export', () => {
  it.each([...exporters.map(({ id }) => id), 'project'])('writes %s, the same at the same moment', (format) => {
    const one = hoorwerk(['export', project, '--to', format, '--out', at(`a-${format}`)], { SOURCE_DATE_EPOCH: '1700000000' });
    const two = hoorwerk(['export', project, '--to', format, '--out', at(`b-${format}`)], { SOURCE_DATE_EPOCH: '1700000000' });
    expect([one.status, two.status, one.text]).toEqual([0, 0, '']);
    const bytes = readFileSync(at(`a-${format}`));
    expect(bytes.length).toBeGreaterThan(100);
    expect(sha256(readFileSync(at(`b-${format}`)))).toBe(sha256(bytes));
  });

  it('gives a project file that verifies', () => {
    hoorwerk(['export', project, '--to', 'project', '--out', at('copy.hoorwerk')]);
    expect(hoorwerk(['verify', at('copy.hoorwerk')])).toMatchObject({ status: 0 });
  });

  it('gives a table of segments from which the project can be built again', () => {
    hoorwerk(['export', project, '--to', 'dataset', '--out', at('data.zip')]);
    const files = unzipSync(readFileSync(at('data.zip')));
    const segments = Object.keys(files).find((name) => name.endsWith('segments.csv')) ?? '';
    const codebook = Object.keys(files).find((name) => name.endsWith('codebook.csv')) ?? '';
    write('segments.csv', files[segments] ?? '');
    write('codebook.csv', files[codebook] ?? '');
    const ran = hoorwerk(['build', '--document', at('avond.txt'), '--codings', at('segments.csv'), '--codebook', at('codebook.csv'), '--out', at('back.hoorwerk')]);
    expect(ran).toMatchObject({ status: 0, lines: ['1 document, 3 themes, 3 codings'] });
    expect(hoorwerk(['frequencies', at('back.hoorwerk')]).text).toBe(hoorwerk(['frequencies', project]).text);
  });
});

describe('verify', () => {
  it('says what was looked at', () => {
    const ran = hoorwerk(['verify', project]);
    expect(ran).toMatchObject({ status: 0, lines: [] });
    expect(ran.text.split('\n')[0]).toBe('3 of 3 codings verified');
    expect(ran.text).not.toContain('problem');
  });

  it('finds a coding that no longer stands in its text, and ends with 1', () => {
    const files = unzipSync(readFileSync(project));
    const text = (name: string) => strFromU8(files[name] ?? new Uint8Array());
    const lost = (json: string) => json.replaceAll('"Ik fiets nu om."', '"Ik loop nu om."');
    files['project.json'] = strToU8(lost(text('project.json')));
    files['history.ndjson'] = strToU8(lost(text('history.ndjson')));
    const manifest = JSON.parse(text('manifest.json'));
    for (const name of ['project.json', 'history.ndjson']) {
      const data = files[name] ?? new Uint8Array();
      manifest.entries[name] = { sha256: sha256(data), bytes: data.length };
    }
    files['manifest.json'] = strToU8(JSON.stringify(manifest));
    const ran = hoorwerk(['verify', write('lost.hoorwerk', zipFiles(new Map(Object.entries(files)), '2026-01-01'))]);
    expect(ran.status).toBe(1);
    expect(ran.text).toContain('2 of 3 codings verified');
    expect(ran.text).toContain('was not found');
  });
});
