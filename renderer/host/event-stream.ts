import { wire } from '../../app/host-wire.ts';
import { hostEventSchema, type HostEvent } from '../../schemas/host.ts';
import { reach } from './browser-session.ts';

/** A stream that broke is opened again after a second, then after twice as long each time, up to a quarter minute. */
const firstWait = 1000;
const longestWait = 15_000;

export interface EventStream {
  /** Resolves once the stream is open for the first time; rejects with the `HostError` that kept it from opening. */
  opened: Promise<void>;
  stop(): void;
}

/**
 * The local host's events. The open stream stands for this window: `reopened` is called each time it comes back after
 * a break, since the host may have given the window's lease to another meanwhile.
 */
export function openEvents(headers: () => Promise<HeadersInit>, hear: (event: HostEvent) => void, reopened: () => void): EventStream {
  const end = new AbortController();
  let wait = firstWait;

  const listen = async (first: boolean, open: () => void): Promise<void> => {
    const response = await reach(wire.eventsPath, { headers: await headers(), signal: end.signal });
    // No session any more: another try would not help, and every call says so.
    if (response.status === 401) return end.abort();
    if (!response.ok || !response.body) throw new Error(`events: status ${response.status}`);
    wait = firstWait;
    open();
    if (!first) reopened();
    for await (const line of linesOf(response.body)) tell(line, hear);
  };

  const keepListening = async () => {
    while (!end.signal.aborted) {
      await new Promise((resolve) => { setTimeout(resolve, wait); });
      wait = Math.min(longestWait, wait * 2);
      if (!end.signal.aborted) await listen(false, () => {}).catch(() => {});
    }
  };

  const opened = new Promise<void>((resolve, reject) => {
    listen(true, resolve).catch(reject).finally(() => {
      resolve();
      void keepListening();
    });
  });
  return { opened, stop: () => end.abort() };
}

async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const lines = (rest + decoder.decode(value, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line !== '') yield line;
  }
}

function tell(line: string, hear: (event: HostEvent) => void): void {
  try {
    hear(hostEventSchema.parse(JSON.parse(line)));
  } catch (error) {
    console.error('the host told something that is no event', error);
  }
}
