import { fail, ok, type Result } from './support/result.ts';

/**
 * How the page and the local host talk. All paths are under the page's own origin.
 *
 * - `POST sessionPath`, JSON `{"token"}`: the one-use token of the address for a session, JSON `{"session"}`; 401 where
 *   the token was used or is not of this run.
 * - `POST callPath + name`, with `sessionHeader` and `windowHeader`, a frame of the call's arguments: answers with a frame
 *   of `WireAnswer`. The status is 200 for a result and for an expected problem, 401 for `no-session`, another of the
 *   400s for a request that was not understood; the frame is there in each case.
 * - `GET eventsPath`, with the same headers: stays open and sends a line of JSON (`hostEventSchema`) for each event;
 *   empty lines keep it alive. It stands for the window: the window's lease ends when it closes, so a window opens it
 *   before it asks for the lease.
 */
export const wire = {
  sessionPath: '/session',
  callPath: '/call/',
  eventsPath: '/events',
  /** The session's secret. */
  sessionHeader: 'x-hoorwerk-session',
  /** The window's id, the same as in `lease.take`. */
  windowHeader: 'x-hoorwerk-window',
  contentType: 'application/x-hoorwerk-frame',
} as const;

/** A call's answer. `problem` is a `HostProblem` (schemas/host.ts). */
export type WireAnswer = { ok: true; value: unknown } | { ok: false; problem: unknown };

/** Deeper values than any call has are refused, so that no stack runs out. */
const maximalDepth = 64;

/**
 * A value of JSON and `Uint8Array`s as one frame: the length of the JSON (4 bytes, big-endian), the JSON, and a section
 * for each array: its length (4 bytes) and its bytes. In the JSON `{"$bytes": i}` stands for the i-th section, and a key
 * that begins with `$` gets a second `$`. As in JSON, members that are undefined are left out.
 * @throws RangeError where the value is nested too deep.
 */
export function encodeFrame(value: unknown): Uint8Array<ArrayBuffer> {
  const sections: Uint8Array[] = [];
  const json = new TextEncoder().encode(JSON.stringify(detach(value, sections, 0)) ?? 'null');
  const parts = [json, ...sections];
  const frame = new Uint8Array(parts.reduce((length, part) => length + 4 + part.length, 0));
  const view = new DataView(frame.buffer);
  let at = 0;
  for (const part of parts) {
    view.setUint32(at, part.length);
    frame.set(part, at + 4);
    at += 4 + part.length;
  }
  return frame;
}

/** The value in a frame, its arrays copied out of it. Fails with `bad-call` where the frame is not whole or not well made. */
export function decodeFrame(frame: Uint8Array): Result<unknown> {
  const parts = split(frame);
  const json = parts?.[0];
  if (!parts || !json) return fail('bad-call', 'the frame is cut or has bytes to spare');
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(json));
    return ok(attach(value, parts.slice(1), 0));
  } catch (cause) {
    return fail('bad-call', `the frame can't be read: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}

function split(frame: Uint8Array): Uint8Array[] | null {
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength);
  // Node's Buffer slices without copying: the same bytes as what they are underneath.
  const bytes = new Uint8Array(frame.buffer, frame.byteOffset, frame.byteLength);
  const parts: Uint8Array[] = [];
  let at = 0;
  while (at < frame.length) {
    if (frame.length - at < 4) return null;
    const length = view.getUint32(at);
    if (length > frame.length - at - 4) return null;
    parts.push(bytes.slice(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return parts;
}

function detach(value: unknown, sections: Uint8Array[], depth: number): unknown {
  if (depth > maximalDepth) throw new RangeError('the value is nested too deep');
  if (value instanceof Uint8Array) return { $bytes: sections.push(value) - 1 };
  if (Array.isArray(value)) return value.map((item) => detach(item, sections, depth + 1));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [
    key.startsWith('$') ? `$${key}` : key,
    detach(item, sections, depth + 1),
  ]));
}

function attach(value: unknown, sections: Uint8Array[], depth: number): unknown {
  if (depth > maximalDepth) throw new RangeError('nested too deep');
  if (Array.isArray(value)) return value.map((item) => attach(item, sections, depth + 1));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const [first] = entries;
  if (entries.length === 1 && first?.[0] === '$bytes') return section(sections, first[1]);
  return Object.fromEntries(entries.map(([key, item]) => {
    if (key.startsWith('$') && !key.startsWith('$$')) throw new RangeError(`unknown mark ${key}`);
    return [key.startsWith('$$') ? key.slice(1) : key, attach(item, sections, depth + 1)];
  }));
}

function section(sections: Uint8Array[], index: unknown): Uint8Array {
  const found = typeof index === 'number' ? sections[index] : undefined;
  if (!found) throw new RangeError(`no section ${String(index)}`);
  return found;
}
