import { chromium, type Browser } from 'playwright-core';

import { findProgram } from '../find-program';

/** It runs as root in containers, and must not speak to anybody but the pages it is for. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Path of the browser on this machine, `CHROMIUM_PATH` first; null without one. */
export const findChromium = (): string | null => findProgram('chromium');

export const launchChromium = (executablePath: string): Promise<Browser> =>
  chromium.launch({ executablePath, args: FLAGS });
