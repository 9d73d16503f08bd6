import type { DocumentId } from '../../../schemas/ids.ts';
import type { HostFile } from '../../host/host.ts';
import { t } from '../../i18n/index.ts';
import { createProject } from '../../use-cases/create-project.ts';
import { openProjectFile } from '../../use-cases/open-project-file.ts';
import { readDocumentFile } from '../../use-cases/read-document-file.ts';
import { startImportAnew, startReviewAgain, type ReviewOf } from '../../use-cases/review-document.ts';
import { useWorkbench } from '../../use-cases/workbench.ts';
import { useUi } from '../ui-state.ts';

/** Files that wait until the import before them was reviewed. */
const waiting: HostFile[] = [];

/** Files that the system asked to open while the workbench was still starting, or asking something first. */
const early: HostFile[] = [];
useWorkbench.subscribe(({ phase }) => {
  if (early.length > 0 && (phase === 'start' || phase === 'project')) void takeIn(early.splice(0));
});

/**
 * Takes in files that were dropped, or that the system asked to open. A project file is opened; documents are read
 * one after the other, each reviewed before the next, in the open project or in a new one named after the first.
 */
export async function takeIn(files: readonly HostFile[]): Promise<void> {
  const { phase } = useWorkbench.getState();
  if (phase !== 'start' && phase !== 'project') {
    early.push(...files);
    return;
  }
  const projectFile = files.find(isProjectFile);
  if (projectFile) {
    await openProjectFile(projectFile);
    return;
  }
  const [first] = files;
  if (!first) return;
  if (phase === 'start' && !(await createProject({ name: nameOf(first) })).ok) return;
  waiting.push(...files);
  await readNext();
}

/** Asks for a document, or reads the given one, and shows it for review. */
export async function importDocument(file?: HostFile): Promise<void> {
  const read = await readDocumentFile(file);
  if (read.ok && read.value) useUi.setState({ review: { ...read.value, of: null }, dialog: null });
}

/** Shows a document of the project for review: as it was accepted, or its original as it is read now. */
export async function reviewDocument(documentId: DocumentId, how: ReviewOf['how']): Promise<void> {
  const begun = how === 'again' ? await startReviewAgain(documentId) : await startImportAnew(documentId);
  if (begun.ok && begun.value) useUi.setState({ review: begun.value, dialog: null });
}

/** Reads the next waiting file once no review stands open. */
async function readNext(): Promise<void> {
  while (waiting.length > 0 && useUi.getState().review === null) {
    const next = waiting.shift();
    if (next) await importDocument(next);
  }
}

// A review that closes makes room for the next file; leaving the project drops the rest.
useUi.subscribe((ui, before) => {
  if (before.review === null || ui.review !== null) return;
  if (useWorkbench.getState().phase === 'project') void readNext();
  else waiting.length = 0;
});

function isProjectFile(file: HostFile): boolean {
  return file.name.toLowerCase().endsWith('.hoorwerk');
}

function nameOf(file: HostFile): string {
  return file.name.replace(/\.[^.]+$/, '').trim().slice(0, 200) || t('new.title');
}
