import { create } from 'xmlbuilder2';
import { writeDescription } from '../build/codebook-description.ts';
import { codeTree, type CodeNode } from '../coding/tree.ts';
import type { Exporter } from './exporter.ts';

/** The codebook as NVivo, ATLAS.ti, MAXQDA and QualCoder exchange it: REFI-QDA, schema of 18 March 2019. */
export const codebookQdc: Exporter = {
  id: 'codebook-qdc',
  name: { nl: 'Codeboek (REFI-QDA)', en: 'Codebook (REFI-QDA)' },
  description: {
    nl: 'De thema’s voor NVivo, ATLAS.ti, MAXQDA en QualCoder (.qdc). Toetsen gaan niet mee; die kent de standaard niet.',
    en: 'The themes for NVivo, ATLAS.ti, MAXQDA and QualCoder (.qdc). Keys do not go along; the standard has none.',
  },
  fileWords: { nl: 'codeboek', en: 'codebook' },
  extension: 'qdc',
  async write({ state }, { version }) {
    const nodes = codeTree(state);
    const xml = create({ version: '1.0', encoding: 'utf-8', invalidCharReplacement: '\uFFFD' }, {
      // The schema wants at least one code in a codebook: one without themes is written without the list.
      CodeBook: { '@xmlns': 'urn:QDA-XML:codebook:1.0', '@origin': `Hoorwerk ${version}`, ...(nodes.length > 0 ? { Codes: { Code: nodes.map(element) } } : {}) },
    });
    return new TextEncoder().encode(`${xml.end({ prettyPrint: true })}\n`);
  },
};

/** A theme with those below it. The standard writes identifiers in capitals, and names its children in this order. */
function element({ code, children }: CodeNode): object {
  const description = writeDescription(code);
  return {
    '@guid': code.id.toUpperCase(), '@name': code.name, '@isCodable': String(code.inactive !== true), '@color': code.color,
    ...(description === '' ? {} : { Description: description }),
    ...(children.length > 0 ? { Code: children.map(element) } : {}),
  };
}
