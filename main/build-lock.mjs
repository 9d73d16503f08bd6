/** One build at a time. Plain JavaScript, since it comes before all else. */
import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Runs `work` while no other process builds into this folder. Each comer puts down a mark that names its process and
 * then looks for others: of two that come together the later always sees the earlier, so that both never go on.
 * A mark whose process is gone counts for nothing, whatever ended it.
 */
export async function withBuildLock(folder, work) {
  let told = false;
  for (;;) {
    const mark = path.join(folder, `.building-${process.pid}-${randomUUID()}`);
    writeFileSync(mark, '');
    const others = readdirSync(folder).filter((name) => name.startsWith('.building-') && name !== path.basename(mark) && lives(name, folder));
    if (others.length === 0) {
      try {
        return await work();
      } finally {
        rmSync(mark, { force: true });
      }
    }
    rmSync(mark, { force: true });
    if (!told) process.stderr.write('waiting for another build to finish\n');
    told = true;
    await new Promise((resolve) => { setTimeout(resolve, 100 + Math.random() * 200); });
  }
}

function lives(name, folder) {
  const pid = Number(name.split('-')[1]);
  if (pid === process.pid) return existsSync(path.join(folder, name));
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    if (cause.code === 'EPERM') return true;
    rmSync(path.join(folder, name), { force: true });
    return false;
  }
}
