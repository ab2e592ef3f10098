// Runs one of the TypeScript tools, after installing what is missing: node scripts/run.mjs TOOL [ARGS]
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { ensureInstalled, root } from './install.mjs';

const TOOLS = {
  start: { entry: 'sandbox/cli.ts', builds: true },
  score: { entry: 'sandbox/score/cli.ts', builds: false },
  bench: { entry: 'sandbox/bench/cli.ts', builds: false },
  screenshots: { entry: 'sandbox/screenshots.ts', builds: true },
};

const [name = '', ...args] = process.argv.slice(2);
const tool = TOOLS[name];
if (!tool) {
  console.error(`Unknown tool '${name}': use one of ${Object.keys(TOOLS).join(', ')}`);
  process.exit(2);
}

ensureInstalled();
if (tool.builds || args.includes('--through-sandbox')) {
  const { buildApp } = await import('./build-app.mjs');
  await buildApp();
}
if (tool.builds) {
  const { buildStatic } = await import('./build-static.mjs');
  await buildStatic();
}

const tsx = pathToFileURL(join(root, 'node_modules', 'tsx', 'dist', 'loader.mjs')).href;
const child = spawn(process.execPath, ['--import', tsx, join(root, tool.entry), ...args], {
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(signal ? 130 : (code ?? 1)));
