import type { ImportWarning } from '../../schemas/records/content.ts';
import type { ToldSpeaker } from '../importers/importer.ts';
import { groupBy } from './group.ts';
import { labelLine, type LabelLine } from './label-lines.ts';
import { startsSmall, type Line } from './lines.ts';
import type { Item } from './lists.ts';
import type { Paragraphs } from './paragraphs.ts';
import { keyOf, nameForm, partOf } from './speaker-names.ts';
import { spanOf } from './pieces.ts';

/** A line that starts a turn, and under which name. */
export interface Label extends LabelLine {
  line: number;
  /** What the format says of the speaker, where it names speakers itself. */
  told?: ToldSpeaker;
}

export interface Labels { labels: Label[]; warnings: ImportWarning[] }

export interface LabelSearch {
  lines: readonly Line[];
  paragraphs: Paragraphs;
  items: ReadonlyMap<number, Item>;
  /** Names that the document gives elsewhere: who was present, who was announced, who was introduced. */
  names: readonly string[];
}

/**
 * Which lines start with the name of who speaks. A line that has the form of a label is one when the document bears
 * it out: an office or a form of address among other labels; a name that comes back with others in between; a name
 * seen once only where the document knows it otherwise, or where it stands exactly as the others do. What looks like
 * a label and is not believed, or believed on one sight, is reported. A missed speaker costs less than a false one.
 * Where the format names the speakers, nothing else is a label.
 */
export function findLabels(search: LabelSearch): Labels {
  const told = toldLabels(search.lines);
  if (told.length > 0) return { labels: told, warnings: [] };
  const candidates = collect(search);
  const groups = groupBy(candidates, ({ form }) => form.key);
  const order = new Map(candidates.map((label, at) => [label, at]));
  const common = smallWords(search.lines, new Set(groups.keys()));
  const least = (group: readonly Label[]) => (common.has(group[0]?.form.key ?? '') ? Math.max(3, 0.05 * candidates.length) : 2);
  const proven = [...groups.values()].filter((group) => group.length >= least(group) || isStrong(group[0])).filter((group) => provesItself(group, order)).flat();
  const accepted = new Set(inOneForm(proven));
  const keys = new Set([...accepted].map(({ form }) => form.key));
  if (accepted.size < 3 || keys.size < 2) return { labels: [], warnings: [] };
  const style = styleOf([...accepted]);
  const rest = candidates.filter((label) => !accepted.has(label));
  const by = groupBy(accepted, (label) => label.by);
  const known = knownWords(search.names);
  const alone = wholeLines(search.lines, new Set(rest.map(({ form }) => form.key)));
  const dense = isDense(search, accepted);
  const warnings: ImportWarning[] = [];
  for (const label of rest) {
    const sight = { style, dense, keys: keys.size, isKnown: alone.has(label.form.key) || isKnown(label, known), isCommon: common.has(label.form.key), usual: (by.get(label.by)?.length ?? 0) > 0.5 * accepted.size };
    const verdict = judgeOnce(label, sight);
    if (verdict !== 'no') accepted.add(label);
    if (verdict === 'perhaps') warnings.push(warning('label-seen-once', `"${label.name}" speaks here only once, and nothing else names it: check that it is a speaker`, label, search.lines));
    if (verdict === 'no' && label.by === 'colon' && label.place === style && label.form.kind !== 'loose') {
      warnings.push(warning('label-doubtful', `"${label.name}" might be a speaker; it was read as text`, label, search.lines));
    }
  }
  return { labels: [...accepted].toSorted((a, b) => a.line - b.line), warnings };
}

function toldLabels(lines: readonly Line[]): Label[] {
  return lines.flatMap(({ speaker, text }, line) => {
    if (!speaker) return [];
    const { name } = speaker;
    // A name need not look like one here.
    const form = nameForm(name) ?? { kind: 'name' as const, part: partOf(name), key: keyOf(name), aside: null };
    return [{ name, form, place: 'own' as const, by: 'colon' as const, to: text.length, textFrom: text.length, line, told: speaker }];
  });
}

