import { contentSchema, type Content } from '../../schemas/records/content.ts';
import { canonicalJson } from '../support/canonical-json.ts';
import { fail, ok, type Result } from '../support/result.ts';

/** A content as the bytes that its hash names: canonical JSON in UTF-8. */
export function contentBytes(content: Content): Uint8Array {
  return new TextEncoder().encode(canonicalJson(content));
}

/** The content in a blob; `content-damaged` where the bytes hold none. */
export function readContent(bytes: Uint8Array): Result<Content> {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    return { ok: false, problem: { code: 'content-damaged', message: 'a document\'s content is not JSON in UTF-8', cause } };
  }
  const parsed = contentSchema.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return fail('content-damaged', `a document's content is not as it should be: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`);
  }
  const outside = namesBlocksOutside(parsed.data);
  return outside ? fail('content-damaged', `a document's content is not as it should be: its ${outside} name blocks that are not there`) : ok(parsed.data);
}

/** What names blocks that are not there; finding one's way in such a text would fail. Other rules: `contentProblems`. */
function namesBlocksOutside({ blocks, turns, sections, pages, footnotes }: Content): string | null {
  const spans = (all: readonly { firstBlock: number; lastBlock: number }[]) =>
    all.some(({ firstBlock, lastBlock }) => firstBlock > lastBlock || lastBlock >= blocks.length);
  const is = {
    turns: spans(turns),
    sections: spans(sections),
    pages: pages.some(({ at }) => at.block >= blocks.length),
    footnotes: footnotes.some(({ anchor, block }) => block >= blocks.length || (anchor !== null && anchor.block >= blocks.length)),
  };
  return Object.entries(is).find(([, outside]) => outside)?.[0] ?? null;
}
