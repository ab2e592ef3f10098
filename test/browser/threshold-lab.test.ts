import type { Frame } from 'playwright-core';

import type { Visit } from '../../sandbox/browser/open-page';
import { SITE_ADMIN_ID } from '../../sandbox/demo/play/demo-site';
import { describeOnDesk } from './describe-on-desk';
import { openDemoDesk } from './demo-desk';
import { overflowOf, themeOf } from './measure';
import { panelVisits } from './panel-visits';

jest.setTimeout(120_000);

const TITLE = 'AI outcomes';
const ADDRESS = '#/IT/settings/apps/project-settings/hand-off';
const THRESHOLD = 'Confidence threshold in per cent';

describeOnDesk('the threshold lab', openDemoDesk, (here) => {
  const { visit, frame, problems } = panelVisits(here, { title: TITLE, accountId: SITE_ADMIN_ID });
  const openLab = async (over: Partial<Visit> = {}): Promise<Frame> => {
    await visit({ hash: ADDRESS, ...over });
    const panel = await frame();
    await panel.getByRole('heading', { name: 'Threshold lab' }).waitFor();
    return panel;
  };
  const advised = (panel: Frame) =>
    panel.getByRole('heading', { name: /^A threshold of \d+% would cost least$/ });

  it.each([
    ['light', 1_280],
    ['dark', 320],
  ] as const)('advises a threshold, in %s at %s px', async (colorMode, widthPx) => {
    const panel = await openLab({ colorMode, widthPx });
    await advised(panel).waitFor();
    expect(await panel.locator('.lab-charts svg').count()).toBe(3);
    expect(await themeOf(panel.locator('body'))).toBe(colorMode);
    expect(await problems()).toEqual([]);
    expect((await overflowOf(panel.locator('html'))).sidewaysPx).toBe(0);
  });

  it('shows what another threshold would have done before it is set, and takes its advice', async () => {
    const panel = await openLab();
    await advised(panel).waitFor();
    await panel.getByLabel(THRESHOLD).fill('90');
    const row = panel.getByRole('row', { name: /^90% \(draft\)/ });
    await row.waitFor();
    expect(await panel.getByRole('row', { name: /^70% \(now\)/ }).count()).toBe(1);
    const title = (await advised(panel).textContent()) ?? '';
    const percent = /\d+/.exec(title)?.[0] ?? '';
    await panel.getByRole('button', { name: `Take ${percent}% into the draft` }).click();
    expect(await panel.getByLabel(THRESHOLD).inputValue()).toBe(percent);
    await panel
      .getByRole('row', { name: new RegExp(`^${percent}% \\(advised and draft\\)`) })
      .waitFor();
    await panel.getByText(`was 70%, now ${percent}%`).waitFor();
    expect(await problems()).toEqual([]);
  });

  it('weighs other costs, says which are missing, and reads its curves by the keyboard', async () => {
    const panel = await openLab();
    await advised(panel).waitFor();
    await panel.getByLabel('A hand-off', { exact: true }).fill('60');
    await panel
      .getByRole('heading', { name: 'At these costs, a threshold of 0% costs least' })
      .waitFor();
    const chart = panel.getByRole('group', { name: 'What held, by confidence' });
    await chart.focus();
    await panel.locator('body').press('End');
    await panel.getByText(/^100%/).first().waitFor();
    await panel.getByLabel('A hand-off', { exact: true }).fill('');
    await panel.getByText('Say above what mistakes cost').waitFor();
    expect(await problems()).toEqual([]);
  });

  it('says of a request type with little history that it is too thin', async () => {
    const panel = await openLab();
    await advised(panel).waitFor();
    await panel.getByLabel('Request type with a policy of its own').fill('Software install');
    await panel.getByRole('button', { name: /^Add Request type/ }).click();
    await panel
      .getByRole('heading', { name: 'History is too thin to advise a threshold' })
      .waitFor();
    expect(await problems()).toEqual([]);
  });
});
