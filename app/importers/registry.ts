import { docx } from './docx.ts';
import { html } from './html.ts';
import type { Importer } from './importer.ts';
import { markdown } from './markdown.ts';
import { odt } from './odt.ts';
import { pdf } from './pdf.ts';
import { text } from './text.ts';
import { turnsTable } from './turns-table.ts';

/** Every format that can be read, for file filters and help. */
export const importers: readonly Importer[] = [text, markdown, pdf, docx, odt, html, turnsTable];
