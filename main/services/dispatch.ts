import { z } from 'zod';
import { hostCalls, writingCalls, type HostCall, type HostProblem, type HostServices } from '../../schemas/host.ts';
import { HostFailure, toProblem } from './host-failure.ts';
import type { Leases } from './leases.ts';

/** What a call comes to; crosses to the page as it is. */
export type Answer = { ok: true; value: unknown } | { ok: false; problem: HostProblem };

/** The one way in for calls from a page, whatever the host. */
export interface Dispatcher {
  /**
   * Parses name, arguments and result; never rejects. `windowId` is the window that the host knows the caller to be, not
   * the one it says it is; null: none that asked for the lease. What nobody expected goes to the log with its stack.
   */
  answer(name: unknown, args: unknown, windowId: string | null): Promise<Answer>;
  /** Refuses new calls and waits for those that run. */
  settle(): Promise<void>;
}

export function createDispatcher(services: HostServices, leases: Pick<Leases, 'isWriter'>, log: (line: string) => void): Dispatcher {
  const running = new Set<Promise<Answer>>();
  let settling = false;

  async function call(name: unknown, args: unknown, windowId: string | null): Promise<unknown> {
    if (settling) throw new HostFailure('not-available', 'Hoorwerk is being closed');
    if (!isCall(name)) throw new HostFailure('bad-call', 'there is no such call');
    const parsed = hostCalls[name].args.safeParse(args);
    if (!parsed.success) throw new HostFailure('bad-call', `${name}: ${z.prettifyError(parsed.error)}`);
    if (writingCalls.has(name) && (windowId === null || !leases.isWriter(windowId))) {
      throw new HostFailure('read-only', `${name}: this window is not the one that writes`);
    }
    // The arguments were parsed by the schema of this very call, which the compiler can't follow through the table.
    const handle = services[name] as (parsedArgs: unknown) => Promise<unknown>;
    return hostCalls[name].result.parse(await handle(parsed.data));
  }

  return {
    async answer(name, args, windowId) {
      const answering = call(name, args, windowId).then(
        (value): Answer => ({ ok: true, value }),
        (cause: unknown): Answer => {
          const problem = toProblem(cause);
          if (problem.code === 'failed') log(`${String(name)}: ${cause instanceof Error ? cause.stack ?? cause.message : String(cause)}`);
          return { ok: false, problem };
        },
      );
      running.add(answering);
      try {
        return await answering;
      } finally {
        running.delete(answering);
      }
    },
    async settle() {
      settling = true;
      await Promise.all(running);
    },
  };
}

function isCall(name: unknown): name is HostCall {
  return typeof name === 'string' && Object.hasOwn(hostCalls, name);
}
