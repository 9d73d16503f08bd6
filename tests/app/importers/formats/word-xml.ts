import { zipOf } from './reading.ts';

/** Parts of a Word file: the inside of each part's root. What is left out is not in the file. */
export interface WordXml { body: string; styles?: string; numbering?: string; settings?: string; footnotes?: string; endnotes?: string; comments?: string; more?: Record<string, string> }

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const namespaces = [
  `xmlns:w="${main}"`, 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"', 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:v="urn:schemas-microsoft-com:vml"', 'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"', 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:w16se="http://schemas.microsoft.com/office/word/2015/wordml/symex"', 'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
].join(' ');
const kinds = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const roots = { styles: 'styles', numbering: 'numbering', settings: 'settings', footnotes: 'footnotes', endnotes: 'endnotes', comments: 'comments' } as const;

/** A Word file of raw XML, for what libraries that write such files can't do. */
export function wordXml({ body, more = {}, ...parts }: WordXml): Uint8Array {
  const present = Object.entries(roots).flatMap(([part, root]) => {
    const inside = parts[part as keyof typeof roots];
    return inside === undefined ? [] : [{ part, xml: `<?xml version="1.0"?><w:${root} ${namespaces}>${inside}</w:${root}>` }];
  });
  const relations = (targets: readonly [string, string][]) => `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${
    targets.map(([kind, target], at) => `<Relationship Id="r${at}" Type="${kinds}/${kind}" Target="${target}"/>`).join('')}</Relationships>`;
  return zipOf({
    '[Content_Types].xml': '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': relations([['officeDocument', 'word/document.xml']]),
    'word/document.xml': `<?xml version="1.0"?><w:document ${namespaces}><w:body>${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': relations(present.map(({ part }) => [part, `${part}.xml`])),
    ...Object.fromEntries(present.map(({ part, xml }) => [`word/${part}.xml`, xml])),
    ...more,
  });
}

/** A paragraph: its properties and runs. */
export const p = (inside: string, properties = '') => `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${inside}</w:p>`;

/** A run of text. */
export const r = (text: string, properties = '') => `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
