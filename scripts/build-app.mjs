// Builds what Forge ships: src/index.ts and all it needs, in one file. node scripts/build-app.mjs
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { root } from './install.mjs';

/** Writes dist/app/index.js; its path. */
export async function buildApp() {
  const { build } = await import('esbuild');
  const outfile = join(root, 'dist', 'app', 'index.js');
  await build({
    entryPoints: [join(root, 'src', 'index.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node22',
    sourcemap: false,
    // The entry without Node's own clients: `fetch` is the one way out, and no dead half megabyte loads.
    alias: { axios: 'axios/dist/browser/axios.cjs' },
    logLevel: 'error',
  });
  return outfile;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(await buildApp());
