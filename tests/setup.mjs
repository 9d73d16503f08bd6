/**
 * Installs what the tests need and the machine lacks, and says what it did: the packages of the lock, a Chromium
 * (needed), LibreOffice and pdftotext (where Debian's packages can be installed; the tests that use it are left out without it).
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const say = (text) => console.log(`setup: ${text}`);
const run = (command, args) => spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], shell: process.platform === 'win32' }).status === 0;
const has = (command) => spawnSync(process.platform === 'win32' ? 'where' : 'which', [command], { stdio: 'ignore' }).status === 0;

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) stop(`Hoorwerk needs Node 20.19 or newer; this is ${process.version}.`);

if (!existsSync('node_modules/.package-lock.json')) {
  say('installing the packages of package-lock.json');
  if (!run('npm', ['ci', '--no-audit', '--no-fund'])) stop('npm ci did not succeed; see above.');
}

const apt = process.platform === 'linux' && process.getuid?.() === 0 && has('apt-get');
let updated = false;
function debian(...names) {
  if (!apt) return false;
  updated ||= run('apt-get', ['update', '-qq']);
  return run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names]);
}

const { findChromium } = await import('./chromium.mjs');
if (!findChromium()) {
  say('installing a Chromium');
  if (!debian('chromium')) run('npx', ['playwright', 'install', 'chromium']);
  if (!findChromium()) stop('No Chromium found or installed. Install one (Debian: apt-get install chromium) or name it in HOORWERK_CHROMIUM.');
}
say(`Chromium: ${findChromium()}`);

if (!has('soffice') && apt) {
  say('installing LibreOffice, which opens what Hoorwerk exports');
  debian('libreoffice-calc-nogui', 'libreoffice-writer-nogui');
}
say(has('soffice') ? 'LibreOffice: found' : 'LibreOffice: not found; tests that open exports in it are left out');

if (!has('pdftotext') && apt) {
  say('installing pdftotext, which the bench of imports compares with');
  debian('poppler-utils');
}
say(has('pdftotext') ? 'pdftotext: found' : 'pdftotext: not found; the bench of imports says so and leaves its rows empty');

function stop(why) {
  console.error(why);
  process.exit(1);
}
