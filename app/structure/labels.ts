import type { ImportWarning } from '../../schemas/records/content.ts';
import { groupBy } from './group.ts';
import { isStrong, labelCandidates, type Label, type LabelSearch } from './label-candidates.ts';
import { isDense, isKnown, knownWords, smallWords, wholeLines } from './label-evidence.ts';
import type { Line } from './lines.ts';
import { isNameList } from './name-lines.ts';
import { spanOf } from './pieces.ts';
import { keyOf, nameForm, partOf } from './speaker-names.ts';

export interface Labels { labels: Label[]; warnings: ImportWarning[] }

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
  const all = labelCandidates(search);
  const candidates = all.filter(({ quotes }) => !quotes);
  const groups = groupBy(candidates, ({ form }) => form.key);
  const order = new Map(candidates.map((label, at) => [label, at]));
  const common = smallWords(search.lines, new Set(groups.keys()));
  const known = knownWords(search.names);
  const fewest = (group: readonly Label[]) => (common.has(group[0]?.form.key ?? '') ? Math.max(3, 0.05 * candidates.length) : 2);
  const proven = [...groups.values()].filter((group) => group.length >= fewest(group) || isStrong(group[0])).filter((group) => provesItself(group, order, known)).flat();
  const accepted = new Set(inOneForm(withoutQuestions(proven), search.lines.length));
  const keys = new Set([...accepted].map(({ form }) => form.key));
  if (accepted.size + search.voices < 3 || keys.size + search.voices < 2) return { labels: [], warnings: [] };
  const style = styleOf([...accepted]);
  for (const label of all) if (label.quotes && keys.has(label.form.key) && label.form.kind === 'name') accepted.add(label);
  const rest = withoutQuestions(candidates.filter((label) => !accepted.has(label)), keys);
  const by = groupBy(accepted, (label) => label.by);
  const alone = wholeLines(search.lines, new Set(rest.map(({ form }) => form.key)));
  const dense = isDense(search, accepted);
  for (const word of knownWords([...keys])) known.add(word);
  const warnings: ImportWarning[] = [];
  const doubted = new Set<string>();
  const first = [...accepted].reduce((least, { line }) => Math.min(least, line), search.lines.length);
  for (const label of rest) {
    const said = (search.lines[label.line]?.text ?? '').slice(label.textFrom, label.textFrom + 400);
    const sight = {
      style, dense, keys: keys.size, isKnown: alone.has(label.form.key) || isKnown(label, known), isCommon: common.has(label.form.key),
      usual: (by.get(label.by)?.length ?? 0) > 0.5 * accepted.size, isList: label.place === 'inline' && isNameList(said), isBefore: label.line < first,
    };
    const verdict = judgeOnce(label, sight);
    if (verdict !== 'no') accepted.add(label);
    if (verdict === 'perhaps') warnings.push(warning('label-seen-once', `"${label.name}" speaks here only once, and nothing else names it: check that it is a speaker`, label, search.lines));
    if (verdict === 'no' && !sight.isBefore && label.by === 'colon' && label.place === style && label.form.kind !== 'loose' && !isNameList(said.replace(/\.$/u, '')) && !doubted.has(label.form.key)) {
      doubted.add(label.form.key);
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
    const whole = { number: null, timed: false, quotes: false, small: false, from: 0, to: text.length, textFrom: text.length };
    return [{ name, form, place: 'own' as const, by: 'colon' as const, ...whole, line, told: speaker }];
  });
}

/** A label that needs no other evidence than its own printings. */
function provesItself(group: readonly Label[], order: ReadonlyMap<Label, number>, known: ReadonlySet<string>): boolean {
  const [first] = group;
  if (!first) return false;
  if (first.by === 'alone' && !isStrong(first) && !/^[^\p{Ll}]+$/u.test(first.name) && group.length < (isKnown(first, known) ? 2 : 3)) return false;
  if (first.by !== 'colon') return group.length >= 2 && isInterleaved(group, order) && first.form.kind !== 'loose';
  if (isStrong(first)) return true;
  if (!isInterleaved(group, order)) return false;
  // `Ouderen: wonen langer thuis`: a sentence of which the label is the subject. Letters and numbers are none.
  if (first.name.length > 3 && group.filter(({ small }) => small).length * 2 > group.length) return false;
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

/** Where people are named, *Vraag:* and *Antwoord:* are written questions that somebody reads out; elsewhere they speak. */
function withoutQuestions(labels: readonly Label[], keys = new Set(labels.map(({ form }) => form.key))): readonly Label[] {
  const people = [...keys].filter((key) => !written.test(key));
  return people.length >= 2 ? labels.filter(({ form }) => !written.test(form.key)) : labels;
}

const written = /^(?:vraag|antwoord|question|answer)$/u;

/** Where the labels of this document stand; null where they do both. */
function styleOf(labels: readonly Label[]): Label['place'] | null {
  const own = labels.filter(({ place }) => place === 'own').length;
  return own > 0.7 * labels.length ? 'own' : own < 0.3 * labels.length ? 'inline' : null;
}

/**
 * A document sets its labels off in one way. A running title that names a committee, or a note in brackets, looks like
 * a label of another form; only colons are so plain that they may stand beside these.
 */
function inOneForm(labels: readonly Label[], lines: number): Label[] {
  const counts = groupBy(labels, ({ by }) => by);
  const [usual] = [...counts].toSorted((a, b) => b[1].length - a[1].length);
  // A table in a text is no talk; a text that is one table may be.
  const isTable = (counts.get('tab')?.length ?? 0) > 0.6 * lines;
  return labels.filter(({ by }) => by === 'colon' || (by === usual?.[0] && (by !== 'tab' || isTable)));
}

/** How a label stands among the others. `isList`: what follows it are names and nothing else; `isBefore`: nobody has spoken yet. */
interface Sight { style: Label['place'] | null; dense: boolean; keys: number; isKnown: boolean; isCommon: boolean; usual: boolean; isList: boolean; isBefore: boolean }

function judgeOnce(label: Label, { style, dense, keys, isKnown: known, isCommon, usual, isList, isBefore }: Sight): 'yes' | 'perhaps' | 'no' {
  if ((label.by === 'alone' || label.by === 'dash') && usual && isStrong(label)) return 'yes';
  if (isList) return 'no';
  // A name with a time behind it, on a line of its own, or marked as a voice, is nothing else.
  if ((label.by === 'time' || label.by === 'voice') && label.form.kind !== 'loose') return 'yes';
  if (label.place !== style || label.by !== 'colon') return 'no';
  if (known) return 'yes';
  if (isCommon || isBefore || label.small || label.form.kind !== 'name' || label.name.length < 3) return 'no';
  const words = label.name.split(/\s+/u).length;
  if (style === 'own') return keys >= 2 ? 'perhaps' : 'no';
  return (keys >= 3 || dense) && words <= 4 ? 'perhaps' : 'no';
}

function warning(rule: string, message: string, label: Label, lines: readonly Line[]): ImportWarning {
  return { rule, message, source: spanOf(lines[label.line]?.map ?? []) };
}
