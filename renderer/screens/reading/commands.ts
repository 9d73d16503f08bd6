import { useEffect } from 'react';
import type { MessageKey } from '../../i18n/index.ts';
import { pageKeys } from '../../editor/page-keys.ts';
import { beginJump } from '../../editor/plugins/jump.ts';
import { pressPageKey } from '../../editor/plugins/keyboard.ts';
import { registerCommands, type Command } from '../palette/commands.ts';
import { useWorkbench } from '../../use-cases/workbench.ts';
import { setPreferences, usePreferences } from '../settings/preferences.ts';
import { canShowPage, togglePage } from '../source-page/shown-page.ts';
import { useUi } from '../ui-state.ts';
import { codingAtHand, removeCoding, stepCoding } from './coding-actions.ts';
import { copyPassage, passageToCopy } from './passage-copy.ts';
import { focusPage, useReading } from './reading-state.ts';
import { markPlace, nextBookmark, stepUncoded } from './stops.ts';
import { beginReshape, codingOnPage, joinNext, splitAtCursor } from './shape-actions.ts';
import { openTagging, repeatTag, tagByKey, tagInVivo } from './tagging.ts';

/** Registers what can be done on the reading page, for as long as it is shown. */
export function useReadingCommands(): void {
  useEffect(() => registerCommands(commands().map((command) => ({ ...command, within: outsideTheList }))), []);
}

const group: MessageKey = 'reading.group';
/** Anywhere but in the list of passages, which may stand beside the page and has the same keys for its own. */
const outsideTheList = 'body:not(:has(.passages :focus))';

function commands(): Command[] {
  const atHand = () => codingAtHand(useUi.getState().documentId);
  const hasPage = () => useReading.getState().page !== null;
  const hasCodings = () => (useWorkbench.getState().project?.state.codings.size ?? 0) > 0;
  return [
    ...pageCommands(),
    { id: 'select.jump', title: 'reading.command.jump', keys: 'g', group, run: jump, enabled: hasPage },
    { id: 'tag.palette', title: 'reading.command.tag', keys: 't', group, run: openTagging },
    ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((key): Command => ({
      id: `tag.${key}`, title: tagTitles[key - 1] ?? 'reading.command.tag', keys: String(key), group, hidden: true, run: () => void tagByKey(key),
    })),
    { id: 'tag.invivo', title: 'reading.command.invivo', keys: 'i', group, run: () => void tagInVivo(), enabled: () => useReading.getState().selection !== null },
    { id: 'tag.repeat', title: 'reading.command.repeat', keys: 'r', group, run: () => void repeatTag(), enabled: () => useReading.getState().recent.length > 0 },
    {
      id: 'coding.delete', title: 'reading.command.delete', keys: 'Delete', group, enabled: () => atHand() !== null,
      run: () => {
        const id = atHand();
        if (id) void removeCoding(id);
      },
    },
    { id: 'coding.reshape', title: 'reading.command.reshape', keys: 'e', group, run: beginReshape, enabled: () => codingOnPage() !== null },
    { id: 'coding.split', title: 'reading.command.split', keys: 'x', group, run: () => void splitAtCursor(), enabled: () => codingOnPage() !== null },
    { id: 'coding.join', title: 'reading.command.join', keys: 'v', group, run: () => void joinNext(), enabled: () => codingOnPage() !== null },
    { id: 'coding.next', title: 'reading.command.next', keys: 'n', group, run: () => stepCoding(1), enabled: hasCodings },
    { id: 'coding.previous', title: 'reading.command.previous', keys: 'p', group, run: () => stepCoding(-1), enabled: hasCodings },
    { id: 'uncoded.next', title: 'reading.command.uncoded-next', keys: 'u', group, run: () => stepUncoded(1), enabled: hasPage },
    { id: 'uncoded.previous', title: 'reading.command.uncoded-previous', keys: 'Shift+U', group, run: () => stepUncoded(-1), enabled: hasPage },
    { id: 'bookmark.toggle', title: 'reading.command.bookmark', keys: 'b', group, run: markPlace, enabled: hasPage },
    { id: 'bookmark.next', title: 'reading.command.bookmark-next', keys: 'Shift+B', group, run: nextBookmark, enabled: hasPage },
    { id: 'view.focus', title: 'reading.command.focus', keys: 'Shift+F', group, run: () => setPreferences({ focusMode: !usePreferences.getState().focusMode }) },
    { id: 'passage.page', title: 'page.command', keys: 'o', group, run: togglePage, enabled: canShowPage },
    // Control C on the page does the same, by the browser's copy event (editor/plugins/pointer.ts).
    { id: 'passage.copy', title: 'reading.command.copy', keys: 'c', group, run: () => copyPassage(), enabled: () => passageToCopy() !== null },
  ];
}

/** The keys that the page itself takes: from the palette they do the same, with the keyboard on the page. */
const pageCommands = (): Command[] => pageKeys.map(({ id, keys: [[keys], ...others], ...key }) => ({
  id: `page.${id}`, title: `reading.keys.${id}`, group: 'reading.keys', keys, alsoKeys: others.map(([also]) => also), ownKeys: true, hidden: 'hidden' in key,
  enabled: () => useReading.getState().page !== null,
  run() {
    focusPage();
    const { page } = useReading.getState();
    if (page) pressPageKey(page.view, id);
  },
}));

/** Letters on the sentences in sight, with the keyboard on the page. */
function jump(): void {
  const { page } = useReading.getState();
  if (!page) return;
  focusPage();
  void beginJump(page.view, page.reading, page.scroller);
}

const tagTitles = [
  'reading.command.tag-1', 'reading.command.tag-2', 'reading.command.tag-3', 'reading.command.tag-4', 'reading.command.tag-5',
  'reading.command.tag-6', 'reading.command.tag-7', 'reading.command.tag-8', 'reading.command.tag-9',
] as const satisfies readonly MessageKey[];
