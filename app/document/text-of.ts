import type { Content } from '../../schemas/records/content.ts';
import type { Document } from '../../schemas/records/document.ts';
import type { ProjectSnapshot } from '../coding/state.ts';
import { plainText, type PlainText } from './plain-text.ts';

const texts = new WeakMap<Content, PlainText>();

/** A document's plain text; an empty one where its content was lost, so that its codings are found nowhere and are orphans. */
export function textOf(snapshot: Pick<ProjectSnapshot, 'contents'>, document: Document): PlainText {
  return textOfContent(snapshot.contents.get(document.contentSha256) ?? noContent);
}

/** Documents whose content was lost. What is told of the whole project does not hold while there are any. */
export function withoutText({ state, contents }: Pick<ProjectSnapshot, 'state' | 'contents'>): Document[] {
  return [...state.documents.values()].filter((document) => !contents.has(document.contentSha256));
}

const noContent: Content = {
  version: 1, blocks: [], turns: [], sections: [], pages: [], pairs: [], footnotes: [], attendees: [], changes: [], warnings: [],
};

/** The plain text of a content, built once for as long as the content is kept. */
export function textOfContent(content: Content): PlainText {
  const known = texts.get(content) ?? plainText(content);
  texts.set(content, known);
  return known;
}
