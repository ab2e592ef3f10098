import { AGENT, BOT, OTHER_AGENT, openTicket, RULE } from '../support/app-world';
import { failCalls, holdCalls } from './bridge-traffic';
import { describeOnDesk } from './describe-on-desk';
import { openDesk, type OpenDesk } from './desk-world';
import { panelVisits } from './panel-visits';

jest.setTimeout(60_000);

const TITLE = 'AI outcomes';
const HOUR_MS = 3_600_000;
const ofDesk = (project: string): string => `#/${project}/ai-outcomes`;

/** A ticket for each list: one that came back, one that waits for people, one that is unclear. */
async function withAttention(desk: OpenDesk) {
  const { site, live } = desk;
  const answered = async (summary: string): Promise<string> => {
    const issue = openTicket(desk, 'IT', summary);
    await live.jumpMs(30_000);
    site.addComment({ by: BOT, issue, body: 'Try the new profile.', isPublic: true });
    await live.jumpMs(1_000);
    return issue;
  };
  const reversed = await answered('Mail is slow');
  site.transition({ by: BOT, issue: reversed, to: 'Resolved' });
  await live.jumpMs(2 * HOUR_MS);
  site.transition({ by: RULE, issue: reversed, to: 'In Progress' });
  const waiting = await answered('Monitor flickers');
  site.transition({ by: BOT, issue: waiting, to: 'Escalated' });
  await live.jumpMs(1_000);
  site.addComment({ by: AGENT, issue: waiting, body: 'I take it.', isPublic: true });
  const unclear = await answered('Badge does not open the door');
  site.transition({ by: RULE, issue: unclear, to: 'Resolved' });
  await live.jumpMs(3 * HOUR_MS);
  return { reversed, waiting, unclear };
}

describeOnDesk('the queue page', openDesk, (here) => {
  let tickets: Awaited<ReturnType<typeof withAttention>>;
  beforeAll(async () => {
    tickets = await withAttention(here.desk);
  });
  const { visit, comeNear, goTo, frame, problems } = panelVisits(here, {
    title: TITLE,
    accountId: AGENT,
  });

  it.each([
    ['light', 320],
    ['dark', 320],
    ['light', 768],
    ['light', 1_600],
    ['dark', 1_600],
  ] as const)('sums the desk up before its figures, in %s at %d px', async (colorMode, widthPx) => {
    await visit({ hash: ofDesk('IT'), colorMode, widthPx });
    const panel = await frame();
    expect(await panel.locator('.header-summary').textContent()).toMatch(
      /^The AI resolved 2 of 3 tickets it handled, and /,
    );
    expect(await panel.locator('[data-kpi]').count()).toBe(12);
    await panel.getByText('No history was read').waitFor();
    expect(await problems()).toEqual([]);
  });

  it.each([
    ['aiResolution', '2 of 3 AI-handled tickets', 'rate%3AaiResolution'],
    ['escalation', '1 of 3 AI-handled tickets', 'rate%3Aescalation'],
    ['mttr-ai', /resolved$/, 'time%3Aai'],
    ['open', /^waiting/, 'open'],
  ] as const)('opens exactly what %s counted', async (kpi, basis, cohort) => {
    const { page } = await visit({ hash: ofDesk('IT') });
    const panel = await frame();
    await panel.locator(`[data-kpi="${kpi}"]`).getByRole('button', { name: basis }).click();
    await page.waitForURL(
      new RegExp(
        `#/IT/apps/project-page/tickets\\?cohort=${cohort}&from=\\d{4}-\\d\\d-\\d\\d&to=\\d{4}-\\d\\d-\\d\\d$`,
      ),
    );
  });

  it('opens what became of the tickets, by outcome', async () => {
    const { page } = await visit({ hash: ofDesk('IT') });
    const panel = await frame();
    await panel.getByRole('button', { name: /Reversed: list these tickets$/ }).click();
    await page.waitForURL(/cohort=outcome%3Areversed&/);
  });

  it('names the tickets that need somebody, why, and where the whole list is', async () => {
    const { page } = await visit({ hash: ofDesk('IT') });
    const panel = await frame();
    const section = panel.getByRole('region', { name: 'Needs attention' });
    const rows = section.getByRole('listitem');
    await rows.getByText('Mail is slow').waitFor();
    expect(await rows.allTextContents()).toEqual([
      expect.stringMatching(
        new RegExp(
          `^${tickets.reversed}Mail is slowIn ProgressResolved by Atlas .* then reopened$`,
        ),
      ),
    ]);
    await section.getByRole('radio', { name: 'Reversed 1' }).focus();
    await page.keyboard.press('ArrowRight');
    await rows.getByText('Monitor flickers').waitFor();
    expect(await rows.textContent()).toMatch(/Went from Atlas to people .* ago/);
    await page.keyboard.press('ArrowRight');
    await rows.getByText('Badge does not open the door').waitFor();
    expect(await problems()).toEqual([]);
    await section.getByRole('button', { name: 'Show JQL' }).click();
    expect(await section.getByRole('textbox').inputValue()).toMatch(/^id in \(\d+\) ORDER BY/);
    expect(await problems()).toEqual([]);
    await section.getByRole('button', { name: tickets.unclear }).click();
    await page.getByRole('heading', { name: 'Badge does not open the door' }).waitFor();
  });

  it('moves through the periods with the arrow keys', async () => {
    const { page } = await visit({ hash: ofDesk('IT') });
    const panel = await frame();
    await panel.getByRole('radio', { name: '30 days' }).focus();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    const today = panel.getByRole('radio', { name: 'Today' });
    expect(await today.isChecked()).toBe(true);
    await panel.locator('[aria-busy="false"]').waitFor();
    // A single day has no course, and nothing of it is mature.
    await panel.getByRole('heading', { name: 'Trend' }).waitFor({ state: 'detached' });
    expect(await panel.locator('.header-summary').textContent()).toMatch(/too early to say/);
    expect(await problems()).toEqual([]);
  });

  it('shows its shape while figures are on their way', async () => {
    const { page, panel } = await comeNear();
    const trouble = await holdCalls(page, 'readDeskScorecard');
    await goTo(ofDesk('IT'));
    await panel(TITLE).getByRole('status', { name: 'Loading…' }).waitFor();
    expect(await problems()).toEqual([]);
    await trouble.end();
    await panel(TITLE).locator('[data-kpi="aiResolution"]').waitFor();
  });

  it('says what happened when the app does not answer, and tries again', async () => {
    const { page, panel } = await comeNear();
    const trouble = await failCalls(page, 'readDeskScorecard');
    await goTo(ofDesk('IT'));
    await panel(TITLE).getByRole('alert').getByText('The app did not answer').waitFor();
    expect(await problems()).toEqual([]);
    await trouble.end();
    await panel(TITLE).getByRole('button', { name: 'Try again' }).click();
    await panel(TITLE).locator('[data-kpi="aiResolution"]').waitFor();
  });

  it('says what to do on a desk without tickets', async () => {
    await visit({ hash: ofDesk('HR'), accountId: OTHER_AGENT });
    const panel = await frame();
    await panel.getByText('No tickets in the last 30 days').waitFor();
    await panel.getByText('Today').click();
    await panel.getByText('No tickets today').waitFor();
    expect(await problems()).toEqual([]);
  });

  it('is kept from those who may not see the desk', async () => {
    const { page } = await visit({ hash: ofDesk('IT'), accountId: OTHER_AGENT });
    await page.getByRole('alert').getByText('no permission to see it').waitFor();
    expect(await page.locator('iframe').count()).toBe(0);
  });
});
