import { readFileSync } from 'node:fs';

import type { Page, Route } from 'playwright-core';

import { CUSTOMER, OTHER_AGENT } from '../support/app-world';
import { axeProblems } from './axe';
import { failCalls } from './bridge-traffic';
import { describeOnDesk } from './describe-on-desk';
import { overflowOf, themeOf } from './measure';
import { openReportDesk } from './report-desk';
import {
  drawnReport,
  openReport,
  REPORT,
  reportFrame,
  type OpenReport,
  type ReportVisit,
} from './report-page';

jest.setTimeout(120_000);

const TABS = ['/?days=90', '/trends', '/breakdown?days=90', '/tickets', '/compare'];
const INVOKE = '**/api/bridge/invoke';
const FETCH = '**/api/bridge/fetch';

describeOnDesk("a desk's report", openReportDesk, (here) => {
  const visit = (where: ReportVisit = {}): Promise<OpenReport> => openReport(here, where);
  const problemsOf = async ({ page }: OpenReport): Promise<readonly string[]> =>
    axeProblems(await drawnReport(page));
  const failing = async (page: Page): Promise<void> => {
    await failCalls(page);
  };

  describe.each(TABS)('%s', (path) => {
    it.each(['light', 'dark'] as const)('is drawn in %s, for everybody', async (colorMode) => {
      const opened = await visit({ path, colorMode });
      await drawnReport(opened.page);
      expect(await themeOf(opened.report.locator('body'))).toBe(colorMode);
      expect(await problemsOf(opened)).toEqual([]);
      expect(opened.complaints).toEqual([]);
    });

    it('fits every width', async () => {
      const opened = await visit({ path, widthPx: 320 });
      const { page, report } = opened;
      await drawnReport(page);
      expect(await problemsOf(opened)).toEqual([]);
      for (const width of [320, 480, 768, 1_024, 1_600]) {
        await page.setViewportSize({ width, height: 900 });
        await page.waitForTimeout(150);
        const { sidewaysPx } = await overflowOf(report.locator('html'));
        expect([width, sidewaysPx]).toEqual([width, 0]);
      }
    });

    it('shows its shape while it loads, then its figures', async () => {
      const held: Route[] = [];
      const opened = await visit({
        path,
        before: async (page) => {
          await page.route(INVOKE, (route) => void held.push(route));
        },
      });
      const { report } = opened;
      await report.locator('.skeleton').waitFor();
      expect(await axeProblems(await reportFrame(opened.page))).toEqual([]);
      await opened.page.unroute(INVOKE);
      await report.locator('.facts').waitFor();
    });

    it('says that the app did not answer, and tries again when asked', async () => {
      const opened = await visit({ path, before: failing });
      const { report, page } = opened;
      await report.getByRole('alert').getByText('The app did not answer').waitFor();
      expect(await problemsOf(opened)).toEqual([]);
      await page.unroute(INVOKE);
      await report.getByRole('button', { name: 'Try again' }).click();
      await report.locator('.facts').waitFor();
    });

    it('says what to do where there are no tickets', async () => {
      const opened = await visit({ path, project: 'HR', accountId: OTHER_AGENT });
      await opened.report.locator('.message-body').waitFor();
      expect(await problemsOf(opened)).toEqual([]);
      expect(await opened.report.locator('tbody').count()).toBe(0);
    });

    it('keeps its choices in the address, asks the app once, and shows the same again', async () => {
      const asked: unknown[] = [];
      const before = async (page: Page): Promise<void> => {
        page.on('request', (request) => {
          if (request.url().endsWith('/api/bridge/invoke')) asked.push(request.postDataJSON());
        });
      };
      const first = await visit({ path, before });
      await drawnReport(first.page);
      const address = new URL(first.page.url()).hash.replace('#/IT/apps/project-page', '');
      const text = await first.report.locator('main').innerText();
      expect(asked).toHaveLength(1);
      await first.close();
      const second = await visit({ path: address, before });
      await drawnReport(second.page);
      expect(asked).toHaveLength(2);
      expect(await second.report.locator('main').innerText()).toBe(text);
    });
  });

  it.each([OTHER_AGENT, CUSTOMER])('shows %s no number of the desk', async (accountId) => {
    const { page } = await visit({ accountId });
    await page.getByRole('main').getByRole('alert').or(page.getByText('no such page')).waitFor();
    expect(await page.locator(`iframe[title="${REPORT}"]`).count()).toBe(0);
  });

  it('speaks German', async () => {
    const { report } = await visit({ locale: 'de-DE' });
    await report.getByText(/^In den letzten 30 Tagen hat die KI an/).waitFor();
    expect(await report.getByRole('heading', { level: 1 }).textContent()).toBe('IT · KI-Bericht');
  });

  it('is gone through by the keyboard alone: tab, chart, ticket', async () => {
    const { page, report } = await visit({ path: '/trends?days=90&by=week' });
    const plot = report.locator('.chart-plot');
    await plot.waitFor();
    await plot.focus();
    const said = report.locator('.chart-caption');
    await page.keyboard.press('End');
    const last = await said.textContent();
    expect(last).toMatch(/^Week from/);
    await page.keyboard.press('ArrowLeft');
    expect(await said.textContent()).toMatch(/^Week from/);
    expect(await said.textContent()).not.toBe(last);
    expect(await said.getAttribute('aria-live')).toBe('polite');
    await page.keyboard.press('Escape');
    expect(await said.textContent()).toMatch(/^band: 95% interval/);

    await report.getByRole('button', { name: 'Overview' }).focus();
    await page.keyboard.press('Enter');
    const part = report.locator('.flow button').first();
    await part.waitFor();
    await part.focus();
    await page.keyboard.press('Enter');
    await report.locator('.list-title').waitFor();
    // What was clicked is gone: the list has the focus, not the top of the page.
    expect(await report.locator('.tab-content:focus').count()).toBe(1);
  });

  it('comes back to where one was, by Back and by a tab', async () => {
    const { page, report } = await visit({ path: '/trends?days=180&by=day&kpi=reversal' });
    const kpi = report.getByLabel('KPI');
    await kpi.waitFor();
    expect(await kpi.inputValue()).toBe('reversal');
    await kpi.selectOption('mttr-ai');
    await report.getByRole('heading', { name: /^MTTR, AI/ }).waitFor();
    await report.getByRole('button', { name: 'Breakdown' }).click();
    await report.locator('.score').first().waitFor();
    await report.getByRole('button', { name: 'Trends' }).click();
    await kpi.waitFor();
    expect(await kpi.inputValue()).toBe('mttr-ai');
    await page.goBack();
    await page.goBack();
    await page.goBack();
    await report.getByRole('heading', { name: /^Reversal/ }).waitFor();
    expect(await kpi.inputValue()).toBe('reversal');
  });

  it('marks what is not complete', async () => {
    const { report } = await visit({ path: '/trends?days=365' });
    await report.getByText(/^Complete from /).waitFor();
  });

  it('says the same in a table, with every interval', async () => {
    const { report, page } = await visit({ path: '/trends?days=30&by=day' });
    await report.getByRole('button', { name: 'Show as table' }).click();
    expect(await report.locator('tbody tr').count()).toBe(30);
    expect(await report.locator('tbody').innerText()).toMatch(/\d+% to \d+%/);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      report.getByRole('button', { name: 'Save as CSV' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^firstline_IT_trend-aiResolution_/);
    const lines = readFileSync(await download.path(), 'utf8').split('\r\n');
    expect(lines).toHaveLength(31);
  });

  describe('the list', () => {
    const ALL = '/tickets?cohort=outcome%3Aai-resolved&from=2025-11-01&to=2026-03-04';

    it('is sorted, narrowed and leads to a ticket', async () => {
      const { page, report } = await visit({ path: `${ALL}&dim=request-type&value=VPN` });
      await report.locator('tbody tr').first().waitFor();
      const title = report.locator('.list-title');
      const narrow = await title.textContent();
      await report.getByRole('button', { name: 'Time to resolve' }).click();
      await report.locator('th[aria-sort="descending"]', { hasText: 'Time to resolve' }).waitFor();
      await report.getByRole('button', { name: 'Remove Request type: VPN' }).click();
      await title.filter({ hasNotText: narrow ?? '' }).waitFor();
      const key = report.locator('.ticket .link-button').first();
      const name = await key.textContent();
      await key.click();
      await page.waitForURL(`**/#/browse/${String(name)}`);
    });

    it('says why it is longer than the number that was clicked', async () => {
      const { report } = await visit({ path: `${ALL}&n=1` });
      await report.getByText(/^1 were counted, \d+ are listed: \d+ changed since/).waitFor();
    });

    it('counts a hidden ticket and names it as hidden', async () => {
      const opened = await visit({
        path: ALL,
        before: async (page) => {
          await page.route(FETCH, async (route) => {
            const response = await route.fetch();
            const answer = (await response.json()) as { body: string };
            const body = JSON.parse(answer.body) as { issues?: unknown[] };
            await route.fulfill({
              json: { ...answer, body: JSON.stringify({ issues: body.issues?.slice(1) ?? [] }) },
            });
          });
        },
      });
      const { report } = opened;
      await report.getByText(/^1 ticket on this page is hidden from you/).waitFor();
      expect(await report.getByText('Hidden from you', { exact: true }).count()).toBe(1);
      expect(await problemsOf(opened)).toEqual([]);
    });

    it('lists on when Jira does not tell the summaries', async () => {
      const { page, report } = await visit({
        path: ALL,
        before: async (each) => {
          await each.route(FETCH, (route) =>
            route.fulfill({ json: { status: 503, headers: {}, body: '' } }),
          );
        },
      });
      const notice = report.getByText(/^Jira did not tell keys and summaries/);
      await notice.waitFor({ timeout: 20_000 });
      await page.unroute(FETCH);
      await notice.getByRole('button', { name: 'Try again' }).click();
      await report.locator('.ticket .link-button').first().waitFor();
    });

    it('opens the page in Jira, as a search for exactly its tickets', async () => {
      const { page, report } = await visit({ path: ALL });
      await report.locator('.ticket .link-button').first().waitFor();
      await report.getByRole('button', { name: 'Open this page in Jira' }).click();
      await page.waitForURL(/#\/issues\?jql=id(%20|\+)in/);
    });

    it('is saved whole, with summaries only when asked', async () => {
      const { page, report } = await visit({
        path: '/tickets?cohort=all&from=2025-11-01&to=2026-03-04',
      });
      const title = (await report.locator('.list-title').textContent()) ?? '';
      const total = Number(/(\d+) tickets/.exec(title)?.[1]);
      expect(total).toBeGreaterThan(100);
      const save = async (): Promise<readonly string[]> => {
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          report.getByRole('button', { name: 'Save as CSV' }).click(),
        ]);
        expect(download.suggestedFilename()).toBe('firstline_IT_all_2025-11-01_2026-03-03.csv');
        return readFileSync(await download.path(), 'utf8').split('\r\n');
      };
      const bare = await save();
      expect(bare).toHaveLength(total + 1);
      expect(bare.join('\n')).not.toContain('Matter');
      await report.getByText(`${String(total)} rows saved.`).waitFor();
      await report.getByRole('checkbox').check();
      const full = await save();
      expect(full).toHaveLength(total + 1);
      expect(full.filter((line) => line.includes('Matter')).length).toBeGreaterThan(100);
    });

    it('saves nothing when it is cancelled, or when the app does not answer', async () => {
      const { page, report } = await visit({ path: ALL });
      await report.locator('tbody tr').first().waitFor();
      const held: Route[] = [];
      await page.route(INVOKE, (route) => void held.push(route));
      await report.getByRole('button', { name: 'Save as CSV' }).click();
      await report.getByRole('button', { name: 'Cancel' }).click();
      await report.getByText('Cancelled; nothing was saved.').waitFor();
      await page.unroute(INVOKE);
      await failing(page);
      await report.getByRole('button', { name: 'Save as CSV' }).click();
      await report.getByText(/^Nothing was saved\. The app did not answer/).waitFor();
    });
  });

  describe('the comparison', () => {
    it('refuses days that make no sense, and says why beside them', async () => {
      const opened = await visit({ path: '/compare' });
      const { report } = opened;
      const second = report.getByRole('group', { name: 'Second period' });
      await second.getByLabel('Last day').fill('2027-01-01');
      await report.getByRole('button', { name: 'Compare', exact: true }).last().click();
      await second.getByRole('alert').getByText('The last day is in the future.').waitFor();
      expect(await problemsOf(opened)).toEqual([]);
    });

    it('compares own days, and those around the last change of the definition', async () => {
      const { page, report } = await visit({ path: '/compare' });
      const first = report.getByRole('group', { name: 'First period' });
      await first.getByLabel('First day').fill('2026-01-05');
      await first.getByLabel('Last day').fill('2026-01-11');
      await report.getByRole('button', { name: 'Compare', exact: true }).last().click();
      await report.getByRole('columnheader', { name: /^5.{1,3}11 Jan 2026/ }).waitFor();
      expect(page.url()).toContain('from=2026-01-05&to=2026-01-12');
      await report.getByRole('button', { name: /definition change/ }).click();
      await report.getByText('The definition has not changed in the last 365 days.').waitFor();
    });
  });
});
