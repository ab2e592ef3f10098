import { chromium, type Browser } from 'playwright-core';

import { existsSync } from 'node:fs';

const BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** It runs as root in containers, and must not speak to anybody but the pages under test. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Path of the browser on this machine, `CHROMIUM_PATH` first; null, with a notice, without one. */
export function findChromium(): string | null {
  const candidates = [process.env['CHROMIUM_PATH'] ?? '', ...BROWSERS];
  const found = candidates.find((path) => path !== '' && existsSync(path)) ?? null;
  if (found === null) {
    process.stderr.write(
      'NOTICE: skipped, no Chromium is here: install chromium or set CHROMIUM_PATH\n',
    );
  }
  return found;
}

export const launchChromium = (executablePath: string): Promise<Browser> =>
  chromium.launch({ executablePath, args: FLAGS });

/** `describe` where a browser is there, `describe.skip` with a notice where none is. */
export function describeInChromium(title: string, body: (executablePath: string) => void): void {
  const executablePath = findChromium();
  if (executablePath === null) {
    describe.skip(title, () => {
      it('needs a browser', () => undefined);
    });
    return;
  }
  describe(title, () => {
    body(executablePath);
  });
}
