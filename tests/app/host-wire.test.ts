import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeFrame, encodeFrame } from '../../app/host-wire.ts';

const value = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.string({ unit: 'grapheme' }), fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0), fc.boolean(), fc.constant(null), fc.uint8Array(),
    fc.array(tie('value')),
    fc.dictionary(fc.oneof(fc.string(), fc.constantFrom('$bytes', '$$bytes', '$', '__proto__')), tie('value')),
  ),
})).value;

describe('frames of the local host', () => {
  it('come back as they were, whatever the keys are called', () => {
    fc.assert(fc.property(value, (sent) => {
      expect(decodeFrame(encodeFrame(sent))).toEqual({ ok: true, value: sent });
    }));
  });

  it('give arrays of their own, also out of a Buffer', () => {
    const frame = Buffer.from(encodeFrame(new Uint8Array([1, 2])));
    const decoded = decodeFrame(frame);
    frame.fill(0);
    expect(decoded).toEqual({ ok: true, value: new Uint8Array([1, 2]) });
  });

  it('are refused wherever they are cut', () => {
    const frame = encodeFrame({ bytes: new Uint8Array([1, 2, 3]), more: [new Uint8Array(0)], name: 'é' });
    for (let length = 0; length < frame.length; length++) {
      expect(decodeFrame(frame.subarray(0, length)), `cut at ${length}`).toMatchObject({ ok: false });
    }
  });

  it('never throw on bytes from elsewhere', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
      const decoded = decodeFrame(bytes);
      expect(decoded.ok || decoded.problem.code === 'bad-call').toBe(true);
    }));
  });

  it.each([
    ['a section that is not there', '{"$bytes":0}'],
    ['a section by a name', '{"$bytes":"length"}'],
    ['a negative section', '{"$bytes":-1}'],
    ['an unknown mark', '{"a":{"$other":1}}'],
    ['no JSON', '{'],
    ['too deep a value', `${'['.repeat(5000)}${']'.repeat(5000)}`],
  ])('refuse %s', (_, json) => {
    const text = new TextEncoder().encode(json);
    const frame = new Uint8Array(4 + text.length);
    new DataView(frame.buffer).setUint32(0, text.length);
    frame.set(text, 4);
    expect(decodeFrame(frame)).toMatchObject({ ok: false, problem: { code: 'bad-call' } });
  });

  it('refuse lengths that reach past the end', () => {
    expect(decodeFrame(new Uint8Array([255, 255, 255, 255, 1])).ok).toBe(false);
  });

  it('refuse to send what is nested too deep', () => {
    let deep: unknown = null;
    for (let depth = 0; depth < 100; depth++) deep = [deep];
    expect(() => encodeFrame(deep)).toThrow(RangeError);
  });
});
