import { checkProject } from '../../app/project-file/check-project.ts';
import { ok } from '../../app/support/result.ts';
import { onlyOne, type Command } from './command.ts';
import { readProject } from './read-project.ts';

export const verify: Command = {
  name: 'verify',
  usage: 'PROJECT',
  summary: 'Checks everything that must hold: codings against their quotations, references, counts, hashes, history.',
  options: {},
  async run({ positionals }) {
    const file = onlyOne(positionals, 'PROJECT');
    const project = await readProject(file, { lackingToo: true });
    if (!project.ok) return project;
    const { manifest, changes } = project.value.bundle;
    const { verification, checks } = await checkProject(project.value.bundle);
    const { verified, total, orphans, moved } = verification;
    const lines = [
      `${verified} of ${total} codings verified`,
      ...orphans.map((id) => `problem: the quotation of coding ${id} was not found`),
      ...moved.map((id) => `problem: coding ${id} stands elsewhere than its offsets say`),
      `hashes of ${Object.keys(manifest.entries).length} files: right`,
      `counts and texts: right`,
      `history of ${changes.length} changes, replayed: gives the same records`,
      ...manifest.missing.map((sha) => `missing when the file was written: ${sha}`),
      ...checks.flatMap(({ what, problems }) => [`${what}: ${problems.length === 0 ? 'right' : `${problems.length} problems`}`, ...problems.map((problem) => `problem: ${problem}`)]),
    ];
    const wrong = orphans.length + moved.length + checks.reduce((sum, { problems }) => sum + problems.length, 0);
    const outcome = { output: `${lines.join('\n')}\n` };
    return ok(wrong === 0 ? outcome : { ...outcome, failure: `${file}: ${wrong} problems found; they are listed above` });
  },
};
