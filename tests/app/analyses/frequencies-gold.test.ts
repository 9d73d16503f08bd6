import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { themeFrequencies } from '../../../app/analyses/theme-frequencies.ts';
import { buildProject } from '../../../app/build/build-project.ts';
import { readContent } from '../../../app/document/content-blob.ts';
import { sharedFolder } from '../../shared.ts';
import { must, now } from '../world.ts';

const folder = sharedFolder() ?? '';
const read = (name: string) => new Uint8Array(readFileSync(path.join(folder, name)));
const json = (name: string) => JSON.parse(new TextDecoder().decode(read(name)));

describe.skipIf(!sharedFolder())('the frequencies of the hearing (needs the real documents)', () => {
  const load = async () => {
    const { state, blobs, projectId } = must(await buildProject({
      documents: [{ fileName: 'hearing-fibromyalgia-2022.txt', bytes: read('corpus/hearing-fibromyalgia-2022.txt') }],
      codebook: null, codings: read('gold/hearing-fibromyalgia-2022.codings.json'), coder: null, now,
    }));
    const [document] = [...state.documents.values()];
    const content = must(readContent((document && blobs.get(document.contentSha256)) ?? new Uint8Array()));
    const snapshot = { projectId, state, contents: new Map(document ? [[document.contentSha256, content]] : []) };
    return { state, content, table: themeFrequencies.run(snapshot, themeFrequencies.options.parse({})), all: themeFrequencies.run(snapshot, themeFrequencies.options.parse({ includeModerators: true })) };
  };

  it('agree with plain loops over the characters', async () => {
    const { state, content, table } = await load();
    const text = content.blocks.map((block) => block.text).join('\n');
    const moderator = new Set<string>([...state.speakers.values()].filter((speaker) => speaker.moderator).map((speaker) => speaker.id));
    // Who speaks at each character; notes between brackets are nobody's.
    const turnAt: (number | null)[] = Array.from(text, () => null);
    let at = 0;
    for (const block of content.blocks) {
      for (let i = at; i <= at + block.text.length; i += 1) turnAt[i] = block.turn;
      at += block.text.length + 1;
    }
    for (const note of text.matchAll(/\[[^\]]*\]/g)) for (let i = note.index; i < note.index + note[0].length; i += 1) turnAt[i] = null;
    const words: { from: number; to: number; turn: number }[] = [];
    const counted: boolean[] = [];
    for (let i = 0; i < text.length; i += 1) {
      const turn = turnAt[i] ?? null;
      const speaker = turn === null ? null : content.turns[turn]?.speaker;
      counted[i] = Boolean(speaker) && !moderator.has(speaker ?? '');
      if (turn === null || !counted[i] || /\s/.test(text[i] ?? ' ')) continue;
      const last = words.at(-1);
      if (last?.to === i && last.turn === turn) last.to += 1;
      else words.push({ from: i, to: i + 1, turn });
    }
    const expected = [...state.codes.values()].map((code) => {
      const own = [...state.codings.values()].filter(({ codeId, anchor }) => codeId === code.id && counted.slice(anchor.start, anchor.end).includes(true));
      const coded = words.filter((word) => own.some(({ anchor }) => anchor.start < word.to && word.from < anchor.end));
      const turns = new Set(coded.map((word) => word.turn));
      const speakers = [...turns].map((turn) => content.turns[turn]?.speaker);
      const most = Math.max(...speakers.map((speaker) => coded.filter((word) => content.turns[word.turn]?.speaker === speaker).length));
      return {
        code: code.name, codings: own.length, words: coded.length, share: coded.length / words.length, turns: turns.size,
        speakers: new Set(speakers).size, documents: 1, words_counted: words.length, one_voice: most > coded.length / 2,
      };
    });
    expect(expected).toHaveLength(8);
    expect(table.rows).toMatchObject(expected);
  });

  it('count the words that the gold has in its turns', async () => {
    const { table, all } = await load();
    const turns: { speaker: string | null; text: string }[] = json('gold/hearing-fibromyalgia-2022.structure.json').turns;
    const count = (kept: typeof turns) => kept.map((turn) => turn.text.replaceAll(/\[[^\]]*\]/g, ' ').match(/\S+/g)?.length ?? 0).reduce((a, b) => a + b, 0);
    expect(all.rows[0]?.words_counted).toBe(count(turns));
    expect(table.rows[0]?.words_counted).toBe(count(turns.filter((turn) => turn.speaker !== 'Commissie' && turn.speaker !== null)));
    expect(table.rows[0]?.speakers_counted).toBe(12);
  });
});
