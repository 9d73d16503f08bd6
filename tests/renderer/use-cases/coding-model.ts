/** A passage of the text with a theme on it, by the theme's name. */
export interface Passage { code: string; start: number; end: number }

interface State { codes: Map<string, string | null>; codings: Passage[] }

/**
 * What coding is, in the plainest way that can be written: lists and loops over characters, and a copy of everything
 * for each step of the history. Nothing of the program is used here.
 */
export class CodingModel {
  readonly #text: string;
  #now: State;
  #undone: State[] = [];
  #past: State[] = [];
  #names = 0;

  constructor(text: string, codes: readonly string[]) {
    this.#text = text;
    this.#now = { codes: new Map(codes.map((name) => [name, null])), codings: [] };
  }

  get canUndo(): boolean { return this.#past.length > 0; }
  codes(): string[] { return [...this.#now.codes.keys()].toSorted(); }
  codings(): Passage[] { return this.#now.codings.toSorted((a, b) => a.start - b.start || a.end - b.end || (a.code < b.code ? -1 : 1)); }
  freshName(): string { return `nieuw thema ${this.#names}`; }

  /** From the `at`th word on, that many. */
  words(at: number, count: number): { start: number; end: number } {
    const words = [...this.#text.matchAll(/\S+/g)];
    const first = words[at % words.length];
    const last = words[Math.min(words.length - 1, (at % words.length) + count - 1)];
    return { start: first?.index ?? 0, end: (last?.index ?? 0) + (last?.[0].length ?? 0) };
  }

  /** A step of the history where it changes anything. */
  step(happens: () => void): void {
    const before = structuredClone(this.#now);
    const said = JSON.stringify(this.told());
    happens();
    if (JSON.stringify(this.told()) === said) return;
    this.#past.push(before);
    this.#undone = [];
  }

  undo(): void { this.#travel(this.#past, this.#undone); }
  redo(): void { this.#travel(this.#undone, this.#past); }

  toggle(code: string, { start, end }: { start: number; end: number }): void {
    const mine = this.#now.codings.filter((one) => one.code === code && one.start < end && one.end > start);
    let all = mine.length > 0;
    for (let at = start; at < end; at += 1) all &&= this.#isBlank(at) || mine.some((one) => one.start <= at && at < one.end);
    const rest = this.#now.codings.filter((one) => !mine.includes(one));
    if (!all) {
      this.#now.codings = [...rest, { code, start: Math.min(start, ...mine.map((one) => one.start)), end: Math.max(end, ...mine.map((one) => one.end)) }];
      return;
    }
    this.#now.codings = rest;
    for (const one of mine) {
      this.#put(code, one.start, Math.min(one.end, start));
      this.#put(code, Math.max(one.start, end), one.end);
    }
  }

  reshape(coding: Passage, { start, end }: { start: number; end: number }): void {
    if (!this.#has(coding.code, start, end)) this.#replace(coding, [{ ...coding, start, end }]);
  }

  split(coding: Passage, at: number): void {
    if (at <= coding.start || at >= coding.end) return;
    const first = { ...coding, end: this.#trimmed(coding.start, at).end };
    const second = { ...coding, start: this.#trimmed(at, coding.end).start };
    if (this.#has(coding.code, first.start, first.end) || this.#has(coding.code, second.start, second.end)) return;
    this.#replace(coding, [first, second]);
  }

  join(one: Passage, other: Passage): void {
    if (one === other || one.code !== other.code) return;
    const whole = { code: one.code, start: Math.min(one.start, other.start), end: Math.max(one.end, other.end) };
    const rest = this.#now.codings.filter((coding) => coding !== one && coding !== other);
    if (!rest.some((coding) => sameAs(coding, whole))) this.#now.codings = [...rest, whole];
  }

  copy(coding: Passage, code: string): void { this.#put(code, coding.start, coding.end); }
  recode(coding: Passage, code: string): void {
    this.remove(coding);
    this.#put(code, coding.start, coding.end);
  }
  remove(coding: Passage): void { this.#replace(coding, []); }

  addCode(name: string, parent: string | null): void {
    this.#names += 1;
    this.#now.codes.set(name, parent);
  }

  rename(code: string, name: string): void {
    this.#names += 1;
    this.#now.codes = new Map([...this.#now.codes].map(([one, parent]) => [one === code ? name : one, parent === code ? name : parent]));
    this.#now.codings = this.#now.codings.map((coding) => (coding.code === code ? { ...coding, code: name } : coding));
  }

  merge(from: string, into: string): void {
    if (from === into) return;
    if (this.#above(into).includes(from)) this.#now.codes.set(into, this.#now.codes.get(from) ?? null);
    for (const [name, parent] of this.#now.codes) if (parent === from) this.#now.codes.set(name, into);
    this.#now.codes.delete(from);
    for (const coding of this.#now.codings.filter(({ code }) => code === from)) this.recode(coding, into);
  }

  move(code: string, parent: string | null): void {
    if (parent !== null && (parent === code || this.#above(parent).includes(code))) return;
    this.#now.codes.set(code, parent);
  }

  deleteCode(code: string): void {
    for (const name of [...this.#now.codes.keys()].filter((one) => one === code || this.#above(one).includes(code))) {
      this.#now.codings = this.#now.codings.filter((coding) => coding.code !== name);
      this.#now.codes.delete(name);
    }
  }

  told(): { codes: unknown[][]; codings: unknown[][] } {
    const byWords = (a: unknown[], b: unknown[]) => (a.join('|') < b.join('|') ? -1 : 1);
    return {
      codes: [...this.#now.codes].map(([name, parent]): unknown[] => [name, parent]).toSorted(byWords),
      codings: this.#now.codings.map(({ code, start, end }): unknown[] => [code, start, end]).toSorted(byWords),
    };
  }

  /** For each character that can be seen, the themes on it. */
  themesAt(): string[] {
    return this.#text.split('').map((_, at) => (this.#isBlank(at) ? '' : [...new Set(this.#now.codings.filter(({ start, end }) => start <= at && at < end).map(({ code }) => code))].toSorted().join(' + ')));
  }

  #travel(from: State[], to: State[]): void {
    const state = from.pop();
    if (!state) return;
    to.push(this.#now);
    this.#now = state;
  }

  /** Under which theme another stands; null: under none. */
  parentOf(code: string): string | null { return this.#now.codes.get(code) ?? null; }

  /** The names above a theme. */
  #above(code: string): string[] {
    const parent = this.parentOf(code);
    return parent === null ? [] : [parent, ...this.#above(parent)];
  }

  #isBlank(at: number): boolean { return /\s/.test(this.#text[at] ?? ''); }

  #trimmed(from: number, to: number): { start: number; end: number } {
    let [start, end] = [from, to];
    while (start < end && this.#isBlank(start)) start += 1;
    while (end > start && this.#isBlank(end - 1)) end -= 1;
    return { start, end };
  }

  #has(code: string, start: number, end: number): boolean { return this.#now.codings.some((coding) => sameAs(coding, { code, start, end })); }

  /** A stretch with a theme, where anything of it can be seen and it has it not already. */
  #put(code: string, from: number, to: number): void {
    const { start, end } = this.#trimmed(from, to);
    if (start < end && !this.#has(code, start, end)) this.#now.codings = [...this.#now.codings, { code, start, end }];
  }

  #replace(coding: Passage, by: readonly Passage[]): void {
    this.#now.codings = [...this.#now.codings.filter((one) => !sameAs(one, coding)), ...by];
  }
}

const sameAs = (a: Passage, b: Passage) => a.code === b.code && a.start === b.start && a.end === b.end;
