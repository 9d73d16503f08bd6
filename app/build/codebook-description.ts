import type { Code } from '../../schemas/records/code.ts';

/** What a theme means, in the three parts that our codebook keeps. */
export interface Description { definition: string; use: string; avoid: string }

const headings = { use: 'Wanneer wel:', avoid: 'Wanneer niet:' } as const;

/**
 * The three parts as one text, for formats that have one place for them: under headings that are found again. Programs
 * that know nothing of them show a definition that reads well.
 */
export function writeDescription({ definition, use = '', avoid = '' }: Pick<Code, 'definition' | 'use' | 'avoid'>): string {
  return [definition, use && `${headings.use} ${use}`, avoid && `${headings.avoid} ${avoid}`].filter((part) => part !== '').join('\n\n');
}

/** The parts of such a text, whoever wrote it; a text without the headings is a definition. English headings are known too. */
export function readDescription(text: string): Description {
  const found: Description = { definition: '', use: '', avoid: '' };
  let part: keyof Description = 'definition';
  for (const line of text.split('\n')) {
    const heading = /^\s*(Wanneer wel|When to use|Wanneer niet|When not to use)\s*:\s*/iu.exec(line);
    if (heading) part = /niet|not/iu.test(heading[1] ?? '') ? 'avoid' : 'use';
    const words = heading ? line.slice(heading[0].length) : line;
    found[part] += found[part] === '' || heading ? words : `\n${words}`;
  }
  return { definition: found.definition.trim(), use: found.use.trim(), avoid: found.avoid.trim() };
}
