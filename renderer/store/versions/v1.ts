import type { StoreVersion } from './version.ts';

/** A project: its records, its history, its files. Tables with an empty key take it from outside. */
export const projectV1: StoreVersion = {
  version: 1,
  records: 1,
  stores: {
    project: '',
    documents: 'id',
    speakers: 'id',
    codes: 'id',
    codings: 'id, documentId, codeId',
    memos: 'id',
    coders: 'id',
    history: 'seq',
    blobs: 'sha256',
    meta: '',
  },
};
