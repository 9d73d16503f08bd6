import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import { hostEventSchema, type HostEvent } from '../../schemas/host.ts';
import type { Answer, Dispatcher } from '../services/dispatch.ts';
import { channels } from './bridge.ts';
import { isOurs } from './origin.ts';

/**
 * The one wrapper around calls from a page: only the main frame of our own page is heard; arguments and results are
 * parsed by the dispatcher. `windowOf` tells which window's lease a page has, by the page itself and not by its word.
 */
export function answerCalls(dispatcher: Dispatcher, windowOf: (contents: WebContents) => string | null, log: (line: string) => void): void {
  ipcMain.handle(channels.call, async (event, name: unknown, args: unknown): Promise<Answer> => {
    if (!isOurMainFrame(event)) {
      log(`a call from ${event.senderFrame?.url ?? 'a frame that is gone'} was refused`);
      return { ok: false, problem: { code: 'bad-call', message: 'only the main frame of Hoorwerk is heard' } };
    }
    return dispatcher.answer(name, args, windowOf(event.sender));
  });
}

/** Tells a page something, as the contract has it. */
export function tell(contents: WebContents, event: HostEvent): void {
  if (!contents.isDestroyed()) contents.send(channels.event, hostEventSchema.parse(event));
}

function isOurMainFrame(event: IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame.parent === null && isOurs(frame.url);
}
