import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { Command } from 'commander';

import { findChromium, launchChromium } from '../browser/chromium';
import { SURFACES } from '../browser/surfaces';
import { demoShell } from '../demo/play/demo-shell';
import { openDemo } from '../demo/play/open-demo';
import type { LogLine } from '../forge/host';
import { loadManifest } from '../forge/manifest';
import { openSqlite } from '../forge/sql/sqlite';
import { startShell } from '../shell/server/start-shell';
import { demoSite } from './demo-site';
import { takePicture } from './take-picture';

const SEED = 1;

const command = new Command('npm run screenshots --')
  .description('Takes a picture of every panel, in light and in dark, on the demo desk')
  .option('--only <text>', 'of surfaces whose name has this in it', '')
  .option('--out <folder>', 'where the pictures go', join('docs', 'screenshots'));

const say = (text: string): boolean => process.stdout.write(`${text}\n`);

async function main(): Promise<void> {
  const { only, out } = command.parse().opts<{ readonly only: string; readonly out: string }>();
  const executablePath = findChromium();
  if (executablePath === null) {
    throw new Error('No Chromium is here: install chromium or set CHROMIUM_PATH');
  }
  const surfaces = SURFACES.filter(({ name }) => name.includes(only));
  if (surfaces.length === 0) {
    throw new Error(
      `--only ${only}: no surface has it, use ${SURFACES.map((s) => s.name).join(', ')}`,
    );
  }
  const root = process.cwd();
  const manifest = await loadManifest(root);
  const failures: LogLine[] = [];
  say('Opening the desk…');
  const demo = await openDemo({
    appFile: join(root, 'dist', 'app', 'index.js'),
    manifest,
    database: openSqlite(),
    seed: SEED,
    onLog: (line) => line.level === 'error' && failures.push(line),
  });
  const shell = demoShell(demo, { manifest, failures });
  const running = await startShell({ shell, port: 0, root });
  const browser = await launchChromium(executablePath);
  mkdirSync(out, { recursive: true });
  try {
    const site = demoSite(demo.world.site, running.url);
    // The desk stands still, and the browser with it: a picture changes when the app does.
    const fixedNowMs = demo.live.nowMs();
    for (const surface of surfaces) {
      for (const colorMode of ['light', 'dark'] as const) {
        const path = join(out, `${surface.name}-${colorMode}.png`);
        await takePicture(browser, { site, surface }, { colorMode, fixedNowMs, path });
        say(path);
      }
    }
  } finally {
    await browser.close();
    await running.close();
    await demo.live.stop();
  }
  if (failures.length > 0) throw new Error(failures.map(({ text }) => text).join('\n'));
}

main().catch((error: unknown) => {
  process.stderr.write(
    `npm run screenshots: ${error instanceof Error ? error.message : String(error)}\n`,
  );
  process.exit(2);
});
