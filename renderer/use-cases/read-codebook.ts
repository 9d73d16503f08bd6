import { readCodebook } from '../../app/build/codebook.ts';
import { planCodebook } from '../../app/build/plan-codebook.ts';
import { chooseFile } from './choose-file.ts';
import { commit } from './commit.ts';
import { telling } from './notices.ts';

/** What came of reading a codebook: themes made, themes completed, and what the file holds that a project can't. */
export interface CodebookRead { added: number; filled: number; notes: string[] }

/** Brings the themes of a codebook that the user chooses into the project, as one change. Null: cancelled, or told why not. */
export async function readCodebookFile(): Promise<CodebookRead | null> {
  const chosen = telling(await chooseFile('codebook'));
  if (!chosen.ok || !chosen.value) return null;
  const read = telling(readCodebook(chosen.value.bytes));
  if (!read.ok) return null;
  const done = await commit((project, { now }) => planCodebook(project.state, read.value.entries, now));
  if (!done.ok || !done.value) return null;
  const { added = 0, filled = 0 } = done.value.label.values;
  return { added: Number(added), filled: Number(filled), notes: read.value.notes };
}
