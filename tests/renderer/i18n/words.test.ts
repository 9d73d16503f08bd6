import { compileMessage } from '@lingui/message-utils/compileMessage';
import { describe, expect, test } from 'vitest';
import { areas, isMessageKey, t } from '../../../renderer/i18n/index.ts';
import { changeLabelSchema } from '../../../schemas/change.ts';
import { hostProblemSchema } from '../../../schemas/host.ts';
import { readOnlyWords } from '../../../renderer/screens/shell/read-only-words.ts';
import { sources } from './sources.ts';

const words = areas.flatMap(({ nl, en }) => Object.entries(nl).map(([key, dutch]) => ({ key, dutch, english: (en as Record<string, string>)[key] ?? '' })));
const keys = words.map(({ key }) => key);

describe('the words of the screen', () => {
  test('have one place each', () => {
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  test('are there in both languages', () => {
    for (const { nl, en } of areas) expect(Object.keys(en)).toEqual(Object.keys(nl));
    expect(words.filter(({ dutch, english }) => dutch.trim() === '' || english.trim() === '')).toEqual([]);
  });

  test('compile, and ask for the same values in both languages', () => {
    for (const { key, dutch, english } of words) {
      expect([key, placeholders(dutch)]).toEqual([key, placeholders(english)]);
    }
  });

  test('shout nowhere and speak no jargon', () => {
    const jargon = /!|\b(error|fout(code)?|exception|null|undefined|JSON|token|server|database|IndexedDB|timeout|cache|invalid|failed)\b/i;
    expect(words.flatMap(({ key, dutch, english }) => [[key, dutch], [key, english]]).filter(([, text]) => jargon.test(text ?? ''))).toEqual([]);
  });

  test('tell every change of the history', () => {
    for (const label of changeLabelSchema.shape.key.options) expect([label, isMessageKey(`change.${label}`)]).toEqual([label, true]);
  });

  test('tell every problem that can be expected', () => {
    const codes = new Set<string>(hostProblemSchema.shape.code.options);
    for (const [file, text] of sources('app', 'renderer')) {
      // The headless commands have no screen: their problems speak for themselves.
      if (file.startsWith('app/build/')) continue;
      for (const [, code] of text.matchAll(/\bfail\(\s*'([a-z0-9-]+)'/g)) if (code !== undefined) codes.add(code);
      expect([file, (text.match(/\bfail\(\s*[^'\s)][^,]*/g) ?? []).filter((call) => !handedOn.test(call))]).toEqual([file, []]);
    }
    for (const reason of Object.keys(readOnlyWords)) codes.add(`read-only-${reason}`);
    expect([...codes].filter((code) => !isMessageKey(`problem.${code}`) && !silent.has(code))).toEqual([]);
  });

  test('are all used', () => {
    const screen = [...sources('renderer')].filter(([file]) => !file.startsWith('renderer/i18n/messages/')).map(([, text]) => text).join('\n');
    const prefixes = [...screen.matchAll(/`([a-z][\w.-]*[.-])\$\{/g)].map(([, prefix]) => prefix ?? '');
    const used = (key: string) => screen.includes(`'${key}'`) || key.startsWith('problem.') || prefixes.some((prefix) => key.startsWith(prefix));
    expect(keys.filter((key) => !used(key))).toEqual([]);
  });

  test('put values in their places', () => {
    expect(t('status.verified', { verified: 1722, total: 1722 })).toBe('1.722 van 1.722 coderingen geverifieerd');
    expect(t('status.verified', { verified: 1, total: 1 })).toBe('1 van 1 codering geverifieerd');
  });
});

/** The two codes that are no literals: why nothing can be changed, and a problem handed on. Both are looked at where they come from. */
const handedOn = /^fail\((`read-only-\$\{|\w+\.problem\.code$|code: string)/;

/** Codes that only steer the program; those of a project file's parts are told as `project-damaged`. */
const silent = new Set(['needs-recovery', 'json', 'zip-refused']);

/** Names of the values in a message, sorted. @throws where it does not compile. */
function placeholders(message: string): string[] {
  const names = new Set<string>();
  /** A message is a string, or a list of literal strings and values: `[name, kind, options]`. */
  const visit = (compiled: unknown): void => {
    if (!Array.isArray(compiled)) return;
    for (const part of compiled) {
      if (!Array.isArray(part)) continue;
      const [name, , options] = part as [string, string?, (string | Record<string, unknown>)?];
      names.add(name);
      if (typeof options === 'object') for (const option of Object.values(options)) visit(option);
    }
  };
  visit(compileMessage(message));
  names.delete('#');
  return [...names].toSorted();
}
