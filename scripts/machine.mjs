import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { root } from './install.mjs';

const PROGRAMS = JSON.parse(readFileSync(join(root, 'sandbox', 'programs.json'), 'utf8'));

/** Is the program on this machine, where the sandbox and the tests look for it (`findProgram`)? */
const has = (name) =>
  [process.env[PROGRAMS[name].variable], ...PROGRAMS[name].paths].some(
    (path) => path && existsSync(path),
  );

/** Debian's packages of a program; older Debians have no more than the last one. */
const PACKAGES = {
  mariadb: ['mariadb-server'],
  chromium: ['chromium-headless-shell', 'chromium'],
};

const canUseApt = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

function apt(...args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 2] });
}

/** One by one: apt installs none of several when one of them is unknown. */
function aptInstall(programs) {
  apt('update', '-qq');
  for (const program of programs) {
    for (const each of PACKAGES[program]) {
      if (has(program)) break;
      console.error(`Installing ${each} from Debian's packages…`);
      apt('install', '-y', '-qq', '--no-install-recommends', each);
    }
  }
}

/** Gets what the database and browser tests need; says what to install where it cannot. */
export function ensureTestMachine() {
  const missing = Object.keys(PACKAGES).filter((program) => !has(program));
  if (missing.length > 0 && canUseApt()) aptInstall(missing);

  if (!has('mariadb')) {
    console.error(
      'NOTICE: no MariaDB server found, so the MariaDB part of the tests is skipped. To include it, install mariadb-server or name it in MARIADBD_PATH.',
    );
  }
  if (!has('chromium')) {
    console.error(
      'NOTICE: no Chromium found, which the browser tests need. Install chromium, or name one in CHROMIUM_PATH.',
    );
  }
}
