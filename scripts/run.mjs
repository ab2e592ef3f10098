// Runs one of the TypeScript tools, after installing what is missing: node scripts/run.mjs TOOL [ARGS]
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { ensureInstalled, root } from './install.mjs';

const TOOLS = {
  score: 'sandbox/score/cli.ts',
  bench: 'sandbox/bench/cli.ts',
};

const [name = '', ...args] = process.argv.slice(2);
const entry = TOOLS[name];
if (!entry) {
  console.error(`Unknown tool '${name}': use one of ${Object.keys(TOOLS).join(', ')}`);
  process.exit(2);
}

ensureInstalled();
const tsx = pathToFileURL(join(root, 'node_modules', 'tsx', 'dist', 'loader.mjs')).href;
const child = spawn(process.execPath, ['--import', tsx, join(root, entry), ...args], {
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(signal ? 130 : (code ?? 1)));
