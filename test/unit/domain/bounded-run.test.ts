import { boundedRun, MOST_STEPS } from '../../../src/domain/run/bounded-run';
import { ticketAddressOf } from '../../../src/domain/run/ticket-address';
import { epochMs } from '../../../src/domain/time';
import { aRun } from '../../support/runs';
import { T0 } from '../../support/timeline-builder';

const step = (at: number, tool: string) => ({
  tool,
  startedAt: epochMs(T0 + at),
  endedAt: epochMs(T0 + at + 1),
  hasFailed: false,
  errorType: null,
});

describe('a run as it is kept', () => {
  it('is the run itself while people can read it', () => {
    const run = aRun({ steps: Array.from({ length: MOST_STEPS }, (_, i) => step(i, 'kb.search')) });
    expect(boundedRun(run)).toBe(run);
  });

  it('has, of too many steps, the first of each tool and the latest, in their order', () => {
    const many = Array.from({ length: 1_000 }, (_, i) => step(i, i === 3 ? 'files.delete' : 'kb'));
    const { steps } = boundedRun(aRun({ steps: many }));
    expect(steps).toHaveLength(200);
    expect(steps.slice(0, 3).map(({ startedAt, tool }) => [startedAt - T0, tool])).toEqual([
      [0, 'kb'],
      [3, 'files.delete'],
      [802, 'kb'],
    ]);
    expect(steps.at(-1)?.startedAt).toBe(T0 + 999);
  });

  it('has the models used most and the latest evaluations', () => {
    const evaluations = Array.from({ length: 60 }, (_, i) => ({
      name: `e-${i}`,
      score: 1,
      label: null,
    }));
    const models = Array.from({ length: 30 }, (_, i) => `m-${i}`);
    const kept = boundedRun(aRun({ models, evaluations }));
    expect(kept.models).toEqual(models.slice(0, 20));
    expect(kept.evaluations.map(({ name }) => name)).toEqual(
      Array.from({ length: 50 }, (_, i) => `e-${i + 10}`),
    );
  });
});

describe('what a ticket is found by', () => {
  it.each([
    ['IT-12', 'IT-12'],
    ['it-12', 'IT-12'],
    ['10042', 'jira:10042'],
  ])('%s is %s', (named, address) => {
    expect(ticketAddressOf(named)).toBe(address);
  });
});
