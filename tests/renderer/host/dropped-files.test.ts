import { describe, expect, it } from 'vitest';
import { droppedFiles } from '../../../renderer/host/dropped-files.ts';

/** What Chromium hands over at a drop: a tree of entries, whose folders give their contents in parts. */
type Dropped = { name: string; contents?: string; within?: Dropped[]; isBroken?: boolean };

function entryOf({ name, contents, within, isBroken }: Dropped): FileSystemEntry {
  if (!within) {
    const file = (resolve: (file: File) => void, reject: (error: unknown) => void) => (isBroken ? reject(new Error('gone')) : resolve(new File([contents ?? ''], name)));
    return { name, isFile: true, isDirectory: false, file } as unknown as FileSystemEntry;
  }
  const createReader = () => {
    const waiting = within.map(entryOf);
    return { readEntries: (resolve: (part: FileSystemEntry[]) => void, reject: (error: unknown) => void) => (isBroken ? reject(new Error('closed')) : resolve(waiting.splice(0, 2))) };
  };
  return { name, isFile: false, isDirectory: true, createReader } as unknown as FileSystemEntry;
}

const drop = async (...dropped: Dropped[]) => {
  const items = dropped.map((one) => ({ webkitGetAsEntry: () => entryOf(one) }));
  const files = await droppedFiles({ items } as unknown as DataTransfer);
  return files.map(({ name, folder, kind }) => `${folder}: ${name} ${kind}`);
};

describe('What is dropped on the window', () => {
  it('is a file too where it has no place on a disk, as another program hands it over', async () => {
    const items = [{ webkitGetAsEntry: () => null, getAsFile: () => new File(['a'], 'los.txt') }, { webkitGetAsEntry: () => null, getAsFile: () => null }];
    expect((await droppedFiles({ items } as unknown as DataTransfer)).map(({ name, kind }) => [name, kind])).toEqual([['los.txt', 'file']]);
  });

  it('is every file, those in folders with the folders they were in', async () => {
    expect(await drop({ name: 'los.txt', contents: 'a' }, {
      name: 'zaak', within: [{ name: 'c.txt' }, { name: 'a.txt' }, { name: 'dag 2', within: [{ name: 'b.txt' }] }, { name: 'd.txt' }],
    })).toEqual([': los.txt file', 'zaak: a.txt file', 'zaak: c.txt file', 'zaak: d.txt file', 'zaak/dag 2: b.txt file']);
  });

  it('names folders that are empty, hidden or not to be read, and files that are gone', async () => {
    expect(await drop(
      { name: 'leeg', within: [] }, { name: 'zaak', within: [{ name: '.git', within: [{ name: 'x' }] }, { name: 'dicht', within: [], isBroken: true }, { name: 'weg.txt', isBroken: true }] },
    )).toEqual([': leeg empty', 'zaak: .git closed', 'zaak: dicht closed', 'zaak: weg.txt closed']);
  });

  it('can be read later', async () => {
    const [file] = await droppedFiles({ items: [{ webkitGetAsEntry: () => entryOf({ name: 'a.txt', contents: 'woord' }) }] } as unknown as DataTransfer);
    expect(new TextDecoder().decode(await file?.read())).toBe('woord');
  });

  it('is looked through no further than the most that is taken in', async () => {
    expect(await drop({ name: 'groot', within: Array.from({ length: 2500 }, (_, at) => ({ name: `${at}.txt` })) })).toHaveLength(2001);
  });
});
