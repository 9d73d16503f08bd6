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
    const lines = [
      '<?xml version="1.0" encoding="utf-8"?>',
      `<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="${escaped(`Hoorwerk ${version}`)}">`,
      // The schema wants at least one code in the list: a codebook without themes is written without it.
      ...(nodes.length > 0 ? ['  <Codes>', ...nodes.flatMap((node) => element(node, '    ')), '  </Codes>'] : []),
      '</CodeBook>',
    ];
    return new TextEncoder().encode(`${lines.join('\n')}\n`);
  },
};

/** A theme with those below it. The standard writes identifiers in capitals, and names its children in this order. */
function element({ code, children }: CodeNode, indent: string): string[] {
  const description = writeDescription(code);
  const start = `${indent}<Code guid="${code.id.toUpperCase()}" name="${escaped(code.name)}" isCodable="${code.inactive !== true}" color="${code.color}"`;
  const inside = [
    ...(description === '' ? [] : [`${indent}  <Description>${escaped(description)}</Description>`]),
    ...children.flatMap((child) => element(child, `${indent}  `)),
  ];
  return inside.length === 0 ? [`${start}/>`] : [`${start}>`, ...inside, `${indent}</Code>`];
}

/** Text and attributes alike; what XML 1.0 has no place for becomes a mark that something stood there. */
function escaped(text: string): string {
  const named: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' };
  return text.replaceAll(/(?![\t\n\r])[\p{Cc}\uFFFE\uFFFF]|[&<>"\r]/gu, (letter) => named[letter] ?? '\uFFFD');
}
