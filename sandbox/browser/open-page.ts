import type { Browser, FrameLocator, Page } from 'playwright-core';

export interface Visit {
  readonly accountId: string;
  /** Place in the page, e.g. `#/dashboard`. */
  readonly hash: string;
  readonly colorMode?: 'light' | 'dark';
  readonly widthPx?: number;
  /** BCP 47 tag of the browser. */
  readonly locale?: string;
  /** Are the panels beside a ticket open already, as somebody left them? True unless said. */
  readonly hasOpenPanels?: boolean;
  /** What the browser's clock says all the time, epoch milliseconds; the real time without it. */
  readonly fixedNowMs?: number;
  /** Runs in every frame before its own scripts. */
  readonly initScript?: string;
}

export interface OpenPage {
  readonly page: Page;
  /** A panel's frame by its title. */
  readonly panel: (title: string) => FrameLocator;
  /** What the browser complained of: errors in the console, exceptions, requests that failed. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

const HEIGHT_PX = 900;

/**
 * A fresh browser profile in which somebody has opened the page.
 *
 * @param origin - of the page, e.g. `http://127.0.0.1:8080`
 */
export async function openPage(browser: Browser, origin: string, visit: Visit): Promise<OpenPage> {
  const { accountId, hash, colorMode = 'light', widthPx = 1_400, locale = 'en-GB' } = visit;
  const context = await browser.newContext({
    viewport: { width: widthPx, height: HEIGHT_PX },
    locale,
    timezoneId: 'Asia/Kolkata',
    colorScheme: 'light',
  });
  if (visit.fixedNowMs !== undefined) await context.clock.setFixedTime(visit.fixedNowMs);
  const stored = {
    'sandbox.account': accountId,
    'sandbox.color-mode': colorMode,
    'sandbox.expanded.ticket-panel': String(visit.hasOpenPanels ?? true),
  };
  await context.addInitScript(`
    for (const [key, value] of Object.entries(${JSON.stringify(stored)}))
      localStorage.getItem(key) ?? localStorage.setItem(key, value);
  `);
  if (visit.initScript !== undefined) await context.addInitScript(visit.initScript);
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
  await page.goto(`${origin}/${hash}`);
  return {
    page,
    panel: (title) => page.frameLocator(`iframe[title="${title}"]`),
    complaints,
    close: () => context.close(),
  };
}
