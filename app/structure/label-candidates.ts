import type { ToldSpeaker } from '../importers/importer.ts';
import { labelLine, type LabelLine } from './label-lines.ts';
import { startsSmall, type Line } from './lines.ts';
import type { Item } from './lists.ts';
import { isNameLine, isNameList } from './name-lines.ts';
import type { Paragraphs } from './paragraphs.ts';

/** A line that starts a turn, and under which name. */
export interface Label extends LabelLine {
  line: number;
  /** What follows is a quotation: `Zij zei: ‘Nee.’` It proves nothing by itself. */
  quotes: boolean;
  /** What the format says of the speaker, where it names speakers itself. */
  told?: ToldSpeaker;
  /** What follows on the line starts with a small letter. */
  small: boolean;
}

export interface LabelSearch {
  lines: readonly Line[];
  paragraphs: Paragraphs;
  items: ReadonlyMap<number, Item>;
  /** Names that the document gives elsewhere: who was present, who was announced, who was introduced. */
  names: readonly string[];
  /** How many speak here by headings and introductions. */
  voices: number;
}

/** Lines with the form of a label, at places where somebody can start to speak. */
export function labelCandidates({ lines, paragraphs, items }: LabelSearch): Label[] {
  const found: Label[] = [];
  /** Nobody has spoken yet: here labels name who was there. */
  let isHead = true;
  lines.forEach((line, at) => {
    if (items.has(at) || line.heading !== null) return;
    const next = lines[at + 1];
    const isApart = line.type?.bold === true || (line.gap !== 'none' && next !== undefined && !startsSmall(next.text));
    const label = labelLine(line.text, isApart);
    if (!label || !paragraphs.mayStart(at)) return;
    const said = line.text.slice(label.textFrom, label.textFrom + 400);
    if (label.place === 'own' && (!next || items.has(at + 1))) return;
    if (label.by === 'colon' && label.place === 'inline') {
      // `Inspreker 2: mevrouw Bos`, set apart over what she says, is a heading.
      if (line.gap !== 'none' && next !== undefined && next.gap !== 'none' && /\d$/u.test(label.name) && label.form.kind === 'role' && isNameLine(said)) return;
      const goesOn = next !== undefined && next.gap === 'none' && startsSmall(next.text);
      if (isHead && !goesOn && !greeting.test(said) && (label.form.kind === 'role' ? isNameLine(said) : isNameList(said))) return;
      if (label.form.kind !== 'loose' && (said.split(/\s+/u).length >= 3 || isStrong(label))) isHead = false;
    } else if (label.form.kind !== 'loose' && label.by !== 'alone' && label.by !== 'tab') isHead = false;
    found.push({ ...label, line: at, quotes: label.place === 'inline' && !isStrong(label) && /^["'‘“„]/u.test(said), small: label.place === 'inline' && startsSmall(said) });
  });
  return found;
}

/** An office, a form of address before a name, the number of a question. */
export const isStrong = (label: Pick<Label, 'form' | 'number'> | undefined) =>
  label?.form.kind === 'role' || label?.form.kind === 'person' || (label?.number ?? null) !== null;

/** One word that is said, and no name. */
const greeting = /^(?:hallo|hoi|hai|dag|ja|nee|goed|goede\p{L}*|welkom|oké|ok|dank|bedankt|zo|mooi|prima|precies|klopt|nou|eh|uh|hm+|hello|hi|yes|no|good|thanks|so|okay|right|well|sure)(?!\p{L})/iu;
