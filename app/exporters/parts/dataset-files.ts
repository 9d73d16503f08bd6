import { datasetJsonSchema, type Dataset } from '../../../schemas/dataset.ts';
import { zipFiles } from '../../support/zip-files.ts';
import type { ProjectSnapshot } from '../../coding/state.ts';
import type { ExportOptions } from '../exporter.ts';
import { exactCsv, guardedCsv, type CsvValue } from './csv.ts';
import { datasetTables, type DatasetTables } from './dataset-rows.ts';
import { gather, type Material } from './material.ts';
import { columnsOf, readme, tables as tableList } from './readme.ts';
import { segmentWorkbook } from './segment-sheet.ts';

/** The whole dataset as a zip; `guarded` chooses the CSV for spreadsheets, all else is the same. */
export function datasetZip(snapshot: ProjectSnapshot, options: ExportOptions, guarded: boolean): Uint8Array {
  const step = (done: number) => {
    options.signal?.throwIfAborted();
    options.onProgress?.(done);
  };
  step(0);
  const material = gather(snapshot);
  step(0.3);
  const tables = datasetTables(material);
  step(0.5);
  const files = new Map<string, string | Uint8Array>([['README.txt', readme(snapshot.state.project?.name ?? '', guarded, options)]]);
  const write = guarded ? guardedCsv : exactCsv;
  const rows = rowsByFile(tables);
  for (const table of tableList) files.set(table.file, write(columnsOf(table, 'en').map(({ name }) => name), rows[table.file] ?? []));
  files.set('segments.xlsx', segmentWorkbook(tables, material, options.language, options.now));
  step(0.7);
  files.set('dataset.json', `${JSON.stringify(dataset(tables, material, options), null, 2)}\n`);
  files.set('dataset.schema.json', `${JSON.stringify(datasetJsonSchema(), null, 2)}\n`);
  for (const document of tables.documents) files.set(document.file, document.text);
  step(0.8);
  const zip = zipFiles(files, options.now);
  step(1);
  return zip;
}

function rowsByFile(tables: DatasetTables): Record<string, readonly Record<string, CsvValue>[]> {
  return {
    'segments.csv': tables.segments, 'segment_turns.csv': tables.segmentTurns, 'turns.csv': tables.turns, 'pairs.csv': tables.pairs,
    'documents.csv': tables.documents, 'codebook.csv': tables.codebook, 'speakers.csv': tables.speakers,
    'passage_memos.csv': tables.passageMemos,
  };
}

function dataset(tables: DatasetTables, { snapshot, memo }: Material, { now, version }: ExportOptions): Dataset {
  const { project } = snapshot.state;
  return {
    $schema: './dataset.schema.json',
    format: 'hoorwerk-dataset',
    version: 1,
    program: `Hoorwerk ${version}`,
    written_at: now,
    units: {
      offsets: 'Unicode code points, 0-based, end exclusive',
      text: 'UTF-8 without byte order mark, lines end in LF',
      times: 'ISO 8601, UTC',
    },
    project: {
      project_id: snapshot.projectId, name: project?.name ?? '', description: project?.description ?? '',
      created_at: project?.createdAt ?? null, memo: memo('project', null),
    },
    documents: tables.documents, turns: tables.turns, pairs: tables.pairs, codebook: tables.codebook, speakers: tables.speakers,
    coders: tables.coders, segments: tables.segments, segment_turns: tables.segmentTurns, passage_memos: tables.passageMemos,
  };
}
