import type { Draft } from './drafts.ts';
import type { Intro } from './intros.ts';
import type { Label } from './label-candidates.ts';
import type { Narration } from './narration.ts';
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
  /** The meeting was stopped, and goes on with this turn. */
  resumes: boolean;
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
  sections: readonly SectionDraft[];
  /** Lines that the reporter wrote in between: nobody has the floor from there. */
  narration: ReadonlyMap<number, Narration>;
}

/** From each heading up to the block before the next one. Headings over lists of names make no section. */
export function findSections(drafts: readonly Draft[], headings: ReadonlyMap<number, HeadingLines>): SectionDraft[] {
  const sections: SectionDraft[] = [];
  drafts.forEach((draft, block) => {
    const last = sections.at(-1);
    const heading = draft.kind === 'heading' ? headings.get(draft.parts[0]?.line ?? -1) : undefined;
    if (heading && !heading.overList) {
      const contributor = contributorOf(heading.text);
      sections.push({ heading: heading.text, firstBlock: block, lastBlock: block, contributor, closing: closing.test(heading.text) });
    } else if (last) last.lastBlock = block;
  });
  // One *Bijdrage …* may be a heading like any other; a series of them is who speaks.
  const series = sections.filter(({ contributor }) => contributor !== null).length >= 2;
  return series ? sections : sections.map((section) => ({ ...section, contributor: null }));
}

/** Puts blocks in turns. `silent`: label blocks that nothing follows. */
export function findTurns({ drafts, sections, labels, intros, narration }: TurnSearch): { turns: TurnDraft[]; silent: number[] } {
  const turns: TurnDraft[] = [];
  const silent: number[] = [];
  const sectionAt = new Map(sections.map((section, at) => [section.firstBlock, at]));
  let section: number | null = null;
  /** Who has the floor, and whether anything was said yet. */
  let floor: Pick<TurnDraft, 'name' | 'by' | 'label'> | null = null;
  let current: TurnDraft | null = null;
  let lastLabel = -1;
  let resumes = false;
  const take = (next: typeof floor, block: number) => {
    if (floor && !current && lastLabel >= 0) silent.push(lastLabel);
    floor = next;
    current = null;
    lastLabel = block;
  };
  drafts.forEach((draft, block) => {
    const line = draft.parts[0]?.line ?? -1;
    section = sectionAt.get(block) ?? section;
    if (draft.kind === 'heading') {
      const own = sections[sectionAt.get(block) ?? -1];
      if (!own) return;
      const speaks = own.contributor !== null && wordsUnder(drafts, block) >= leastSpoken;
      take(own.closing ? { name: null, by: 'closing', label: null } : speaks ? { name: own.contributor, by: 'heading', label: null } : null, -1);
    } else if (draft.kind === 'label') {
      const label = labels.get(line) ?? null;
      take({ name: label?.name ?? intros.get(line)?.name ?? null, by: label ? 'label' : 'intro', label }, block);
    } else {
      resumes ||= narration.get(line) === 'break';
      if (narration.has(line) && floor?.by !== 'closing') take(null, -1);
      if (!floor) return;
      if (current) current.lastBlock = block;
      else {
        current = { ...floor, firstBlock: block, lastBlock: block, section, resumes };
        turns.push(current);
        resumes = false;
      }
    }
  });
  take(null, -1);
  return { turns, silent };
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

/** Headings under which a meeting is closed, and nothing else: *Sluiting van de vergadering*, not *Sluiting van het zwembad*. */
const closing = /^(?:[\dIVX]+[.)]?\s+)?(?:(?:rondvraag en )?(?:af)?sluiting|slot|slotwoord|slotopmerkingen|tot slot|einde|closing)(?!\p{L})(?!\s+(?:van|of)\s+(?!(?:(?:de|het|deze|dit|the|this)\s+)?\p{L}*(?:vergadering|zitting|bijeenkomst|gesprek|overleg|avond|middag|ochtend|meeting|hearing|session)(?!\p{L})))/iu;

/** Whom *Bijdrage van …* announces. A heading with the word alone, or in the plural, announces nobody. */
function contributorOf(heading: string): string | null {
  const text = heading.replace(/^[\dIVX]+[.)]?\s+/u, '');
  const match = /^(?:bijdrage|presentatie|inbreng|inspraakreactie|inspreker|toelichting|verklaring|betoog|pleidooi|spreker|getuigenis|contribution|statement)(?:\s+\d+)?(?:\s*[:–—-]\s*|\s+(?:van|door|namens|by|of)\s+|\s+)(?=\S)(.+)$/iu.exec(text);
  const name = match?.[1]?.trim() ?? '';
  return /\p{L}{3}/u.test(name) && name.split(/\s+/u).length <= 14 ? name : null;
}
