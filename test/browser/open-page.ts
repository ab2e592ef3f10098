import type { Browser, FrameLocator, Page } from 'playwright-core';

import type { OpenDesk } from './desk-world';

export interface Visit {
  readonly accountId: string;
  /** Place in the page, e.g. `#/dashboard`. */
  readonly hash: string;
  readonly colorMode?: 'light' | 'dark';
  readonly widthPx?: number;
  /** Are the panels beside a ticket open already, as somebody left them? True unless said. */
  readonly hasOpenPanels?: boolean;
}

export interface OpenPage {
  readonly page: Page;
  /** A panel's frame by its title. */
  readonly panel: (title: string) => FrameLocator;
  /** What the browser complained of: errors in the console, exceptions, requests that failed. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

/** A fresh browser profile in which somebody has opened the page. */
export async function openPage(browser: Browser, desk: OpenDesk, visit: Visit): Promise<OpenPage> {
  const { accountId, hash, colorMode = 'light', widthPx = 1_400, hasOpenPanels = true } = visit;
  const context = await browser.newContext({
    viewport: { width: widthPx, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Asia/Kolkata',
    colorScheme: 'light',
  });
  const stored = {
    'sandbox.account': accountId,
    'sandbox.color-mode': colorMode,
    'sandbox.expanded.ticket-panel': String(hasOpenPanels),
  };
  await context.addInitScript(`
    for (const [key, value] of Object.entries(${JSON.stringify(stored)}))
      localStorage.getItem(key) ?? localStorage.setItem(key, value);
  `);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`exception: ${error.message}`));
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    // What was on its way when the page was left is no failure.
    if (reason !== 'net::ERR_ABORTED') complaints.push(`${reason}: ${request.url()}`);
  });
  await page.goto(`${desk.shell.url}/${hash}`);
  return {
    page,
    panel: (title) => page.frameLocator(`iframe[title="${title}"]`),
    complaints,
    close: () => context.close(),
  };
}
