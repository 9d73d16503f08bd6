/** What is passed over with all that stands in it. */
export const skipped = new Set([
  'text:tracked-changes', 'text:hidden-text', 'text:placeholder', 'text:ruby-text', 'text:script', 'text:sequence-decls', 'text:variable-decls', 'text:user-field-decls',
  'table:covered-table-cell', 'office:forms', 'office:scripts', 'office:event-listeners', 'svg:title', 'svg:desc', 'draw:object',
]);

/** Shapes that may hold text of their own. */
export const boxes = new Set(['draw:text-box', 'draw:custom-shape', 'draw:rect', 'draw:ellipse', 'draw:circle', 'draw:caption', 'draw:polygon', 'draw:path', 'draw:line']);

/** Tables of contents, of figures and of tables. */
export const contentsOf = new Set(['text:table-of-content', 'text:illustration-index', 'text:table-index', 'text:object-index']);

/** Elements whose letters are the text; in others there is white space between elements only. */
export const holdsText = (name: string) => /^text:(?!note|list|section|index-body|numbered-paragraph|table-of)/u.test(name);
