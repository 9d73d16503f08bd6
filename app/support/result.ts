/** What can be expected to fail returns a `Result`; a bug throws. */
export type Result<T, P = Problem> = { ok: true; value: T } | { ok: false; problem: P };

/**
 * Why something could not be done. `code` chooses the screen's words (i18n `problem.<code>`), `values` fill them;
 * `message` is one English line for the command line and the log: what happened and what to do.
 */
export interface Problem {
  code: string;
  message: string;
  values?: Record<string, string | number>;
  cause?: unknown;
}

export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });
export const fail = (code: string, message: string, values?: Record<string, string | number>): { ok: false; problem: Problem } =>
  ({ ok: false, problem: values ? { code, message, values } : { code, message } });

export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`);
}
