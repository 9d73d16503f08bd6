/**
 * Builds what runs: the Node side with esbuild, the screen with Vite. Plain JavaScript, since it comes before all else.
 * As a program it builds everything that is out of date; `buildIfStale` does so for the targets that somebody needs.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { withBuildLock } from './build-lock.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const dist = path.join(root, 'dist');
const record = path.join(dist, 'built.json');

/** `needs`: without this file there is nothing to build. `inputs`: what the result depends on, beside the lock. */
const targets = {
  electron: { needs: 'main/electron/main.ts', inputs: ['schemas', 'app', 'main'], build: buildElectron },
  'local-host': { needs: 'main/local-host/main.ts', inputs: ['schemas', 'app', 'main'], build: () => buildProgram('local-host') },
  cli: { needs: 'main/cli/main.ts', inputs: ['schemas', 'app', 'main'], build: () => buildProgram('cli') },
  renderer: { needs: 'renderer/vite.config.ts', inputs: ['schemas', 'app', 'renderer', 'main/build.mjs', 'main/sample'], build: buildRenderer },
};

/**
 * Builds those of the targets (all by default) whose sources changed since they were last built: told by their
 * contents, so that a checkout of an older state is noticed too. Waits while another process builds.
 * @param {('electron' | 'local-host' | 'cli' | 'renderer')[]} [names]
 * @returns {Promise<string[]>} what was built.
 */
export async function buildIfStale(names = Object.keys(targets)) {
  const stale = () => names.filter((name) => existsSync(path.join(root, targets[name].needs)) && builtFrom()[name] !== sourceHash(name));
  if (stale().length === 0) return [];
  mkdirSync(dist, { recursive: true });
  return withBuildLock(dist, async () => {
    const built = stale();
    for (const name of built) {
      process.stderr.write(`building ${name}\n`);
      const hash = sourceHash(name);
      await targets[name].build();
      writeFileSync(`${record}.new`, `${JSON.stringify({ ...builtFrom(), [name]: hash }, null, 2)}\n`);
      renameSync(`${record}.new`, record);
    }
    return built;
  });
}

/** The sources' hash at the last build of each target. */
function builtFrom() {
  try {
    return JSON.parse(readFileSync(record, 'utf8'));
  } catch {
    return {};
  }
}

function sourceHash(name) {
  const hash = createHash('sha256');
  for (const input of ['package-lock.json', 'package.json', 'tsconfig.json', ...targets[name].inputs]) {
    for (const file of filesOf(input)) hash.update(file).update('\0').update(readFileSync(path.join(root, file))).update('\0');
  }
  return hash.digest('hex');
}

/** The file itself, or all files under the folder, in a fixed order. */
function filesOf(input) {
  const full = path.join(root, input);
  if (!existsSync(full)) return [];
  if (path.extname(input) !== '') return [input];
  return readdirSync(full, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .toSorted();
}

/** A program for Node, whole in one file. The banner gives `require` and `__filename` to the CommonJS packages bundled in it. */
async function buildProgram(name) {
  const esbuild = await import('esbuild');
  await esbuild.build({
    ...common(),
    entryPoints: [path.join(root, `main/${name}/main.ts`)],
    outfile: path.join(dist, `main/${name}.mjs`),
    format: 'esm',
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; import { fileURLToPath as pathFrom } from 'node:url';"
        + ' const require = requireFrom(import.meta.url); const __filename = pathFrom(import.meta.url);',
    },
  });
}

/** Electron's main process and its preload; a sandboxed preload must be one CommonJS file. */
async function buildElectron() {
  const esbuild = await import('esbuild');
  const entries = { main: 'main/electron/main.ts', preload: 'main/electron/preload.ts' };
  for (const [name, entry] of Object.entries(entries)) {
    if (!existsSync(path.join(root, entry))) continue;
    await esbuild.build({
      ...common(),
      entryPoints: [path.join(root, entry)],
      outfile: path.join(dist, `main/${name}.cjs`),
      format: 'cjs',
      external: ['electron'],
    });
  }
}

function common() {
  return {
    absWorkingDir: root, bundle: true, platform: 'node', target: 'node20.19', sourcemap: 'linked', logLevel: 'warning', legalComments: 'eof',
  };
}

/** The screen with its sample project, built beside the old one and put in its place whole, so that a failed build leaves the old one. */
async function buildRenderer() {
  const { build } = await import('vite');
  const made = path.join(dist, 'renderer.new');
  await build({
    root: path.join(root, 'renderer'),
    configFile: path.join(root, targets.renderer.needs),
    logLevel: 'warn',
    build: { outDir: made, emptyOutDir: true },
  });
  await buildProgram('sample');
  execFileSync(process.execPath, [path.join(dist, 'main/sample.mjs'), path.join(root, 'renderer/sample'), path.join(made, 'sample.hoorwerk')]);
  rmSync(path.join(dist, 'renderer'), { recursive: true, force: true });
  renameSync(made, path.join(dist, 'renderer'));
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    const built = await buildIfStale();
    process.stderr.write(built.length > 0 ? `built: ${built.join(', ')}\n` : 'everything is built already\n');
  } catch (cause) {
    process.stderr.write(`The build did not succeed: ${cause.message}\n`);
    process.exitCode = 1;
  }
}
