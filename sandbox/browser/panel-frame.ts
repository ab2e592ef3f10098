import type { Frame, Page } from 'playwright-core';

/**
 * Drawn, with nothing on its way: loading is told by a status without words, reading anew by
 * `aria-busy`, a ticket that Jira is asked for by its outline, a chart without a width by its emptiness.
 */
const IS_SETTLED = `(() => {
  const root = document.getElementById('root');
  const isLoading = [...document.querySelectorAll('[role="status"]')].some(
    (status) => status.textContent.trim() === '',
  );
  return root !== null && root.childElementCount > 0 && !isLoading
    && document.querySelector('[aria-busy="true"], .ticket-loading, .chart-plot:empty') === null
    && document.fonts.status === 'loaded';
})()`;

/** The frame of a panel by its title, once the panel has drawn what it has to say. */
export async function panelFrame(page: Page, title: string): Promise<Frame> {
  const element = page.locator(`iframe[title="${title}"]:not([hidden])`);
  await element.waitFor();
  const handle = await element.elementHandle();
  const frame = await handle.contentFrame();
  if (frame === null) throw new Error(`The panel ${title} has no frame`);
  await settled(frame);
  return frame;
}

export const settled = (frame: Frame): Promise<void> => waitIn(frame, IS_SETTLED);

const POLL_MS = 50;
const TIMEOUT_MS = 30_000;

/** Until a script says true. Asked from here: within the frame its policy would stop the polling. */
export async function waitIn(frame: Frame, script: string): Promise<void> {
  const untilMs = Date.now() + TIMEOUT_MS;
  while (!(await runIn<boolean>(frame, script))) {
    if (Date.now() > untilMs) throw new Error(`Not true within ${TIMEOUT_MS} ms: ${script}`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

/** Runs a script in a frame; a panel's policy does not forbid it to who drives the browser. */
export const runIn = <T = unknown>(frame: Frame, script: string): Promise<T> =>
  frame.evaluate(script);
