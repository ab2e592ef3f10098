// Builds the panels into dist/panels and prints what each of them makes a browser load.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import react from '@vitejs/plugin-react';
import { build } from 'vite';

import { root } from './install.mjs';

const PANELS = ['queue-page', 'ticket-panel', 'gadget'];
/** What a panel may make a browser load, in kB of gzipped JavaScript. */
const LIMITS_KB = { 'queue-page': 190, 'ticket-panel': 120, gadget: 160 };

const source = join(root, 'static');
const outDir = join(root, 'dist', 'panels');

await build({
  root: source,
  configFile: false,
  base: './',
  logLevel: 'warn',
  plugins: [react()],
  resolve: {
    alias: [
      {
        find: /^@atlaskit\/platform-feature-flags(\/.*)?$/,
        replacement: join(source, 'shared', 'no-feature-gates.ts'),
      },
    ],
  },
  build: {
    outDir,
    emptyOutDir: true,
    manifest: 'manifest.json',
    // Jira serves the panels to the browsers that Jira supports.
    target: 'es2022',
    rolldownOptions: { input: PANELS.map((panel) => join(source, `${panel}.html`)) },
  },
});

const manifest = JSON.parse(readFileSync(join(outDir, 'manifest.json'), 'utf8'));
const gzippedKb = (file) => gzipSync(readFileSync(join(outDir, file))).length / 1000;

/** Every chunk that an entry loads at once, itself included; what is loaded on demand is not. */
function chunksOf(key, seen = new Set()) {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const imported of manifest[key].imports ?? []) chunksOf(imported, seen);
  return seen;
}

let failed = false;
for (const panel of PANELS) {
  const chunks = [...chunksOf(`${panel}.html`)].map((key) => manifest[key]);
  const styles = new Set(chunks.flatMap((chunk) => chunk.css ?? []));
  const sum = (files) => files.reduce((total, file) => total + gzippedKb(file), 0);
  const scriptKb = sum(chunks.map((chunk) => chunk.file));
  const isTooLarge = scriptKb > LIMITS_KB[panel];
  failed ||= isTooLarge;
  console.log(
    `${panel.padEnd(14)}${scriptKb.toFixed(1).padStart(6)} kB JavaScript, ` +
      `${sum([...styles]).toFixed(1)} kB CSS (gzip)${isTooLarge ? `: more than ${LIMITS_KB[panel]} kB` : ''}`,
  );
}
process.exit(failed ? 1 : 0);
