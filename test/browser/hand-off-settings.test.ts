import type { Frame } from 'playwright-core';

import type { Visit } from '../../sandbox/browser/open-page';
import { MINUTE, PROJECT_ADMIN, SITE_ADMIN } from '../support/app-world';
import { handOffBelow, policyOfDesk, publishPolicy } from '../support/escalation-policy';
import { axeProblems } from './axe';
import { failCalls } from './bridge-traffic';
import { describeOnDesk } from './describe-on-desk';
import { openDesk } from './desk-world';
import { isFocused, overflowOf, themeOf } from './measure';
import { panelVisits } from './panel-visits';
import { openSurface } from './surfaces';

jest.setTimeout(90_000);

const TITLE = 'AI outcomes';
const ADDRESS = '#/IT/settings/apps/project-settings/hand-off';
const THRESHOLD = 'Confidence threshold in per cent';

describeOnDesk('when the AI of a project hands off', openDesk, (here) => {
  const { visit, comeNear, goTo, frame, problems } = panelVisits(here, {
    title: TITLE,
    accountId: PROJECT_ADMIN,
  });
  const openTab = async (over: Partial<Visit> = {}): Promise<Frame> => {
    await visit({ hash: ADDRESS, ...over });
    const panel = await frame();
    await panel.getByLabel(THRESHOLD).waitFor();
    return panel;
  };
  // The clock stands still: what Jira lets the app ask in a minute would be asked up by one test.
  beforeEach(() => here.desk.live.jumpMs(MINUTE));

  /** Reviews the draft and says why; the last step is the caller's. */
  const review = async (panel: Frame, reason: string): Promise<void> => {
    await panel.getByRole('button', { name: 'Review…' }).click();
    await panel.getByLabel('Why?').fill(reason);
  };
  const press = (panel: Frame, name: string): Promise<void> =>
    panel.getByRole('button', { name, exact: true }).click();

  it('is set, proposed, approved by a second person, and rolled back', async () => {
    const panel = await openTab();
    await panel.getByText('Nothing is published yet: nothing is handed off.').waitFor();
    await panel.getByLabel(THRESHOLD).fill('70');
    await panel.getByLabel('Another administrator approves every change').check();
    await panel.getByLabel('Group', { exact: true }).waitFor();
    await panel.getByLabel('Priority').selectOption('Highest');
    await panel.getByRole('button', { name: 'Review…' }).click();
    const question = panel.getByRole('group', { name: 'Publish as version 1?' });
    expect(await isFocused(question.getByRole('heading'))).toBe(true);
    await question.getByText('was none, now 70%').waitFor();
    await question.getByText('was As it is, now Highest').waitFor();
    await press(panel, 'Publish');
    await panel.getByText('Say why, in a few words.').waitFor();
    expect(await problems()).toEqual([]);
    await panel.getByLabel('Why?').fill('To begin with');
    await press(panel, 'Publish');
    await panel.getByText('Version 1 holds for every run that ends from now on.').waitFor();

    await panel.getByLabel(THRESHOLD).fill('85.5');
    await review(panel, 'Too many came back');
    await panel.getByRole('group', { name: 'Propose as version 2?' }).waitFor();
    await press(panel, 'Propose');
    await panel.getByText('You proposed it, so another administrator').waitFor();
    expect(await panel.getByRole('button', { name: 'Approve…' }).count()).toBe(0);
    expect(await panel.getByLabel(THRESHOLD).inputValue()).toBe('70');
    expect(await problems()).toEqual([]);

    const second = await openTab({ accountId: SITE_ADMIN });
    await second.getByText('Until somebody decides, what holds goes on.').waitFor();
    await second.getByText('was 70%, now 85.5%').waitFor();
    await press(second, 'Approve…');
    expect(await problems()).toEqual([]);
    await press(second, 'Approve');
    const version = second.locator('[data-version="2"]');
    await version.getByText('holds now').waitFor();
    expect(await version.textContent()).toContain(
      `Published by ${PROJECT_ADMIN}, approved by ${SITE_ADMIN}`,
    );
    expect(await second.getByLabel(THRESHOLD).inputValue()).toBe('85.5');

    await press(second, 'Restore version 1…');
    await second.getByText('This is the policy of version 1 again.').waitFor();
    await second.getByRole('button', { name: 'Review…' }).click();
    expect(await second.getByLabel('Why?').inputValue()).toBe('Back to version 1');
    await press(second, 'Propose');
    const first = await openTab();
    await first.getByText('restores version 1').waitFor();
    await press(first, 'Approve…');
    await press(first, 'Approve');
    await first.locator('[data-version="3"]').getByText('restores version 1').waitFor();
    expect(await policyOfDesk(here.desk)).toMatchObject({
      version: 3,
      policy: { fallback: { confidenceThreshold: 0.7, target: { priorityId: '1' } } },
      proposal: null,
    });
  });

  it('stays as it is when a proposal is withdrawn or rejected', async () => {
    const { policy, version } = await policyOfDesk(here.desk);
    for (const [accountId, decision] of [
      [PROJECT_ADMIN, 'Withdraw'],
      [SITE_ADMIN, 'Reject'],
    ] as const) {
      await publishPolicy(here.desk, handOffBelow(0.2));
      const panel = await openTab({ accountId });
      await press(panel, `${decision}…`);
      await press(panel, decision);
      await panel.getByText('A change waits for approval').waitFor({ state: 'detached' });
      expect(await policyOfDesk(here.desk)).toMatchObject({ version, policy, proposal: null });
    }
  });

  it('has policies of single request types, with a list of tools', async () => {
    const panel = await openTab();
    await panel.getByLabel('Request type with a policy of its own').fill('VPN');
    await panel.getByRole('button', { name: /^Add Request type/ }).click();
    expect(await panel.getByLabel('Policy of', { exact: true }).inputValue()).toBe('VPN');
    await panel.getByLabel(/^Never/).check();
    await panel.getByLabel('Only these').first().check();
    await panel.getByLabel('Another tool').fill('unlock_account');
    await panel.getByLabel('Another tool').press('Enter');
    const changes = panel.locator('.panel-draft .changes');
    await changes.getByText('has a policy of its own').waitFor();
    const told = (await changes.textContent()) ?? '';
    expect(told).toContain('VPN · Risk class was Autonomous, now Never');
    expect(told).toContain('VPN · Tools was all tools, now unlock_account');
    await panel.getByLabel('Attempts at most').fill('none');
    await panel.getByText('Give a whole number from 1 to 100, or nothing.').waitFor();
    expect(await panel.getByRole('button', { name: 'Review…' }).isDisabled()).toBe(true);
    expect(await problems()).toEqual([]);
    await press(panel, 'Let VPN follow all others');
    await panel.getByText('Nothing is changed.').waitFor();
  });

  it('is kept when somebody else was first, and goes on from there', async () => {
    // One person is enough from here on.
    await publishPolicy(here.desk, handOffBelow(0.5));
    const waiting = await openTab({ accountId: SITE_ADMIN });
    await press(waiting, 'Approve…');
    await press(waiting, 'Approve');
    await waiting.getByText('A change waits for approval').waitFor({ state: 'detached' });

    const panel = await openTab();
    const { version } = await policyOfDesk(here.desk);
    await panel.getByLabel('Attempts at most').fill('3');
    await review(panel, 'Three times');
    await publishPolicy(here.desk, handOffBelow(0.6), { accountId: SITE_ADMIN });
    await press(panel, 'Publish');
    const notice = panel.getByRole('alert').filter({ hasText: 'published meanwhile' });
    await notice.getByText('was 50%, now 60%').waitFor();
    expect(await panel.getByLabel('Attempts at most').inputValue()).toBe('3');
    expect(await problems()).toEqual([]);
    await notice.getByRole('button').click();
    await review(panel, 'Three times');
    await press(panel, 'Publish');
    await panel
      .locator(`[data-version="${version + 2}"]`)
      .getByText('Three times')
      .waitFor();
    expect((await policyOfDesk(here.desk)).policy.fallback).toMatchObject({
      confidenceThreshold: 0.6,
      maximumAttempts: 3,
    });
  });

  it('survives that the page is left', async () => {
    const { page } = await visit({ hash: ADDRESS });
    const panel = await frame();
    await panel.getByLabel('Minutes at most').fill('15');
    await panel.getByText('was no limit, now 15 min').waitFor();
    page.once('dialog', (dialog) => void dialog.accept());
    await page.reload();
    const again = await frame();
    expect(await again.getByLabel('Minutes at most').inputValue()).toBe('15');
    await press(again, 'Discard the draft');
    await again.getByText('was no limit, now 15 min').waitFor({ state: 'detached' });
  });

  it('has an address of its own beside the measurement', async () => {
    const { page } = await visit({ hash: ADDRESS.replace('/hand-off', '') });
    const panel = await frame();
    await panel.getByRole('button', { name: 'Hand-off', exact: true }).click();
    await panel.getByRole('heading', { level: 1, name: 'IT · When the AI hands off' }).waitFor();
    // The panel has its place at once, the page a moment later.
    await page.waitForURL((url) => url.hash.includes('/project-settings/hand-off'));
    await panel.getByRole('button', { name: 'Measurement' }).click();
    await panel.getByText('Window', { exact: true }).waitFor();
  });

  it('says what happened when the app cannot be asked, and tries again', async () => {
    const { page, panel } = await comeNear();
    const trouble = await failCalls(page);
    await goTo(ADDRESS);
    await panel(TITLE).getByRole('alert').getByText('The app did not answer').waitFor();
    expect(await problems()).toEqual([]);
    await trouble.end();
    await panel(TITLE).getByRole('button', { name: 'Try again' }).click();
    await panel(TITLE).getByLabel(THRESHOLD).waitFor();
  });

  it.each([
    ['light', 320],
    ['dark', 320],
    ['light', 1_600],
    ['dark', 1_600],
  ] as const)('fits in %s at %d px, and axe finds nothing', async (colorMode, frameWidthPx) => {
    const surface = await openSurface(here, 'project-settings-hand-off', {
      colorMode,
      frameWidthPx,
      widthPx: 2_000,
    });
    const panel = surface.frame as Frame;
    await panel.getByLabel('Only these').first().check();
    await panel.getByLabel(/^Supervised/).check();
    await review(panel, 'A look at it');
    const inner = surface.element.contentFrame();
    expect((await overflowOf(inner.locator('html'))).sidewaysPx).toBe(0);
    expect(await themeOf(inner.locator('body'))).toBe(colorMode);
    expect(await axeProblems(panel)).toEqual([]);
    expect(surface.complaints).toEqual([]);
    await press(panel, 'Cancel');
    await press(panel, 'Discard the draft');
  });

  it('speaks German', async () => {
    await visit({ hash: ADDRESS, locale: 'de-DE' });
    const panel = await frame();
    await panel.getByLabel('Konfidenzschwelle in Prozent').waitFor();
    const body = await panel.locator('body').textContent();
    expect(body).not.toMatch(/\b(threshold|policy|publish|hand off|approve|tools)\b/i);
  });
});
