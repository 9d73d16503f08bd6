import type { Draft } from './drafts.ts';
import type { Intro } from './intros.ts';
import type { Label } from './labels.ts';
import type { HeadingLines } from './sections.ts';

/** A turn before its speaker and kind are known. */
export interface TurnDraft {
  firstBlock: number;
  lastBlock: number;
  section: number | null;
  /** The name as printed; null where none is. */
  name: string | null;
  /** What says that somebody speaks here. */
  by: 'label' | 'intro' | 'heading' | 'closing';
  label: Label | null;
}

export interface SectionDraft {
  heading: string;
  firstBlock: number;
  lastBlock: number;
  /** Whom the heading announces (*Bijdrage …*), or null. */
  contributor: string | null;
  closing: boolean;
}

export interface TurnSearch {
  drafts: readonly Draft[];
  /** By the line they stand on or start at. */
  labels: ReadonlyMap<number, Label>;
  intros: ReadonlyMap<number, Intro>;
  headings: ReadonlyMap<number, HeadingLines>;
}

/** Puts blocks in turns and sections. `silent`: label blocks that nothing follows. */
export function findTurns({ drafts, labels, intros, headings }: TurnSearch): { turns: TurnDraft[]; sections: SectionDraft[]; silent: number[] } {
  const turns: TurnDraft[] = [];
  const sections: SectionDraft[] = [];
  const silent: number[] = [];
  // One *Bijdrage …* may be a heading like any other; a series of them is who speaks.
  const contributions = [...headings.values()].filter(({ text }) => contributorOf(text) !== null).length >= 2;
  /** Who has the floor, and whether anything was said yet. */
  let floor: Pick<TurnDraft, 'name' | 'by' | 'label'> | null = null;
  let current: TurnDraft | null = null;
  let lastLabel = -1;
  const take = (next: typeof floor, block: number) => {
    if (floor && !current && lastLabel >= 0) silent.push(lastLabel);
    floor = next;
    current = null;
    lastLabel = block;
  };
  drafts.forEach((draft, block) => {
    const line = draft.parts[0]?.line ?? -1;
    const last = sections.at(-1);
    if (last) last.lastBlock = block;
    if (draft.kind === 'heading') {
      const heading = headings.get(line);
      if (!heading || heading.overList) return;
      const section = { heading: heading.text, firstBlock: block, lastBlock: block, contributor: contributorOf(heading.text), closing: closing.test(heading.text) };
      if (last) last.lastBlock = block - 1;
      sections.push(section);
      take(null, -1);
      if (section.closing) floor = { name: null, by: 'closing', label: null };
      else if (section.contributor && contributions && wordsUnder(drafts, block) >= leastSpoken) floor = { name: section.contributor, by: 'heading', label: null };
      return;
    }
    if (draft.kind === 'label') {
      const label = labels.get(line) ?? null;
      const intro = intros.get(line);
      take({ name: label?.name ?? intro?.name ?? null, by: label ? 'label' : 'intro', label }, block);
      return;
    }
    if (!floor) return;
    if (current) current.lastBlock = block;
    else {
      current = { ...floor, firstBlock: block, lastBlock: block, section: sections.length > 0 ? sections.length - 1 : null };
      turns.push(current);
    }
  });
  if (floor && !current && lastLabel >= 0) silent.push(lastLabel);
  return { turns, sections, silent };
}

/** What stands under a heading before the next heading or label; less than this many words tells that somebody spoke. */
const leastSpoken = 25;

function wordsUnder(drafts: readonly Draft[], heading: number): number {
  let words = 0;
  for (let at = heading + 1; at < drafts.length && words < leastSpoken; at += 1) {
    const draft = drafts[at];
    if (!draft || draft.kind === 'heading' || draft.kind === 'label') break;
    for (const { piece } of draft.parts) words += piece.text.split(/\s+/u).length;
  }
  return words;
}

/** Headings under which a meeting is closed. */
const closing = /^(?:[\dIVX]+[.)]?\s+)?(?:(?:rondvraag en )?(?:af)?sluiting|slot|slotwoord|slotopmerkingen|tot slot|einde|closing)\b/iu;

/** Whom *Bijdrage van …* announces. A heading with the word alone, or in the plural, announces nobody. */
function contributorOf(heading: string): string | null {
  const text = heading.replace(/^[\dIVX]+[.)]?\s+/u, '');
  const match = /^(?:bijdrage|presentatie|inbreng|inspraakreactie|inspreker|toelichting|verklaring|betoog|pleidooi|spreker|getuigenis|contribution|statement)(?:\s+\d+)?(?:\s*[:–—-]\s*|\s+(?:van|door|namens|by|of)\s+|\s+)(?=\S)(.+)$/iu.exec(text);
  const name = match?.[1]?.trim() ?? '';
  return /\p{L}{3}/u.test(name) && name.split(/\s+/u).length <= 14 ? name : null;
}
