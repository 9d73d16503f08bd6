import type { CodeId, CoderId, CodingId, CodePoint, MemoId, ProjectId, Sha256 } from '../../../schemas/ids.ts';
import type { Code } from '../../../schemas/records/code.ts';
import type { Coding } from '../../../schemas/records/coding.ts';
import type { Content } from '../../../schemas/records/content.ts';
import type { Document } from '../../../schemas/records/document.ts';
import type { Memo } from '../../../schemas/records/memo.ts';
import { emptyState, type ProjectSnapshot } from '../../../app/coding/state.ts';
import { plainText, type PlainText } from '../../../app/document/plain-text.ts';
import { document, guid, speaker, spoken } from '../invented.ts';

/** A hearing about sleep in two documents; the second has no turns. */
export const anna = speaker(11, 'Anna Veenstra', { role: 'mantelzorger' });
export const bram = speaker(12, 'Bram Patiëntenbond', { role: 'patiëntenorganisatie' });
export const chair = speaker(13, 'Voorzitter', { role: 'commissie', moderator: true });

const hearing: Content = spoken([
  { by: anna, text: 'Wij slapen slecht sinds de verbouwing.', page: 2 },
  { by: chair, text: 'Sinds wanneer precies?', kind: 'question', page: 2 },
  { by: bram, text: 'Onze leden melden hetzelfde.', page: 3 },
]);
const letter: Content = { ...spoken([{ by: null, text: 'Er komt een fonds voor stille nachten.' }]), turns: [] };

export const night: Code = code(21, 'Nachtrust', null);
export const building: Code = code(22, 'Bouwlawaai', night.id);
export const money: Code = code(23, 'Geld', null, 1);

const documents = [document(1, 'Hoorzitting Slapen'), document(2, 'Brief wethouder')];
const contents = new Map<Sha256, Content>(documents.map((one, index) => [one.contentSha256, [hearing, letter][index] ?? letter]));
const texts = new Map(documents.map((one) => [one.id, plainText(contents.get(one.contentSha256) ?? letter)]));

export const textOf = (one: Document): PlainText => texts.get(one.id) ?? plainText(letter);

export const codings = [
  coding(31, 0, night, 'Wij slapen slecht', 5),
  coding(32, 0, building, 'sinds de verbouwing', 4),
  coding(33, 0, night, 'verbouwing.\nSinds wanneer', 3),
  coding(34, 0, night, 'Onze leden melden', 2),
  coding(35, 1, money, 'fonds', 1),
  { ...coding(36, 0, money, 'Onze leden', 6), anchor: { start: 0, end: 4, quotation: 'wat er nooit stond', prefix: '', suffix: '' } as Coding['anchor'] },
];
const memo: Memo = {
  id: guid(41) as MemoId, target: { kind: 'coding', id: guid(35) as CodingId }, text: 'Nagaan bij de coöperatie', coderId: guid(1) as CoderId,
  createdAt: '2026-02-01T09:00:00.000Z', updatedAt: '2026-02-01T09:00:00.000Z',
};

export const snapshot: ProjectSnapshot = {
  projectId: guid(9) as ProjectId,
  contents,
  state: {
    ...emptyState,
    documents: byId(documents), speakers: byId([anna, bram, chair]), codes: byId([night, building, money]),
    codings: byId(codings), memos: byId([memo]),
    coders: byId([{ id: guid(1) as CoderId, name: 'Codeur Een', initials: 'CE' }]),
  },
};

function code(id: number, name: string, parentId: CodeId | null, order = 0): Code {
  return { id: guid(id) as CodeId, parentId, name, definition: '', color: '#b4481e', key: null, order, createdAt: '2026-01-01T09:00:00.000Z' };
}

function coding(id: number, at: number, of: Code, quotation: string, minute: number): Coding {
  const one = documents[at] ?? document(1, '');
  const start = textOf(one).text.indexOf(quotation) as CodePoint;
  const time = `2026-02-01T10:0${minute}:00.000Z`;
  return {
    id: guid(id) as CodingId, documentId: one.id, codeId: of.id, coderId: guid(1) as CoderId, weight: null, createdAt: time, updatedAt: time,
    anchor: { start, end: (start + quotation.length) as CodePoint, quotation, prefix: '', suffix: '' },
  };
}

function byId<R extends { id: string }>(records: readonly R[]): Map<R['id'], R> {
  return new Map(records.map((record) => [record.id, record]));
}
