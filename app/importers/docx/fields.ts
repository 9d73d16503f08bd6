/**
 * Fields of Word: between its begin and its separator stands what it computes, between that and its end what came of
 * it. Only the result is text; of a table of contents not even that.
 */
export class Fields {
  private readonly open: { code: string; isResult: boolean }[] = [];

  char(kind: string | undefined): void {
    const last = this.open.at(-1);
    if (kind === 'begin') this.open.push({ code: '', isResult: false });
    else if (kind === 'separate' && last) last.isResult = true;
    else if (kind === 'end') this.open.pop();
  }

  code(text: string): void {
    const last = this.open.at(-1);
    if (last && !last.isResult) last.code += text;
  }

  /** Whether text that stands here is a result, or no field's at all. */
  get isText(): boolean {
    return this.open.every(({ isResult }) => isResult);
  }

  get isContents(): boolean {
    return this.open.some(({ code }) => /^\s*TOC\b/iu.test(code));
  }

  /** What a field computes ends within its paragraph: one that was never closed must not swallow the text after it. */
  endParagraph(): void {
    while (!this.isText) this.open.pop();
  }
}
