import type { Frame } from 'playwright-core';

import { MINUTE, SITE_ADMIN } from '../support/app-world';
import { CLIENT_SECRET, HOST } from '../support/servicenow-world';
import { failCalls, holdCalls } from './bridge-traffic';
import { describeOnDesk } from './describe-on-desk';
import { isFocused, overflowOf, themeOf } from './measure';
import { panelVisits } from './panel-visits';
import { openServiceNow } from './servicenow-desk';

jest.setTimeout(60_000);

const TITLE = 'Firstline';
const ADDRESS = '#/admin/apps/admin-page/servicenow';

describeOnDesk('ServiceNow in administration', openServiceNow, (here) => {
  const { visit, frame, comeNear, goTo, problems } = panelVisits(here, {
    title: TITLE,
    accountId: SITE_ADMIN,
  });
  const open = async (where: Parameters<typeof comeNear>[0] = {}) => {
    const { page } = await visit({ hash: ADDRESS, ...where });
    return { page, panel: await frame() };
  };
  const openConnected = async (where: Parameters<typeof comeNear>[0] = {}) => {
    const opened = await open(where);
    await opened.panel.getByText('atlas.bot', { exact: true }).waitFor();
    return opened;
  };
  const fill = async (panel: Frame, over: { address?: string; secret?: string } = {}) => {
    await panel.getByLabel('Address of the instance').fill(over.address ?? HOST);
    await panel.getByLabel('User name', { exact: true }).fill('firstline');
    await panel.getByLabel('Client ID').fill('client');
    await panel.getByLabel('Client secret').fill(over.secret ?? CLIENT_SECRET);
  };
  const press = (panel: Frame, name: string) =>
    panel.getByRole('button', { name, exact: true }).click();
  const check = (panel: Frame, name: string) => panel.locator(`[data-check="${name}"]`);

  it('says what is missing before anything is sent, and a wrong secret once it is tested', async () => {
    const { panel } = await open();
    await panel.getByLabel('Address of the instance').waitFor();
    expect(await problems()).toEqual([]);
    await press(panel, 'Test');
    await panel.getByText('Enter the client secret.').waitFor();
    expect(here.desk.instance.requests).toEqual([]);
    await fill(panel, { secret: 'wrong' });
    expect(await panel.getByLabel('Client secret').getAttribute('type')).toBe('password');
    await press(panel, 'Test');
    const result = panel.getByText('It does not work yet: 1 thing is missing.');
    await result.waitFor();
    expect(await isFocused(result)).toBe(true);
    expect(await check(panel, 'sign-in').textContent()).toMatch(/Missing.*does not let the app in/);
    expect(await check(panel, 'incident').textContent()).toContain('Not tested');
    expect(await problems()).toEqual([]);
    await panel.getByLabel('Client secret').fill('another');
    expect(await result.count()).toBe(0);
  });

  it('names the role and the field that an account lacks, and connects nothing', async () => {
    const { rules } = here.desk.instance;
    rules.requireRole('sys_audit', 'admin');
    rules.hideField('incident', 'priority');
    const { panel } = await open();
    await fill(panel);
    await press(panel, 'Connect');
    await panel.getByText('It does not work yet: 1 thing is missing.').waitFor();
    expect(await check(panel, 'sys_audit').textContent()).toContain(
      'The account may not read the table sys_audit.',
    );
    expect(await check(panel, 'incident').textContent()).toMatch(/Limited.*: priority\./);
    expect(await problems()).toEqual([]);
    rules.clear();
  });

  it('has a domain of the customer’s own approved first, and sends nothing when it is not', async () => {
    const { page, panel } = await open();
    await fill(panel, { address: 'support.acme.example' });
    await panel.getByLabel('The instance has a domain of its own').check();
    const asked: string[] = [];
    page.once('dialog', (dialog) => {
      asked.push(dialog.message());
      void dialog.dismiss();
    });
    await press(panel, 'Test');
    await panel.getByText('The app may not reach this host').waitFor();
    expect(asked[0]).toMatch(/^Let Firstline reach https:\/\/support\.acme\.example\?/);
    page.once('dialog', (dialog) => void dialog.accept());
    await press(panel, 'Test');
    await check(panel, 'reach').waitFor();
    // Approved, and not there: it got past the platform.
    expect(await check(panel, 'reach').textContent()).toContain('did not answer in time');
  });

  it('connects, and has the incidents read', async () => {
    const { panel } = await open();
    await fill(panel);
    await press(panel, 'Test');
    await panel.getByText('All is there.').waitFor();
    await press(panel, 'Connect');
    await panel.getByText(`Connected to https://${HOST}`).waitFor();
    await panel.getByText(/^Connected\. Incidents are being read/).waitFor();
    expect(await panel.content()).not.toContain(CLIENT_SECRET);
    await here.desk.live.jumpMs(10 * MINUTE);
    const desks = panel.getByRole('table', { name: 'Desks' });
    await desks.getByText('3 tickets read').waitFor({ timeout: 20_000 });
    const { panel: again } = await openConnected();
    expect(await again.locator('.facts').textContent()).toMatch(
      /Asked for changes.*(ago|just now).*The instance’s clockas this app’s/,
    );
  });

  it('keeps the draft of a mapping over other tabs, and tells of somebody else’s', async () => {
    const { panel } = await openConnected();
    expect(await panel.getByRole('button', { name: 'Save the mapping' }).isDisabled()).toBe(true);
    await panel.getByLabel('What Awaiting Vendor means').selectOption('done');
    await panel.getByText('Saving this has the whole history read again.').waitFor();
    await panel.getByRole('tab', { name: 'Desks' }).click();
    await panel.getByRole('tab', { name: 'ServiceNow' }).click();
    const kept = panel.getByLabel('What Awaiting Vendor means');
    await kept.waitFor();
    expect(await kept.inputValue()).toBe('done');

    const { panel: other } = await openConnected();
    await other.getByLabel('Field for verdicts').selectOption('u_ai_outcome');
    await press(other, 'Save the mapping');
    await other.getByText('Saved.', { exact: true }).waitFor();

    await press(panel, 'Save the mapping');
    await panel.getByText('Somebody else changed this meanwhile.').waitFor();
    await panel.getByText(/Your draft is kept/).waitFor();
    expect(await kept.inputValue()).toBe('done');
    await press(panel, 'Go on with my draft');
    await press(panel, 'Save the mapping');
    await panel.getByText('Saved.', { exact: true }).waitFor();
    await here.desk.live.jumpMs(5 * MINUTE);
  });

  it('registers an integration user as an AI agent', async () => {
    const { panel } = await openConnected();
    await press(panel, 'Classify atlas.bot…');
    await panel.getByLabel('AI agent').check();
    await panel.getByLabel('Name', { exact: true }).fill('Atlas');
    await press(panel, 'Save');
    const users = panel.getByRole('table', { name: 'Integration users' });
    await users.getByText('AI agent · Atlas').waitFor();
    // What the app itself signs in as is nobody to classify.
    expect(await users.getByText('firstline').count()).toBe(0);
  });

  it('gives out the script of the Business Rule once', async () => {
    const { panel } = await openConnected();
    await press(panel, 'Issue a secret');
    const title = panel.getByRole('heading', { name: 'Keep this now: it is shown only once' });
    await title.waitFor();
    expect(await isFocused(title)).toBe(true);
    const secret = await panel.getByLabel('Secret', { exact: true }).inputValue();
    expect(await panel.getByLabel('Script', { exact: true }).inputValue()).toContain(secret);
    expect(await problems()).toEqual([]);
    await press(panel, 'I have kept it');
    await panel.getByText(/^A secret was issued on/).waitFor();
    expect(await panel.content()).not.toContain(secret);
  });

  it('says why changes are not followed, where everybody looks first', async () => {
    here.desk.instance.rules.requireRole('incident', 'admin');
    await here.desk.live.jumpMs(10 * MINUTE);
    const { panel } = await open();
    await panel.locator('[data-todo="servicenow"]').waitFor({ timeout: 20_000 });
    expect(await panel.locator('[data-sync-problem]').textContent()).toContain(
      'the account may no longer read incident',
    );
    here.desk.instance.rules.clear();
    await here.desk.live.jumpMs(10 * MINUTE);
  });

  describe('states', () => {
    const cases = (['light', 'dark'] as const).flatMap((colorMode) =>
      [390, 1_600].map((widthPx) => [colorMode, widthPx] as const),
    );
    it.each(cases)('fits in %s at %d px, and axe finds nothing', async (colorMode, widthPx) => {
      const { page, panel } = await openConnected({ colorMode, widthPx });
      const content = page.locator(`iframe[title="${TITLE}"]`).contentFrame();
      await panel.getByLabel('A desk for each of these groups').check();
      await press(panel, 'Change sign-in…');
      await panel.getByRole('heading', { name: 'Change how the app signs in' }).waitFor();
      expect(await problems()).toEqual([]);
      expect((await overflowOf(content.locator('html'))).sidewaysPx).toBe(0);
      expect(await themeOf(content.locator('body'))).toBe(colorMode);
    });

    it('shows where it will stand while it loads', async () => {
      const { page, panel } = await comeNear();
      const held = await holdCalls(page, 'readServiceNow');
      await goTo(ADDRESS);
      await panel(TITLE).getByRole('status', { name: 'Loading…' }).waitFor();
      expect(await problems()).toEqual([]);
      await held.end();
      await panel(TITLE).getByText(`Connected to https://${HOST}`).waitFor();
    });

    it('says that the app did not answer, and tries again when asked', async () => {
      const { page, panel } = await comeNear();
      const trouble = await failCalls(page, 'readServiceNow');
      await goTo(ADDRESS);
      await panel(TITLE).getByRole('alert').getByText('The app did not answer').waitFor();
      await trouble.end();
      await panel(TITLE).getByRole('button', { name: 'Try again' }).click();
      await panel(TITLE).getByText(`Connected to https://${HOST}`).waitFor();
    });

    it('says that the instance did not tell its choices, and shows the mapping all the same', async () => {
      here.desk.instance.failRequests({ answer: { kind: 'html', status: 503 }, times: 40 });
      const { panel } = await open();
      await panel.getByText('What was chosen before is shown meanwhile.').waitFor();
      await panel.getByLabel('What Awaiting Vendor means').waitFor();
      expect(await problems()).toEqual([]);
      here.desk.instance.endFailures();
    });

    it('speaks German', async () => {
      const { panel } = await openConnected({ locale: 'de-DE' });
      await panel.getByRole('heading', { name: 'Integrationsbenutzer' }).waitFor();
      const body = await panel.locator('body').textContent();
      expect(body).not.toMatch(/\b(connected|disconnect|states|whole|secret|mapping|verdicts?)\b/i);
    });
  });

  it('disconnects after a question, and keeps or deletes what was read', async () => {
    const { panel } = await openConnected();
    await press(panel, 'Disconnect…');
    await panel.getByRole('heading', { name: `Disconnect https://${HOST}?` }).waitFor();
    expect(await problems()).toEqual([]);
    await press(panel, 'Disconnect');
    await panel.getByText('Kept from before').waitFor();
    await panel.getByLabel('Address of the instance').waitFor();
    await press(panel, 'Delete their data…');
    await press(panel, 'Delete');
    await panel.getByText('The data of acme is being deleted.').waitFor();
    await here.desk.live.jumpMs(10 * MINUTE);
    const { panel: later } = await open();
    await later.getByLabel('Address of the instance').waitFor();
    expect(await later.getByText(/\bacme is being deleted/).count()).toBe(0);
  });
});
