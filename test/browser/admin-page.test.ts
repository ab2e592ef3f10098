import { readFileSync } from 'node:fs';

import type { Frame, Page } from 'playwright-core';

import { askApp } from '../../sandbox/ask-app';
import type { Visit } from '../../sandbox/browser/open-page';
import type { Administration, SettingsExport } from '../../src/contract';
import {
  AGENT,
  BOT,
  HOUR,
  MINUTE,
  openTicket,
  PROJECT_ADMIN,
  RULE,
  SITE_ADMIN,
} from '../support/app-world';
import { aiResolutionOf } from './ai-resolution';
import { axeProblems } from './axe';
import { askAs, failCalls, holdCalls } from './bridge-traffic';
import { describeOnDesk } from './describe-on-desk';
import { openDesk } from './desk-world';
import { isFocused, overflowOf, themeOf } from './measure';
import { panelVisits } from './panel-visits';
import { openSurface } from './surfaces';

jest.setTimeout(90_000);

const TITLE = 'Firstline';
const ADDRESS = '#/admin/apps/admin-page';
const DAY = 24 * HOUR;

describeOnDesk('the administration', openDesk, (here) => {
  beforeAll(async () => {
    // An app that nobody has registered answers and closes a ticket.
    const issue = openTicket(here.desk, 'IT', 'Printer is on fire');
    await here.desk.live.jumpMs(MINUTE);
    here.desk.site.addComment({ by: RULE, issue, body: 'Please leave the room.', isPublic: true });
    await here.desk.live.jumpMs(MINUTE);
    here.desk.site.transition({ by: RULE, issue, to: 'Resolved' });
    await here.desk.live.jumpMs(8 * DAY);
  });
  const { visit, comeNear, goTo, frame, problems } = panelVisits(here, {
    title: TITLE,
    accountId: SITE_ADMIN,
  });
  const openAdmin = async (over: Partial<Visit> = {}): Promise<{ page: Page; panel: Frame }> => {
    const { page } = await visit({ hash: ADDRESS, ...over });
    return { page, panel: await frame() };
  };
  const administration = (): Promise<Administration> =>
    askApp(here.desk.host, 'readAdministration', {}, SITE_ADMIN);
  const aiResolution = (): Promise<string> => aiResolutionOf(here.desk);

  it('says in one sentence how all of it is, and what needs an administrator', async () => {
    const { panel } = await openAdmin();
    const health = panel.locator('.health-sentence');
    expect(await health.textContent()).toBe('All 2 desks are up to date; 1 actor unclassified.');
    await panel.locator('[data-todo="unclassified"]').getByRole('button').click();
    await panel.getByRole('heading', { name: 'Not classified' }).waitFor();
  });

  it('keeps each part at an address of its own, with Back', async () => {
    const { page, panel } = await openAdmin({ hash: `${ADDRESS}/cost` });
    const selected = panel.getByRole('tab', { selected: true });
    expect(await selected.textContent()).toBe('Cost');
    await panel.getByRole('tab', { name: 'Export' }).click();
    await page.waitForURL(/admin-page\/export$/);
    await page.goBack();
    await panel.getByRole('heading', { name: 'By kind of work' }).waitFor();
  });

  describe('a desk’s history', () => {
    it('is read again after a question, paused, and resumed', async () => {
      const { panel } = await openAdmin();
      await panel.getByRole('button', { name: 'Read again the history of HR…' }).click();
      const question = panel.getByRole('heading', { name: /^Read the whole history of HR again/ });
      expect(await isFocused(question)).toBe(true);
      expect(await axeProblems(panel)).toEqual([]);
      await panel.getByRole('button', { name: 'Cancel' }).click();
      expect((await backfillOf('HR')).status).toBe('done');

      await panel.getByRole('button', { name: 'Read again the history of HR…' }).click();
      await panel.getByRole('button', { name: 'Read again', exact: true }).click();
      await panel.getByText('Waiting for its turn').waitFor();
      await panel.getByRole('button', { name: 'Pause reading the history of HR' }).click();
      await panel.locator('[data-todo="paused-HR"]').waitFor();
      expect(await panel.locator('.health-sentence').textContent()).toContain(
        'history of HR paused at',
      );
      expect((await backfillOf('HR')).status).toBe('paused');
      await here.desk.live.jumpMs(10 * MINUTE);
      expect((await backfillOf('HR')).status).toBe('paused');

      await panel.locator('[data-todo="paused-HR"]').getByRole('button').click();
      await panel.locator('[data-todo="paused-HR"]').waitFor({ state: 'detached' });
      await here.desk.live.jumpMs(10 * MINUTE);
      expect((await backfillOf('HR')).status).toBe('done');
      await panel.getByText('All 2 desks are up to date').waitFor({ timeout: 30_000 });
    });

    const backfillOf = async (projectKey: string) => {
      const found = (await administration()).desks.find((each) => each.projectKey === projectKey);
      if (found === undefined) throw new Error(`no desk ${projectKey}`);
      return found.backfill;
    };
  });

  describe('the registry', () => {
    it('takes an unknown app as an AI agent, and the numbers follow', async () => {
      expect(await aiResolution()).toBe('3 of 4');
      const { panel } = await openAdmin({ hash: `${ADDRESS}/actors` });
      const row = panel.getByRole('row').filter({ hasText: RULE });
      expect(await row.getByRole('cell').allTextContents()).toEqual([
        'App',
        '1',
        '8 d ago',
        'Classify…',
      ]);
      await row.getByRole('button', { name: `Classify ${RULE}…` }).click();
      await panel.getByRole('heading', { name: `What is ${RULE}?` }).waitFor();
      await panel.getByRole('button', { name: 'Save' }).click();
      await panel.getByText('Choose what it is.').waitFor();
      await panel.getByLabel('AI agent').check();
      await panel.getByText('An AI agent needs a name to be shown by.').waitFor();
      expect(await axeProblems(panel)).toEqual([]);
      await panel.getByLabel('Name', { exact: true }).fill('Rulebot');
      await panel.getByLabel('Vendor (optional)').fill('Rules Inc.');
      await panel.getByRole('button', { name: 'Save' }).click();
      await panel.getByText('Every actor seen so far is classified.').waitFor();
      await panel.getByText('Saved. Every desk is being judged again').waitFor();
      await panel.getByText('Rulebot · Rules Inc.').waitFor();
      await here.desk.live.jumpMs(5 * MINUTE);
      expect(await aiResolution()).toBe('4 of 5');
    });

    it('changes and removes an entry after a question, and the numbers follow', async () => {
      const { panel } = await openAdmin({ hash: `${ADDRESS}/actors` });
      await panel.getByRole('button', { name: `Change ${RULE}…` }).click();
      expect(await panel.getByLabel('Name', { exact: true }).inputValue()).toBe('Rulebot');
      await panel.getByLabel('Automation').check();
      await panel.getByRole('button', { name: 'Save' }).click();
      await panel.getByRole('row').filter({ hasText: RULE }).getByText('Automation').waitFor();
      await here.desk.live.jumpMs(5 * MINUTE);
      expect(await aiResolution()).toBe('3 of 4');
      expect((await administration()).unclassified).toEqual([]);

      await panel.getByRole('button', { name: `Remove ${RULE}…` }).click();
      await panel.getByRole('heading', { name: `Remove ${RULE} from the registry?` }).waitFor();
      expect(await axeProblems(panel)).toEqual([]);
      await panel.getByRole('button', { name: 'Remove', exact: true }).click();
      await panel.getByText('Saved. Every desk is being judged again').waitFor();
      await here.desk.live.jumpMs(5 * MINUTE);
      await panel.getByRole('button', { name: `Classify ${RULE}…` }).waitFor();
    });

    it('takes an account that was not seen yet', async () => {
      const { panel } = await openAdmin({ hash: `${ADDRESS}/actors` });
      await panel.getByRole('button', { name: 'Add an account…' }).click();
      await panel.getByRole('button', { name: 'Save' }).click();
      await panel.getByText('Give an account id.').waitFor();
      await panel.getByLabel('Account id').fill('another-bot');
      await panel.getByLabel('AI agent').check();
      await panel.getByLabel('Name', { exact: true }).fill('Beta');
      await panel.getByRole('button', { name: 'Save' }).click();
      await panel.getByRole('row').filter({ hasText: 'another-bot' }).waitFor();
      await askApp(here.desk.host, 'unregisterActor', { actorId: 'another-bot' }, SITE_ADMIN);
      await here.desk.live.jumpMs(5 * MINUTE);
    });
  });

  it('tells what runs, what failed and what it costs', async () => {
    const { panel } = await openAdmin({ hash: `${ADDRESS}/jobs` });
    const it = panel.locator('[data-desk="IT"]');
    expect(await it.textContent()).toContain('Up to date.');
    const { usage } = await administration();
    const runs = usage
      .filter(({ work }) => work === 'refresh-desk')
      .reduce((sum, row) => sum + row.runs, 0);
    const shown = panel.getByRole('row').filter({ hasText: 'Hourly refresh of a desk' });
    expect(await shown.getByRole('cell').nth(1).textContent()).toBe(runs.toLocaleString('en-GB'));
    await panel.getByRole('tab', { name: 'Cost' }).click();
    const days = new Set(usage.map(({ day }) => day));
    const byDay = panel.getByRole('table', { name: 'By day, last 30 days' });
    expect(await byDay.getByRole('row').count()).toBe(days.size + 1);
    await panel.getByText('a change of a ticket costs at most 2 requests').waitFor();
  });

  it('hands out what people have set as a file', async () => {
    const { page, panel } = await openAdmin({ hash: `${ADDRESS}/export` });
    const arriving = page.waitForEvent('download');
    await panel.getByRole('button', { name: 'Download settings (JSON)' }).click();
    const download = await arriving;
    expect(download.suggestedFilename()).toMatch(/^firstline-settings-2026-03-\d\d\.json$/);
    const file = JSON.parse(readFileSync(await download.path(), 'utf8')) as SettingsExport;
    expect(file).toMatchObject({ format: 'firstline-settings', formatVersion: 1 });
    expect(file.desks.map(({ projectKey }) => projectKey).sort()).toEqual(['HR', 'IT']);
    expect(file.actors.map(({ accountId }) => accountId)).toContain(BOT);
    await panel.getByText(`${download.suggestedFilename()} is in the browser`).waitFor();
  });

  it('is operable by keyboard alone', async () => {
    const { page, panel } = await openAdmin();
    await panel.getByRole('tab', { name: 'ServiceNow' }).focus();
    await page.keyboard.press('ArrowRight');
    await panel.getByRole('heading', { name: 'Registered' }).waitFor();
    await panel.getByRole('button', { name: `Remove ${BOT}…` }).focus();
    await page.keyboard.press('Enter');
    const question = panel.getByRole('heading', { name: `Remove ${BOT} from the registry?` });
    expect(await isFocused(question)).toBe(true);
    await page.keyboard.press('Escape');
    await question.waitFor({ state: 'detached' });
    const button = panel.getByRole('button', { name: `Remove ${BOT}…` });
    expect(await isFocused(button)).toBe(true);
  });

  describe('states', () => {
    it('shows where everything will stand while it loads', async () => {
      const { page, panel } = await comeNear();
      const trouble = await holdCalls(page);
      await goTo(ADDRESS);
      await panel(TITLE).getByRole('status', { name: 'Loading…' }).waitFor();
      expect(await problems()).toEqual([]);
      await trouble.end();
      await panel(TITLE).getByRole('tab').first().waitFor();
    });

    it('says what happened when the app cannot be asked, and tries again', async () => {
      const { page, panel } = await comeNear();
      const trouble = await failCalls(page);
      await goTo(ADDRESS);
      await panel(TITLE).getByRole('alert').getByText('The app did not answer').waitFor();
      expect(await problems()).toEqual([]);
      await trouble.end();
      await panel(TITLE).getByRole('button', { name: 'Try again' }).click();
      await panel(TITLE).getByRole('tab').first().waitFor();
    });

    it('shows nothing to anybody else', async () => {
      for (const accountId of [AGENT, PROJECT_ADMIN]) {
        const refused = await openSurface(here, 'admin-page', { accountId });
        expect(refused.frame).toBeNull();
      }
      // Whose rights went while the page was open is told by the app itself.
      const { page, panel } = await comeNear();
      await askAs(page, PROJECT_ADMIN);
      await goTo(ADDRESS);
      await panel(TITLE)
        .getByRole('alert')
        .getByText('Administration is for administrators of Jira')
        .waitFor();
      expect(await problems()).toEqual([]);
      expect(await panel(TITLE).getByRole('tab').count()).toBe(0);
    });

    it('says on a site without desks when the first will appear', async () => {
      const { page } = await comeNear();
      const empty: Administration = {
        asOf: new Date(here.desk.live.nowMs()).toISOString(),
        desks: [],
        actors: [],
        unclassified: [],
        usage: [],
      };
      await page.route('**/api/bridge/invoke', (route) =>
        (route.request().postDataJSON() as { readonly key: string }).key === 'readAdministration'
          ? route.fulfill({ json: { value: { ok: true, value: empty } } })
          : route.fallback(),
      );
      await goTo(ADDRESS);
      const panel = await frame();
      expect(await panel.locator('.health-sentence').textContent()).toBe(
        'No service project is scored yet.',
      );
      await panel.getByText('Desks appear within the hour').waitFor();
      expect(await axeProblems(panel)).toEqual([]);
      for (const tab of ['Actors', 'Telemetry', 'Jobs and sync', 'Cost']) {
        await panel.getByRole('tab', { name: tab }).click();
        await panel.getByRole('tab', { name: tab, selected: true }).waitFor();
        expect(await axeProblems(panel)).toEqual([]);
      }
    });

    const cases = (['light', 'dark'] as const).flatMap((colorMode) =>
      [320, 768, 1_600].map((widthPx) => [colorMode, widthPx] as const),
    );
    it.each(cases)('fits in %s at %d px, and axe finds nothing', async (colorMode, widthPx) => {
      const surface = await openSurface(here, 'admin-page', {
        colorMode,
        frameWidthPx: widthPx,
        widthPx: 2_000,
      });
      const frame = surface.frame as Frame;
      const content = surface.element.contentFrame();
      for (const tab of ['Desks', 'Actors', 'Telemetry', 'Jobs and sync', 'Cost', 'Export']) {
        await frame.getByRole('tab', { name: tab }).click();
        await frame.getByRole('tab', { name: tab, selected: true }).waitFor();
        expect([tab, (await overflowOf(content.locator('html'))).sidewaysPx]).toEqual([tab, 0]);
        expect([tab, await axeProblems(frame)]).toEqual([tab, []]);
      }
      expect(await themeOf(content.locator('body'))).toBe(colorMode);
      expect(surface.complaints).toEqual([]);
    });

    it('speaks German', async () => {
      const { panel } = await openAdmin({ locale: 'de-DE', hash: `${ADDRESS}/actors` });
      expect(await panel.locator('.health-sentence').textContent()).toContain(
        'Alle 2 Service Desks sind auf dem Stand',
      );
      const body = await panel.locator('body').textContent();
      expect(body).not.toMatch(/\b(actors|classified|history|agent needs|saved)\b/i);
    });
  });
});
