import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { root } from './install.mjs';

/**
 * Compiles one of the TypeScript tools, dependencies left outside; the address to import. What a tool
 * imports on demand is a chunk of its own, so that nothing is loaded that is not used.
 */
export async function bundleTool(entry) {
  const { build } = await import('esbuild');
  const outdir = join(root, 'node_modules', '.cache', 'firstline', entry.replace(/\.ts$/, ''));
  await build({
    entryPoints: [join(root, entry)],
    outdir,
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    outExtension: { '.js': '.mjs' },
    target: 'node20.19',
    sourcemap: true,
    logLevel: 'error',
  });
  return pathToFileURL(join(outdir, basename(entry).replace(/\.ts$/, '.mjs'))).href;
}
