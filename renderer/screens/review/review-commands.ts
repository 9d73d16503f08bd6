import { useEffect, useLayoutEffect, useRef } from 'react';
import type { TurnKind } from '../../../schemas/records/content.ts';
import type { MessageKey } from '../../i18n/index.ts';
import { registerCommands, type Command } from '../palette/commands.ts';
import type { Act, ReviewActs } from './use-actions.ts';
import type { ReviewEdits } from './use-review.ts';
import type { TrailSteps } from './use-trail.ts';

/** The menus that a key opens at the cursor. */
export type CursorMenu = 'speaker' | 'kind' | 'block';

export interface ReviewKeys {
  acts: ReviewActs;
  trail: TrailSteps;
  edits: Pick<ReviewEdits, 'count' | 'canRedo'>;
  undo(): void;
  redo(): void;
  openMenu(menu: CursorMenu): void;
  /** To the field with the name of whoever speaks at the cursor. */
  rename(): void;
  /** While something is asked or something is being stored, no key edits. */
  active: boolean;
}

/** The kinds of turns, as the number keys give them. */
export const turnKinds: readonly TurnKind[] = ['presentation', 'question', 'answer', 'remark', 'closing'];

/** Registers what the review can do, with its keys, while it is shown: palette and sheet of keys tell them. */
export function useReviewCommands(keys: ReviewKeys): void {
  const now = useRef(keys);
  useLayoutEffect(() => { now.current = keys; });
  useEffect(() => registerCommands(commands(() => now.current)), []);
}

const group: MessageKey = 'review.group';
/** Where Enter, Backspace and the like belong to the text; elsewhere they belong to buttons. */
const inResult = '[data-pane="result"]';

function focusResult(): void {
  document.querySelector<HTMLElement>(`${inResult} .show-source[tabindex="0"]`)?.focus();
}

function commands(now: () => ReviewKeys): Command[] {
  const one = (id: string, title: MessageKey, keys: string, act: (of: ReviewKeys) => Act, more: Partial<Command> = {}): Command => ({
    id: `review.${id}`, title, keys, group, enabled: () => now().active && act(now()).can, run: () => act(now()).run(), ...more,
  });
  const always = (can: boolean, run: () => void): Act => ({ can, run });
  return [
    { id: 'edit.undo', title: 'command.edit.undo', group: 'group.edit', keys: '$mod+z', enabled: () => now().active && now().edits.count > 0, run: () => now().undo() },
    { id: 'edit.redo', title: 'command.edit.redo', group: 'group.edit', keys: '$mod+Shift+z', alsoKeys: ['$mod+y'], enabled: () => now().active && now().edits.canRedo, run: () => now().redo() },
    one('next', 'review.next', 'n', ({ trail }) => always(true, () => trail.step(1))),
    one('previous', 'review.previous', 'p', ({ trail }) => always(true, () => trail.step(-1))),
    one('doubts', 'review.do.doubts', 'd', ({ trail }) => always(true, () => trail.follow({ kind: 'doubts' }))),
    one('seen', 'review.do.seen', 'v', ({ acts }) => acts.seen),
    one('change', 'review.do.change', 'Delete', ({ acts }) => acts.change),
    one('rule', 'review.do.rule', 'Shift+Delete', ({ acts }) => acts.rule),
    one('split', 'review.do.split', 'Enter', ({ acts }) => acts.split, { within: inResult }),
    one('join', 'review.do.join', 'Backspace', ({ acts }) => acts.joinBefore, { within: inResult }),
    one('join-next', 'review.do.join-next', 'j', ({ acts }) => acts.joinAfter),
    one('split-paragraph', 'review.do.split-paragraph', 'Shift+Enter', ({ acts }) => acts.splitParagraph, { within: inResult }),
    one('join-paragraph', 'review.do.join-paragraph', 'Shift+Backspace', ({ acts }) => acts.joinParagraph, { within: inResult }),
    one('speaker', 'review.do.speaker', 's', ({ acts, openMenu }) => always(acts.canSetSpeaker, () => openMenu('speaker'))),
    one('rename', 'review.do.rename', 'r', ({ acts, rename }) => always(acts.here?.turn !== null && acts.here !== null, rename)),
    one('speaks', 'review.do.speaks', 'l', ({ acts }) => acts.speaks),
    one('not-speaker', 'review.do.not-speaker', 'Shift+L', ({ acts }) => acts.notSpeaker),
    one('kind', 'review.do.kind', 'k', ({ acts, openMenu }) => always(acts.here?.turn !== null && acts.here !== null, () => openMenu('kind'))),
    ...turnKinds.map((kind, index) => one(`kind.${kind}`, `review.turn.${kind}`, String(index + 1), ({ acts }) => acts.setKind(kind), { hidden: true })),
    one('result', 'review.do.result', 'Escape', () => always(true, focusResult), { within: '.review-left', inFields: true }),
    one('block', 'review.do.block', 'b', ({ acts, openMenu }) => always(acts.here !== null, () => openMenu('block'))),
  ];
}
