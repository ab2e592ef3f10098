import type { Frame, Page } from 'playwright-core';

import { panelFrame, settled } from '../../sandbox/browser/panel-frame';
import type { Visit } from '../../sandbox/browser/open-page';
import { AGENT, CUSTOMER, OTHER_AGENT, SITE_ADMIN } from '../support/app-world';
import { ACME, sysIdOf } from '../support/service-now-desk';
import { axeProblems } from './axe';
import { describeOnDesk, type OnDesk } from './describe-on-desk';
import { NETWORK, openGlobalDesks, type GlobalDesks } from './global-desks';
import { overflowOf } from './measure';

jest.setTimeout(60_000);

const TITLE = 'Firstline desks';
const OVERRIDDEN = `sn-${sysIdOf(ACME.key, 0)}`;

/** Somebody opens the global page, at a place within it. */
async function openGlobal(
  here: OnDesk<GlobalDesks>,
  path = '',
  visit: Partial<Omit<Visit, 'hash'>> = {},
): Promise<{ readonly page: Page; readonly frame: Frame }> {
  const hash = `#/apps/global-page${path}`;
  const { page } = await here.visit({ accountId: AGENT, ...visit, hash });
  return { page, frame: await panelFrame(page, TITLE) };
}

const namesIn = (frame: Frame): Promise<string[]> =>
  frame.locator('.desk-name .link-button').allTextContents();
const rowOf = (frame: Frame, name: string) =>
  frame.locator('tbody tr').filter({
    has: frame.getByRole('button', { name, exact: true }),
  });

