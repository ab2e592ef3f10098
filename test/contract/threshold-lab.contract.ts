import * as fc from 'fast-check';

import { COHORTS, isInCohort } from '../../src/domain/kpi/cohort';
import { fateOf, type LabGroup } from '../../src/domain/calibration/lab-group';
import { NO_TARGET } from '../../src/domain/escalation/policy';
import { isMature } from '../../src/domain/outcome/verdict';
import { deskDay, epochMs } from '../../src/domain/time';
import type { DayRange, EpisodeRow, HandOffRow, ScoreStore } from '../../src/ports/score-store';
import { anyVerdict, AS_OF } from '../support/verdict-arbitrary';

const DESK = 'jira:10000';
const DAYS = ['2026-03-01', '2026-03-02', '2026-03-03'].map(deskDay);
const PERIOD: DayRange = { fromDay: deskDay('2026-03-02'), toDay: deskDay('2026-03-04') };
const REASONS = ['low-confidence', 'no-confidence', 'human-replied', null];

const anyRow = fc.record({
  verdict: anyVerdict,
  day: fc.constantFrom(...DAYS),
  requestType: fc.constantFrom('VPN', 'vpn', null),
  reason: fc.constantFrom(...REASONS),
  confidence: fc.constantFrom(0, 0.5, 0.5004, 0.7, 1, null),
});

const ROWS: readonly EpisodeRow[] = fc
  .sample(anyRow, { seed: 20_274, numRuns: 400 })
  .map(({ verdict, ...facts }, i): EpisodeRow => ({
    ...verdict,
    ...facts,
    priority: null,
    doubtfulActors: [],
    ticketId: `jira:${i}`,
    deskId: i % 50 === 0 ? 'jira:20000' : DESK,
    definitionVersion: 1,
  }));

/** Every third ticket has a hand-off of the app, at the moment its episode was decided or another. */
const HAND_OFFS: readonly HandOffRow[] = ROWS.filter((_, i) => i % 3 === 0).map(
  ({ ticketId, deskId, decidedAt }, i): HandOffRow => ({
    handOffId: String(i),
    ticketId,
    deskId,
    runId: 'run',
    agentId: 'bot',
    reason: (['low-confidence', 'no-confidence', 'risk-never'] as const)[i % 3] ?? 'too-long',
    // What the agent says itself is not what the app decided by.
    detail: '"reason":"low-confidence"',
    confidence: 0.5,
    threshold: 0.7,
    policyVersion: 1,
    target: NO_TARGET,
    decidedAt: epochMs((decidedAt ?? 0) + (i % 4 === 0 ? 1 : 0)),
    step: 'recorded',
    commentId: null,
    problem: null,
    attempts: 1,
    leasedUntil: null,
    version: 0,
  }),
);
const isByThreshold = (row: EpisodeRow): boolean =>
  HAND_OFFS.some(
    ({ ticketId, decidedAt, reason }) =>
      ticketId === row.ticketId && decidedAt === row.decidedAt && reason !== 'risk-never',
  );

/** Numbers by fate and confidence: outcomes of one fate are one. */
function told(groups: readonly LabGroup[]): Readonly<Record<string, number>> {
  const numbers: Record<string, number> = {};
  for (const { fate, confidence, episodes } of groups) {
    const key = `${fate} ${String(confidence)}`;
    numbers[key] = (numbers[key] ?? 0) + episodes;
  }
  return numbers;
}

/** The same by hand. */
const groupsOf = (rows: readonly EpisodeRow[]): readonly LabGroup[] =>
  rows.map((row) => {
    const fate = fateOf(row.outcome, isByThreshold(row));
    if (fate === null) throw new Error('That is not in the cohort');
    const confidence = row.confidence === null ? null : Math.round(row.confidence * 1_000) / 1_000;
    return { fate, confidence, episodes: 1 };
  });

/** The part of a ScoreStore that the threshold lab needs, whatever engine is behind it. */
export function describeThresholdLab(
  name: string,
  open: () => Promise<{ readonly store: ScoreStore; readonly close: () => Promise<void> }>,
): void {
  describe(`${name}, for the threshold lab`, () => {
    let store: ScoreStore;
    let close: () => Promise<void>;
    beforeAll(async () => {
      ({ store, close } = await open());
      await store.migrate();
      await store.putEpisodes(ROWS);
      for (const row of HAND_OFFS) await store.saveHandOff(row);
    });
    afterAll(() => close());

    it.each([null, 'VPN', 'vpn', 'Access'])(
      'groups what AI was involved in, and sums what people took (request type %s)',
      async (value) => {
        const rows = ROWS.filter(
          ({ deskId, day, requestType }) =>
            deskId === DESK &&
            day >= PERIOD.fromDay &&
            day < PERIOD.toDay &&
            (value === null || requestType === value),
        );
        const history = await store.readLabHistory({
          deskId: DESK,
          period: PERIOD,
          asOf: AS_OF,
          requestType: value,
        });
        const involved = rows.filter((row) => isInCohort(COHORTS['base:aiResolution'], row, AS_OF));
        expect(told(history.groups)).toEqual(told(groupsOf(involved)));
        const times = rows
          .filter((row) => isInCohort(COHORTS['time:human'], row, AS_OF) && isMature(row, AS_OF))
          .flatMap(({ activeMs }) => (activeMs === null ? [] : [activeMs]));
        expect(history.humanTime.n).toBe(times.length);
        expect(history.humanTime.sumMs).toBe(times.reduce((sum, ms) => sum + ms, 0));
        const squares = times.reduce((sum, ms) => sum + ms * ms, 0);
        expect(history.humanTime.sumSquaresMs2 / Math.max(1, squares)).toBeCloseTo(
          squares === 0 ? 0 : 1,
          9,
        );
      },
    );
  });
}
