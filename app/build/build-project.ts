import type { Change, Op } from '../../schemas/change.ts';
import type { ChangeId, CoderId, CodingId, MemoId, ProjectId, Sha256 } from '../../schemas/ids.ts';
import type { CodingRow } from '../../schemas/codings-table.ts';
import type { Coder } from '../../schemas/records/coder.ts';
import type { Coding } from '../../schemas/records/coding.ts';
import { describe } from '../anchoring/describe.ts';
import { makeChange, type Plan } from '../coding/change.ts';
import { initialsOf } from '../coding/initials.ts';
import { planCreateProject } from '../coding/plan-project.ts';
import { planImportDocument } from '../coding/plan-document.ts';
import { planSaveCoder } from '../coding/plan-coder.ts';
import { placeKey } from '../coding/recode.ts';
import { emptyState, type ProjectState } from '../coding/state.ts';
import { contentBytes } from '../document/content-blob.ts';
import { importDocument } from '../importers/import-document.ts';
import type { Reading } from '../importers/importer.ts';
import { canonicalJson } from '../support/canonical-json.ts';
import { nameId, sha256 } from '../support/hash.ts';
import { fail, ok, type Result } from '../support/result.ts';
import { codeIndex, findCode, makeCodes, type CodeIndex } from './code-index.ts';
import { readCodebook } from './codebook.ts';
import type { Codebook } from './codebook-entry.ts';
import { readCodingsTable, type CodingsTable } from './codings-table.ts';
import { Lookup } from './place-row.ts';

export interface BuildInput {
  documents: readonly { fileName: string; bytes: Uint8Array }[];
  codebook: Uint8Array | null;
  codings: Uint8Array | null;
  /** Name of who coded, for rows of a table that say nothing of it. */
  coder: string | null;
  /** Every time in the result. */
  now: string;
}

export interface Build {
  projectId: ProjectId;
  changes: Change[];
  state: ProjectState;
  blobs: Map<Sha256, Uint8Array>;
  /** Rows that became no coding: `row` from 1, in the order of the table. */
  leftOut: { row: number; code: string; reason: string }[];
  /** What else is worth knowing: rows that were there twice, sets that were left out. */
  notes: string[];
}

/**
 * A project out of documents, a codebook and a table of codings. Ids are UUIDv5 of what they name, so that the same
 * input gives the same project. Documents are read as the workbench reads them; no starter themes are added, and
 * themes that only the table names are made.
 */
export async function buildProject(input: BuildInput): Promise<Result<Build>> {
  const readings = await readDocuments(input);
  if (!readings.ok) return readings;
  const codebook: Result<Codebook> = input.codebook ? readCodebook(input.codebook) : ok({ entries: [], notes: [] });
  if (!codebook.ok) return codebook;
  const table: Result<CodingsTable> = input.codings ? readCodingsTable(input.codings) : ok({ coder: null, rows: [], invalid: [] });
  if (!table.ok) return table;
  const builder = new Builder(input, readings.value, table.value);
  const done = builder.create() ?? builder.addCodebook(codebook.value) ?? builder.addCodings();
  return done ?? ok(builder.build);
}

async function readDocuments({ documents, now }: BuildInput): Promise<Result<Reading[]>> {
  const readings: Reading[] = [];
  for (const { fileName, bytes } of documents) {
    const reading = await importDocument(bytes, { fileName, now });
    if (!reading.ok) return fail(reading.problem.code, `${fileName}: ${reading.problem.message}`, reading.problem.values);
    readings.push(reading.value);
  }
  return ok(readings);
}

type Failure = { ok: false; problem: { code: string; message: string } };

class Builder {
  readonly build: Build;
  private readonly input: BuildInput;
  private readonly readings: readonly Reading[];
  private readonly table: CodingsTable;
  /** For rows that name no coder. */
  private readonly fallback: Coder;

