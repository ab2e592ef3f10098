import type { Locator } from 'playwright-core';

import { describeOnDesk } from './describe-on-desk';
import { openReportDesk } from './report-desk';
import { countRows, openReport, type OpenReport } from './report-page';

jest.setTimeout(240_000);

/** Numbers of the overview that list their tickets. */
const CARDS = '.card-basis .link-button';
const PARTS = '.flow button[data-cohort]';
const OUTCOMES = '.outcomes [data-cohort]';

describeOnDesk('the numbers of the report', openReportDesk, (here) => {
  let open: OpenReport;
  afterEach(async () => {
    expect(open.complaints).toEqual([]);
  });

  /** Clicks a number and counts what is listed; then goes back to where it stood. */
  const listedBehind = async (number: Locator): Promise<number> => {
    const { report, page } = open;
    await number.click();
    const rows = await countRows(report);
    expect(await report.locator('.list-difference').count()).toBe(0);
    const title = (await report.locator('.list-title').textContent()) ?? '';
    expect(title).toContain(` ${String(rows)} ticket`);
    // Each page of the list is a step.
    for (let step = 0; step < Math.ceil(rows / 50); step += 1) await page.goBack();
    return rows;
  };
  const numberIn = (text: string | null): number => Number(/\d+/.exec(text ?? '')?.[0]);

  it.each([90])(
    'lists for every number of the overview of %i days what it counts',
    async (days) => {
      open = await openReport(here, { path: `/?days=${days}` });
      const { report } = open;
      await report.locator(PARTS).first().waitFor();

      const seen: string[] = [];
      const cards = await report.locator('[data-kpi]').all();
      const kpis = await Promise.all(cards.map((card) => card.getAttribute('data-kpi')));
      expect(kpis).toEqual([
        'firstContactResolution',
        'aiResolution',
        'containmentGap',
        'escalation',
        'reversal',
        'coverage',
        'mttr-ai',
        'mttr-human',
        'mttr-episode',
        'open',
      ]);
      for (const kpi of kpis) {
        const card = report.locator(`[data-kpi="${String(kpi)}"]`);
        const where = kpi === 'open' ? '.card-value' : CARDS;
        const number = numberIn(await card.locator(where).textContent());
        expect([kpi, await listedBehind(card.locator(CARDS))]).toEqual([kpi, number]);
        seen.push(String(kpi));
      }
      for (const [group, figure] of [
        [PARTS, '.flow-figure, .flow-entry-figure'],
        [OUTCOMES, null],
      ] as const) {
        const count = await report.locator(group).count();
        expect(count).toBeGreaterThan(7);
        for (let index = 0; index < count; index += 1) {
          const button = report.locator(group).nth(index);
          const cohort = await button.getAttribute('data-cohort');
          const words = figure === null ? button : button.locator(figure);
          const number = numberIn(await words.textContent());
          expect([cohort, await listedBehind(button)]).toEqual([cohort, number]);
          seen.push(String(cohort));
        }
      }
      const waiting = report.locator('.provisional');
      const number = numberIn(await waiting.textContent());
      expect(await listedBehind(waiting.getByRole('button'))).toBe(number);
      expect(new Set(seen).size).toBeGreaterThan(24);
    },
  );

  it('draws a flow whose parts add up', async () => {
    open = await openReport(here, { path: '/?days=90' });
    const { report } = open;
    await report.locator('.flow-part').first().waitFor();
    await report.getByRole('button', { name: 'Show as table' }).click();
    const rows = await report.locator('tbody tr').all();
    const counts = new Map<string, number>();
    for (const row of rows) {
      const [name = '', count = ''] = await row.locator('th, td').allTextContents();
      counts.set(name, numberIn(count));
    }
    const of = (name: string): number => counts.get(name) ?? Number.NaN;
    expect(of('AI involved') + of('Without AI')).toBe(of('All decided'));
    expect(of('Stayed with the AI') + of('Escalated')).toBe(of('AI involved'));
    expect(of('Resolved and held') + of('Reversed') + of('Ambiguous') + of('Abandoned')).toBe(
      of('Stayed with the AI'),
    );
    expect(Math.min(...counts.values())).toBeGreaterThan(0);
  });

  it.each([
    ['request-type', 90],
    ['ai-agent', 30],
  ])(
    'lists for every number of a breakdown by %s over %i days what it counts',
    async (dimension, days) => {
      open = await openReport(here, { path: `/breakdown?days=${days}&dim=${dimension}` });
      const { report } = open;
      await report.locator('tbody tr').first().waitFor();
      const count = await report.locator('tbody [data-cohort]').count();
      expect(count).toBeGreaterThan(12);
      for (let index = 0; index < count; index += 1) {
        const number = report.locator('tbody [data-cohort]').nth(index);
        const words = await number.locator('.visually-hidden').textContent();
        const expected = numberIn(/list (\d+) ticket/.exec(words ?? '')?.[1] ?? null);
        expect([words, await listedBehind(number)]).toEqual([words, expected]);
      }
    },
  );

  it('lists for every number of a comparison what it counts', async () => {
    open = await openReport(here, { path: '/compare' });
    const { report } = open;
    await report.locator('tbody tr').first().waitFor();
    const count = await report.locator('tbody [data-cohort]').count();
    expect(count).toBeGreaterThan(15);
    for (let index = 0; index < count; index += 1) {
      const number = report.locator('tbody [data-cohort]').nth(index);
      const words = await number.locator('.visually-hidden').textContent();
      const expected = numberIn(/list (\d+) ticket/.exec(words ?? '')?.[1] ?? null);
      expect([words, await listedBehind(number)]).toEqual([words, expected]);
    }
  });
});
