import type { Browser } from 'playwright-core';

import { openPage as openPageAt, type OpenPage, type Visit } from '../../sandbox/browser/open-page';
import type { OpenDesk } from './desk-world';

export type { OpenPage, Visit } from '../../sandbox/browser/open-page';

/** A fresh browser profile in which somebody has opened the page. */
export const openPage = (browser: Browser, desk: OpenDesk, visit: Visit): Promise<OpenPage> =>
  openPageAt(browser, desk.shell.url, visit);
