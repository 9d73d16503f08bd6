import { z } from 'zod';
import { hostCalls, hostProblemSchema, type HostArgs, type HostCall, type HostResult } from '../../schemas/host.ts';
import { HostError } from './contract.ts';

const envelopeSchema = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), value: z.unknown() }),
  z.strictObject({ ok: z.literal(false), problem: hostProblemSchema }),
]);

/** A call's arguments as the contract wants them. @throws where they are not: a bug of the screen. */
export function checkedArgs<C extends HostCall>(name: C, args: HostArgs<C>): unknown {
  return hostCalls[name].args.parse(args);
}

/** The result in what a host sent back. @throws HostError for its problems, `bad-call` where the answer is no answer. */
export function resultIn<C extends HostCall>(name: C, answer: unknown): HostResult<C> {
  const envelope = envelopeSchema.safeParse(answer);
  if (!envelope.success) throw new HostError({ code: 'bad-call', message: `${name}: the answer has no envelope` }, { cause: envelope.error });
  if (!envelope.data.ok) throw new HostError(envelope.data.problem);
  const result = hostCalls[name].result.safeParse(envelope.data.value);
  if (!result.success) throw new HostError({ code: 'bad-call', message: `${name}: ${z.prettifyError(result.error)}` }, { cause: result.error });
  // The table's entry for this name was asked, which the compiler can't follow.
  return result.data as HostResult<C>;
}
