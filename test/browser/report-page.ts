import type { Frame, FrameLocator, Page } from 'playwright-core';

import type { OpenPage, Visit } from '../../sandbox/browser/open-page';
import { runIn } from '../../sandbox/browser/panel-frame';
import { AGENT } from '../support/app-world';
import type { OnDesk, ServedDesk } from './describe-on-desk';

export const REPORT = 'AI outcomes report';

export interface OpenReport extends OpenPage {
  readonly report: FrameLocator;
}

export interface ReportVisit extends Partial<Omit<Visit, 'hash'>> {
  /** Within the report, e.g. `/trends?by=week`. */
  readonly path?: string;
  readonly project?: string;
  /** Done with the page before it is asked for the report. */
  readonly before?: (page: Page) => Promise<void>;
}

/** Somebody opens a desk's report. */
export async function openReport(
  here: OnDesk<ServedDesk>,
  { path = '', project = 'IT', before, ...over }: ReportVisit = {},
): Promise<OpenReport> {
  const hash = `#/${project}/apps/project-page${path}`;
  const visit = { accountId: AGENT, ...over, hash: before === undefined ? hash : '#/dashboard' };
  const open = await here.visit(visit);
  if (before !== undefined) {
    await before(open.page);
    await open.page.goto(`${here.desk.shell.url}/${hash}`);
  }
  return { ...open, report: open.panel(REPORT) };
}

/** Nothing is loading, being read anew, being asked of Jira or waiting for its width. */
const IS_DRAWN = `document.querySelector('main > :nth-child(2)') !== null
  && document.querySelector('.skeleton, [aria-busy="true"], .ticket-loading, .chart-plot:empty') === null
  && document.fonts.status === 'loaded'`;

/** The report's frame, whatever it shows by now. */
export async function reportFrame(page: Page): Promise<Frame> {
  const handle = await page.locator(`iframe[title="${REPORT}"]`).elementHandle();
  const frame = await handle.contentFrame();
  if (frame === null) throw new Error('The report has no frame');
  return frame;
}

/** The same once it is drawn. */
export async function drawnReport(page: Page): Promise<Frame> {
  const frame = await reportFrame(page);
  // The panel's policy forbids the browser's own waiting for a script.
  while (!(await runIn<boolean>(frame, IS_DRAWN))) await page.waitForTimeout(30);
  return frame;
}

/** How many rows a list has over all of its pages. */
export async function countRows(report: FrameLocator): Promise<number> {
  const rows = report.locator('tbody tr');
  const next = report.getByRole('button', { name: 'Next' });
  await report.locator('.list-title').waitFor();
  let count = await rows.count();
  while ((await next.count()) > 0 && (await next.isEnabled())) {
    const shown = await report.locator('.pager span[aria-live]').textContent();
    await next.click();
    await report
      .locator('.pager span[aria-live]')
      .filter({ hasNotText: shown ?? '' })
      .waitFor();
    await report.locator('[aria-busy="true"]').waitFor({ state: 'detached' });
    count += await rows.count();
  }
  return count;
}