describeOnDesk('the global page', openGlobalDesks, (here) => {
  it('is found under Apps, and tells each desk with its kind, its period and what it lacks', async () => {
    const { page } = await here.visit({ accountId: AGENT, hash: '#/IT/queues' });
    await page.getByText('Apps', { exact: true }).click();
    await page.getByRole('link', { name: TITLE }).click();
    const frame = await panelFrame(page, TITLE);
    expect(await namesIn(frame)).toEqual(['acme', 'acme: Network', 'IT']);
    expect(await rowOf(frame, 'acme').textContent()).toMatch(/ServiceNow.*1 Feb – 2 Mar 2026/);
    expect(await rowOf(frame, 'acme: Network').textContent()).toMatch(
      /Window: 72\sh \(3\sdays\) instead of 168\sh \(7\sdays\)/,
    );
    const before = await rowOf(frame, 'IT').textContent();
    await frame.getByText('90 days').click();
    await frame.locator('.outdated').waitFor({ state: 'detached' });
    await settled(frame);
    expect(await rowOf(frame, 'IT').textContent()).not.toBe(before);
    expect(page.url()).toContain('days=90');
  });

  it('marks against a reference what clearly differs, and goes back', async () => {
    const { page, frame } = await openGlobal(here);
    expect(await frame.locator('.difference-from').count()).toBe(0);
    await frame.getByLabel('Compare with').selectOption({ label: 'acme · ServiceNow' });
    await rowOf(frame, 'acme').getByText('Reference').waitFor();
    // 4 of 35 on IT, 9 of 26 here: the interval of the difference leaves out zero.
    const marks = await rowOf(frame, 'IT').locator('.difference-from').allTextContents();
    expect(marks).toEqual([expect.stringMatching(/▼ −23\spts.*23\spts lower than acme/)]);
    // Measured differently: nothing is compared.
    expect(await rowOf(frame, 'acme: Network').locator('.difference-from').count()).toBe(0);
    await page.goBack();
    await frame.locator('.difference-from').first().waitFor({ state: 'detached' });
    await frame.getByRole('button', { name: 'AI resolution' }).click();
    expect(await namesIn(frame)).toEqual(['acme', 'acme: Network', 'IT']);
    await frame.getByRole('button', { name: 'AI resolution' }).click();
    expect(await namesIn(frame)).toEqual(['IT', 'acme: Network', 'acme']);
  });

  it('opens the same report for a desk of ServiceNow, down to a ticket', async () => {
    const { page, frame } = await openGlobal(here);
    await rowOf(frame, 'acme').getByRole('button', { name: 'acme', exact: true }).click();
    await frame.getByRole('heading', { name: 'acme · AI report' }).waitFor();
    await frame.getByRole('button', { name: '9 of 26 AI-handled tickets' }).first().click();
    await frame.locator('.list-title').waitFor();
    await settled(frame);
    expect(await frame.locator('tbody tr').count()).toBe(9);
    expect(await axeProblems(frame)).toEqual([]);
    const ticket = frame.locator('.ticket .link-button').first();
    const number = (await ticket.textContent()) ?? '';
    expect(number).toMatch(/^INC\d{7}$/);
    await page.context().route('https://acme.service-now.com/**', (route) => route.fulfill());
    const popup = page.waitForEvent('popup');
    await frame.locator('.ticket .record-link').first().click();
    const record = await popup;
    await record.waitForURL(/service-now/);
    expect(record.url()).toMatch(
      /^https:\/\/acme\.service-now\.com\/nav_to\.do\?uri=incident\.do%3Fsys_id%3D[0-9a-f]{32}$/,
    );
    await record.close();
    await ticket.click();
    await frame.getByRole('heading', { name: `${number} · AI outcome` }).waitFor();
    expect(page.url()).toMatch(/#\/apps\/global-page\/desks\/sn-acme\/ticket\/sn-[0-9a-f]{32}$/);
    // Who is no administrator of Jira sets neither outcomes nor settings.
    await settled(frame);
    expect(await frame.getByRole('button', { name: 'Override…' }).count()).toBe(0);
    expect(await frame.getByRole('button', { name: 'Settings' }).count()).toBe(0);
    await page.goBack();
    await frame.locator('.list-title').waitFor();
    await frame.getByRole('button', { name: 'All desks' }).click();
    await frame.getByRole('heading', { name: 'Service desks side by side' }).waitFor();
  });

  it('leads to the page of its project for a desk of Jira', async () => {
    const { page, frame } = await openGlobal(here, '?days=7');
    await rowOf(frame, 'IT').getByRole('button', { name: 'IT', exact: true }).click();
    await panelFrame(page, 'AI outcomes report');
    expect(page.url()).toMatch(/#\/IT\/apps\/project-page\/?\?days=7$/);
  });

  it('lets administrators of Jira set how the desk is measured and who takes over', async () => {
    const { frame } = await openGlobal(here, '/desks/sn-acme', { accountId: SITE_ADMIN });
    await frame.getByRole('button', { name: 'Settings' }).click();
    await frame.getByRole('heading', { name: 'acme · How AI outcomes are measured' }).waitFor();
    await frame.getByText('A list of our own').click();
    await frame.getByRole('checkbox', { name: 'On Hold' }).waitFor();
    await frame.getByRole('button', { name: 'Hand-off' }).click();
    const group = frame.getByLabel('Assignment group');
    await group.fill('Network');
    await frame.getByLabel('Priority').selectOption({ label: '2 – High' });
    expect(await frame.getByLabel('Assignee').count()).toBe(0);
    expect(await axeProblems(frame)).toEqual([]);
    await frame.getByRole('button', { name: 'Review…' }).click();
    await frame.getByRole('button', { name: /^Publish/ }).click();
    await frame.getByText('Version 1').first().waitFor();
  });

  it('lets administrators of Jira override a verdict', async () => {
    const { frame } = await openGlobal(here, `/desks/sn-acme/ticket/${OVERRIDDEN}`, {
      accountId: SITE_ADMIN,
    });
    await frame.getByRole('button', { name: 'Override…' }).click();
    await frame.locator('input[value="ambiguous"]').check();
    await frame.getByLabel('Why?').fill('The caller says otherwise');
    await frame.getByRole('button', { name: 'Set outcome' }).click();
    await frame.locator('.summary-outcome').getByText('Ambiguous').waitFor();
    expect(await axeProblems(frame)).toEqual([]);
  });

  it('saves the comparison as a file', async () => {
    const { page, frame } = await openGlobal(here);
    const download = page.waitForEvent('download');
    await frame.getByRole('button', { name: 'Save as CSV' }).click();
    expect((await download).suggestedFilename()).toBe('firstline_desks_30-days_2026-03-02.csv');
  });

  it.each(['', '/desks/sn-acme', `/desks/sn-acme/ticket/${OVERRIDDEN}`])(
    'fits a narrow screen in the dark at "%s"',
    async (path) => {
      const { frame } = await openGlobal(here, path, { colorMode: 'dark', widthPx: 390 });
      expect(await axeProblems(frame)).toEqual([]);
      expect((await overflowOf(frame.locator('html'))).sidewaysPx).toBe(0);
    },
  );

  it('shows each person their own desks, and customers no app', async () => {
    const { frame } = await openGlobal(here, '', { accountId: OTHER_AGENT });
    expect(await namesIn(frame)).toEqual(['HR']);
    const refused = await openGlobal(here, `/desks/${NETWORK.key}`, { accountId: OTHER_AGENT });
    expect(await refused.frame.locator('body').textContent()).toContain('you may not see it');
    const { page } = await here.visit({ accountId: CUSTOMER, hash: '#/apps/global-page' });
    await page.getByRole('main').getByRole('alert').waitFor();
    expect(await page.getByText('Apps', { exact: true }).count()).toBe(0);
  });

  it('lists desks of both kinds for a gadget, which shows one of ServiceNow', async () => {
    const response = await fetch(`${here.desk.shell.url}/api/dashboard`, {
      method: 'PUT',
      headers: { 'x-account-id': AGENT, 'content-type': 'application/json' },
      body: JSON.stringify({
        gadgets: [{ id: '1', moduleKey: 'kpi-gadget', configuration: null }],
      }),
    });
    expect(response.status).toBe(200);
    const { page, panel } = await here.visit({ accountId: AGENT, hash: '#/dashboard' });
    const gadget = panel('AI service-desk KPI');
    await panelFrame(page, 'AI service-desk KPI');
    const desk = gadget.getByLabel('Desk');
    expect(await desk.locator('option').allTextContents()).toEqual([
      'IT',
      'acme · ServiceNow',
      'acme: Network · ServiceNow',
    ]);
    await desk.selectOption({ label: 'acme · ServiceNow' });
    await gadget.getByRole('button', { name: 'Save' }).click();
    await gadget.getByRole('heading', { name: /^acme/ }).waitFor();
  });
});
