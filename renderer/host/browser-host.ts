import { decodeFrame, encodeFrame, wire } from '../../app/host-wire.ts';
import type { HostArgs, HostCall, HostEvent, HostResult, OpenPurpose } from '../../schemas/host.ts';
import { t } from '../i18n/index.ts';
import { checkedArgs, resultIn } from './answer.ts';
import { openSession, reach } from './browser-session.ts';
import { askForFiles, download } from './chosen-file.ts';
import { HostError, type Host } from './contract.ts';
import { openEvents, type EventStream } from './event-stream.ts';

/** The screen in a browser: calls over HTTP to the loopback server that served the page, dialogs of the browser. */
export function browserHost(): Host {
  const windowId = crypto.randomUUID();
  const listeners = new Set<(event: HostEvent) => void>();
  let session: Promise<string> | null = null;
  let events: EventStream | null = null;

  const tell = (event: HostEvent) => {
    for (const listener of listeners) listener(event);
  };

  const headers = async (): Promise<Record<string, string>> => {
    // A failure is not kept: the next call tries again.
    session ??= openSession().catch((error: unknown) => {
      session = null;
      throw error;
    });
    return { [wire.sessionHeader]: await session, [wire.windowHeader]: windowId };
  };

  /** The window's stream must be there before its lease: it is by the stream that the host knows that the window lives. */
  const streamed = async (): Promise<void> => {
    events ??= openEvents(headers, tell, () => void takeAgain());
    await events.opened.catch((error: unknown) => {
      events?.stop();
      events = null;
      throw error;
    });
  };

  const takeAgain = async () => {
    const { writer } = await call('lease.take', { windowId });
    tell({ kind: 'lease', writer });
  };

  async function call<C extends HostCall>(name: C, args: HostArgs<C>): Promise<HostResult<C>> {
    const body = encodeFrame(checkedArgs(name, args));
    if (name === 'lease.take') await streamed();
    const sent = await reach(wire.callPath + name, {
      method: 'POST', body, headers: { ...await headers(), 'content-type': wire.contentType },
    });
    const frame = decodeFrame(new Uint8Array(await bytesOf(sent, name)));
    if (!frame.ok) throw new HostError({ code: 'bad-call', message: `${name}: ${frame.problem.message}` });
    return resultIn(name, frame.value);
  }

  return {
    kind: 'browser',
    windowId,
    info: () => call('host.info', {}),
    call,
    openFiles: (purpose, what) => askForFiles(what, endings[purpose]),
    async saveFile(name, bytes) {
      download(name, bytes);
      return { where: t('host.downloads', { name }) };
    },
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Documents come in many formats, which the content tells; the others in one. */
const endings: Record<OpenPurpose, string> = { document: '', project: '.hoorwerk', codings: '.csv,.json' };

/** The answer's bytes; an answer that breaks off is a host that went. */
async function bytesOf(response: Response, name: string): Promise<ArrayBuffer> {
  try {
    return await response.arrayBuffer();
  } catch (cause) {
    throw new HostError({ code: 'host-gone', message: `${name}: the answer broke off` }, { cause });
  }
}
