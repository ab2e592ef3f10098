// Builds the sandbox's page and the panels' bridge into dist/shell: node scripts/build-shell.mjs
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { root } from './install.mjs';

const page = join(root, 'sandbox', 'shell', 'page');
const bridge = join(root, 'sandbox', 'shell', 'bridge', 'frame-bridge.ts');
// As in the panels: Atlassian's feature gates are off, and their client stays out.
const FEATURE_FLAGS = /^@atlaskit\/platform-feature-flags(\/.*)?$/;
const noFeatureGates = join(root, 'static', 'shared', 'no-feature-gates.ts');
const outDir = join(root, 'dist', 'shell');

/** Builds the page, then adds the script that every panel gets before its own. */
export async function buildShell() {
  const [{ build }, { default: react }, esbuild] = await Promise.all([
    import('vite'),
    import('@vitejs/plugin-react'),
    import('esbuild'),
  ]);
  await build({
    root: page,
    configFile: false,
    base: './',
    logLevel: 'warn',
    plugins: [react()],
    resolve: { alias: [{ find: FEATURE_FLAGS, replacement: noFeatureGates }] },
    // Served from this machine to this machine: the size of the script does not matter.
    build: { outDir, emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 1500 },
  });
  if (!existsSync(bridge)) return;
  await esbuild.build({
    entryPoints: [bridge],
    outfile: join(outDir, 'frame-bridge.js'),
    bundle: true,
    format: 'iife',
    target: 'es2022',
    minify: true,
    logLevel: 'warning',
    plugins: [
      {
        name: 'no-feature-gates',
        setup: ({ onResolve }) =>
          onResolve({ filter: FEATURE_FLAGS }, () => ({ path: noFeatureGates })),
      },
    ],
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildShell();
