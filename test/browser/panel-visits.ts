import type { Browser, Frame } from 'playwright-core';

import { panelFrame } from '../../sandbox/browser/panel-frame';
import { axeProblems } from './axe';
import type { OpenDesk } from './desk-world';
import { openPage, type OpenPage, type Visit } from './open-page';

/** Opens a panel again and again, and closes each page when its test has ended. */
export interface PanelVisits {
  /** Elsewhere in the site first, so that trouble can be made before the panel opens. */
  readonly comeNear: (where: Partial<Visit>) => Promise<OpenPage>;
  readonly goTo: (hash: string) => Promise<void>;
  readonly visit: (where: Partial<Visit> & Pick<Visit, 'hash'>) => Promise<OpenPage>;
  /** The panel's frame, drawn to the end. */
  readonly frame: () => Promise<Frame>;
  /** Empty unless the panel is wider than its frame, or axe finds something. */
  readonly problems: () => Promise<readonly string[]>;
  /** Ends the page; what the browser complained of, but for answers that were provoked. */
  readonly leave: () => Promise<readonly string[]>;
}

const ELSEWHERE = '#/IT/queues';
/** Chromium tells of every failed answer; that it is given is what tests look at. */
const IS_ANSWER = /^console: Failed to load resource: .* status of (40[34]|500)/;

/** @param title - of the panel's frame */
export function panelVisits(
  world: () => { readonly browser: Browser; readonly desk: OpenDesk },
  { title, accountId }: { readonly title: string; readonly accountId: string },
): PanelVisits {
  let open: OpenPage | null = null;
  const page = () => {
    if (open === null) throw new Error('Nobody has opened a page: visit first');
    return open.page;
  };
  const visit = async (where: Partial<Visit> & Pick<Visit, 'hash'>): Promise<OpenPage> => {
    const { browser, desk } = world();
    open = await openPage(browser, desk, { accountId, ...where });
    return open;
  };
  const frame = (): Promise<Frame> => panelFrame(page(), title);
  return {
    visit,
    frame,
    comeNear: (where) => visit({ ...where, hash: ELSEWHERE }),
    goTo: async (hash) => {
      await page().goto(`${world().desk.shell.url}/${hash}`);
    },
    problems: async () => {
      const element = await page().locator(`iframe[title="${title}"]`).elementHandle();
      const panel = await element.contentFrame();
      if (panel === null) throw new Error(`${title} has no frame`);
      const sidewaysPx = await panel.evaluate<number>(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      );
      const wide = sidewaysPx > 0 ? [`${String(sidewaysPx)} px wider than its frame`] : [];
      return [...wide, ...(await axeProblems(panel))];
    },
    leave: async () => {
      await open?.page.unrouteAll({ behavior: 'ignoreErrors' });
      await open?.close();
      const complaints = (open?.complaints ?? []).filter((text) => !IS_ANSWER.test(text));
      open = null;
      return complaints;
    },
  };
}
