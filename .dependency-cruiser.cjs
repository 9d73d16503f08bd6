/** The layer rule of docs/architecture.md: schemas <- app <- renderer, schemas <- app <- main. No exceptions. */
const builtins = require('node:module').builtinModules;
const node = `^(node:|(${builtins.filter((name) => !name.startsWith('_')).join('|')})$)`;

module.exports = {
  forbidden: [
    { name: 'schemas-stand-alone', severity: 'error', from: { path: '^schemas/' }, to: { path: '^(app|renderer|main)/' } },
    { name: 'schemas-use-zod-only', severity: 'error', from: { path: '^schemas/' }, to: { path: 'node_modules', pathNot: 'node_modules/zod/' } },
    { name: 'app-knows-no-host', severity: 'error', from: { path: '^app/' }, to: { path: '^(renderer|main)/' } },
    { name: 'app-has-no-node', severity: 'error', from: { path: '^app/' }, to: { path: node } },
    { name: 'app-has-no-screen-or-store', severity: 'error', from: { path: '^app/' }, to: { path: 'node_modules/(dexie|react|react-dom|electron|prosemirror-[a-z]+)/' } },
    { name: 'renderer-and-main-apart', severity: 'error', from: { path: '^renderer/' }, to: { path: '^main/' } },
    { name: 'main-and-renderer-apart', severity: 'error', from: { path: '^main/' }, to: { path: '^renderer/' } },
    { name: 'renderer-has-no-node', severity: 'error', from: { path: '^renderer/' }, to: { path: node } },
    { name: 'only-the-store-uses-dexie', severity: 'error', from: { path: '^renderer/', pathNot: '^renderer/store/' }, to: { path: 'node_modules/dexie/' } },
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'nothing-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'app/tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'], extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js'] },
  },
};
