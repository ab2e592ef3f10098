// Everything CI runs: npm test
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ensureInstalled, root } from './install.mjs';
import { ensureTestMachine } from './machine.mjs';

ensureInstalled();
ensureTestMachine();

const bin = (name) => join(root, 'node_modules', '.bin', name);
const node = process.execPath;

/** Runs a command, keeps its output together, and says how long it took. */
function step(title, command, args) {
  const startedAt = Date.now();
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('close', (code) => {
      const seconds = ((Date.now() - startedAt) / 1000).toFixed(0);
      console.log(`${code === 0 ? '✓' : '✗'} ${title} (${seconds} s)`);
      if (code !== 0) console.log(output);
      resolve(code === 0 ? 0 : 1);
    });
  });
}

/** Runs steps one after another; the number that failed. */
async function lane(steps) {
  let failed = 0;
  for (const [title, command, ...args] of steps) failed += await step(title, command, args);
  return failed;
}

// Two lanes for two cores; Jest needs what both leave behind.
const failedSteps = await Promise.all([
  lane([
    ['format', bin('prettier'), '--check', '--log-level=warn', '.'],
    ['lint', bin('eslint'), '.'],
  ]),
  lane([
    ['types', bin('tsc'), '-p', 'tsconfig.json'],
    ['types of the panels', bin('tsc'), '-p', 'static/tsconfig.json'],
    ['types of the page around them', bin('tsc'), '-p', 'sandbox/shell/page/tsconfig.json'],
    ['manifest, scopes, bundle and size of the panels', node, 'scripts/check.mjs'],
    ['build', node, 'scripts/build.mjs'],
    // Tests load the sources their own way: that the tools load as users start them is seen here alone.
    ['npm start loads', node, 'scripts/run.mjs', 'start', '--help'],
    ['npm run screenshots loads', node, 'scripts/run.mjs', 'screenshots', '--help'],
  ]),
]).then((counts) => counts.reduce((sum, count) => sum + count, 0));

const resultFile = join(mkdtempSync(join(tmpdir(), 'firstline-test-')), 'jest.json');
const jestCode = await new Promise((resolve) => {
  const jest = spawn(
    node,
    [
      '--max-old-space-size=4096',
      join(root, 'node_modules', 'jest', 'bin', 'jest.js'),
      // Tests in a browser wait more than they compute: one more than two cores have work for.
      '--maxWorkers=3',
      '--json',
      `--outputFile=${resultFile}`,
      ...process.argv.slice(2),
    ],
    { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  jest.on('close', (code) => resolve(code ?? 1));
});

const jest = existsSync(resultFile) ? JSON.parse(readFileSync(resultFile, 'utf8')) : null;
const passed = jest?.numPassedTests ?? 0;
const failed = (jest ? jest.numFailedTests + jest.numRuntimeErrorTestSuites : 1) + failedSteps;
if (failedSteps > 0) console.log(`${failedSteps} of the checks before Jest failed: see above.`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(jestCode === 0 && failedSteps === 0 && failed === 0 && passed > 0 ? 0 : 1);
