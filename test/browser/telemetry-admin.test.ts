import { readFileSync } from 'node:fs';

import type { Frame, Page } from 'playwright-core';

import { askApp } from '../../sandbox/ask-app';
import type { Visit } from '../../sandbox/browser/open-page';
import type { FeedbackLine } from '../../src/domain/feedback/feedback-line';
import { BOT, MINUTE, openTicket, SITE_ADMIN } from '../support/app-world';
import {
  aHandOffWorld,
  anAttemptedTicket,
  pushHandOff,
  type HandOffWorld,
} from '../support/hand-off-world';
import { axeProblems } from './axe';
import { failCalls, holdCalls } from './bridge-traffic';
import { describeOnDesk } from './describe-on-desk';
import { serve } from './desk-world';
import { isFocused, overflowOf, themeOf } from './measure';
import { panelVisits } from './panel-visits';

jest.setTimeout(60_000);

const TITLE = 'Firstline';
const ADDRESS = '#/admin/apps/admin-page/telemetry';
const LABEL = 'Atlas in production';

/** A ticket that the AI resolved, and one that should be with people, of which Jira did not take it. */
async function openDesk() {
  const world: HandOffWorld = await aHandOffWorld();
  const startedAtMs = world.live.nowMs();
  const { site, live } = world;
  const resolved = openTicket(world);
  await live.jumpMs(MINUTE);
  site.addComment({ by: BOT, issue: resolved, body: 'Try the new profile.', isPublic: true });
  await live.jumpMs(MINUTE);
  site.transition({ by: BOT, issue: resolved, to: 'Resolved' });
  const waiting = await anAttemptedTicket(world);
  await pushHandOff(world, waiting);
  site.failNext(9, 503, {}, /^PUT .*\/issue\/\d+$/);
  await live.jumpMs(10 * MINUTE);
  const shell = await serve(world, startedAtMs);
  return {
    ...world,
    shell,
    tickets: { resolved, waiting },
    async close() {
      await shell.close();
      await live.stop();
      world.crash.stop();
    },
  };
}

