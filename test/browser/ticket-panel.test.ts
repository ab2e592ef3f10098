import { AGENT, OTHER_AGENT, PROJECT_ADMIN, openTicket, tagOf } from '../support/app-world';
import { failCalls, holdCalls } from './bridge-traffic';
import { describeOnDesk } from './describe-on-desk';
import { openDesk } from './desk-world';
import { panelVisits } from './panel-visits';

jest.setTimeout(60_000);

const TITLE = 'AI outcome';

describeOnDesk('the ticket panel', openDesk, (here) => {
  const { visit, comeNear, goTo, frame, problems } = panelVisits(here, {
    title: TITLE,
    accountId: PROJECT_ADMIN,
  });

  it.each([
    ['light', 320],
    ['dark', 320],
    ['light', 1_600],
    ['dark', 1_600],
  ] as const)(
    'says what became of a ticket and why, in %s at %d px',
    async (colorMode, widthPx) => {
      await visit({ hash: `#/browse/${here.desk.tickets.held}`, colorMode, widthPx });
      const panel = await frame();
      expect(await panel.locator('.summary-outcome').textContent()).toBe('AI-resolved');
      expect(await panel.locator('.summary-sentence').textContent()).toMatch(
        /^Atlas resolved it, and it held for/,
      );
      expect(await panel.locator('.step').count()).toBeGreaterThan(2);
      expect(await problems()).toEqual([]);
    },
  );

  it('shows its shape while the verdict is on its way', async () => {
    const { page, panel } = await comeNear();
    const trouble = await holdCalls(page, 'readTicketVerdict');
    await goTo(`#/browse/${here.desk.tickets.held}`);
    await panel(TITLE).getByRole('status', { name: 'Loading…' }).waitFor();
    expect(await problems()).toEqual([]);
    await trouble.end();
    await panel(TITLE).locator('.summary-outcome').waitFor();
  });

  it('says what happened when the app does not answer, and tries again', async () => {
    const { page, panel } = await comeNear();
    const trouble = await failCalls(page, 'readTicketVerdict');
    await goTo(`#/browse/${here.desk.tickets.held}`);
    await panel(TITLE).getByRole('alert').getByText('The app did not answer').waitFor();
    expect(await problems()).toEqual([]);
    await trouble.end();
    await panel(TITLE).getByRole('button', { name: 'Try again' }).click();
    await panel(TITLE).locator('.summary-outcome').waitFor();
  });

  it('says when a ticket is not scored yet, and shows it once it is', async () => {
    const key = openTicket(here.desk, 'IT', 'Just now');
    const { panel } = await visit({ hash: `#/browse/${key}` });
    await panel(TITLE).getByText('Not scored yet').waitFor();
    expect(await problems()).toEqual([]);
    // An event may come three minutes late.
    await here.desk.live.jumpMs(200_000);
    await panel(TITLE).locator('.summary-outcome').getByText('Open').waitFor();
  });

  it('is not there for somebody who may not see the ticket', async () => {
    const { page } = await visit({
      hash: `#/browse/${here.desk.tickets.held}`,
      accountId: OTHER_AGENT,
    });
    await page.getByRole('alert').getByText('no permission to see it').waitFor();
    expect(await page.locator('iframe').count()).toBe(0);
  });

  it('offers an override only to those who may', async () => {
    const { page } = await comeNear({ accountId: AGENT });
    const asked = page.waitForResponse(
      (response) =>
        (response.request().postData() ?? '').includes('readOverrideOptions') &&
        response.status() === 200,
    );
    await goTo(`#/browse/${here.desk.tickets.held}`);
    const panel = await frame();
    await asked;
    await page.waitForTimeout(300);
    expect(await panel.getByRole('button', { name: 'Override…' }).count()).toBe(0);
  });

  it('sets an outcome by hand and takes it back, with the keyboard alone', async () => {
    const key = here.desk.tickets.held;
    const { page } = await visit({ hash: `#/browse/${key}` });
    const panel = await frame();
    const button = panel.getByRole('button', { name: 'Override…' });
    await button.focus();
    await page.keyboard.press('Enter');
    // The first choice has the focus; Escape gives it back.
    await panel.locator('input[value="ai-resolved"]:focus').waitFor();
    expect(await problems()).toEqual([]);
    await page.keyboard.press('Escape');
    await panel.locator('form').waitFor({ state: 'detached' });
    await panel.locator('button:focus', { hasText: 'Override…' }).waitFor();

    await page.keyboard.press('Enter');
    await panel.getByRole('button', { name: 'Set outcome' }).click();
    await panel.getByText('Choose what became of it.').waitFor();
    await panel.getByText('Say why, in at least 3 characters.').waitFor();
    expect(await problems()).toEqual([]);
    await panel.locator('input[value="ai-resolved"]').focus();
    await page.keyboard.press('ArrowDown');
    expect(await panel.locator('input[value="escalated"]').isChecked()).toBe(true);
    await page.keyboard.press('Tab');
    await page.keyboard.type('Solved on the phone');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');

    await panel.getByText('Saved: the outcome is Escalated.').waitFor();
    await panel.locator('button:focus', { hasText: 'Override…' }).waitFor();
    expect(await panel.locator('.summary-outcome').textContent()).toBe('Escalated');
    await panel.getByText(`${PROJECT_ADMIN} set this outcome by hand on`).waitFor();
    await panel.getByText('Reason given: “Solved on the phone”').waitFor();
    expect(await problems()).toEqual([]);
    expect(tagOf(here.desk, key)).toMatchObject({ outcome: 'escalated' });

    await panel.getByRole('button', { name: 'Undo override' }).click();
    await panel.locator('button:focus', { hasText: 'Take it back' }).waitFor();
    expect(await problems()).toEqual([]);
    await page.keyboard.press('Escape');
    await panel.locator('button:focus', { hasText: 'Undo override' }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await panel.getByText('Taken back: the rules say AI-resolved.').waitFor();
    // Its own button is gone with the override.
    await panel.locator('button:focus', { hasText: 'Override…' }).waitFor();
    expect(await panel.getByRole('button', { name: 'Undo override' }).count()).toBe(0);
    expect(await panel.locator('.summary-outcome').textContent()).toBe('AI-resolved');
    expect(tagOf(here.desk, key)).toMatchObject({ outcome: 'ai-resolved' });
  });

  it('says in place why an override was not saved, keeps what was typed, and sends it once', async () => {
    const { page } = await visit({
      hash: `#/browse/${here.desk.tickets.pending}`,
      colorMode: 'dark',
      widthPx: 320,
    });
    const panel = await frame();
    const sent: unknown[] = [];
    page.on('request', (request) => {
      const body = request.postData() ?? '';
      if (body.includes('"overrideOutcome"'))
        sent.push((JSON.parse(body) as { payload: unknown }).payload);
    });
    const trouble = await failCalls(page, 'overrideOutcome');
    await panel.getByRole('button', { name: 'Override…' }).click();
    await panel.locator('input[value="ambiguous"]').check();
    await panel.getByLabel('Why?').fill('Nobody knows');
    await panel.getByRole('button', { name: 'Set outcome' }).click();
    await panel.getByRole('alert').getByText('The app did not answer').waitFor();
    expect(await problems()).toEqual([]);
    await trouble.end();
    await panel.getByRole('button', { name: 'Set outcome' }).click();
    await panel.getByText('Saved: the outcome is Ambiguous.').waitFor();
    expect(sent).toHaveLength(2);
    // The same decision of a person, told twice.
    expect(sent[1]).toEqual(sent[0]);
  });
});
