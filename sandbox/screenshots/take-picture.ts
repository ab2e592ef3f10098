import type { Browser } from 'playwright-core';

import { openSurface } from '../browser/open-surface';
import type { Surface, SurfaceSite } from '../browser/surfaces';

/** With the page's navigation beside it, a page of the app is 1280 px wide. */
const WIDTH_PX = 1_488;
/** What is below is more of the same. */
const MAX_HEIGHT_PX = 1_600;

interface Picture {
  readonly colorMode: 'light' | 'dark';
  readonly fixedNowMs: number;
  /** Of the PNG. */
  readonly path: string;
}

/** Writes what a surface looks like, cut to the panel. */
export async function takePicture(
  browser: Browser,
  what: { readonly site: SurfaceSite; readonly surface: Surface },
  { path, ...visit }: Picture,
): Promise<void> {
  const open = await openSurface(browser, what, { ...visit, widthPx: WIDTH_PX });
  try {
    const { name } = what.surface;
    if (open.frame === null) throw new Error(`${name}: the page does not show it to its viewer`);
    await open.page.mouse.move(0, 0);
    const box = await open.element.boundingBox();
    if (box === null) throw new Error(`${name}: the frame is not on screen`);
    await open.page.screenshot({
      path,
      fullPage: true,
      animations: 'disabled',
      caret: 'hide',
      clip: { ...box, height: Math.min(box.height, MAX_HEIGHT_PX) },
    });
    if (open.complaints.length > 0) throw new Error(`${name}: ${open.complaints.join('; ')}`);
  } finally {
    await open.close();
  }
}
