/** Everything that CI runs; prints each step's result in order, what was left out, and one closing line of counts. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { sharedFolder } from './shared-folder.mjs';

const results = '.cache/results';
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

const failedSteps = [];
const totals = { passed: 0, failed: 0, skipped: 0 };
const leftOut = new Map();

// The linter follows imports into what is built.
await step('build', 'node', ['main/build.mjs']);
await sideBySide([
  ['typecheck', 'npm', ['run', '-s', 'typecheck']],
  ['lint', 'npm', ['run', '-s', 'lint']],
  ['unused', 'npm', ['run', '-s', 'unused']],
]);
await step('unit tests', 'npx', ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${results}/unit.json`]);
count(() => unitTests(JSON.parse(readFileSync(`${results}/unit.json`, 'utf8'))));
await step('end-to-end tests', 'npx', ['playwright', 'test', '--config', 'tests/playwright.config.ts']);
count(() => endToEndTests(JSON.parse(readFileSync(`${results}/e2e.json`, 'utf8'))));

if (!sharedFolder()) {
  console.log('\nThe folder of real documents is not here (../shared, or HOORWERK_SHARED): the tests that read it were left out.');
}
if (!existsSync('node_modules/electron/path.txt')) {
  console.log("\nElectron's runtime is not here: the end-to-end specs ran in the browser and in the stand-in for Electron, and those that only Electron itself can show were left out.");
}
for (const [reason, titles] of leftOut) console.log(`left out, ${reason}: ${titles.length}`);
if (failedSteps.length > 0) console.log(`\nSteps that failed: ${failedSteps.join(', ')}`);
const failed = totals.failed + (failedSteps.length > 0 && totals.failed === 0 ? failedSteps.length : 0);
console.log(`\n${totals.passed} passed, ${failed} failed, ${totals.skipped} skipped`);
process.exit(failedSteps.length > 0 || failed > 0 ? 1 : 0);

/** Steps that need nothing of one another and keep one processor each; what they say is printed whole, in their order. */
async function sideBySide(list) {
  const ends = list.map(([name, command, args]) => run(name, command, args, 'pipe'));
  for (const end of ends) {
    const ended = await end;
    console.log(`\n== ${ended.name}`);
    process.stdout.write(ended.said);
    tell(ended);
  }
}

async function step(name, command, args) {
  console.log(`\n== ${name}`);
  tell(await run(name, command, args, 'inherit'));
}

function tell({ name, status, seconds }) {
  console.log(`== ${name}: ${status === 0 ? 'done' : 'FAILED'}, ${seconds} s`);
  if (status !== 0) failedSteps.push(name);
}

function run(name, command, args, output) {
  const started = Date.now();
  let said = '';
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', output, output], shell: process.platform === 'win32' });
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (words) => { said += words; });
    const end = (status) => resolve({ name, status, said, seconds: Math.round((Date.now() - started) / 1000) });
    child.once('error', (cause) => { said += `${cause.message}\n`; end(1); });
    child.once('close', end);
  });
}

function count(read) {
  try {
    for (const { title, outcome } of read()) {
      totals[outcome] += 1;
      if (outcome === 'skipped') {
        const reason = /\(needs ([^)]+)\)/.exec(title)?.[1] ?? 'no reason given';
        leftOut.set(`needs ${reason}`, [...(leftOut.get(`needs ${reason}`) ?? []), title]);
      }
    }
  } catch (cause) {
    console.log(`no results could be read: ${cause.message}`);
    failedSteps.push('results');
  }
}

function unitTests(report) {
  return report.testResults.flatMap((file) => file.assertionResults.map((test) => ({
    title: test.fullName,
    outcome: test.status === 'passed' ? 'passed' : test.status === 'failed' ? 'failed' : 'skipped',
  })));
}

function endToEndTests(report) {
  const specs = (suite, path) => [
    ...(suite.specs ?? []).map((spec) => ({ title: [...path, suite.title, spec.title].join(' '), tests: spec.tests })),
    ...(suite.suites ?? []).flatMap((inner) => specs(inner, [...path, suite.title])),
  ];
  return report.suites.flatMap((suite) => specs(suite, [])).flatMap(({ title, tests }) => tests.map((test) => ({
    title,
    outcome: test.status === 'skipped' ? 'skipped' : test.status === 'unexpected' ? 'failed' : 'passed',
  })));
}