describeOnDesk('telemetry in administration', openDesk, (here) => {
  const { visit, frame, comeNear, goTo, problems } = panelVisits(here, {
    title: TITLE,
    accountId: SITE_ADMIN,
  });
  const openTelemetry = async (
    over: Partial<Visit> = {},
  ): Promise<{ readonly page: Page; readonly panel: Frame }> => {
    const { page } = await visit({ hash: ADDRESS, ...over });
    return { page, panel: await frame() };
  };
  const row = (panel: Frame) => panel.getByRole('row').filter({ hasText: LABEL });
  /** A run of the agent that says what it is about, as an agent sends it. */
  const send = async (token: string, id: string, ticket: string): Promise<number> => {
    const { endpoint } = await askApp(here.desk.host, 'readTelemetryStatus', {}, SITE_ADMIN);
    if (endpoint === null) throw new Error('The platform gives no address');
    const endedAt = new Date(here.desk.clock.now() - 9 * MINUTE).toISOString();
    const startedAt = new Date(here.desk.clock.now() - 10 * MINUTE).toISOString();
    const run = { id, ticket, startedAt, endedAt, result: 'resolved', confidence: 0.93 };
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ runs: [run] }),
    });
    await response.arrayBuffer();
    return response.status;
  };
  let token = '';
  let newToken = '';

  it('has a credential made, its token shown once and copied', async () => {
    const { page, panel } = await openTelemetry();
    await panel.getByText('No agent can report yet.').waitFor();
    await panel.getByRole('button', { name: 'Create a credential…' }).click();
    await panel.getByRole('button', { name: 'Create', exact: true }).click();
    await panel.getByText('Give it a name.').waitFor();
    expect(await panel.getByLabel('AI agent', { exact: true }).inputValue()).toBe(BOT);
    await panel.getByLabel('Link to traces (optional)').fill('http://traces.example.com');
    await panel.getByText('Give an https address with {traceId} in it').waitFor();
    expect(await axeProblems(panel)).toEqual([]);
    await panel.getByLabel('Name', { exact: true }).fill(LABEL);
    await panel.getByLabel('Link to traces (optional)').fill('https://t.example.com/{traceId}');
    await panel.getByRole('button', { name: 'Create', exact: true }).click();

    const title = panel.getByRole('heading', { name: /^Keep this token now/ });
    await title.waitFor();
    expect(await isFocused(title)).toBe(true);
    token = await panel.getByLabel('Token', { exact: true }).inputValue();
    expect(token).toMatch(/^[\w-]+\.[\w-]{43}$/);
    expect(await axeProblems(panel)).toEqual([]);
    await page.context().grantPermissions(['clipboard-read']);
    const clipboard = () => page.evaluate<string>('navigator.clipboard.readText()');
    await panel.getByRole('button', { name: 'Copy the token' }).click();
    await panel.getByText('Copied', { exact: true }).waitFor();
    expect(await clipboard()).toBe(token);
    await panel.getByRole('button', { name: 'Copy the settings with the token' }).click();
    expect((await clipboard()).split('\n').at(-1)).toBe(
      `OTEL_EXPORTER_OTLP_TRACES_HEADERS=Authorization=Bearer%20${token}`,
    );

    await panel.getByRole('button', { name: 'I have kept it' }).click();
    await title.waitFor({ state: 'detached' });
    expect(await panel.content()).not.toContain(token.split('.')[1]);
    expect(await row(panel).textContent()).toContain('Never used');
  });

  it('shows that it is used, and the runs that belong to no ticket', async () => {
    expect(await send(token, 'run-1', here.desk.tickets.resolved)).toBe(200);
    expect(await send(token, 'run-2', 'IT-9999')).toBe(200);
    const { panel } = await openTelemetry();
    expect(await row(panel).textContent()).toMatch(/Atlas.*In use.*just now/);
    const unmatched = panel.getByRole('table', { name: 'Runs without a ticket' });
    expect(await unmatched.getByRole('row').last().allTextContents()).toEqual(['Atlas1just now']);
    expect(await panel.locator('.health-sentence').textContent()).toContain(
      '1 run without a ticket; 1 hand-off waits for Jira.',
    );
  });

  it('says of hand-offs why they wait, with a link to their tickets', async () => {
    const { page, panel } = await openTelemetry({ hash: '#/admin/apps/admin-page/desks' });
    await panel.locator('[data-todo="hand-offs"]').getByRole('button').click();
    const table = panel.getByRole('table', { name: 'Hand-offs under way' });
    const waiting = table.getByRole('row').last();
    expect(await waiting.textContent()).toMatch(
      /the confidence was below the threshold.*Waits: Jira is busy or does not answer\. Tried \d+ times?\./,
    );
    await waiting.getByRole('button', { name: here.desk.tickets.waiting }).click();
    await page.waitForURL(new RegExp(`${here.desk.tickets.waiting}$`));
  });

  it('hands out labelled outcomes as one file', async () => {
    const { page, panel } = await openTelemetry({ hash: '#/admin/apps/admin-page/export' });
    await panel.getByText('No export has been prepared yet.').waitFor();
    const download = panel.getByRole('button', { name: 'Download (JSON Lines)' });
    expect(await download.isDisabled()).toBe(true);
    await panel.getByRole('button', { name: 'Prepare an export' }).click();
    await panel.getByText(/^Being prepared, begun .*: 0 lines so far\.$/).waitFor();
    await here.desk.live.jumpMs(MINUTE);
    await panel.getByText(/^Prepared .*: 2 lines\.$/).waitFor({ timeout: 20_000 });
    const arriving = page.waitForEvent('download');
    await download.click();
    const file = await arriving;
    expect(file.suggestedFilename()).toMatch(/^firstline-outcomes-2026-03-\d\d\.jsonl$/);
    const text = readFileSync(await file.path(), 'utf8');
    const lines = text
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as FeedbackLine);
    expect(
      lines.map(({ agentId, features, claim }) => [agentId, features.confidence, claim.result]),
    ).toEqual(
      expect.arrayContaining([
        [BOT, 0.93, 'resolved'],
        [BOT, 0.62, expect.anything()],
      ]),
    );
    await panel.getByText(`${file.suggestedFilename()} is in the browser`).waitFor();
    await panel.getByLabel('New since earlier exports').check();
    await panel.getByRole('button', { name: 'Prepare an export' }).click();
    await panel.getByText(/^Being prepared/).waitFor();
    await here.desk.live.jumpMs(MINUTE);
    await panel.getByText(/^Prepared .*: nothing is new\.$/).waitFor({ timeout: 20_000 });
    expect(await download.isDisabled()).toBe(true);
  });

  it('gives a new secret after a question; the one before holds meanwhile', async () => {
    const { page, panel } = await openTelemetry();
    await panel.getByRole('button', { name: `New secret for ${LABEL}…` }).focus();
    await page.keyboard.press('Enter');
    await panel.getByRole('heading', { name: `Give ${LABEL} a new secret?` }).waitFor();
    await panel.getByRole('button', { name: 'Make a new secret' }).click();
    newToken = await panel.getByLabel('Token', { exact: true }).inputValue();
    expect(newToken).not.toBe(token);
    await panel.getByRole('button', { name: 'I have kept it' }).click();
    await row(panel).getByText('The secret before holds until').waitFor();
    expect(await send(token, 'run-3', here.desk.tickets.resolved)).toBe(200);
    expect(await send(newToken, 'run-3', here.desk.tickets.resolved)).toBe(200);
  });

  describe('states', () => {
    const cases = (['light', 'dark'] as const).flatMap((colorMode) =>
      [320, 1_600].map((widthPx) => [colorMode, widthPx] as const),
    );
    it.each(cases)('fits in %s at %d px, and axe finds nothing', async (colorMode, widthPx) => {
      const { page, panel } = await openTelemetry({ colorMode, widthPx });
      const content = page.locator(`iframe[title="${TITLE}"]`).contentFrame();
      expect(await problems()).toEqual([]);
      await panel.getByRole('button', { name: `Revoke ${LABEL}…` }).click();
      await panel.getByRole('heading', { name: `Revoke ${LABEL}?` }).waitFor();
      expect(await problems()).toEqual([]);
      expect((await overflowOf(content.locator('html'))).sidewaysPx).toBe(0);
      expect(await themeOf(content.locator('body'))).toBe(colorMode);
      await panel.getByRole('tab', { name: 'Export' }).click();
      await panel.getByRole('button', { name: 'Prepare an export' }).waitFor();
      expect(await problems()).toEqual([]);
    });

    it('shows where it will stand while it loads', async () => {
      const { page, panel } = await comeNear();
      const held = await holdCalls(page, 'readTelemetryStatus');
      await goTo(ADDRESS);
      await panel(TITLE).getByRole('status', { name: 'Loading…' }).waitFor();
      expect(await problems()).toEqual([]);
      await held.end();
      await panel(TITLE).getByText(LABEL).first().waitFor();
    });

    it('says that the app did not answer, and tries again when asked', async () => {
      const { page, panel } = await comeNear();
      const trouble = await failCalls(page, 'readTelemetryStatus');
      await goTo(ADDRESS);
      await panel(TITLE).getByRole('alert').getByText('The app did not answer').waitFor();
      expect(await problems()).toEqual([]);
      await trouble.end();
      await panel(TITLE).getByRole('button', { name: 'Try again' }).click();
      await panel(TITLE).getByText(LABEL).first().waitFor();
    });

    it('speaks German', async () => {
      await visit({ hash: ADDRESS, locale: 'de-DE' });
      const panel = await frame();
      await panel.getByRole('heading', { name: 'Zugangsdaten' }).waitFor();
      const body = await panel.locator('body').textContent();
      expect(body).not.toMatch(/\b(credentials?|secret|hand-offs?|waits|runs?|used)\b/i);
    });
  });

  it('refuses what is sent with it once it is revoked', async () => {
    const { panel } = await openTelemetry();
    await panel.getByRole('button', { name: `Revoke ${LABEL}…` }).click();
    await panel.getByRole('button', { name: 'Revoke', exact: true }).click();
    await row(panel).getByText('Revoked').waitFor();
    expect(await row(panel).getByRole('button').count()).toBe(0);
    expect(await send(newToken, 'run-4', here.desk.tickets.resolved)).toBe(403);
    expect(await send(token, 'run-4', here.desk.tickets.resolved)).toBe(403);
  });
});
