import type { Content } from '../../schemas/records/content.ts';
import type { Document } from '../../schemas/records/document.ts';
import type { ProjectSnapshot } from '../coding/state.ts';
import { plainText, type PlainText } from './plain-text.ts';

const texts = new WeakMap<Content, PlainText>();

/** A document's plain text. @throws Error where its content is not in the snapshot. */
export function textOf(snapshot: ProjectSnapshot, document: Document): PlainText {
  const content = snapshot.contents.get(document.contentSha256);
  if (!content) throw new Error(`the content of document ${document.id} is not in the snapshot`);
  return textOfContent(content);
}

/** The plain text of a content, built once for as long as the content is kept. */
export function textOfContent(content: Content): PlainText {
  const known = texts.get(content) ?? plainText(content);
  texts.set(content, known);
  return known;
}
