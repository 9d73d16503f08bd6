/** Signs with which a spreadsheet would begin a formula. */
const formula = /^[\s\u00A0]*[=+\-@＝＋－＠|%]/u;

/** A table as tab-separated text, to paste into a spreadsheet. Words that look like a formula are kept words by an apostrophe. */
export function tableText(head: readonly string[], rows: readonly (readonly (string | { number: string })[])[]): string {
  const cell = (value: string | { number: string }) => {
    if (typeof value !== 'string') return value.number;
    const flat = value.replaceAll(/[\t\r\n]+/g, ' ');
    return formula.test(flat) ? `'${flat}` : flat;
  };
  return [head, ...rows].map((row) => row.map(cell).join('\t')).join('\n');
}
