import { describe, expect, it } from 'vitest';
import { contentBytes, readContent } from '../../../app/document/content-blob.ts';
import { invent, must } from '../world.ts';

const { content } = invent('Avond', [{ by: 'Iemand', text: 'Eén zin 😀.' }]);

describe('a content as a blob', () => {
  it('comes back as it was, from the same bytes whatever the order of its keys', () => {
    expect(must(readContent(contentBytes(content)))).toEqual(content);
    const turned = Object.fromEntries(Object.entries(content).toReversed());
    expect(contentBytes(must(readContent(new TextEncoder().encode(JSON.stringify(turned)))))).toEqual(contentBytes(content));
  });

  it.each([['{}'], ['nee'], ['[]'], ['{"version":2}']])('is refused when it holds something else: %s', (text) => {
    expect(readContent(new TextEncoder().encode(text))).toMatchObject({ ok: false, problem: { code: 'content-damaged' } });
  });

  it('is refused when it names blocks that are not there', () => {
    const turns = content.turns.map((turn) => ({ ...turn, lastBlock: 9 }));
    const pages = [{ page: 1, at: { block: 9, offset: content.blocks.length }, printed: false }];
    for (const other of [{ ...content, turns }, { ...content, pages }]) {
      expect(readContent(new TextEncoder().encode(JSON.stringify(other)))).toMatchObject({ ok: false, problem: { code: 'content-damaged' } });
    }
  });

  it('is refused when it is not UTF-8', () => {
    expect(readContent(Uint8Array.from([0x22, 0xff, 0x22])).ok).toBe(false);
  });
});
