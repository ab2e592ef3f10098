import { AGENT, CUSTOMER } from '../support/app-world';
import { failCalls, holdCalls } from './bridge-traffic';
import { describeOnDesk } from './describe-on-desk';
import { openDesk } from './desk-world';
import { panelVisits } from './panel-visits';

jest.setTimeout(60_000);

const TITLE = 'AI service-desk KPI';
const DASHBOARD = '#/dashboard';

describeOnDesk('the gadget', openDesk, (here) => {
  const { visit, comeNear, goTo, frame, problems } = panelVisits(here, {
    title: TITLE,
    accountId: AGENT,
  });

  /** @param configuration - null: not set up yet */
  const saved = async (
    configuration: Readonly<Record<string, unknown>> | null,
    accountId = AGENT,
  ): Promise<void> => {
    const response = await fetch(`${here.desk.shell.url}/api/dashboard`, {
      method: 'PUT',
      headers: { 'x-account-id': accountId, 'content-type': 'application/json' },
      body: JSON.stringify({ gadgets: [{ id: '1', moduleKey: 'kpi-gadget', configuration }] }),
    });
    expect(response.status).toBe(200);
  };
  const numbers = {
    project: 'IT',
    view: 'numbers',
    kpis: ['escalation', 'aiResolution', 'mttr', 'reversal'],
    periodDays: 30,
    refresh: 15,
  };

  it.each([
    ['light', 250],
    ['dark', 250],
    ['light', 480],
    ['dark', 1_200],
  ] as const)('fits four KPIs and a sentence in %s into %d px', async (colorMode, widthPx) => {
    await saved(numbers);
    const { page } = await visit({ hash: DASHBOARD, colorMode });
    await page.locator(`iframe[title="${TITLE}"]`).evaluate((node: unknown, px) => {
      (node as { readonly style: { inlineSize: string } }).style.inlineSize = `${String(px)}px`;
    }, widthPx);
    const panel = await frame();
    expect(await panel.locator('.gadget-sentence').textContent()).toBe(
      'The AI resolved 2 of 3 tickets it handled, and none came back.',
    );
    expect(await panel.locator('[data-kpi] .card-name').allTextContents()).toEqual([
      'Escalation?',
      'AI resolution?',
      'MTTR, all?',
      'Reversal?',
    ]);
    await panel.getByText(/^Computed /).waitFor();
    expect(await problems()).toEqual([]);
    // No controls but what a KPI means.
    expect(await panel.getByRole('button').count()).toBe(4);
    await panel.getByRole('button', { name: 'What “Escalation” means' }).click();
    await panel.getByText('Episodes that went from the AI to people').waitFor();
    expect(await problems()).toEqual([]);
  });

  it.each(['light', 'dark'] as const)('draws a trend with its table, in %s', async (colorMode) => {
    await saved({ ...numbers, view: 'trend' });
    const { page } = await visit({ hash: DASHBOARD, colorMode });
    const panel = await frame();
    await panel.locator('.trend svg').waitFor();
    expect(await panel.locator('[data-kpi]').count()).toBe(0);
    expect(await problems()).toEqual([]);
    await panel.getByText('As a table').click();
    await panel.getByRole('columnheader', { name: 'AI resolution' }).waitFor();
    expect(await problems()).toEqual([]);
    await page.setViewportSize({ width: 320, height: 900 });
    await page.waitForTimeout(300);
    expect(await problems()).toEqual([]);
  });

  it('still reads a gadget of the time when it showed one KPI', async () => {
    await saved({ project: 'IT', kpi: 'aiResolution', periodDays: 30 });
    await visit({ hash: DASHBOARD });
    const panel = await frame();
    expect(await panel.locator('[data-kpi="aiResolution"]').textContent()).toContain('2 of 3');
    expect(await panel.locator('[data-kpi]').count()).toBe(1);
  });

  it('is set up with the keyboard, within its limits, and shows what was chosen', async () => {
    await saved(null);
    const { page } = await visit({ hash: DASHBOARD });
    const panel = await frame();
    expect(await problems()).toEqual([]);
    for (const name of ['AI resolution', 'First-contact resolution']) {
      await panel.getByRole('checkbox', { name }).uncheck();
    }
    await panel.getByText('Tick at least one KPI.').waitFor();
    expect(await panel.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
    expect(await problems()).toEqual([]);
    for (const name of ['Reversal', 'Coverage', 'Escalation', 'Automation']) {
      await panel.getByRole('checkbox', { name }).focus();
      await page.keyboard.press('Space');
    }
    await panel.getByText('4 are chosen. Untick one to choose another.').waitFor();
    expect(await panel.getByRole('checkbox', { name: 'AI resolution' }).isDisabled()).toBe(true);
    expect(await problems()).toEqual([]);
    await panel.getByRole('checkbox', { name: 'Automation' }).uncheck();
    await panel.getByLabel('Refresh').selectOption({ label: 'Every 5 minutes' });
    await panel.getByRole('button', { name: 'Save' }).click();
    const shown = await frame();
    await shown.locator('[data-kpi="escalation"]').waitFor();
    expect(await shown.locator('[data-kpi] .card-name').allTextContents()).toEqual([
      'Reversal?',
      'Coverage?',
      'Escalation?',
    ]);
    const state = await fetch(`${here.desk.shell.url}/api/dashboard`, {
      headers: { 'x-account-id': AGENT },
    });
    expect(await state.json()).toMatchObject({
      gadgets: [{ configuration: { kpis: ['reversal', 'coverage', 'escalation'], refresh: 5 } }],
    });
  });

  it('saves no trend of a single day', async () => {
    await saved({ ...numbers, view: 'trend' });
    const { page } = await visit({ hash: DASHBOARD });
    await frame();
    await page.getByRole('button', { name: 'Configure' }).click();
    const panel = await frame();
    await panel.getByLabel('Period').selectOption({ label: 'Today' });
    await panel.getByRole('alert').getByText('A trend needs more than one day').waitFor();
    expect(await panel.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
    expect(await problems()).toEqual([]);
  });

  it('says when there is no desk to choose', async () => {
    await saved(null, CUSTOMER);
    const { panel } = await visit({ hash: DASHBOARD, accountId: CUSTOMER });
    await panel(TITLE).getByText('No desk to choose from').waitFor();
    expect(await problems()).toEqual([]);
  });

  it('shows its shape while figures are on their way', async () => {
    await saved(numbers);
    const { page, panel } = await comeNear();
    const trouble = await holdCalls(page, 'readDeskScorecard');
    await goTo(DASHBOARD);
    await panel(TITLE).getByRole('status', { name: 'Loading…' }).waitFor();
    expect(await problems()).toEqual([]);
    await trouble.end();
    await panel(TITLE).locator('[data-kpi="escalation"]').waitFor();
  });

  it('says what happened when the app does not answer, and tries again', async () => {
    await saved(numbers);
    const { page, panel } = await comeNear();
    const trouble = await failCalls(page, 'readDeskScorecard');
    await goTo(DASHBOARD);
    await panel(TITLE).getByRole('alert').getByText('The app did not answer').waitFor();
    expect(await problems()).toEqual([]);
    await trouble.end();
    await panel(TITLE).getByRole('button', { name: 'Try again' }).click();
    await panel(TITLE).locator('[data-kpi="escalation"]').waitFor();
  });
});
