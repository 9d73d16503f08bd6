/** The headless commands: builds them when their sources have changed, then runs them. Plain JavaScript, since it comes before all else. */
try {
  const { buildIfStale } = await import('./build.mjs');
  await buildIfStale(['cli']);
} catch (cause) {
  process.stderr.write(`The commands could not be built: ${cause.message}. Run npm ci and try again.\n`);
  process.exit(1);
}
await import('../dist/main/cli.mjs');
