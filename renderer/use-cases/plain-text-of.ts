import { plainText, type PlainText } from '../../app/document/plain-text.ts';
import type { Content } from '../../schemas/records/content.ts';
import type { Document } from '../../schemas/records/document.ts';
import { useWorkbench } from './workbench.ts';

const texts = new WeakMap<Content, PlainText>();

/** The plain text of a content, built once for as long as the content is kept. */
export function textOf(content: Content): PlainText {
  const found = texts.get(content);
  if (found) return found;
  const made = plainText(content);
  texts.set(content, made);
  return made;
}

/** The plain text of a document of the open project. @throws where its content is not there: opening saw to that. */
export function plainTextOf(document: Document): PlainText {
  const content = useWorkbench.getState().project?.contents.get(document.contentSha256);
  if (!content) throw new Error(`the content of document ${document.id} is not loaded`);
  return textOf(content);
}
