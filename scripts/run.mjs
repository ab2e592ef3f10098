// Runs one of the TypeScript tools, after installing what is missing: node scripts/run.mjs TOOL [ARGS]
import { ensureInstalled } from './install.mjs';

const TOOLS = {
  start: 'sandbox/cli.ts',
  score: 'sandbox/score/cli.ts',
  bench: 'sandbox/bench/cli.ts',
  screenshots: 'sandbox/screenshots/cli.ts',
  'bench-peer': 'sandbox/bench/duckdb-peer.ts',
};

const [name = '', ...args] = process.argv.slice(2);
const entry = TOOLS[name];
if (!entry) {
  console.error(`Unknown tool '${name}': use one of ${Object.keys(TOOLS).join(', ')}`);
  process.exit(2);
}

ensureInstalled();
if (['start', 'screenshots', 'bench'].includes(name)) {
  await (await import('./build.mjs')).buildAll();
}
if (name === 'score' && args.includes('--through-sandbox')) {
  await (await import('./build-app.mjs')).buildApp();
}
const { bundleTool } = await import('./bundle-tool.mjs');
process.argv = [process.execPath, entry, ...args];
await import(await bundleTool(entry));
