import { labelLine } from './label-lines.ts';
import type { Line } from './lines.ts';
import type { Paragraphs } from './paragraphs.ts';

/** A line that says which question or answer starts: *Vraag 3*, *Antwoord op de vragen 3 en 4:*, *Antwoord*. */
export interface QuestionLabel {
  line: number;
  part: 'question' | 'answer';
  /** The questions that are meant; empty for an answer without a number, to what was asked last. */
  numbers: number[];
  /** As printed, without colon. */
  name: string;
  /** End of the label, and start of what follows on the line, as UTF-16 offsets. */
  to: number;
  textFrom: number;
}

/**
 * The labels of questions and answers. A label stands alone on its line, or is set off by a sign; one that runs straight
 * on into its text is only believed where its number is the next. Where only answers have labels, numbers before
 * questions are labels too.
 */
export function findQuestionLabels(lines: readonly Line[], paragraphs: Paragraphs): QuestionLabel[] {
  const found: QuestionLabel[] = [];
  const letters = letterLabels(lines);
  let asked = 0;
  lines.forEach(({ text }, line) => {
    const label = letters.get(line) ?? wordLabel(text.slice(0, 200));
    if (!label || !paragraphs.mayStart(line)) return;
    const [first = asked] = label.numbers;
    if (!label.apart && !(label.part === 'question' ? first === asked + 1 || first === 1 : first <= asked)) return;
    if (label.part === 'question') asked = label.numbers.at(-1) ?? asked;
    found.push({ line, part: label.part, numbers: label.numbers, name: label.name, to: label.to, textFrom: label.textFrom });
  });
  // *Antwoorden* over a list of answers that have labels of their own is a heading.
  const labels = found.filter(({ numbers: own, line, textFrom }, at) => own.length > 0 || textFrom < (lines[line]?.text.length ?? 0) || found[at + 1]?.line !== line + 1);
  const answers = labels.filter(({ part }) => part === 'answer');
  const questions = answers.length === labels.length && answers.length > 0 ? numberLabels(lines, answers) : labels.filter(({ part }) => part === 'question');
  return [...questions, ...(listedAnswers(lines, questions, answers) ?? answers)].toSorted((a, b) => a.line - b.line);
}

/** One *Antwoorden* over a list with as many numbers as were asked: each of these is an answer. */
function listedAnswers(lines: readonly Line[], asked: readonly QuestionLabel[], answers: readonly QuestionLabel[]): QuestionLabel[] | null {
  const [only, ...more] = answers;
  if (!only || more.length > 0 || only.numbers.length > 0 || only.textFrom < (lines[only.line]?.text.length ?? 0)) return null;
  const listed: QuestionLabel[] = [];
  for (let at = only.line + 1; at < lines.length; at += 1) {
    const label = numberLabel(lines[at]?.text ?? '', at);
    if (label?.numbers[0] === listed.length + 1) listed.push({ ...label, part: 'answer' });
  }
  return listed.length >= 2 && listed.length === asked.flatMap((label) => label.numbers).length ? listed : null;
}

/** Is what stands between these labels a conversation after all? Then other labels stand between the answers. */
export function countSpeakers(lines: readonly Line[]): number {
  return lines.filter(({ text }) => {
    const label = labelLine(text);
    return label !== null && label.by === 'colon' && (label.form.kind === 'role' || label.form.kind === 'person') && !/^(?:vraag|antwoord)/iu.test(label.name);
  }).length;
}

/** Whether a label has the form of one of a question or an answer. */
export const isQuestionLabel = (label: string): boolean => [wordLabel(label.slice(0, 200)), letterLabel(label.slice(0, 60)), numberLabel(label, 0)].some((found) => found !== null);

interface WordLabel extends Omit<QuestionLabel, 'line'> { /** Set off from what follows. */ apart: boolean }

const number = String.raw`\d{1,3}[a-z]?`;
const more = String.raw`\s*(?:,\s*(?:en\s+)?|en\s+|&\s*|\/\s*|and\s+|to\s+|t\/m\s+|tot en met\s+|[-–]\s*)(?:(?:de\s+)?vra(?:ag|gen)\s+)?${number}(?!\d)`;
const numbers = String.raw`(?:nrs?\.?\s+|nummers?\s+)?(?<numbers>${number}(?!\d)(?:${more})*)`;
const question = new RegExp(String.raw`^(?:Vra(?:ag|gen)|Questions?)\s+${numbers}`, 'u');
const answer = new RegExp(String.raw`^(?:Antwoord(?:en)?|Beantwoording|Reactie(?=\s+op)|Answers?)(?:\s+(?:op|van|bij|to))?(?:\s+de)?(?:\s+(?:(?:deel)?vra(?:ag|gen)|questions?))?\s+${numbers}`, 'u');

