import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const MARIADB_PATHS = [
  '/usr/sbin/mariadbd',
  '/usr/local/sbin/mariadbd',
  '/opt/homebrew/bin/mariadbd',
];

/** Path of a MariaDB server on this machine, or null. `MARIADBD_PATH` wins. */
export const findMariaDb = () =>
  [process.env.MARIADBD_PATH, ...MARIADB_PATHS].find((path) => path && existsSync(path)) ?? null;

/** Debian's Chromium without a window comes first: it draws the same pages with a third less work. */
const CHROMIUM_PATHS = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Path of a Chromium on this machine, or null. `CHROMIUM_PATH` wins. */
export const findChromium = () =>
  [process.env.CHROMIUM_PATH, ...CHROMIUM_PATHS].find((path) => path && existsSync(path)) ?? null;

const canUseApt = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

function aptInstall(packages) {
  console.error(`Installing ${packages.join(' and ')} from Debian's packages…`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) => spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 2] });
  apt('update', '-qq');
  apt('install', '-y', '-qq', '--no-install-recommends', ...packages);
}

/** Gets what the database and browser tests need; says what to install where it cannot. */
export function ensureTestMachine() {
  const missing = [
    ...(findMariaDb() ? [] : ['mariadb-server']),
    ...(findChromium() ? [] : ['chromium-headless-shell']),
  ];
  if (missing.length > 0 && canUseApt()) {
    aptInstall(missing);
    // Older Debians have the whole browser alone.
    if (!findChromium()) aptInstall(['chromium']);
  }

  if (!findMariaDb()) {
    console.error(
      'NOTICE: no MariaDB server found, so the MariaDB part of the tests is skipped. To include it, install mariadb-server or name it in MARIADBD_PATH.',
    );
  }
  if (!findChromium()) {
    console.error(
      'NOTICE: no Chromium found, which the browser tests need. Install chromium, or name one in CHROMIUM_PATH.',
    );
  }
}
