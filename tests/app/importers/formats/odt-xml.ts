import { zipOf } from './reading.ts';

const ns = (name: string) => `urn:oasis:names:tc:opendocument:xmlns:${name}:1.0`;
const namespaces = [
  ...['office', 'style', 'text', 'table'].map((name) => `xmlns:${name}="${ns(name)}"`), `xmlns:draw="${ns('drawing')}"`, `xmlns:fo="${ns('xsl-fo-compatible')}"`,
  'xmlns:dc="http://purl.org/dc/elements/1.1/"', 'xmlns:xlink="http://www.w3.org/1999/xlink"',
].join(' ');

/** An OpenDocument text of raw XML: what stands in its body, its own styles and those of `styles.xml`. */
export function odtXml(body: string, { automatic = '', styles = '', soft = '', more = {} }: { automatic?: string; styles?: string; soft?: string; more?: Record<string, string> } = {}): Uint8Array {
  return zipOf({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'styles.xml': `<?xml version="1.0"?><office:document-styles ${namespaces}><office:styles>${styles}</office:styles></office:document-styles>`,
    'content.xml': `<?xml version="1.0"?><office:document-content ${namespaces}><office:automatic-styles>${automatic}</office:automatic-styles><office:body><office:text${soft}>${body}</office:text></office:body></office:document-content>`,
    ...more,
  });
}