function wordLabel(line: string): WordLabel | null {
  // `VRAAG 3`, `ANTWOORD 3`: the same words in capitals.
  const text = line.replace(/^(?:VRAAG|VRAGEN|ANTWOORD(?:EN)?|BEANTWOORDING)(?:\s+(?:OP|VAN))?(?:\s+(?:VRAAG|VRAGEN))?(?!\p{L})/u, (word) => `${word[0]}${word.slice(1).toLowerCase()}`);
  const part = question.test(text) ? 'question' : 'answer';
  const match = (part === 'question' ? question : answer).exec(text) ?? /^Antwoord(?:en)?(?=\s*:|\s*$)/u.exec(text);
  if (!match) return null;
  const rest = text.slice(match[0].length);
  const sign = /^\s*(?:\([^()]{1,60}\)\s*)?(?:[:.)](?=\s|$)|[–-](?=\s)|$)/u.exec(rest)?.[0];
  if (sign === undefined && !/^\s+["'‘“(]?\p{Lu}/u.test(rest)) return null;
  const to = match[0].length + (sign ?? '').trimEnd().length;
  const textFrom = to + (text.length - to - text.slice(to).trimStart().length);
  return { part, numbers: numbersIn(match.groups?.['numbers'] ?? ''), name: line.slice(0, to).replace(/\s*[:.)–-]$/u, '').trim(), to, textFrom, apart: sign !== undefined };
}

const letterForm = new RegExp(String.raw`^(?<letter>[QVA])\s?(?<numbers>\d{1,4}(?!\d)(?:${more})*)(?=\s*(?:[:.)](?:\s|$)|$))`, 'u');

/** `Q12:`, `V12.`, `A12`, `A3 en 4:`. */
function letterLabel(text: string): WordLabel | null {
  const match = letterForm.exec(text);
  if (!match) return null;
  const name = match[0];
  const to = name.length + (/^\s*[:.)]/u.exec(text.slice(name.length))?.[0].length ?? 0);
  const textFrom = to + (text.length - to - text.slice(to).trimStart().length);
  return { part: match.groups?.['letter'] === 'A' ? 'answer' : 'question', numbers: numbersIn(match.groups?.['numbers'] ?? ''), name, to, textFrom, apart: true };
}

/**
 * Labels of a letter and a number, by their line: only where questions count on and what is answered was asked, since
 * `A12:` may be a road and `V1` a version.
 */
function letterLabels(lines: readonly Line[]): ReadonlyMap<number, WordLabel> {
  const found = lines.flatMap(({ text }, line) => {
    const label = letterLabel(text.slice(0, 60));
    return label ? [{ line, ...label }] : [];
  });
  const asked = found.filter(({ part }) => part === 'question').flatMap((label) => label.numbers);
  const answered = found.filter(({ part }) => part === 'answer').flatMap((label) => label.numbers);
  const countsOn = asked.every((value, at) => at === 0 || value === (asked[at - 1] ?? 0) + 1);
  const believed = asked.length >= 2 && answered.length >= 2 && countsOn && answered.every((value) => asked.includes(value));
  return new Map(believed ? found.map(({ line, ...label }) => [line, label]) : []);
}

/** `3`, `3 en 4`, `3, 4 en 6`, `3 t/m 5`. Ranges that run back or too far are two numbers; a nought is none. */
export function numbersIn(text: string): number[] {
  const found: number[] = [];
  for (const match of text.matchAll(/\d{1,4}/gu)) {
    const last = found.at(-1);
    const isRange = /(?:t\/m|tot en met|to|[-–])\s*(?:(?:de\s+)?vra(?:ag|gen)\s+)?$/iu.test(text.slice(0, match.index));
    const value = Number(match[0]);
    if (isRange && last !== undefined && value > last && value - last < 60) for (let next = last + 1; next <= value; next += 1) found.push(next);
    else if (value > 0 && !found.includes(value)) found.push(value);
  }
  return found;
}

/**
 * `3`, `3.`, `3. Bent u …`: numbers that count on from 1, up to what the answers answer. Before each answer the last
 * line with the next number counts, since answers have lists of their own.
 */
function numberLabels(lines: readonly Line[], answers: readonly QuestionLabel[]): QuestionLabel[] {
  const highest = answers.some((label) => label.numbers.length === 0) ? Number.POSITIVE_INFINITY : Math.max(...answers.flatMap((label) => label.numbers));
  const found: QuestionLabel[] = [];
  let from = 0;
  for (const { line: end } of answers) {
    const numbered = Array.from({ length: end - from }, (_, at) => numberLabel(lines[from + at]?.text ?? '', from + at)).filter((label) => label !== null);
    let next = (found.at(-1)?.numbers[0] ?? 0) + 1;
    const first = numbered.findLastIndex(({ numbers: [value] }) => value === next);
    for (const label of first < 0 ? [] : numbered.slice(first)) {
      if (label.numbers[0] !== next || next > highest) continue;
      found.push(label);
      next += 1;
    }
    from = end + 1;
  }
  return found;
}

function numberLabel(text: string, line: number): QuestionLabel | null {
  const match = /^(\d{1,3})(?:[.)]?$|[.)]\s+(?=["'‘“]?\p{Lu}))/u.exec(text.slice(0, 12));
  return match ? { line, part: 'question', numbers: [Number(match[1])], name: match[1] ?? '', to: match[0].trimEnd().length, textFrom: match[0].length } : null;
}
