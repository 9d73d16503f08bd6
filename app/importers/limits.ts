import { fail, type Result } from '../support/result.ts';

/** The largest file that is read, in bytes. Beyond it the text no longer fits beside what is made of it. */
export const largestFile = 250 * 1024 * 1024;

/** The refusal of a file of so many bytes. */
export function fileTooLarge(bytes: number): Result<never> {
  const megabytes = Math.round(bytes / (1024 * 1024));
  return fail('file-too-large', `the file is ${megabytes} MB, more than the 250 MB that can be read; split it into parts`, { megabytes });
}
