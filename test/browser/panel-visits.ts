import type { Frame } from 'playwright-core';

import type { OpenPage, Visit } from '../../sandbox/browser/open-page';
import { panelFrame } from '../../sandbox/browser/panel-frame';
import { axeProblems } from './axe';
import type { OnDesk, ServedDesk } from './describe-on-desk';

/** Opens one panel again and again. */
export interface PanelVisits {
  /** Elsewhere in the site first, so that trouble can be made before the panel opens. */
  readonly comeNear: (where?: Partial<Visit>) => Promise<OpenPage>;
  readonly goTo: (hash: string) => Promise<void>;
  readonly visit: (where: Partial<Visit> & Pick<Visit, 'hash'>) => Promise<OpenPage>;
  /** The panel's frame, drawn to the end. */
  readonly frame: () => Promise<Frame>;
  /** Empty unless the panel is wider than its frame, or axe finds something. */
  readonly problems: () => Promise<readonly string[]>;
}

const ELSEWHERE = '#/IT/queues';

/** @param title - of the panel's frame */
export function panelVisits(
  here: OnDesk<ServedDesk>,
  { title, accountId }: { readonly title: string; readonly accountId: string },
): PanelVisits {
  let open: OpenPage | null = null;
  const page = () => {
    if (open === null) throw new Error('Nobody has opened a page: visit first');
    return open.page;
  };
  const visit = async (where: Partial<Visit> & Pick<Visit, 'hash'>): Promise<OpenPage> => {
    open = await here.visit({ accountId, ...where });
    return open;
  };
  return {
    visit,
    frame: () => panelFrame(page(), title),
    comeNear: (where) => visit({ ...where, hash: ELSEWHERE }),
    goTo: async (hash) => {
      await page().goto(`${here.desk.shell.url}/${hash}`);
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
  };
}
