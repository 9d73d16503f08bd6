import type { ServerResponse } from 'node:http';
import type { HostEvent } from '../../schemas/host.ts';
import type { Leases } from '../services/leases.ts';

/** The windows that are open: each has a stream of events, which stands for it. When it closes, the window's lease ends. */
export interface Windows {
  /** Takes over a response as a window's stream. A newer stream of the same window replaces the older. */
  open(windowId: string, response: ServerResponse): void;
  /** A window asked for the lease: where it has no stream, and soon still has none, it has gone already. */
  expect(windowId: string): void;
  /** Ends all streams. */
  close(): void;
}

/** How often an empty line is sent, so that a connection that broke is noticed. */
const keepAlive = 20_000;
const patience = 10_000;

export function createWindows(leases: Leases): Windows {
  const streams = new Map<string, ServerResponse>();
  const send = (windowId: string, event: HostEvent) => streams.get(windowId)?.write(`${JSON.stringify(event)}\n`);
  const stopListening = leases.onWriter((windowId) => send(windowId, { kind: 'lease', writer: true }));
  const timer = setInterval(() => {
    for (const stream of streams.values()) stream.write('\n');
  }, keepAlive);
  timer.unref();

  return {
    open(windowId, response) {
      streams.get(windowId)?.end();
      streams.set(windowId, response);
      response.on('close', () => {
        if (streams.get(windowId) !== response) return;
        streams.delete(windowId);
        leases.release(windowId);
      });
      // The headers go out with the first bytes.
      response.write('\n');
    },
    expect(windowId) {
      if (streams.has(windowId)) return;
      setTimeout(() => {
        if (!streams.has(windowId)) leases.release(windowId);
      }, patience).unref();
    },
    close() {
      stopListening();
      clearInterval(timer);
      for (const stream of streams.values()) stream.end();
    },
  };
}
