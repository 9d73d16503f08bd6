import type { Change } from '../../schemas/change.ts';
import type { ProjectId, Sha256 } from '../../schemas/ids.ts';
import type { AnalysisRow, Lead } from '../../app/analyses/analysis.ts';
import type { AnalysisView, ViewRequest } from '../../app/analyses/view.ts';
import type { DocumentKind } from '../../schemas/records/document.ts';
import type { ConditionGroup } from '../../schemas/query.ts';
import type { ProjectSnapshot } from '../../app/coding/state.ts';
import type { ViewFormat } from '../../app/exporters/parts/view-formats.ts';
import type { Reading } from '../../app/importers/importer.ts';
import type { PagePlaces } from '../../app/importers/pdf/places.ts';
import type { ProjectBundle } from '../../app/project-file/read-project-file.ts';
import type { Result } from '../../app/support/result.ts';

/** Work that is done off the screen's thread. What goes in and comes out can be cloned. */
export interface Jobs {
  import: { input: { bytes: Uint8Array; fileName: string; now: string; knownOnly?: boolean; as?: DocumentKind }; output: Reading };
  /** Where the letters of a PDF stand on its pages. */
  places: { input: { bytes: Uint8Array }; output: PagePlaces };
  readProject: { input: { bytes: Uint8Array }; output: ProjectBundle };
  writeProject: {
    input: { projectId: ProjectId; changes: Change[]; blobs: Map<Sha256, Uint8Array>; now: string; version: string };
    output: Uint8Array;
  };
  export: {
    input: { exporterId: string; snapshot: ProjectSnapshot; options: { now: string; version: string; language: 'nl' | 'en' } };
    output: Uint8Array;
  };
  analyse: { input: AnalysisAsked; output: AnalysisAnswer };
}

/**
 * Something asked of the analyses. The worker keeps the project between questions: what it has already is not sent
 * again (null).
 */
export interface AnalysisAsked { project: Pick<ProjectSnapshot, 'projectId' | 'state'> | null; contents: ProjectSnapshot['contents'] | null; question: AnalysisQuestion }

export type AnalysisQuestion =
  | { kind: 'view'; request: ViewRequest }
  | { kind: 'follow'; request: Pick<ViewRequest, 'id' | 'options'>; row: AnalysisRow }
  | { kind: 'hits'; queries: readonly ConditionGroup[] }
  | { kind: 'write'; request: ViewRequest; format: ViewFormat; options: { now: string; version: string; language: 'nl' | 'en' } };

export type AnalysisAnswer =
  | { kind: 'view'; view: AnalysisView }
  | { kind: 'follow'; lead: Lead | null }
  | { kind: 'hits'; hits: number[] }
  | { kind: 'write'; bytes: Uint8Array | null };

export type JobName = keyof Jobs;

interface JobContext { signal?: AbortSignal; onProgress(done: number): void }

/** How a job is done; the same function in a worker and, in tests, without one. */
export type JobHandlers<Names extends JobName = JobName> = {
  [Name in Names]: (input: Jobs[Name]['input'], context: JobContext) => Promise<Result<Jobs[Name]['output']>>;
};

/** What the screen sends to a worker. */
export interface JobRequest<Name extends JobName = JobName> { name: Name; input: Jobs[Name]['input'] }

/** What a worker sends back: any number of `progress`, and `done` or `broken` last. */
export type JobMessage =
  | { kind: 'progress'; done: number }
  | { kind: 'done'; result: Result<unknown> }
  | { kind: 'broken'; message: string };
