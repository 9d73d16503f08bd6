/** What passes between the preload script and the main process: two channels, and what each carries. */
export const channels = {
  /** invoke(name, args): a call of the contract; answers an envelope and never rejects for what can be expected. */
  call: 'hoorwerk:call',
  /** send(event): what the host tells unasked. */
  event: 'hoorwerk:event',
} as const;

/** What the page finds as `window.hoorwerk`. */
export interface Bridge {
  call(name: string, args: unknown): Promise<unknown>;
  onEvent(listener: (event: unknown) => void): () => void;
}

export const bridgeName = 'hoorwerk';