/** Lines with the form of a label, at places where somebody can start to speak. */
function collect({ lines, paragraphs, items }: LabelSearch): Label[] {
  const found: Label[] = [];
  let spoken = false;
  lines.forEach((line, at) => {
    if (items.has(at) || line.heading !== null) return;
    const label = labelLine(line.text);
    if (!label || !paragraphs.mayStart(at)) return;
    const said = line.text.slice(label.textFrom, label.textFrom + 200);
    const next = lines[at + 1];
    if (label.place === 'own' && (!next || items.has(at + 1))) return;
    // `Voorzitter: J. Jansen` at the head of the minutes names who was there; `Zij zei: ‘Nee.’` quotes.
    if (label.place === 'inline' && !spoken && label.form.kind === 'role' && isNameList(said, next)) return;
    if (label.place === 'inline' && /^["'‘“„]/u.test(said) && label.form.kind !== 'role' && label.form.kind !== 'person') return;
    if (label.by === 'colon' && isStrong({ ...label, line: at })) spoken = true;
    found.push({ ...label, line: at });
  });
  return found;
}

/** Names and nothing else: no end of a sentence, hardly a word that is not written as in names. */
function isNameList(said: string, next: Line | undefined): boolean {
  if (/[.?!…]["'’”]?$/u.test(said) && !/\p{Lu}\.$/u.test(said)) return false;
  const words = said.split(/\s+/u);
  const proper = words.filter((word) => /^[(]?['’]?[\p{Lu}\d]|^(de|van|der|den|het|heer|mevrouw|drs?\.|prof\.|mr\.|ir\.|ing\.|en|ten|ter)$/u.test(word)).length;
  return words.length <= 25 && proper >= 0.6 * words.length && !(next !== undefined && next.gap === 'none' && startsSmall(next.text));
}

/** An office, or a form of address before a name. */
const isStrong = (label: Label | undefined) => label?.form.kind === 'role' || label?.form.kind === 'person';

/** A label that needs no other evidence than its own printings. */
function provesItself(group: readonly Label[], order: ReadonlyMap<Label, number>): boolean {
  const [first] = group;
  if (!first) return false;
  if (first.by !== 'colon') return group.length >= 2 && isInterleaved(group, order) && first.form.kind !== 'loose';
  if (isStrong(first)) return true;
  if (!isInterleaved(group, order)) return false;
  const least = first.form.kind === 'loose' ? 3 : first.name.length <= 2 ? 3 : 2;
  return group.length >= least;
}

/** Other labels stand between its printings: people take turns, the words of a glossary don't. */
function isInterleaved(group: readonly Label[], order: ReadonlyMap<Label, number>): boolean {
  let apart = 0;
  group.forEach((label, at) => {
    const before = group[at - 1];
    if (before && (order.get(label) ?? 0) - (order.get(before) ?? 0) > 1) apart += 1;
  });
  return apart > 0 && apart * 2 >= group.length - 1;
}

/** Where the labels of this document stand; null where they do both. */
function styleOf(labels: readonly Label[]): Label['place'] | null {
  const own = labels.filter(({ place }) => place === 'own').length;
  return own > 0.7 * labels.length ? 'own' : own < 0.3 * labels.length ? 'inline' : null;
}

/**
 * A document sets its labels off in one way. A running title that names a committee, or a note in brackets, looks like
 * a label of another form; only colons are so plain that they may stand beside these.
 */
function inOneForm(labels: readonly Label[]): Label[] {
  const counts = groupBy(labels, ({ by }) => by);
  const [usual] = [...counts].toSorted((a, b) => b[1].length - a[1].length);
  return labels.filter(({ by }) => by === 'colon' || by === usual?.[0]);
}

interface Sight { style: Label['place'] | null; dense: boolean; keys: number; isKnown: boolean; isCommon: boolean; usual: boolean }

function judgeOnce(label: Label, { style, dense, keys, isKnown: known, isCommon, usual }: Sight): 'yes' | 'perhaps' | 'no' {
  if (label.by === 'alone' && usual && isStrong(label)) return 'yes';
  // A name with a time behind it, on a line of its own, is nothing else.
  if (label.by === 'time' && label.form.kind !== 'loose') return 'yes';
  if (label.place !== style || label.by !== 'colon') return 'no';
  if (known) return 'yes';
  if (isCommon || label.form.kind !== 'name' || label.name.length < 3) return 'no';
  const words = label.name.split(/\s+/u).length;
  if (style === 'own') return keys >= 2 ? 'perhaps' : 'no';
  return (keys >= 3 || dense) && words <= 4 ? 'perhaps' : 'no';
}

/** Most paragraphs from the first label on start with one: a line that looks like a label is not likely to be another thing. */
function isDense({ lines, paragraphs }: LabelSearch, accepted: ReadonlySet<Label>): boolean {
  let starts = 0;
  const [first] = accepted;
  for (let at = first?.line ?? 0; at < lines.length; at += 1) if (at === 0 || paragraphs.endsAfter(at - 1)) starts += 1;
  return accepted.size > 0.5 * starts;
}

/** Words of the names that the document gives, small words left out. */
function knownWords(names: readonly string[]): Set<string> {
  return new Set(names.flatMap((name) => name.toLowerCase().split(/[^\p{L}\p{N}]+/u)).filter((word) => word.length > 2 && !vague.has(word)));
}

const vague = new Set(['van', 'vanuit', 'het', 'een', 'voor', 'der', 'den', 'ten', 'ter', 'met', 'via', 'vertegenwoordiging', 'vertegenwoordiger', 'vereniging', 'stichting', 'nederland', 'nederlandse', 'bijdrage', 'namens', 'and', 'the']);

/** Every word of the label stands in a name that the document gives elsewhere. */
function isKnown(label: Label, known: ReadonlySet<string>): boolean {
  const words = label.form.key.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 2 && !vague.has(word));
  return words.length > 0 && words.every((word) => known.has(word));
}

/** Which of these names also stand on a line of their own, as headings over a speaker's part do. */
function wholeLines(lines: readonly Line[], wanted: ReadonlySet<string>): Set<string> {
  const found = new Set<string>();
  for (const { text } of wanted.size > 0 ? lines : []) if (text.length <= 90 && wanted.has(keyOf(text))) found.add(keyOf(text));
  return found;
}

/** Which of these words also stand in the text in small letters: common words, then, and no names. */
function smallWords(lines: readonly Line[], wanted: ReadonlySet<string>): Set<string> {
  const found = new Set<string>();
  for (const { text } of wanted.size > 0 ? lines : []) {
    for (const [word] of text.matchAll(/(?<![\p{L}\p{N}])\p{Ll}[\p{L}-]*/gu)) if (wanted.has(word)) found.add(word);
  }
  return found;
}

function warning(rule: string, message: string, label: Label, lines: readonly Line[]): ImportWarning {
  return { rule, message, source: spanOf(lines[label.line]?.map ?? []) };
}
