import type { CodingId, Sha256 } from '../../schemas/ids.ts';
import type { Content } from '../../schemas/records/content.ts';
import type { ProjectSnapshot } from '../coding/state.ts';
import { plainText, type PlainText } from '../document/plain-text.ts';
import { resolve } from './resolve.ts';

/** What came of proving every coding. `verified` and the orphans make the total. */
export interface Verification {
  /** Codings whose quotation was found. */
  verified: number;
  total: number;
  /** Codings whose quotation was not found, or whose document is not there. */
  orphans: CodingId[];
  /** Verified codings that stand elsewhere than their offsets say. */
  moved: CodingId[];
}

/** Holds every coding against its quotation. `textOf` lets a caller lend the texts that it keeps. */
export function verify(snapshot: ProjectSnapshot, textOf: (content: Content) => PlainText = plainText): Verification {
  const texts = new Map<Sha256, PlainText>();
  const orphans: CodingId[] = [];
  const moved: CodingId[] = [];
  for (const coding of snapshot.state.codings.values()) {
    const hash = snapshot.state.documents.get(coding.documentId)?.contentSha256;
    const content = hash && snapshot.contents.get(hash);
    const text = hash && content ? (texts.get(hash) ?? textOf(content)) : null;
    if (hash && text) texts.set(hash, text);
    const place = text ? resolve(text, coding.anchor) : null;
    if (!place) orphans.push(coding.id);
    else if (place.how !== 'offset') moved.push(coding.id);
  }
  const total = snapshot.state.codings.size;
  return { verified: total - orphans.length, total, orphans, moved };
}
