import { createConnection } from 'mysql2/promise';

import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { findProgram } from '../../sandbox/find-program';

const START_ATTEMPTS = 150;
const ATTEMPT_PAUSE_MS = 200;

export interface MariaDb {
  /** `mysql://root@127.0.0.1:<port>`. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Path of the server on this machine; null, with a notice, without one. */
export function findMariaDb(): string | null {
  const server = findProgram('mariadb');
  if (server === null) {
    process.stderr.write(
      'NOTICE: skipped, no MariaDB server is here: install mariadb-server or set MARIADBD_PATH\n',
    );
  }
  return server;
}

/** Starts an empty server of its own, on a free port of the loopback interface. */
export async function startMariaDb(server: string): Promise<MariaDb> {
  const folder = mkdtempSync(join(tmpdir(), 'firstline-mariadb-'));
  const data = join(folder, 'data');
  // As root the server wants to be told that this is meant.
  const user = process.getuid?.() === 0 ? ['--user=root'] : [];
  const install = spawnSync(
    installerOf(server),
    ['--no-defaults', `--datadir=${data}`, '--auth-root-authentication-method=normal', ...user],
    { encoding: 'utf8' },
  );
  if (install.status !== 0) {
    throw new Error(`mariadb-install-db failed: ${install.stderr || String(install.error)}`);
  }
  const port = await freePort();
  const child = spawn(
    server,
    [
      '--no-defaults',
      `--datadir=${data}`,
      `--socket=${join(folder, 'socket')}`,
      `--pid-file=${join(folder, 'pid')}`,
      '--bind-address=127.0.0.1',
      `--port=${port}`,
      '--innodb-flush-log-at-trx-commit=0',
      ...user,
    ],
    { stdio: 'ignore' },
  );
  const stop = async (): Promise<void> => {
    if (child.exitCode === null) {
      const exited = once(child, 'exit');
      child.kill('SIGTERM');
      await exited;
    }
    rmSync(folder, { recursive: true, force: true });
  };
  const url = `mysql://root@127.0.0.1:${port}`;
  await untilItAnswers(url, child).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return { url, stop };
}

/** The script that lays out an empty data folder stands beside the server, or in `bin`. */
function installerOf(server: string): string {
  const name = 'mariadb-install-db';
  const folders = [dirname(server), join(dirname(server), '..', 'bin'), '/usr/bin'];
  const found = folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
  if (found === undefined) throw new Error(`${name} is not beside ${server}: install it`);
  return found;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

async function untilItAnswers(url: string, child: ChildProcess): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await (await createConnection(url)).end();
      return;
    } catch (error) {
      if (child.exitCode !== null) throw new Error(`mariadbd ended with ${child.exitCode}`);
      if (attempt >= START_ATTEMPTS) throw error;
      await new Promise((resolve) => setTimeout(resolve, ATTEMPT_PAUSE_MS));
    }
  }
}
