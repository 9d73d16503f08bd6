import { fail, ok } from '../support/result.ts';
import { decodeText } from './decode.ts';
import { extensionsOf } from './extensions.ts';
import { layOut } from './extract/lay-out.ts';
import { documentRefused } from './extract/office-file.ts';
import { findNotes } from './html/notes.ts';
import { mainOf } from './html/site.ts';
import { parseHtml } from './html/tree.ts';
import { HtmlWalk } from './html/walk.ts';
import type { Importer } from './importer.ts';
import { headLetters } from './signatures.ts';

/** Web pages, and what word processors save as such. Pages of paper they have none. */
export const html: Importer = {
  id: 'html',
  name: { nl: 'webpagina (HTML)', en: 'web page (HTML)' },
  extensions: extensionsOf.html,
  source: 'extract',
  sniff: (bytes, fileName) => {
    const head = headLetters(bytes).trimStart();
    // A comment ends at its first `-->`: were it free to end at a later one, many of them could be split in endless ways.
    if (/^(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*(?:<!doctype html|<html)/isu.test(head)) return 0.8;
    return /\.x?html?$/iu.test(fileName) && /<(?:p|div|body|head|meta|table|h[1-6]|span|br|ul)\b/iu.test(head) ? 0.6 : 0;
  },
  read: async (bytes, { signal }) => {
    const decoded = decodeText(bytes, declaredIn(headLetters(bytes)));
    if (!decoded.ok) return decoded;
    const tree = parseHtml(decoded.value.text);
    if (!tree) return documentRefused('its elements stand too deep in each other');
    if (signal?.aborted) return fail('cancelled', 'reading the file was stopped; nothing was kept');
    const walk = new HtmlWalk(findNotes(tree), mainOf(tree));
    walk.children(tree);
    const raw = layOut({ format: 'html', lines: walk.writer.closeStory(), notes: walk.notes, comments: [], pages: null, said: walk.writer.said });
    if (!/\S/u.test(raw.source ?? '')) return fail('empty-file', 'the page holds no text; choose another file');
    return ok({ ...raw, warnings: [...decoded.value.warnings, ...raw.warnings] });
  },
};

/** The encoding that a page says it is in. */
function declaredIn(head: string): string | null {
  return /<meta[^>]+charset\s*=\s*(?:["']\s*)?([\w-]+)/iu.exec(head)?.[1] ?? /^\s*<\?xml[^>]+encoding\s*=\s*["']([\w-]+)/iu.exec(head)?.[1] ?? null;
}
