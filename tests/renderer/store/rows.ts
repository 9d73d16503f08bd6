/**
 * Rows as each version of the store wrote them. A version's rows are put in by the browser's own calls, without the
 * store's code of today, and never changed afterwards.
 */
export interface OldRows {
  version: number;
  /** Primary keys and indexes, as that version's database has them. */
  tables: Record<string, { keyPath: string | null; indexes: string[] }>;
  /** By table; `[key, row]` where the key is outside the row. */
  rows: Record<string, unknown[]>;
  outOfRow: Record<string, [string, unknown][]>;
}

const at = '2025-11-20T08:00:00.000Z';
const coder = { id: '5f0c5c1e-7a5b-4b7e-9a39-0d3f6c1f0001', name: 'Ada Vos', initials: 'AV' };
const code = {
  id: '5f0c5c1e-7a5b-4b7e-9a39-0d3f6c1f0002', parentId: null, name: 'vaartijden', definition: '', color: '#b4531f', key: 1, order: 0, createdAt: at,
};
const project = { name: 'Veerdienst', description: '', roles: ['reder'], createdAt: at };
const change = {
  id: '5f0c5c1e-7a5b-4b7e-9a39-0d3f6c1f0003', seq: 1, previous: null, at, coderId: coder.id,
  label: { key: 'project.create', values: { name: 'Veerdienst' } },
  ops: [
    { op: 'put', table: 'project', record: project },
    { op: 'put', table: 'coders', record: coder },
    { op: 'put', table: 'codes', record: code },
  ],
  inverse: [{ op: 'delete', table: 'codes', id: code.id }, { op: 'delete', table: 'coders', id: coder.id }],
  undoes: null, redoes: null,
};

const inRow = (keyPath: string, ...indexes: string[]) => ({ keyPath, indexes });
const outside = { keyPath: null, indexes: [] };

const tablesV1: OldRows['tables'] = {
  project: outside, documents: inRow('id'), speakers: inRow('id'), codes: inRow('id'), codings: inRow('id', 'documentId', 'codeId'),
  memos: inRow('id'), coders: inRow('id'), history: inRow('seq'), blobs: inRow('sha256'), meta: outside,
};
/** From version 2 on a memo may be on a passage. */
const passageMemo = {
  id: '5f0c5c1e-7a5b-4b7e-9a39-0d3f6c1f0005',
  target: {
    kind: 'passage', documentId: '5f0c5c1e-7a5b-4b7e-9a39-0d3f6c1f0006',
    anchor: { start: 0, end: 4, quotation: 'Boot', prefix: '', suffix: ' vaart' },
  },
  text: 'welke?', coderId: coder.id, createdAt: at, updatedAt: at,
};
const changeV2 = {
  ...change, ops: [...change.ops, { op: 'put', table: 'memos', record: passageMemo }],
  inverse: [{ op: 'delete', table: 'memos', id: passageMemo.id }, ...change.inverse],
};

/** From version 3 on queries are saved. */
const savedQuery = {
  id: '5f0c5c1e-7a5b-4b7e-9a39-0d3f6c1f0007', name: 'Over vaartijden',
  query: { kind: 'group', not: false, match: 'all', of: [{ kind: 'theme', not: false, theme: code.id, withSubtree: true }] }, createdAt: at, updatedAt: at,
};
const changeV3 = {
  ...changeV2, ops: [...changeV2.ops, { op: 'put', table: 'queries', record: savedQuery }],
  inverse: [{ op: 'delete', table: 'queries', id: savedQuery.id }, ...changeV2.inverse],
};

/** Every version of a project's database that was ever released, with a small project in it. */
export const projectRows: OldRows[] = [
  {
    version: 1,
    tables: tablesV1,
    rows: { codes: [code], coders: [coder], history: [change], blobs: [{ sha256: 'a'.repeat(64), bytes: new Uint8Array([1, 2]) }] },
    outOfRow: { project: [['project', project]], meta: [['head', { seq: 1, id: change.id }]] },
  },
  {
    version: 2,
    tables: tablesV1,
    rows: { codes: [code], coders: [coder], memos: [passageMemo], history: [changeV2], blobs: [{ sha256: 'a'.repeat(64), bytes: new Uint8Array([1, 2]) }] },
    outOfRow: { project: [['project', project]], meta: [['head', { seq: 1, id: change.id }]] },
  },
  {
    version: 3,
    tables: { ...tablesV1, queries: inRow('id') },
    rows: { codes: [code], coders: [coder], memos: [passageMemo], queries: [savedQuery], history: [changeV3], blobs: [{ sha256: 'a'.repeat(64), bytes: new Uint8Array([1, 2]) }] },
    outOfRow: { project: [['project', project]], meta: [['head', { seq: 1, id: change.id }]] },
  },
];

/** Every version of the catalogue that was ever released. */
export const catalogueRows: OldRows[] = [
  {
    version: 1,
    tables: { prefs: outside, coders: inRow('id'), recent: inRow('projectId') },
    rows: { coders: [coder], recent: [{ projectId: '5f0c5c1e-7a5b-4b7e-9a39-0d3f6c1f0009', name: 'Veerdienst', openedAt: at }] },
    outOfRow: { prefs: [['copyId', '5f0c5c1e-7a5b-4b7e-9a39-0d3f6c1f0004'], ['coder', coder.id]] },
  },
];

/** Makes a database as that version left it. */
export async function putOldRows(name: string, { version, tables, rows, outOfRow }: OldRows): Promise<void> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    // Dexie counts in tens.
    const request = indexedDB.open(name, version * 10);
    request.addEventListener('upgradeneeded', () => {
      for (const [table, { keyPath, indexes }] of Object.entries(tables)) {
        const store = request.result.createObjectStore(table, { keyPath });
        for (const index of indexes) store.createIndex(index, index);
      }
    });
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('no database')));
  });
  await new Promise((resolve, reject) => {
    const transaction = db.transaction(Object.keys(tables), 'readwrite');
    transaction.addEventListener('complete', resolve);
    transaction.addEventListener('error', reject);
    for (const [table, list] of Object.entries(rows)) for (const row of list) transaction.objectStore(table).put(row);
    for (const [table, list] of Object.entries(outOfRow)) for (const [key, row] of list) transaction.objectStore(table).put(row, key);
  });
  db.close();
}

/** All rows of a database by table, as the browser has them. */
export async function readRows(name: string): Promise<Record<string, unknown[]>> {
  const db = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open(name);
    request.addEventListener('success', () => resolve(request.result));
  });
  const transaction = db.transaction([...db.objectStoreNames]);
  const rows = await Promise.all([...db.objectStoreNames].map((table) => new Promise<[string, unknown[]]>((resolve) => {
    const request: IDBRequest<unknown[]> = transaction.objectStore(table).getAll();
    request.addEventListener('success', () => resolve([table, request.result]));
  })));
  db.close();
  return Object.fromEntries(rows);
}
