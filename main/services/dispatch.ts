import { z } from 'zod';
import { hostCalls, type HostCall, type HostProblem, type HostServices } from '../../schemas/host.ts';
import { HostFailure, toProblem } from './host-failure.ts';

/** What a call comes to; crosses to the page as it is. */
export type Answer = { ok: true; value: unknown } | { ok: false; problem: HostProblem };

/** The one way in for calls from a page, whatever the host. */
export interface Dispatcher {
  /** Parses name, arguments and result; never rejects. What nobody expected goes to the log with its stack. */
  answer(name: unknown, args: unknown): Promise<Answer>;
  /** Refuses new calls and waits for those that run. */
  settle(): Promise<void>;
}

export function createDispatcher(services: HostServices, log: (line: string) => void): Dispatcher {
  const running = new Set<Promise<Answer>>();
  let settling = false;

  async function call(name: unknown, args: unknown): Promise<unknown> {
    if (settling) throw new HostFailure('not-available', 'Hoorwerk is being closed');
    if (!isCall(name)) throw new HostFailure('bad-call', 'there is no such call');
    const parsed = hostCalls[name].args.safeParse(args);
    if (!parsed.success) throw new HostFailure('bad-call', `${name}: ${z.prettifyError(parsed.error)}`);
    // The arguments were parsed by the schema of this very call, which the compiler can't follow through the table.
    const handle = services[name] as (parsedArgs: unknown) => Promise<unknown>;
    return hostCalls[name].result.parse(await handle(parsed.data));
  }

  return {
    async answer(name, args) {
      const answering = call(name, args).then(
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
