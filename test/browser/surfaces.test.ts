import type { Browser, Frame } from 'playwright-core';

import { runIn } from '../../sandbox/browser/panel-frame';
import { AGENT } from '../support/app-world';
import { describeInChromium, launchChromium } from '../support/chromium';
import { axeProblems } from './axe';
import { openDesk, type OpenDesk } from './desk-world';
import { themeOf } from './measure';
import { openSurface, SURFACE_NAMES } from './surfaces';

jest.setTimeout(60_000);

describeInChromium('every surface', (executablePath) => {
  let browser: Browser;
  let desk: OpenDesk;
  beforeAll(async () => {
    [browser, desk] = await Promise.all([launchChromium(executablePath), openDesk()]);
  });
  afterAll(async () => {
    await browser.close();
    await desk.close();
  });

  it.each(SURFACE_NAMES)(
    '%s opens for its viewer, in the theme and width asked for',
    async (name) => {
      const open = await openSurface(
        browser,
        { desk, name },
        { colorMode: 'dark', frameWidthPx: 320 },
      );
      expect(open.complaints).toEqual([]);
      expect((await open.element.boundingBox())?.width).toBe(320);
      expect(await themeOf(open.element.contentFrame().locator('body'))).toBe('dark');
      await open.close();
    },
  );

  it('is kept from those who may not see it', async () => {
    const visit = { accountId: AGENT };
    const open = await openSurface(browser, { desk, name: 'project-settings' }, visit);
    expect(open.frame).toBeNull();
    await open.close();
  });

  it('is looked through by axe, which finds what is planted', async () => {
    const open = await openSurface(browser, { desk, name: 'queue-page' });
    const frame = open.frame as Frame;
    const plant = `document.getElementById('root').insertAdjacentHTML('beforeend', '<button></button>')`;
    await runIn(frame, plant);
    const problems = await axeProblems(frame);
    expect(problems.filter((text) => text.startsWith('button-name (critical)'))).toHaveLength(1);
    await open.close();
  });
});
