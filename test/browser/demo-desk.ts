import { demoShell } from '../../sandbox/demo/play/demo-shell';
import { openDemo } from '../../sandbox/demo/play/open-demo';
import { loadManifest } from '../../sandbox/forge/manifest';
import { openSqlite } from '../../sandbox/forge/sql/sqlite';
import { startShell } from '../../sandbox/shell/server/start-shell';
import { APP_FILE, ROOT } from '../support/app-world';
import type { ServedDesk } from './describe-on-desk';

/** The demo's site, with the past of its agent; the clock stands still, and the page is served. */
export async function openDemoDesk(): Promise<ServedDesk> {
  const manifest = await loadManifest(ROOT);
  const demo = await openDemo({
    appFile: APP_FILE,
    manifest,
    database: openSqlite(),
    seed: 1,
    onLog: () => undefined,
  });
  const shell = await startShell({
    shell: demoShell(demo, { manifest, failures: [] }),
    port: 0,
    root: ROOT,
  });
  return {
    shell,
    async close() {
      await shell.close();
      await demo.live.stop();
    },
  };
}