  constructor(input: BuildInput, readings: readonly Reading[], table: CodingsTable) {
    this.input = input;
    this.readings = readings;
    this.table = table;
    this.fallback = coderNamed(table.coder ?? input.coder ?? unknownCoder);
    const hash = (bytes: Uint8Array | null) => (bytes ? sha256(bytes) : '');
    const parts = [...input.documents.map(({ bytes }) => sha256(bytes)), hash(input.codebook), hash(input.codings), input.coder ?? ''];
    this.build = { projectId: nameId<ProjectId>('project', ...parts), changes: [], state: emptyState, blobs: new Map(), leftOut: [], notes: [] };
  }

  /** The project with its coders and documents; null where all went well. */
  create(): Failure | null {
    const { input, readings, build } = this;
    const [first, ...others] = readings;
    const title = Array.from(first?.document.name ?? 'Project').slice(0, 150).join('');
    const name = `${title}${others.length > 0 ? ` (+${others.length})` : ''}`;
    const [main = this.fallback, ...coders] = this.coders();
    const plans = [
      () => planCreateProject({ name, coder: main, codes: [], now: input.now }),
      ...coders.map((coder) => () => planSaveCoder(build.state, coder)),
      ...readings.map((reading) => () => planImportDocument(build.state, reading)),
    ];
    for (const plan of plans) {
      const made = plan();
      if (!made.ok) return made;
      this.commit(made.value);
    }
    for (const [at, { document, content }] of readings.entries()) {
      build.blobs.set(document.contentSha256, contentBytes(content));
      build.blobs.set(document.sourceSha256, input.documents[at]?.bytes ?? new Uint8Array());
    }
    return null;
  }

  addCodebook({ entries, notes }: Codebook): Failure | null {
    this.build.notes.push(...notes);
    for (const entry of entries) {
      const made = makeCodes(this.build.state, entry, this.input.now, (plan) => this.commit(plan));
      if (!made.ok) return made;
    }
    return null;
  }

  /** All codings in one change, so that they are undone as one. */
  addCodings(): Failure | null {
    const { build, table } = this;
    const lookups = this.readings.map((reading) => ({ reading, lookup: new Lookup(reading) }));
    const codings = new Map<string, Coding>();
    const memos = new Map<string, Set<string>>();
    let index = codeIndex(build.state);
    build.leftOut = table.invalid.map(({ number, reason }) => ({ row: number, code: 'invalid', reason }));
    for (const { number, row } of table.rows) {
      const made = this.codingOf(row, index, lookups);
      if (!made.ok) {
        build.leftOut.push({ row: number, code: made.problem.code, reason: made.problem.message });
        continue;
      }
      if (index.byPath.size !== build.state.codes.size) index = codeIndex(build.state);
      const key = placeKey(made.value);
      const twin = codings.get(key);
      const texts = memos.get(key) ?? new Set<string>();
      if (twin) build.notes.push(`row ${number} is there twice: the same coder, theme and passage${whatOf(row, twin, texts)}`);
      codings.set(key, twin ? { ...twin, weight: twin.weight ?? made.value.weight } : made.value);
      if (row.memo) memos.set(key, texts.add(row.memo));
    }
    build.leftOut.sort((a, b) => a.row - b.row);
    const ops = [...codings].flatMap(([key, record]): Op[] => {
      const texts = memos.get(key);
      return [{ op: 'put', table: 'codings', record }, ...(texts ? [memoOp(record, [...texts].join('\n\n'), this.input.now)] : [])];
    });
    if (ops.length > 0) this.commit({ label: { key: 'codings.import', values: { count: codings.size } }, ops });
    if (this.fallback.name === unknownCoder && [...codings.values()].some(({ coderId }) => coderId === this.fallback.id)) {
      build.notes.push(`some rows name no coder; they are kept under the name "${unknownCoder}" (give one with --coder)`);
    }
    return null;
  }

