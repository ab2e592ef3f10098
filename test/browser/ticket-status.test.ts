import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { panelFrame } from '../../sandbox/browser/panel-frame';
import { AGENT, OTHER_AGENT, ROOT } from '../support/app-world';
import { describeOnDesk } from './describe-on-desk';
import { openDesk } from './desk-world';

jest.setTimeout(60_000);

/** Does the app say a status for its panel beside a ticket? */
const saysStatus = /^\s+dynamicProperties:$/m.test(
  readFileSync(join(ROOT, 'manifest.yml'), 'utf8'),
);

describeOnDesk('the closed panel beside a ticket', openDesk, (here) => {
  const panelOf = async (key: string) => {
    const { page } = await here.visit({
      accountId: AGENT,
      hash: `#/browse/${key}`,
      hasOpenPanels: false,
    });
    return { page, panel: page.getByRole('region', { name: 'AI outcome' }).getByRole('button') };
  };
  const statusFor = async (accountId: string, issue: object): Promise<unknown> => {
    const response = await fetch(`${here.desk.shell.url}/api/bridge/status`, {
      method: 'POST',
      headers: { 'x-account-id': accountId, 'content-type': 'application/json' },
      body: JSON.stringify({ moduleKey: 'ticket-panel', extension: { issue } }),
    });
    return response.json();
  };

  it('opens, and stays open in this browser from ticket to ticket', async () => {
    const { page, panel } = await panelOf(here.desk.tickets.held);
    await panel.waitFor();
    expect(await panel.getAttribute('aria-expanded')).toBe('false');
    expect(await page.locator('iframe').count()).toBe(0);
    await panel.click();
    await panelFrame(page, 'AI outcome');
    await page.goto(`${here.desk.shell.url}/#/browse/${here.desk.tickets.pending}`);
    await page.getByRole('heading', { name: 'VPN profile is gone' }).waitFor();
    await panelFrame(page, 'AI outcome');
    await panel.click();
    await page.locator('iframe').waitFor({ state: 'detached' });
  });

  if (!saysStatus) {
    it('says no more than its name, as the app has no status for it', async () => {
      const { panel } = await panelOf(here.desk.tickets.escalated);
      expect(await panel.textContent()).toBe('AI outcome');
      expect(await statusFor(AGENT, { id: '10000', key: 'IT-1' })).toEqual({ status: null });
    });
    return;
  }

  it('says the outcome of the ticket, without loading the panel', async () => {
    const { page, panel } = await panelOf(here.desk.tickets.escalated);
    await panel.getByText('Escalated').waitFor();
    expect(await page.locator('iframe').count()).toBe(0);
  });

  it('follows the ticket', async () => {
    const { page, panel } = await panelOf(here.desk.tickets.pending);
    await panel.getByText('pending').waitFor();
    await page.getByLabel('Status').selectOption('In Progress');
    await page.getByRole('button', { name: '+1 hour' }).click();
    await page.getByText('Playing…').waitFor({ state: 'detached' });
    await panel.getByText('pending').waitFor({ state: 'detached' });
  });

  it('says nothing of a ticket to those who may not see it', async () => {
    const issue = here.desk.site.reading.readIssue(here.desk.tickets.escalated, null)?.issue;
    const asked = { id: issue?.id, key: issue?.key };
    expect(await statusFor(AGENT, asked)).toMatchObject({ status: { label: 'Escalated' } });
    expect(JSON.stringify(await statusFor(OTHER_AGENT, asked))).not.toContain('Escalated');
  });
});
