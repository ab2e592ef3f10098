import type { Frame, Page } from 'playwright-core';

import type { Visit } from '../../sandbox/browser/open-page';
import { AGENT, MINUTE, PROJECT_ADMIN } from '../support/app-world';
import { publish, settingsOfDesk } from '../support/desk-settings';
import { aiResolutionOf } from './ai-resolution';
import { axeProblems } from './axe';
import { askAs, failCalls, holdCalls, PROVOKED } from './bridge-traffic';
import { describeOnDesk } from './describe-on-desk';
import { openDesk } from './desk-world';
import { isFocused, overflowOf, themeOf } from './measure';
import { panelVisits } from './panel-visits';
import { openSurface } from './surfaces';

jest.setTimeout(90_000);

const TITLE = 'AI outcomes';
const addressOf = (project: string): string => `#/${project}/settings/apps/project-settings`;

describeOnDesk('the settings of a project', openDesk, (here) => {
  const { visit, comeNear, goTo, frame, problems } = panelVisits(here, {
    title: TITLE,
    accountId: PROJECT_ADMIN,
  });
  const openSettings = async (over: Partial<Visit> = {}): Promise<{ page: Page; panel: Frame }> => {
    const { page } = await visit({ hash: addressOf('IT'), ...over });
    return { page, panel: await frame() };
  };
  /** Runs the preview's job and waits for what came of it. */
  const preview = async (panel: Frame): Promise<void> => {
    await panel.getByRole('button', { name: 'Preview the draft' }).click();
    await panel.getByText(/tickets? judged$/).waitFor();
    await here.desk.live.jumpMs(5_000);
    await panel.getByRole('button', { name: 'Publish…' }).waitFor();
  };
  const publishDraft = async (panel: Frame, reason: string): Promise<void> => {
    await panel.getByRole('button', { name: 'Publish…' }).click();
    await panel.getByLabel('Why?').fill(reason);
    await panel.getByRole('button', { name: 'Publish', exact: true }).click();
  };
  const rowOf = async (panel: Frame, id: string): Promise<readonly string[]> =>
    (await panel.locator(`[data-row="${id}"] > *`).allTextContents()).map(plain);
  const aiResolution = (): Promise<string> => aiResolutionOf(here.desk);

  describe('a change of the definition', () => {
    it('is previewed, published and restored, and the numbers follow', async () => {
      const { page, panel } = await openSettings();
      // Two that held, one that was escalated, and one that the AI resolved two hours ago.
      expect(await aiResolution()).toBe('2 of 3');
      await panel.getByLabel('Hours', { exact: true }).fill('1');
      await panel.getByText('was 168 h (7 days), now 1 h').first().waitFor();
      expect(await panel.getByRole('button', { name: /^Publish/ }).count()).toBe(0);

      await preview(panel);
      const said = plain(await panel.locator('.preview').textContent());
      expect(said).toContain('1 of 4 episodes would have another outcome.');
      expect(said).toContain(
        'A window of 1 h would have counted 1 more AI resolution in these 30 days. ' +
          'Now it is: 1 pending.',
      );
      expect(await rowOf(panel, 'aiResolution')).toEqual([
        'AI resolution',
        '67% (2 of 3)',
        '75% (3 of 4)',
        '+8 pts',
      ]);
      expect(await rowOf(panel, 'pending')).toEqual(['AI-resolved · pending', '1', '0', '−1']);
      expect(await axeProblems(panel)).toEqual([]);
      expect(await aiResolution()).toBe('2 of 3');

      await panel.getByRole('button', { name: 'Publish…' }).click();
      const question = panel.getByRole('group', { name: 'Publish as version 2?' });
      expect(await isFocused(question.getByRole('heading'))).toBe(true);
      await panel.getByRole('button', { name: 'Publish', exact: true }).click();
      await panel.getByText('Say why, in a few words.').waitFor();
      expect(await axeProblems(panel)).toEqual([]);
      await panel.getByLabel('Why?').fill('Try an hour');
      await panel.getByRole('button', { name: 'Publish', exact: true }).click();
      await panel.getByText('Version 2 holds. Tickets are being judged again by it').waitFor();
      await here.desk.live.jumpMs(2 * MINUTE);
      expect(await aiResolution()).toBe('3 of 4');

      const second = panel.locator('[data-version="2"]');
      await second.getByText('holds now').waitFor();
      const told = plain(await second.textContent());
      expect(told).toContain(`Published by ${PROJECT_ADMIN}`);
      expect(told).toContain('Try an hour');
      expect(told).toContain('was 168 h (7 days), now 1 h');

      await panel.getByRole('button', { name: 'Restore version 1…' }).click();
      expect(await isFocused(panel.locator('#draft-title'))).toBe(true);
      await panel.getByText('These are the settings of version 1 again.').waitFor();
      await preview(panel);
      expect(await rowOf(panel, 'aiResolution')).toEqual([
        'AI resolution',
        '75% (3 of 4)',
        '67% (2 of 3)',
        '−8 pts',
      ]);
      await panel.getByRole('button', { name: 'Publish…' }).click();
      expect(await panel.getByLabel('Why?').inputValue()).toBe('Back to version 1');
      await panel.getByRole('button', { name: 'Publish', exact: true }).click();
      await panel.locator('[data-version="3"]').getByText('restores version 1').waitFor();
      await here.desk.live.jumpMs(2 * MINUTE);
      expect(await aiResolution()).toBe('2 of 3');
      expect(await settingsOfDesk(here.desk)).toMatchObject({
        version: 3,
        settings: { definition: { windowHours: 168 } },
      });
      await page.close();
    });

    it('wants a new preview when the draft or the period of it changes', async () => {
      const { panel } = await openSettings();
      await panel.getByRole('button', { name: '3 days' }).click();
      await preview(panel);
      await panel.getByLabel('Yes').check();
      await panel.getByText('The draft has changed since this preview.').waitFor();
      expect(await panel.getByRole('button', { name: 'Publish…' }).count()).toBe(0);
      await panel.getByLabel('the last 90 days').check();
      await preview(panel);
      await panel.getByText(/^What the draft would change, .* 2026$/).waitFor();
      await panel.getByLabel('Show only what changes').check();
      expect(await panel.locator('[data-row="open"]').count()).toBe(0);
    });

    it('is refused when somebody published meanwhile: the draft stays, and can go on', async () => {
      const { panel } = await openSettings();
      const { version } = await settingsOfDesk(here.desk);
      await panel.getByRole('button', { name: '14 days' }).click();
      await preview(panel);
      const definition = (await settingsOfDesk(here.desk)).settings.definition;
      await publish(here.desk, { definition: { ...definition, ratingConfirmsAt: 5 } });
      await publishDraft(panel, 'Two weeks');
      await panel.getByText(`Version ${version + 1} was published meanwhile`).waitFor();
      const notice = panel.getByRole('alert').filter({ hasText: 'published meanwhile' });
      expect(await notice.textContent()).toContain('Rating that confirms was 4, now 5');
      expect(await panel.getByLabel('Hours', { exact: true }).inputValue()).toBe('336');
      expect(await panel.getByRole('button', { name: 'Publish…' }).count()).toBe(0);
      expect(await axeProblems(panel)).toEqual([]);

      await notice.getByRole('button').click();
      await preview(panel);
      await publishDraft(panel, 'Two weeks');
      await panel
        .locator(`[data-version="${version + 2}"]`)
        .getByText('Two weeks')
        .waitFor();
      // The draft's own change stands on top of the other person's.
      const now = await settingsOfDesk(here.desk);
      expect(now.settings.definition).toMatchObject({ windowHours: 336, ratingConfirmsAt: 5 });
      await publish(here.desk, { definition });
      await here.desk.live.jumpMs(2 * MINUTE);
    });

    it('is kept for the tab, and asked about before the page is left', async () => {
      const { page, panel } = await openSettings();
      await panel.getByRole('button', { name: '1 day' }).click();
      await panel.getByRole('button', { name: 'Discard the draft' }).waitFor();
      const asked = new Promise<string>((resolve) => {
        page.once('dialog', (dialog) => {
          resolve(dialog.type());
          void dialog.accept();
        });
      });
      await page.reload();
      expect(await asked).toBe('beforeunload');
      const again = await frame();
      expect(await again.getByLabel('Hours', { exact: true }).inputValue()).toBe('24');
      await again.getByRole('button', { name: 'Discard the draft' }).click();
      expect(await again.getByLabel('Hours', { exact: true }).inputValue()).toBe('168');
      await again.getByText('Nothing is changed.').waitFor();
    });
  });

  describe('what cannot be', () => {
    it('is named beside its field with the remedy, and keeps the preview away', async () => {
      const { panel } = await openSettings();
      const start = panel.getByRole('button', { name: 'Preview the draft' });
      await panel.getByLabel('Hours', { exact: true }).fill('a week');
      await panel.locator('[data-field="windowHours"]').getByText('Give whole hours').waitFor();
      await panel.getByLabel('Rejects at').selectOption('4');
      await panel.locator('[data-field="ratingRejectsAt"]').getByText('below the one').waitFor();
      await panel.getByText('2 settings need correcting before a preview.').waitFor();
      expect(await start.isDisabled()).toBe(true);
      expect(await axeProblems(panel)).toEqual([]);
      for (const field of ['Window', 'Rating that rejects']) {
        await panel.getByRole('button', { name: `Undo ${field}` }).click();
      }
      await panel.getByText('Nothing is changed.').waitFor();
    });

    it('are hours that overlap; an end of 00:00 is midnight', async () => {
      const { panel } = await openSettings();
      await panel.getByLabel('Weekly working hours').check();
      await panel.getByRole('button', { name: 'Add hours Monday' }).click();
      const problem = panel.getByRole('group', { name: 'Monday' });
      await problem.getByText('Fill in both times').waitFor();
      await panel.getByLabel('Monday, hours 2, from').fill('16:00');
      await panel.getByLabel('Monday, hours 2, to').fill('00:00');
      await problem.getByText('without overlapping').waitFor();
      expect(await axeProblems(panel)).toEqual([]);
      await panel.getByLabel('Monday, hours 2, from').fill('18:00');
      await panel.getByRole('button', { name: 'Copy Monday to every day' }).click();
      await panel.getByLabel('Day', { exact: true }).fill('2026-05-01');
      await panel.getByRole('button', { name: 'Add', exact: true }).click();
      await panel.locator('.holiday').getByText('1 May 2026').waitFor();
      await panel.getByText('now Mon–Sun 09:00–17:00 + 18:00–00:00').first().waitFor();
      await preview(panel);
      const [, , drafted] = await rowOf(panel, 'business-mean');
      expect(drafted).toMatch(/\(n \d\)$/);
      await panel.getByRole('button', { name: 'Discard the draft' }).click();
    });
  });

  it('chooses among the site’s resolutions and the project’s statuses', async () => {
    const { panel } = await openSettings();
    const resolutions = panel.locator('[data-field="excludedResolutions"]');
    expect(await resolutions.getByLabel('Duplicate').isChecked()).toBe(true);
    expect(await resolutions.getByLabel('Done').isChecked()).toBe(false);
    await panel.getByLabel('VPN').check();
    await panel.getByLabel('A list of our own').check();
    await panel.getByLabel('Escalated').check();
    const changes = await panel.locator('.panel-draft .changes').textContent();
    expect(changes).toContain('Excluded request types added VPN');
    expect(changes).toContain('Paused statuses was As the desk itself says, now Escalated');
    await panel.getByRole('button', { name: 'Discard the draft' }).click();
  });

  it('says who may override, on its own', async () => {
    const { panel } = await openSettings();
    const save = panel.getByRole('button', { name: 'Save' });
    expect(await save.isDisabled()).toBe(true);
    await panel.getByLabel('Every agent of the desk').check();
    await save.click();
    await panel.getByText('Saved', { exact: true }).waitFor();
    expect((await settingsOfDesk(here.desk)).overridePolicy).toBe('agents');
    await panel.getByText('Nothing is changed.').waitFor();
  });

  it('is operable by keyboard alone', async () => {
    const { page, panel } = await openSettings();
    await panel.getByLabel('Hours', { exact: true }).focus();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('72');
    // Four usual windows, then the choice of what silence counts as.
    for (let step = 0; step < 6; step += 1) await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    const changes = panel.locator('.panel-draft .changes');
    await changes.getByText('was No, now Yes').waitFor();
    await panel.getByRole('button', { name: 'Preview the draft' }).focus();
    await page.keyboard.press('Enter');
    await panel.getByText(/tickets? judged$/).waitFor();
    await here.desk.live.jumpMs(5_000);
    await panel.getByRole('button', { name: 'Publish…' }).focus();
    await page.keyboard.press('Enter');
    const question = panel.getByRole('heading', { name: /^Publish as version/ });
    expect(await isFocused(question)).toBe(true);
    await page.keyboard.press('Escape');
    await question.waitFor({ state: 'detached' });
    await panel.getByRole('button', { name: 'Discard the draft' }).click();
  });

  describe('states', () => {
    it('shows where everything will stand while it loads', async () => {
      const { page, panel } = await comeNear();
      const trouble = await holdCalls(page);
      await goTo(addressOf('IT'));
      await panel(TITLE).getByRole('status', { name: 'Loading…' }).waitFor();
      expect(await problems()).toEqual([]);
      await trouble.end();
      await panel(TITLE).getByRole('heading', { level: 1 }).waitFor();
    });

    it('says what happened when the app cannot be asked, and tries again', async () => {
      const { page, panel } = await comeNear();
      const trouble = await failCalls(page);
      await goTo(addressOf('IT'));
      await panel(TITLE).getByRole('alert').getByText('The app did not answer').waitFor();
      expect(await problems()).toEqual([]);
      await trouble.end();
      await panel(TITLE).getByRole('button', { name: 'Try again' }).click();
      await panel(TITLE).getByRole('heading', { level: 1 }).waitFor();
    });

    it('shows nothing to those who may not change it', async () => {
      const refused = await openSurface(here, 'project-settings', { accountId: AGENT });
      expect(refused.frame).toBeNull();
      // Whose rights went while the page was open is told by the app itself.
      const { page, panel } = await comeNear();
      await askAs(page, AGENT);
      await goTo(addressOf('IT'));
      await panel(TITLE)
        .getByRole('alert')
        .getByText('does not exist or you may not change its settings')
        .waitFor();
      expect(await problems()).toEqual([]);
      expect(await panel(TITLE).locator('form').count()).toBe(0);
    });

    it('has something to say of a desk without tickets', async () => {
      const { panel } = await openSettings({ hash: addressOf('HR') });
      await panel.getByText('There is nothing to choose from yet.').waitFor();
      await panel.getByRole('button', { name: '3 days' }).click();
      await preview(panel);
      await panel.getByText('No episode was decided in this period').waitFor();
      expect(await axeProblems(panel)).toEqual([]);
      await panel.getByRole('button', { name: 'Discard the draft' }).click();
    });

    it('keeps what was chosen when Jira does not give its lists', async () => {
      const { page, panel } = await comeNear();
      await page.route('**/api/bridge/fetch', (route) => route.fulfill({ status: PROVOKED }));
      await goTo(addressOf('IT'));
      const lists = panel(TITLE);
      await lists.locator('[data-field="excludedResolutions"]').getByRole('alert').waitFor();
      expect(await lists.getByLabel('Duplicate').isChecked()).toBe(true);
      await page.unroute('**/api/bridge/fetch');
      await lists.getByRole('button', { name: 'Try again' }).first().click();
      await lists.getByLabel('Done').waitFor();
    });

    it.each([
      ['light', 320],
      ['dark', 320],
      ['light', 768],
      ['dark', 1_600],
    ] as const)('fits in %s at %d px, and axe finds nothing', async (colorMode, frameWidthPx) => {
      const surface = await openSurface(here, 'project-settings', {
        colorMode,
        frameWidthPx,
        widthPx: 2_000,
      });
      const frame = surface.frame as Frame;
      await frame.getByLabel('Weekly working hours').check();
      await frame.getByRole('button', { name: '3 days' }).click();
      await preview(frame);
      const html = surface.element.contentFrame().locator('html');
      expect((await overflowOf(html)).sidewaysPx).toBe(0);
      expect(await themeOf(surface.element.contentFrame().locator('body'))).toBe(colorMode);
      expect(await axeProblems(frame)).toEqual([]);
      expect(surface.complaints).toEqual([]);
      await frame.getByRole('button', { name: 'Discard the draft' }).click();
    });

    it('speaks German', async () => {
      const { panel } = await openSettings({ locale: 'de-DE' });
      expect(await panel.getByRole('heading', { level: 1 }).textContent()).toBe(
        'IT · Wie KI-Ergebnisse gemessen werden',
      );
      const body = await panel.locator('body').textContent();
      expect(body).not.toMatch(/\b(settings|resolution|window|publish|requester)\b/i);
    });
  });
});

/** With ordinary blanks between numbers and units. */
const plain = (text: string | null): string => (text ?? '').replaceAll(/[\u00a0\u202f]/g, ' ');
