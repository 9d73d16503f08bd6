import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { countHits, query } from '../../../app/analyses/query.ts';
import { queryWords } from '../../../app/analyses/query-words.ts';
import type { ProjectSnapshot } from '../../../app/coding/state.ts';
import { relationSchema, type Condition, type ConditionGroup, type QueryRelation } from '../../../schemas/query.ts';
import type { CodeId, CoderId, DocumentId } from '../../../schemas/ids.ts';
import { turnKindSchema } from '../../../schemas/records/content.ts';
import { projects, takenApart, type PlainCoding, type PlainDocument } from './plain.ts';

describe.each(projects)('in $name', ({ load }) => {
  let snapshot: ProjectSnapshot;
  let documents: PlainDocument[];
  beforeAll(async () => {
    if (!load) return;
    snapshot = await load();
    documents = takenApart(snapshot);
  });

  const below = (id: string): string[] => [id, ...[...snapshot.state.codes.values()].filter(({ parentId }) => parentId === id).flatMap((code) => below(code.id))];

  /** How many whole words stand behind the one and before the other. */
  const between = ({ words }: PlainDocument, a: PlainCoding, b: PlainCoding) => words.filter((word) => word.from >= a.to && word.to <= b.from).length;

  function stands(document: PlainDocument, relation: QueryRelation, words: number, one: PlainCoding, other: PlainCoding): boolean {
    const follows = (a: PlainCoding, b: PlainCoding) => b.from >= a.to && between(document, a, b) <= words;
    switch (relation) {
      case 'overlapping': return one.from < other.to && other.from < one.to;
      case 'within': return other.from <= one.from && one.to <= other.to;
      case 'containing': return one.from <= other.from && other.to <= one.to;
      case 'followed-by': return follows(one, other);
      case 'preceded-by': return follows(other, one);
      case 'near': return (one.from < other.to && other.from < one.to) || follows(one, other) || follows(other, one);
    }
  }

  function holds(document: PlainDocument, coding: PlainCoding, condition: Condition): boolean {
    return condition.not !== plainly(document, coding, condition);
  }

  function plainly(document: PlainDocument, coding: PlainCoding, condition: Condition): boolean {
    const units = [...new Set(document.unitAt.slice(coding.from, coding.to))].flatMap((unit) => (unit === null ? [] : document.units[unit] ?? []));
    const bare = (text: string) => text.normalize('NFD').replaceAll(/\p{Mn}/gu, '').toLowerCase();
    const has = (text: string, wanted: string) => bare(wanted).trim().split(/\s+/u).every((word) => bare(text).includes(word));
    switch (condition.kind) {
      case 'group': return condition.match === 'all' ? condition.of.every((one) => holds(document, coding, one)) : condition.of.some((one) => holds(document, coding, one));
      case 'theme': return (condition.withSubtree ? below(condition.theme) : [condition.theme]).includes(coding.code);
      case 'relation': return document.codings.some((other) => other.id !== coding.id
        && (condition.theme === null || (condition.withSubtree ? below(condition.theme) : [condition.theme as string]).includes(other.code))
        && stands(document, condition.relation, condition.words, coding, other));
      case 'speaker': return units.some(({ voice }) => voice === condition.voice);
      // An empty role or organisation is none.
      case 'role': return units.some(({ role }) => role === condition.role);
      case 'organisation': return units.some(({ organisation }) => organisation === condition.organisation);
      case 'turn-kind': return units.some(({ kind }) => kind === condition.turnKind);
      case 'document': return document.id === condition.document;
      case 'weight': return coding.weight !== null && coding.weight >= (condition.least ?? 0) && coding.weight <= (condition.most ?? 100);
      case 'coder': return coding.coder === condition.coder;
      case 'memo': return [...snapshot.state.memos.values()].some(({ target, text }) => target.kind === 'coding' && target.id === coding.id && has(text, condition.text));
      case 'text': return has(document.text.slice(coding.from, coding.to).join(''), condition.text);
    }
  }

  it.skipIf(!load)('any query finds the codings that plain loops find', () => {
    const { state } = snapshot;
    const theme = fc.constantFrom<CodeId>(...state.codes.keys());
    const one = <T extends string>(values: readonly T[]) => fc.constantFrom<T>(...(values.length > 0 ? values : ['00000000-0000-4000-8000-000000000000' as T]));
    const [not, withSubtree] = [fc.boolean(), fc.boolean()];
    const simple: fc.Arbitrary<Condition> = fc.oneof(
      fc.record({ kind: fc.constant('theme' as const), not, theme, withSubtree }),
      fc.record({ kind: fc.constant('relation' as const), not, relation: fc.constantFrom(...relationSchema.options), theme: fc.option(theme), withSubtree, words: fc.nat(30) }),
      fc.record({ kind: fc.constant('speaker' as const), not, voice: one<string>([...state.speakers.keys(), ...state.documents.keys()]) }),
      fc.record({ kind: fc.constant('role' as const), not, role: one([...new Set([...state.speakers.values()].flatMap(({ role }) => role ?? []))]) }),
      fc.record({ kind: fc.constant('organisation' as const), not, organisation: one([...new Set([...state.speakers.values()].flatMap(({ organisation }) => organisation ?? []))]) }),
      fc.record({ kind: fc.constant('turn-kind' as const), not, turnKind: fc.constantFrom(...turnKindSchema.options) }),
      fc.record({ kind: fc.constant('document' as const), not, document: one<DocumentId>([...state.documents.keys()]) }),
      fc.record({ kind: fc.constant('weight' as const), not, least: fc.option(fc.nat(100)), most: fc.option(fc.nat(100)) }),
      fc.record({ kind: fc.constant('memo' as const), not, text: fc.constantFrom('', 'goed', 'mij') }),
      fc.record({ kind: fc.constant('coder' as const), not, coder: one<CoderId>([...state.coders.keys()]) }),
      fc.record({ kind: fc.constant('text' as const), not, text: fc.constantFrom('', 'de', 'uur week', 'niet') }),
    );
    const group = (of: fc.Arbitrary<Condition>): fc.Arbitrary<Condition> => fc.record({ kind: fc.constant('group' as const), not, match: fc.constantFrom('all' as const, 'any' as const), of: fc.array(of, { maxLength: 3 }) });
    fc.assert(fc.property(group(fc.oneof(simple, simple, group(simple))), (asked) => {
      const { rows } = query.run(snapshot, query.options.parse({ query: asked }));
      const expected = documents.flatMap((document) => document.codings.filter((coding) => holds(document, coding, asked)).map(({ id }) => id));
      expect(rows.map((row) => row['coding_id']).toSorted()).toEqual(expected.toSorted());
      expect(countHits(snapshot, [asked as ConditionGroup, query.options.parse({}).query])).toEqual([expected.length, documents.reduce((sum, { codings }) => sum + codings.length, 0)]);
      expect(queryWords(asked, state, 'nl')).not.toContain('undefined');
    }), { numRuns: 60 });
  });

  it.skipIf(!load)('without conditions every coding that is in the text is found, and each row leads to its own', () => {
    const options = query.options.parse({});
    const { rows } = query.run(snapshot, options);
    expect(rows).toHaveLength(documents.reduce((sum, { codings }) => sum + codings.length, 0));
    for (const row of rows) {
      const document = documents.find(({ id }) => id === row['document_id']);
      expect(query.follow(snapshot, options, row)).toEqual({ kind: 'codings', ids: [row['coding_id']] });
      expect(document?.text.slice(Number(row['start']), Number(row['end'])).join('')).toBe(row['quotation']);
      expect(document?.words.filter((word) => word.from < Number(row['end']) && word.to > Number(row['start']))).toHaveLength(Number(row['words']));
    }
  });
});
