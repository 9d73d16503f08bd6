import type { Importer } from './importer.ts';
import { markdown } from './markdown.ts';
import { pdf } from './pdf.ts';
import { text } from './text.ts';

/** Every format that can be read, for file filters and help. */
export const importers: readonly Importer[] = [text, markdown, pdf];
