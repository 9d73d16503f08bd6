import type { PlainText } from '../../app/document/plain-text.ts';
import { textOf } from '../../app/document/text-of.ts';
import type { Document } from '../../schemas/records/document.ts';
import { useWorkbench } from './workbench.ts';

/** The plain text of a document of the open project; an empty one where it was lost. */
export function plainTextOf(document: Document): PlainText {
  const { project } = useWorkbench.getState();
  if (!project) throw new Error('no project is open');
  return textOf(project, document);
}
