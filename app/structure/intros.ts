import { startsSmall, type Line } from './lines.ts';
import type { Paragraphs } from './paragraphs.ts';

/** Lines that say who takes the floor, and end in a colon: *Het woord is aan …:*. May run over a few lines. */
export interface Intro { from: number; to: number; name: string }

/**
 * Introductions, by their first line. What is introduced must follow: a colon ends them, or the sentence goes on. None
 * where the format names the speakers.
 */
export function findIntros(lines: readonly Line[], paragraphs: Paragraphs): Intro[] {
  const intros: Intro[] = [];
  if (lines.some(({ speaker }) => speaker !== null)) return intros;
  for (let at = 0; at < lines.length; at += 1) {
    const start = (lines[at]?.text ?? '').slice(0, 300);
    // The first form can't be mistaken, so that it may follow on a heading that fills its line.
    if (startsSmall(start) || !(lead.test(start) || (trail.test(start) && paragraphs.mayStart(at)))) continue;
    const intro = introAt(lines, at);
    if (!intro) continue;
    intros.push(intro);
    at = intro.to;
  }
  return intros;
}

/** Most lines that an introduction takes. */
const longest = 4;

function introAt(lines: readonly Line[], from: number): Intro | null {
  let text = '';
  for (let at = from; at < lines.length && at < from + longest; at += 1) {
    const line = lines[at];
    if (!line || (at > from && line.gap === 'blank')) return null;
    text = text === '' ? line.text : `${text} ${line.text}`;
    if (text.length > 300) return null;
    if (!line.text.endsWith(':')) {
      // A colon or the end of a sentence before the line's end: something else is being said.
      if (/[.?!:]["'’”]?$/u.test(line.text) && !/\b(dr|prof|mr|drs|mw|dhr|mevr)\.$/iu.test(line.text)) return null;
      continue;
    }
    const name = (lead.exec(text)?.groups?.['name'] ?? trail.exec(text)?.groups?.['name'] ?? '').replace(/:$/u, '').trim();
    return name !== '' && !/[?!:](\s|$)/u.test(name) ? { from, to: at, name } : null;
  }
  return null;
}

/** The name stands last. */
const lead = new RegExp(`^(?:${[
  'aan het woord (?:is|zijn|komt|komen)(?: nu| dan)?', 'het woord is(?: nu| dan)? aan', 'het woord wordt gegeven aan', 'het woord krijgt', 'het woord heeft',
  'de voorzitter geeft (?:nu )?het woord aan', 'als (?:eerste|tweede|derde|vierde|vijfde|zesde|laatste|volgende)(?: spreker)? spreekt', '(?:de )?(?:eerste|tweede|derde|volgende|laatste) spreker is',
  'nu spreekt', 'spreker is', 'presentatie (?:door|van)', 'bijdrage van', 'inbreng van', 'toelichting (?:door|van)', 'verklaring van', 'betoog van',
  'the floor is given to', 'now speaking is',
].join('|')})\\s+(?<name>.+)$`, 'iu');

/** The name stands first. */
const trail = /^(?<name>\p{Lu}.+?) (?:krijgt|heeft|neemt|voert) (?:nu |dan |als (?:eerste|volgende|laatste) )?het woord:$/u;
