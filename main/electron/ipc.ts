import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import { hostEventSchema, type HostEvent } from '../../schemas/host.ts';
import type { Answer, Dispatcher } from '../services/dispatch.ts';
import { channels } from './bridge.ts';
import { isOurs } from './origin.ts';

/**
 * The one wrapper around calls from a page: only the main frame of our own page is heard; arguments and results are
 * parsed by the dispatcher. `from` tells the handler which page asks.
 */
export function answerCalls(dispatcherFor: (contents: WebContents) => Dispatcher, log: (line: string) => void): void {
  ipcMain.handle(channels.call, async (event, name: unknown, args: unknown): Promise<Answer> => {
    if (!isOurMainFrame(event)) {
      log(`a call from ${event.senderFrame?.url ?? 'a frame that is gone'} was refused`);
      return { ok: false, problem: { code: 'bad-call', message: 'only the main frame of Hoorwerk is heard' } };
    }
    return dispatcherFor(event.sender).answer(name, args);
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
