import type { FileToken, HostArgs, HostCall, HostEvent, HostProblem, HostResult, OpenPurpose, OpenWhat } from '../../schemas/host.ts';

/** A file that the user chose or dropped; its place is never known. */
export interface HostFile {
  name: string;
  /** As in `FileToken`: the folders in which it was found, and what it is. */
  folder: string;
  kind: FileToken['kind'];
  size: number;
  /** Rejects with a `HostError` where it can no longer be read. */
  read(): Promise<Uint8Array>;
}

/**
 * What the screen may ask of the program around it. Every promise rejects with a `HostError` for what can be
 * expected to go wrong; `asked` (host.ts) makes a `Result` of it.
 */
export interface Host {
  readonly kind: 'electron' | 'browser';
  /** This window, for as long as it is open: the lease is given to it. */
  readonly windowId: string;
  info(): Promise<HostResult<'host.info'>>;
  /** Arguments and result are parsed on both sides. */
  call<C extends HostCall>(name: C, args: HostArgs<C>): Promise<HostResult<C>>;
  /** Null: cancelled. */
  openFiles(purpose: OpenPurpose, what: OpenWhat): Promise<HostFile[] | null>;
  /** Null: cancelled. `where` tells people where it went. */
  saveFile(name: string, bytes: Uint8Array): Promise<{ where: string } | null>;
  /** Returns the function that ends it. */
  onEvent(listener: (event: HostEvent) => void): () => void;
}

/** Why the host could not do it; `host-gone`: it does not answer at all. */
export type HostErrorProblem = HostProblem | { code: 'host-gone'; message: string };

/** The host could not do it, for a reason that is expected. */
export class HostError extends Error {
  readonly problem: HostErrorProblem;

  constructor(problem: HostErrorProblem, options?: { cause: unknown }) {
    super(problem.message, options);
    this.name = 'HostError';
    this.problem = problem;
  }
}
