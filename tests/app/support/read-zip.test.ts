import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { firstZipName, readZip, zipLimits } from '../../../app/support/read-zip.ts';

const zip = (files: Record<string, string | Uint8Array>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, data]) => [name, typeof data === 'string' ? strToU8(data) : data])));
const outcome = async (bytes: Uint8Array, limits = zipLimits) => {
  const result = await readZip(bytes, limits);
  return result.ok ? [...result.value.keys()] : result.problem.code;
};

describe('a zip from outside', () => {
  it('gives its files', async () => {
    expect(await outcome(zip({ 'a.txt': 'a', 'b/c.txt': 'c' }))).toEqual(['a.txt', 'b/c.txt']);
  });

  it.each(['../evil.txt', '/etc/evil', 'a/../../evil', 'C:/evil', '..\\evil', 'a\0b'])('is refused for the name %j', async (name) => {
    expect(await outcome(zip({ [name]: 'x' }))).toBe('zip-damaged');
  });

  it('is refused when two files have one name', async () => {
    const bytes = zip({ 'aa.txt': 'first', 'ab.txt': 'second' });
    const text = Buffer.from(bytes).toString('latin1').replaceAll('ab.txt', 'aa.txt');
    expect(await outcome(new Uint8Array(Buffer.from(text, 'latin1')))).toBe('zip-damaged');
  });

  it('is refused beyond the limits of entries, sizes and packing', async () => {
    expect(await outcome(zip({ a: '1', b: '2', c: '3' }), { ...zipLimits, entries: 2 })).toBe('zip-refused');
    expect(await outcome(zip({ a: 'x'.repeat(100) }), { ...zipLimits, entryBytes: 99 })).toBe('zip-refused');
    expect(await outcome(zip({ a: 'x'.repeat(60), b: 'x'.repeat(60) }), { ...zipLimits, totalBytes: 100 })).toBe('zip-refused');
    expect(await outcome(zip({ bomb: new Uint8Array(5_000_000) }))).toBe('zip-refused');
  });

  it('is not believed about the size of what it holds', async () => {
    const bytes = zip({ bomb: new Uint8Array(5_000_000) });
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    view.setUint32(22, 10, true);
    const directory = view.getUint32(bytes.length - 6, true);
    view.setUint32(directory + 24, 10, true);
    expect(['zip-damaged', 'zip-refused']).toContain(await outcome(bytes));
  });

  it('tells the name of its first file even when the rest is lost', () => {
    const bytes = zip({ 'manifest.json': '{}', 'b.txt': 'b' });
    expect(firstZipName(bytes.slice(0, 60))).toBe('manifest.json');
    expect(firstZipName(bytes.slice(0, 35))).toBeNull();
    expect(firstZipName(strToU8('gewone tekst, geen zip, lang genoeg'))).toBeNull();
  });
});
