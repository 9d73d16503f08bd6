import type { Op, RecordTable } from '../../schemas/change.ts';
import type { CodeId } from '../../schemas/ids.ts';
import type { Anchor } from '../../schemas/records/coding.ts';
import type { Memo, MemoTarget } from '../../schemas/records/memo.ts';
import { canonicalJson } from '../support/canonical-json.ts';
import { fail, ok, type Result } from '../support/result.ts';
import { siblingsUnder } from './tree.ts';
import type { ProjectState } from './state.ts';

/** The problem of a planner that was asked about a record that is not there (any more). */
export function notThere(table: RecordTable | 'project', id = ''): ReturnType<typeof fail> {
  return fail('record-missing', `there is no such record in ${table}: ${id}; it may have been removed meanwhile`, { table });
}

const longest = 200;

/** A name without the white space around it and with single spaces; refused when empty or too long for a list. */
export function cleanName(name: string): Result<string> {
  const clean = name.trim().replaceAll(/\s+/g, ' ');
  if (clean === '') return fail('name-empty', 'a name needs at least one character');
  if (clean.length > longest) return fail('name-too-long', `a name has at most ${longest} characters`, { most: longest });
  return ok(clean);
}

/** Refuses a second theme of one name under one parent: paths must tell themes apart. */
export function freeName(state: ProjectState, parentId: CodeId | null, name: string, except: CodeId | null): Result<string> {
  const taken = siblingsUnder(state, parentId).some((code) => code.id !== except && sameName(code.name, name));
  return taken ? fail('code-name-taken', `there is a theme "${name}" in that place already; give another name`, { name }) : ok(name);
}

export function sameName(a: string, b: string): boolean {
  return a.normalize('NFC').toLowerCase() === b.normalize('NFC').toLowerCase();
}

/** The memos on any of these records, and on passages of these documents. */
export function memosOn(state: ProjectState, ids: ReadonlySet<string>): Memo[] {
  return [...state.memos.values()].filter(({ target }) => ids.has(targetId(target) ?? ''));
}

/** Whether two memos are about one thing; passages, where their words are the same too: an orphan keeps the place that it had. */
export function sameTarget(a: MemoTarget, b: MemoTarget): boolean {
  if (a.kind === 'passage' && b.kind === 'passage' && !sameWords(a.anchor, b.anchor)) return false;
  return a.kind === b.kind && targetId(a) === targetId(b);
}

const sameWords = (a: Anchor, b: Anchor) => a.start === b.start && a.end === b.end && a.quotation === b.quotation;

/** The id of the record that a memo is about, a passage's document; null for the project itself. */
export function targetId(target: MemoTarget): string | null {
  switch (target.kind) {
    case 'project': return null;
    case 'passage': return target.documentId;
    default: return target.id;
  }
}

/** Whether a record differs from what it was; keys in any order. */
export function differs<T extends object>(before: T, after: T): boolean {
  return canonicalJson(before) !== canonicalJson(after);
}

/** Adds roles to those that the project offers, as far as they are not there. */
export function withRoles({ project }: ProjectState, roles: readonly string[]): Op[] {
  if (!project) return [];
  const all = [...new Set([...project.roles, ...roles])];
  return all.length === project.roles.length ? [] : [{ op: 'put', table: 'project', record: { ...project, roles: all } }];
}
