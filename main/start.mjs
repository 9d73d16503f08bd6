/**
 * `npm start`: sees to it that everything is there and built, and opens the workbench in Electron or in the browser.
 * Plain JavaScript, since it runs before all else, and must be able to say that Node is too old.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const inRoot = (...parts) => path.join(root, ...parts);
/** The browser's store belongs to the port, so it is always the same one. */
const usualPort = 5178;
const usage = `Opens Hoorwerk.

  npm start -- [options]

  --host electron|browser   where to open it; by default Electron where its runtime is there, else the browser
  --no-open                 serve it for the browser, print the address and open nothing
  --port N                  serve on another port than ${usualPort}; a browser keeps another store for each port
  --data FOLDER             keep the work in this folder (also: HOORWERK_DATA)
  --help                    these words`;

const say = (line) => process.stderr.write(`${line}\n`);

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) end(1, `Hoorwerk needs Node 20.19 or newer; this is ${process.version}. It can be had from https://nodejs.org.`);

// Not before: an older Node does not have it.
const { parseArgs } = await import('node:util');
const options = readOptions();
const data = options.data === undefined ? null : path.resolve(options.data);
if (!packagesAreThere()) installPackages();

const { buildIfStale } = await import('./build.mjs');
let whyNoElectron = 'Electron’s runtime is not here and could not be fetched';
const electron = chooseHost();
if (electron === null || !(await runElectron(electron))) process.exit(await runBrowser());

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        'host': { type: 'string' }, 'no-open': { type: 'boolean' }, 'port': { type: 'string' }, 'data': { type: 'string' }, 'help': { type: 'boolean' },
      },
    });
    if (values.help) end(0, usage, process.stdout);
    if (values.host !== undefined && !['electron', 'browser'].includes(values.host)) throw new Error('--host is electron or browser.');
    if (values.host === 'electron' && values['no-open']) throw new Error('--no-open is for the browser.');
    if (values.data === '') throw new Error('--data names a folder.');
    const port = values.port === undefined ? usualPort : Number(values.port);
    if (!/^\d*$/.test(values.port ?? '') || values.port === '' || port > 65535) throw new Error('--port is a number up to 65535.');
    return { ...values, port };
  } catch (cause) {
    return end(2, `${cause.message}\n\n${usage}`);
  }
}

/** Whether what is installed is what the lock asks for; packages for other systems are left out of account. */
function packagesAreThere() {
  const installed = readJson(inRoot('node_modules/.package-lock.json'))?.packages;
  if (!installed) return false;
  const wanted = Object.entries(readJson(inRoot('package-lock.json'))?.packages ?? {});
  return wanted.every(([name, entry]) => name === '' || entry.optional || entry.devOptional || entry.peer || installed[name]?.version === entry.version);
}

function installPackages() {
  say('Installing the packages of package-lock.json; this takes a minute.');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
  if (status !== 0) end(1, 'The packages could not be installed; see above. Without a network, copy the folder node_modules from a machine that has one.');
}

/** Electron's program, or null for the browser; says why in one line. */
function chooseHost() {
  if (options.host === 'browser') return null;
  if (options['no-open']) return null;
  const found = electronRuntime() ?? fetchElectron();
  if (found) return found;
  if (options.host === 'electron') return end(1, 'Electron’s runtime is not here and could not be fetched. Use --host browser.');
  say(`Opening in the browser, since ${whyNoElectron}.`);
  return null;
}

/** As Electron's own package finds it: in the named folder, or where its installer put it. */
function electronRuntime() {
  const named = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const pathFile = inRoot('node_modules/electron/path.txt');
  const file = existsSync(pathFile) ? readFileSync(pathFile, 'utf8').trim() : named && 'electron';
  const program = file && path.join(named ?? inRoot('node_modules/electron/dist'), file);
  return program && existsSync(program) ? program : null;
}

/** Tries once, for at most a minute; after it failed not again for a day, unless Electron is asked for by name. */
function fetchElectron() {
  const failed = inRoot('.cache/electron-not-fetched');
  const day = 86_400_000;
  const before = Number(existsSync(failed) ? readFileSync(failed, 'utf8') : 0);
  if (options.host !== 'electron' && Date.now() - before < day) {
    whyNoElectron = 'Electron’s runtime could not be fetched earlier; that is tried again a day later, or with --host electron';
    return null;
  }
  const installer = inRoot('node_modules/electron/install.js');
  if (!existsSync(installer)) return null;
  say('Fetching Electron’s runtime, for at most a minute.');
  spawnSync(process.execPath, [installer], { cwd: root, stdio: 'ignore', timeout: 60_000, killSignal: 'SIGKILL' });
  const found = electronRuntime();
  mkdirSync(inRoot('.cache'), { recursive: true });
  if (found) rmSync(failed, { force: true });
  else writeFileSync(failed, String(Date.now()));
  return found;
}

/** Resolves to false where Electron ended at once and nobody asked for it by name, so that the browser can serve; else ends the program. */
async function runElectron(program) {
  await build(['electron', 'renderer']);
  const started = Date.now();
  const child = spawn(program, [root], { stdio: 'inherit', env: { ...process.env, ...(data ? { HOORWERK_DATA: data } : {}) } });
  let ended = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => { ended = true; child.kill(signal); });
  const code = await new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('exit', (status) => resolve(status ?? 1));
  });
  if (code === 0 || ended) process.exit(ended ? 0 : code);
  const words = `Electron ended with ${code}; what it said stands above.`;
  if (options.host === 'electron' || Date.now() - started > 5000) end(1, `${words} Use --host browser to do without it.`);
  process.removeAllListeners('SIGINT').removeAllListeners('SIGTERM').removeAllListeners('SIGHUP');
  say(`${words} Opening in the browser.`);
  return false;
}

async function runBrowser() {
  await build(['local-host', 'renderer']);
  if (options.port !== usualPort && options.port !== 0) {
    say(`On port ${options.port} the browser has another store than on ${usualPort}; the work is brought over from the data folder.`);
  }
  const { runLocalHost } = await import(pathToFileURL(inRoot('dist/main/local-host.mjs')).href);
  return runLocalHost({
    port: options.port, data, open: !options['no-open'], rendererFolder: inRoot('dist/renderer'), version: readJson(inRoot('package.json')).version,
  });
}

async function build(targets) {
  try {
    await buildIfStale(targets);
  } catch (cause) {
    end(1, `The build did not succeed: ${cause.message}`);
  }
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

function end(code, words, stream = process.stderr) {
  stream.write(`${words}\n`);
  process.exit(code);
}
