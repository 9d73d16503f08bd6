import type { SectionDraft, TurnDraft } from './turns.ts';

/** A contribution: the turns that present it, its names as printed, and the keys of who else is named under it. */
export interface Contribution { index: number; turns: number[]; printed: string[]; answering: string[] }

/** What is presented under headings that announce somebody, or behind lines that introduce somebody, in order. */
export function contributionsOf(turns: readonly TurnDraft[], sections: readonly SectionDraft[], keys: readonly (string | null)[]): Contribution[] {
  const bySection = new Map<number | string, Contribution>();
  turns.forEach((turn, at) => {
    const introduced = turn.by === 'intro' || turn.by === 'heading';
    const section = turn.section === null ? null : sections[turn.section];
    if (!introduced && !section?.contributor) return;
    const place = turn.section ?? `turn ${at}`;
    const known = bySection.get(place);
    // A second introduction under one heading is another contribution.
    const again = introduced && known && known.turns.length > 0;
    const contribution = again || !known ? { index: bySection.size, turns: [], printed: section?.contributor && !again ? [section.contributor] : [], answering: [] } : known;
    bySection.set(again ? `turn ${at}` : place, contribution);
    if (again) bySection.set(place, contribution);
    if (introduced) {
      contribution.turns.push(at);
      if (turn.name !== null && !contribution.printed.includes(turn.name)) contribution.printed.unshift(turn.name);
    }
    const key = keys[at];
    const part = turn.label ? turn.label.form.part : null;
    if (key && (part === null || part === 'other') && !contribution.answering.includes(key)) contribution.answering.push(key);
  });
  return [...new Set(bySection.values())].map((contribution, index) => ({ ...contribution, index }));
}

/** Who speaks under a contribution and gave it: the only one named there, or the one whose name it shares. */
export function answererOf(contribution: Contribution, timesAnswering: (key: string) => number): string | null {
  const [only, ...more] = contribution.answering;
  if (!only) return null;
  const shares = (key: string) => contribution.printed.some((name) => shared(key, name) > 0);
  if (more.length > 0) {
    const [best, ...others] = contribution.answering.filter(shares);
    return best && others.length === 0 ? best : null;
  }
  // Named under several contributions: a body that comes back, and only gave those that bear its name.
  return timesAnswering(only) > 1 && !shares(only) ? null : only;
}

/** The announcement of a contribution: by order where there are as many of both, else by the words they share. */
export function announcedFor(contribution: Contribution, contributions: number, announced: readonly string[]): string | null {
  if (announced.length === contributions) return announced[contribution.index] ?? null;
  // Comparing names costs list times contributions; no report has lists so long.
  if (announced.length > 200) return null;
  const scores = announced.map((name) => Math.max(0, ...contribution.printed.map((printed) => shared(printed, name))));
  const best = Math.max(0, ...scores);
  return best >= 0.5 && scores.filter((score) => score === best).length === 1 ? (announced[scores.indexOf(best)] ?? null) : null;
}

/** Share of the first name's words that stand in the second. */
function shared(name: string, other: string): number {
  const words = nameWords(name);
  const others = new Set(nameWords(other));
  return words.length === 0 ? 0 : words.filter((word) => others.has(word)).length / words.length;
}

const nameWords = (name: string) => name.toLowerCase().split(/[^\p{L}\p{N}.]+/u).filter((word) => word.length > 2 && !/^(van|vanuit|het|een|voor|der|den|ten|ter|met|via|namens|vertegenwoordig\p{L}*|bijdrage)$/u.test(word));
