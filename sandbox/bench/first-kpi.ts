import { findChromium, launchChromium } from '../browser/chromium';
import { openPage } from '../browser/open-page';
import { panelFrame, runIn, waitIn } from '../browser/panel-frame';
import { startShell } from '../shell/server/start-shell';
import { BENCH_AGENT, BENCH_PROJECT, type BenchDesk } from './bench-desk';
import { median } from './median';

const LOADS = 20;

export interface FirstKpi {
  /** From the frame's request to the first KPI drawn, in milliseconds. */
  readonly fromRequestMs: number;
  /** From the end of the frame's load event; less than nothing where the KPI was there before. */
  readonly fromLoadedMs: number;
}

/** Runs in each frame before its own scripts: notes when the first KPI has been drawn. */
const WATCH = `
  const watch = new MutationObserver(() => {
    const value = document.querySelector('[data-kpi] .card-value');
    if (value === null || value.textContent.trim() === '') return;
    watch.disconnect();
    requestAnimationFrame(() => setTimeout(() => { window.firstKpiMs = performance.now(); }));
  });
  watch.observe(document, { childList: true, subtree: true });
`;

const READ = `({
  firstKpiMs: window.firstKpiMs,
  loadedMs: performance.getEntriesByType('navigation')[0].loadEventEnd,
})`;

/**
 * How soon the queue page shows its first KPI in a real browser, each time in a new profile: nothing is
 * cached. Medians over the loads; null without a browser.
 */
export async function measureFirstKpi(desk: BenchDesk): Promise<FirstKpi | null> {
  const executablePath = findChromium();
  if (executablePath === null) return null;
  const shell = await startShell({ shell: desk, port: 0, root: process.cwd() });
  const browser = await launchChromium(executablePath);
  const runs: FirstKpi[] = [];
  try {
    for (let i = 0; i < LOADS; i += 1) {
      const opened = await openPage(browser, shell.url, {
        accountId: BENCH_AGENT,
        hash: `#/${BENCH_PROJECT}/ai-outcomes`,
        initScript: WATCH,
      });
      const frame = await panelFrame(opened.page, 'AI outcomes');
      await waitIn(frame, 'window.firstKpiMs !== undefined');
      const { firstKpiMs, loadedMs } = await runIn<{ firstKpiMs: number; loadedMs: number }>(
        frame,
        READ,
      );
      runs.push({ fromRequestMs: firstKpiMs, fromLoadedMs: firstKpiMs - loadedMs });
      await opened.close();
    }
  } finally {
    await browser.close();
    await shell.close();
  }
  return {
    fromRequestMs: median(runs.map(({ fromRequestMs }) => fromRequestMs)),
    fromLoadedMs: median(runs.map(({ fromLoadedMs }) => fromLoadedMs)),
  };
}
