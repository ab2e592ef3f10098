import type { Browser, Frame, Locator } from 'playwright-core';

import type { Gadget } from '../shell/shell-api';
import { openPage, type OpenPage, type Visit } from './open-page';
import { panelFrame, settled } from './panel-frame';
import type { Surface, SurfaceSite } from './surfaces';

export interface SurfaceVisit extends Omit<Partial<Visit>, 'hash'> {
  /** Of the panel's frame; without it, what the page leaves it. */
  readonly frameWidthPx?: number;
}

export interface OpenSurface extends OpenPage {
  /** Null when the page keeps the panel from this person. */
  readonly frame: Frame | null;
  /** The frame's element in the page. */
  readonly element: Locator;
}

/** Opens one state of a panel, drawn to the end: for its usual viewer unless for somebody else. */
export async function openSurface(
  browser: Browser,
  { site, surface }: { readonly site: SurfaceSite; readonly surface: Surface },
  { frameWidthPx, ...over }: SurfaceVisit = {},
): Promise<OpenSurface> {
  const visit = { accountId: site.people[surface.role], ...over, hash: surface.hash(site) };
  if (surface.gadget !== undefined) {
    const gadget = { id: '1', moduleKey: 'kpi-gadget', configuration: surface.gadget(site) };
    await saveDashboard(site.origin, visit.accountId, [gadget]);
  }
  const open = await openPage(browser, site.origin, visit);
  const element = open.page.locator(`iframe[title="${surface.title}"]`);
  const refusal = open.page.getByRole('main').getByRole('alert');
  await element.or(refusal).first().waitFor({ state: 'attached' });
  if ((await element.count()) === 0) return { ...open, frame: null, element };

  if (frameWidthPx !== undefined) await setWidth(element, frameWidthPx);
  const frame = await panelFrame(open.page, surface.title);
  if (surface.act !== undefined) {
    await surface.act(frame);
    await settled(frame);
  }
  return { ...open, frame, element };
}

const setWidth = (element: Locator, widthPx: number): Promise<unknown> =>
  element.evaluate((node: unknown, width) => {
    (node as { readonly style: { inlineSize: string } }).style.inlineSize = `${width}px`;
  }, widthPx);

async function saveDashboard(
  origin: string,
  accountId: string,
  gadgets: readonly Gadget[],
): Promise<void> {
  const response = await fetch(`${origin}/api/dashboard`, {
    method: 'PUT',
    headers: { 'x-account-id': accountId, 'content-type': 'application/json' },
    body: JSON.stringify({ gadgets }),
  });
  if (!response.ok) throw new Error(`The dashboard was not saved: ${await response.text()}`);
}
