import type { HostFile } from '../../host/host.ts';
import { t } from '../../i18n/index.ts';
import { addToBatch, useBatch } from '../../use-cases/batch.ts';
import { chooseDocuments } from '../../use-cases/choose-file.ts';
import { createProject } from '../../use-cases/create-project.ts';
import { notify } from '../../use-cases/notices.ts';
import { openProjectFile } from '../../use-cases/open-project-file.ts';
import { readDocumentFile } from '../../use-cases/read-document-file.ts';
import { useWorkbench } from '../../use-cases/workbench.ts';
import { useUi } from '../ui-state.ts';

/** Files that came while there was no place for them: at the start, or behind a review of another file. */
const early: HostFile[] = [];
const takeEarly = () => {
  if (early.length > 0 && hasRoom()) void takeIn(early.splice(0));
};
useWorkbench.subscribe(takeEarly);
useUi.subscribe(takeEarly);

/**
 * Takes in files that were chosen, dropped, or that the system asked to open. A project file by itself is opened. One
 * document is read and shown for review; several come in a list, from which each is accepted or reviewed. In the open
 * project, or in a new one named after the first.
 */
export function takeIn(files: readonly HostFile[]): Promise<void> {
  const taken = taking.then(() => take(files));
  taking = taken.catch(() => {});
  return taken;
}

/** One after the other: the first may be making the project that the next comes into. */
let taking = Promise.resolve();

async function take(files: readonly HostFile[]): Promise<void> {
  const [first, ...others] = files;
  if (!first) return;
  if (!hasRoom()) {
    early.push(...files);
    return;
  }
  const isAlone = others.length === 0 && first.kind === 'file' && first.folder === '';
  if (isAlone && first.name.toLowerCase().endsWith('.hoorwerk')) {
    await openProjectFile(first);
    return;
  }
  if (useWorkbench.getState().phase === 'start' && !(await createProject({ name: nameOf(first) })).ok) return;
  if (isAlone && useBatch.getState().items === null) await readForReview(first);
  else {
    addToBatch(files);
    useUi.setState({ dialog: null });
  }
}

/** Asks for documents, or for a folder of them, and takes them in. */
export async function importDocuments(what: 'several' | 'folder'): Promise<void> {
  const files = await chooseDocuments(what);
  if (files?.length === 0) notify({ kind: 'info', key: 'batch.nothing-chosen' });
  else if (files) await takeIn(files);
}

async function readForReview(file: HostFile): Promise<void> {
  const read = await readDocumentFile(file);
  if (read.ok && read.value) useUi.setState({ review: read.value, dialog: null });
}

/** A project or the start screen is there; a review is of one file, and nothing comes between. */
function hasRoom(): boolean {
  return ['start', 'project'].includes(useWorkbench.getState().phase) && useUi.getState().review === null;
}

function nameOf({ name, folder }: HostFile): string {
  return (folder.split('/')[0] || name.replace(/\.[^.]+$/, '')).trim().slice(0, 200) || t('new.title');
}
