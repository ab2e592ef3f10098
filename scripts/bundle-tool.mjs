import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { root } from './install.mjs';

/** Compiles one of the TypeScript tools, dependencies left outside; the address to import. */
export async function bundleTool(entry) {
  const { build } = await import('esbuild');
  const outfile = join(root, 'node_modules', '.cache', 'firstline', entry.replace(/\.ts$/, '.mjs'));
  await build({
    entryPoints: [join(root, entry)],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: true,
    logLevel: 'error',
  });
  return pathToFileURL(outfile).href;
}
