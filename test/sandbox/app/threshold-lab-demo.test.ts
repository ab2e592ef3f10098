import { askApp } from '../../../sandbox/ask-app';
import { deskProbabilityOfSuccess } from '../../../sandbox/demo/agent-confidence';
import { DEMO_DESKS } from '../../../sandbox/demo/desk-model';
import { SITE_ADMIN_ID } from '../../../sandbox/demo/play/demo-site';
import { openDemo, type Demo } from '../../../sandbox/demo/play/open-demo';
import { probabilityOfSuccess } from '../../../sandbox/demo/success-curve';
import { loadManifest } from '../../../sandbox/forge/manifest';
import { openSqlite } from '../../../sandbox/forge/sql/sqlite';
import type { ThresholdLab } from '../../../src/contract';
import { APP_FILE, ROOT } from '../../support/app-world';
import { statementsOfLastCall } from '../../support/last-call';

/** An answer is worth keeping when it holds seven times in ten. */
const COSTS = { wrongResolution: 10, handOff: 3 };
const TARGET = 0.7;

function optimumOf(curve: (confidence: number) => number): number {
  for (let confidence = 0.001; confidence < 1; confidence += 0.001) {
    if (curve(confidence) >= TARGET) return confidence;
  }
  return 1;
}

describe('the threshold lab on the demo, whose true success curve is known', () => {
  let demo: Demo;
  const labOf = (requestType: string | null, costs = COSTS): Promise<ThresholdLab> =>
    askApp(
      demo.world.host,
      'readThresholdLab',
      { project: 'IT', requestType, periodDays: 90, costs, thresholds: [0.5] },
      SITE_ADMIN_ID,
    );

  beforeAll(async () => {
    demo = await openDemo({
      appFile: APP_FILE,
      manifest: await loadManifest(ROOT),
      database: openSqlite(),
      seed: 1,
      onLog: () => undefined,
    });
  }, 120_000);
  afterAll(() => demo.live.stop());

  it('advises, for the whole desk, within 0.05 of the true optimum, in two statements', async () => {
    const desk = DEMO_DESKS.find(({ key }) => key === 'IT');
    if (desk === undefined) throw new Error('The demo has an IT desk');
    const { advice, thin } = await labOf(null);
    expect(statementsOfLastCall(demo.world)).toBe(2);
    expect(thin).toBeNull();
    const error = Math.abs((advice?.threshold ?? 9) - optimumOf(deskProbabilityOfSuccess(desk)));
    expect(error).toBeLessThanOrEqual(0.05);
  });

  it('advises within 0.05 for a request type with enough history', async () => {
    const { advice, thin, labelled } = await labOf('Password reset');
    expect(thin).toBeNull();
    expect(labelled).toBeGreaterThan(100);
    const optimum = optimumOf((c) => probabilityOfSuccess('Password reset', c));
    expect(Math.abs((advice?.threshold ?? 9) - optimum)).toBeLessThanOrEqual(0.05);
  });

  it.each([null, 'Password reset', 'VPN access'])(
    'counts at the current threshold what the report counts (request type %s)',
    async (requestType) => {
      const lab = await labOf(requestType);
      const { rows, total } = await askApp(
        demo.world.host,
        'readBreakdown',
        { project: 'IT', periodDays: 90, dimension: 'request-type' },
        SITE_ADMIN_ID,
      );
      const { rates } =
        (requestType === null ? total : rows.find(({ segment }) => segment === requestType)) ??
        total;
      const [current] = lab.whatIf;
      expect(current?.isCurrent).toBe(true);
      expect(lab.episodes).toBeGreaterThan(20);
      expect(current?.aiResolution).toEqual(rates.aiResolution);
      expect(current?.escalation).toEqual(rates.escalation);
      expect(current?.kept).toEqual(rates.containment);
      if (requestType !== null) return;
      const card = await askApp(
        demo.world.host,
        'readDeskScorecard',
        { project: 'IT', periodDays: 90 },
        SITE_ADMIN_ID,
      );
      expect(current?.aiResolution).toEqual(card.score.rates.aiResolution);
      expect(current?.escalation).toEqual(card.score.rates.escalation);
    },
  );
});
