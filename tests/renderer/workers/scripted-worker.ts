import type { JobMessage, JobRequest } from '../../../renderer/workers/jobs.ts';

/** A worker of which the test is the other end. */
export class ScriptedWorker extends EventTarget {
  static last: ScriptedWorker | null = null;
  readonly asked: JobRequest[] = [];
  ended = false;
  readonly address: string;

  constructor(address: string) {
    super();
    this.address = address;
    ScriptedWorker.last = this;
  }

  postMessage(request: JobRequest): void {
    this.asked.push(request);
  }

  terminate(): void {
    this.ended = true;
  }

  say(data: JobMessage): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}
