import type { HostProblem } from '../../schemas/host.ts';

/** The host could not do it, for a reason that is expected; becomes the call's problem. */
export class HostFailure extends Error {
  readonly code: HostProblem['code'];

  constructor(code: HostProblem['code'], message: string, options?: { cause: unknown }) {
    super(message, options);
    this.name = 'HostFailure';
    this.code = code;
  }
}

/** What a call answers for anything thrown: the system's own codes are told apart, the rest is `failed`. */
export function toProblem(cause: unknown): HostProblem {
  if (cause instanceof HostFailure) return { code: cause.code, message: cause.message };
  const message = cause instanceof Error ? cause.message : String(cause);
  return { code: systemCodes[errnoOf(cause) ?? ''] ?? 'failed', message };
}

/** The system's code (`ENOENT` …) of what a file operation threw; null where it has none. */
export function errnoOf(cause: unknown): string | null {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : null;
}

const systemCodes: Record<string, HostProblem['code']> = {
  ENOSPC: 'disk-full', EDQUOT: 'disk-full', EFBIG: 'disk-full', EROFS: 'read-only', EACCES: 'read-only', EPERM: 'read-only',
};