  private codingOf(row: CodingRow, index: CodeIndex, lookups: readonly { reading: Reading; lookup: Lookup }[]): Result<Coding> {
    const among = lookups.filter(({ reading }) => isNamed(reading, row.document));
    const [target, ...others] = row.document === undefined ? lookups : among;
    if (!target) return fail('no-document', `there is no document "${row.document ?? ''}" among those given`);
    if (others.length > 0) return fail('ambiguous-document', row.document === undefined ? 'the row names no document' : `several documents are named "${row.document}"`);
    const place = target.lookup.place(row);
    if (!place.ok) return place;
    const found = findCode(index, row.code);
    if (!found.ok) return found;
    const code = typeof found.value === 'string' ? ok(found.value) : makeCodes(
      this.build.state, { id: null, path: found.value, definition: '', color: null, key: null }, this.input.now, (plan) => this.commit(plan),
    );
    if (!code.ok) return code;
    const { text } = target.lookup;
    const coderId = this.coderOf(row).id;
    const [start, end] = place.value;
    return ok({
      id: nameId<CodingId>('coding', target.reading.document.id, code.value, coderId, String(start), String(end)),
      documentId: target.reading.document.id, codeId: code.value, coderId,
      anchor: describe(text, text.toUtf16(start), text.toUtf16(end)),
      weight: row.weight ?? null, createdAt: this.input.now, updatedAt: this.input.now,
    });
  }

  /** Every coder of the table, each once; whoever the command or the file names comes first. */
  private coders(): Coder[] {
    const named = this.table.coder ?? this.input.coder;
    const all = [...(named === null ? [] : [this.fallback]), ...this.table.rows.map(({ row }) => this.coderOf(row))];
    return [...new Map(all.map((coder) => [coder.id, coder])).values()];
  }

  private coderOf(row: CodingRow): Coder {
    return row.coder === undefined || row.coder.trim() === '' ? this.fallback : coderNamed(row.coder);
  }

  private commit(plan: Plan): ProjectState {
    const { build } = this;
    const coderId = [...build.state.coders.keys()][0] ?? null;
    // Of what it does and of what came before, so that two histories with the same ids are the same histories.
    const content = canonicalJson([build.state.head, this.input.now, coderId, plan]);
    const id = nameId<ChangeId>('change', build.projectId, content);
    if (plan.ops.length > 0) {
      const { change, state } = makeChange(build.state, plan, { id, at: this.input.now, coderId });
      build.changes.push(change);
      build.state = state;
    }
    return build.state;
  }
}

/** What became of a second row's memo and weight, beside those of the first. */
function whatOf({ memo, weight }: CodingRow, first: Coding, texts: ReadonlySet<string>): string {
  const joined = memo && texts.size > 0 && !texts.has(memo) ? '; its memo was added to that of the first' : '';
  const other = weight !== undefined && first.weight !== null && weight !== first.weight ? `; its weight ${weight} was left out, that of the first is ${first.weight}` : '';
  return joined + other;
}

const unknownCoder = 'onbekend';

function coderNamed(name: string): Coder {
  const clean = name.trim().replaceAll(/\s+/g, ' ');
  return { id: nameId<CoderId>('coder', clean), name: clean, initials: initialsOf(clean) };
}

function memoOp(coding: Coding, text: string, now: string): Op {
  const target = { kind: 'coding' as const, id: coding.id };
  return { op: 'put', table: 'memos', record: { id: nameId<MemoId>('memo', coding.id), target, text, coderId: coding.coderId, createdAt: now, updatedAt: now } };
}

/** By file name, with or without its extension, or by title; case does not matter. */
function isNamed({ document }: Reading, name: string | undefined): boolean {
  const wanted = fold(name ?? '');
  return [document.fileName, document.fileName.replace(/\.[^.]+$/, ''), document.name, document.title ?? ''].some((known) => known !== '' && fold(known) === wanted);
}

const fold = (name: string) => name.normalize('NFC').trim().toLowerCase();
