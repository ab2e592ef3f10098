import type { Frame } from 'playwright-core';

import { runIn } from '../../sandbox/browser/panel-frame';
import { AGENT, CUSTOMER, OTHER_AGENT, PROJECT_ADMIN, SITE_ADMIN } from '../support/app-world';
import { axeProblems } from './axe';
import { describeOnDesk } from './describe-on-desk';
import { openDesk } from './desk-world';
import { overflowOf, themeOf } from './measure';
import { openSurface, SURFACE_NAMES } from './surfaces';

jest.setTimeout(60_000);

/** One state of every panel that shows something of a desk; its other states are behind the same door. */
const PLACES = [
  'queue-page',
  'ticket-panel',
  'project-page-overview',
  'gadget',
  'gadget-trend',
  'project-settings',
  'admin-page',
] as const;

describeOnDesk('every surface', openDesk, (here) => {
  it.each(SURFACE_NAMES)(
    '%s opens for its viewer, in the theme and width asked for',
    async (name) => {
      const open = await openSurface(here, name, { colorMode: 'dark', frameWidthPx: 320 });
      expect(open.complaints).toEqual([]);
      expect((await open.element.boundingBox())?.width).toBe(320);
      expect(await themeOf(open.element.contentFrame().locator('body'))).toBe('dark');
      expect(await axeProblems(open.frame as Frame)).toEqual([]);
      const page = open.element.contentFrame().locator('html');
      expect((await overflowOf(page)).sidewaysPx).toBe(0);
    },
  );

  it.each(SURFACE_NAMES)('%s fits a wide screen, in light', async (name) => {
    const open = await openSurface(here, name, { widthPx: 1_600 });
    expect(open.complaints).toEqual([]);
    expect(await axeProblems(open.frame as Frame)).toEqual([]);
    const page = open.element.contentFrame().locator('html');
    expect((await overflowOf(page)).sidewaysPx).toBe(0);
  });

  it.each(
    PLACES.flatMap((name) =>
      [CUSTOMER, OTHER_AGENT, AGENT, PROJECT_ADMIN, SITE_ADMIN]
        .filter((accountId) => !mayOpen(name).includes(accountId))
        .map((accountId) => [name, accountId] as const),
    ),
  )('%s shows %s nothing of the desk', async (name, accountId) => {
    const open = await openSurface(here, name, { accountId });
    const text = (await open.frame?.locator('body').textContent()) ?? '';
    // A gadget stands on a dashboard of one's own, so the app itself has to refuse.
    expect(text === '' || text.includes('you may not see it')).toBe(true);
    expect(text).not.toMatch(/\d/);
    expect(await open.page.getByRole('main').textContent()).not.toMatch(/VPN|2 of 3/);
  });

  it('offers only those desks for a gadget that the person may see', async () => {
    const open = await openSurface(here, 'gadget-edit', { accountId: OTHER_AGENT });
    const desks = (open.frame as Frame).getByLabel('Desk').locator('option');
    expect(await desks.allTextContents()).toEqual(['HR']);
  });

  it('is kept from those who may not see it', async () => {
    const visit = { accountId: AGENT };
    const open = await openSurface(here, 'project-settings', visit);
    expect(open.frame).toBeNull();
  });

  it('is looked through by axe, which finds what is planted', async () => {
    const open = await openSurface(here, 'queue-page');
    const frame = open.frame as Frame;
    const plant = `document.getElementById('root').insertAdjacentHTML('beforeend', '<button></button>')`;
    await runIn(frame, plant);
    const problems = await axeProblems(frame);
    expect(problems.filter((text) => text.startsWith('button-name (critical)'))).toHaveLength(1);
  });
});

/** Who may open a panel of the IT desk. */
function mayOpen(name: string): readonly string[] {
  if (name === 'admin-page') return [SITE_ADMIN];
  if (name === 'project-settings') return [PROJECT_ADMIN, SITE_ADMIN];
  return [AGENT, PROJECT_ADMIN, SITE_ADMIN];
}
