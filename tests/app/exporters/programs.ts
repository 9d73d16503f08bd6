import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** Whether a program answers; tests that need one that does not are left out by name. */
export function present(program: string): boolean {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0;
}

/** A folder that is gone after the work. */
function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(path.join(tmpdir(), 'hoorwerk-export-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a Python script prints, read as JSON; the files lie in its working folder. */
export function python(script: string, files: Record<string, Uint8Array>): unknown {
  return inFolder((folder) => {
    for (const [name, bytes] of Object.entries(files)) put(folder, name, bytes);
    const run = spawnSync('python3', ['-c', script], { cwd: folder, encoding: 'utf8', env: { ...process.env, PYTHONIOENCODING: 'utf-8' }, maxBuffer: 1 << 28 });
    if (run.status !== 0) throw new Error(run.stderr);
    return JSON.parse(run.stdout) as unknown;
  });
}

/** LibreOffice's conversion of one file, with a profile of its own: the files that it made, by name. */
export function convert(name: string, bytes: Uint8Array, to: string, options: string[] = []): Record<string, string> {
  return Object.fromEntries(Object.entries(convertBytes(name, bytes, to, options)).map(([file, made]) => [file, Buffer.from(made).toString('utf8')]));
}

/** The same, as bytes. */
export function convertBytes(name: string, bytes: Uint8Array, to: string, options: string[] = []): Record<string, Uint8Array> {
  return convertAll({ [name]: bytes }, to, options);
}

/** The same, of several files at once. */
export function convertAll(files: Readonly<Record<string, Uint8Array>>, to: string, options: string[] = []): Record<string, Uint8Array> {
  return inFolder((folder) => {
    for (const [name, bytes] of Object.entries(files)) put(folder, name, bytes);
    const out = path.join(folder, 'out');
    mkdirSync(out);
    const run = spawnSync('soffice', [
      `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile')).href}`, '--headless', ...options, '--convert-to', to, '--outdir', out, ...Object.keys(files).map((name) => path.join(folder, name)),
    ], { encoding: 'utf8', timeout: 120_000 });
    const made = readdirSync(out);
    if (made.length === 0) throw new Error(`LibreOffice made nothing: ${run.stdout}${run.stderr}`);
    return Object.fromEntries(made.map((file) => [file, new Uint8Array(readFileSync(path.join(out, file)))]));
  });
}

/** What a program makes of bytes on its standard input; throws what it says where it makes nothing. */
export function pipe(program: string, options: readonly string[], input: Uint8Array): Uint8Array {
  const run = spawnSync(program, options, { input, timeout: 120_000, maxBuffer: 1 << 28 });
  if (run.status !== 0) throw new Error(`${program}: ${run.stderr.toString()}`);
  return new Uint8Array(run.stdout);
}

function put(folder: string, name: string, bytes: Uint8Array): void {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), bytes);
}
