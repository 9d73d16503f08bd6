import { z } from 'zod';
import { hostEventSchema, type HostArgs, type HostCall, type HostResult } from '../../schemas/host.ts';
import { checkedArgs, resultIn } from './answer.ts';
import type { Host } from './contract.ts';

/** What the preload script puts in the page. */
export interface Bridge {
  call(name: string, args: unknown): Promise<unknown>;
  onEvent(listener: (event: unknown) => void): () => void;
}

/** The bridge, where this page has one. */
export function bridgeOf(page: object): Bridge | null {
  const found = z.object({ hoorwerk: z.custom<Bridge>(isBridge) }).safeParse(page);
  return found.success ? found.data.hoorwerk : null;
}

function isBridge(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'call' in value && typeof value.call === 'function'
    && 'onEvent' in value && typeof value.onEvent === 'function';
}

/** The screen in Electron: calls over the bridge, dialogs of the system. */
export function electronHost(bridge: Bridge): Host {
  const call = async <C extends HostCall>(name: C, args: HostArgs<C>): Promise<HostResult<C>> =>
    resultIn(name, await bridge.call(name, checkedArgs(name, args)));
  return {
    kind: 'electron',
    windowId: crypto.randomUUID(),
    info: () => call('host.info', {}),
    call,
    async openFiles(purpose, what) {
      const tokens = await call('files.open', { purpose, what });
      return tokens?.map(({ token, ...file }) => ({ ...file, read: async () => (await call('files.read', { token })).bytes })) ?? null;
    },
    saveFile: (suggestedName, bytes) => call('files.save', { suggestedName, bytes: new Uint8Array(bytes) }),
    onEvent: (listener) => bridge.onEvent((told) => {
      const event = hostEventSchema.safeParse(told);
      if (event.success) listener(event.data);
      else console.error('the host told something that is no event', event.error);
    }),
  };
}
