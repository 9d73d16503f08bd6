import type { Content } from '../../../schemas/records/content.ts';

/** How two contents of one document differ, in the measures of a reader. */
export interface WhatChanges { isSame: boolean; wordsAdded: number; wordsRemoved: number; turnsBefore: number; turnsAfter: number }

/** Words are counted, not compared in order: what was only moved or parted is not told as added. Linear in both texts. */
export function whatChanges(before: Content, after: Content): WhatChanges {
  const counts = new Map<string, number>();
  const count = ({ blocks }: Content, by: 1 | -1) => {
    for (const { text } of blocks) for (const [word] of text.matchAll(/\S+/gu)) counts.set(word, (counts.get(word) ?? 0) + by);
  };
  if (before !== after) {
    count(after, 1);
    count(before, -1);
  }
  let [wordsAdded, wordsRemoved] = [0, 0];
  for (const number of counts.values()) {
    if (number > 0) wordsAdded += number;
    else wordsRemoved -= number;
  }
  return { isSame: before === after, wordsAdded, wordsRemoved, turnsBefore: before.turns.length, turnsAfter: after.turns.length };
}
