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
  if (parsed.success) return ok(parsed.data);
  const issue = parsed.error.issues[0];
  return fail('content-damaged', `a document's content is not as it should be: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`);
}
