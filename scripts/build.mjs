// Builds app, panels and shell, each only when its sources changed: node scripts/build.mjs [--force]
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { buildApp } from './build-app.mjs';
import { buildPanels } from './build-panels.mjs';
import { buildShell } from './build-shell.mjs';
import { ensureInstalled, root } from './install.mjs';

const PARTS = [
  { name: 'app', build: buildApp, sources: ['src'] },
  {
    name: 'panels',
    build: buildPanels,
    sources: ['static', 'src/contract', 'src/domain', 'manifest.yml'],
  },
  { name: 'shell', build: buildShell, sources: ['sandbox/shell'] },
];

/** Size and time of every source, so that nothing has to be read to see that nothing changed. */
function fingerprintOf(sources) {
  const hash = createHash('sha256');
  for (const source of [...sources, 'package-lock.json', 'scripts']) {
    const path = join(root, source);
    const files = statSync(path).isDirectory()
      ? readdirSync(path, { recursive: true }).map((name) => join(path, String(name)))
      : [path];
    for (const file of files.sort()) {
      const { size, mtimeMs } = statSync(file);
      hash.update(`${file} ${size} ${mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
}

export async function buildAll({ isForced = false } = {}) {
  // Under a test runner it would be `test`, and the panels would carry React for developers.
  process.env.NODE_ENV = 'production';
  for (const { name, build, sources } of PARTS) {
    const stamp = join(root, 'node_modules', '.cache', 'firstline', `${name}.built`);
    const fingerprint = fingerprintOf(sources);
    const isBuilt =
      existsSync(join(root, 'dist', name)) &&
      existsSync(stamp) &&
      readFileSync(stamp, 'utf8') === fingerprint;
    if (isBuilt && !isForced) continue;
    console.error(`Building the ${name}…`);
    await build();
    mkdirSync(join(stamp, '..'), { recursive: true });
    writeFileSync(stamp, fingerprint);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  ensureInstalled();
  await buildAll({ isForced: process.argv.includes('--force') });
}
