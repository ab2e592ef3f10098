import { createChance } from '../../../sandbox/demo/chance';
import { createTelemetryReader } from '../../../src/adapters/telemetry/telemetry-reader';
import { foldRun } from '../../../src/domain/run/fold-run';
import { mutateBody } from '../../support/mutate-body';
import { telemetryBodies } from '../../support/telemetry-bodies';

const SEED = 20_260_302;
const BODIES = 20_000;

describe(`${BODIES} mutated bodies, seed ${SEED}`, () => {
  const reader = createTelemetryReader();
  const chance = createChance(SEED, 'mutated bodies');
  const bodies = telemetryBodies('IT-1');
  const statuses = new Map<string, number>();
  const faults: string[] = [];

  beforeAll(() => {
    for (let number = 0; number < BODIES; number += 1) {
      const request = mutateBody(chance, bodies);
      try {
        const reading = reader.read(request);
        const status = reading.ok ? '200' : String(reading.problem.status);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        const fault = reading.ok ? faultOfBatch(reading.batch) : faultOfText(reading.problem);
        if (fault !== null) faults.push(`${number} ${request.mutation}: ${fault}`);
      } catch (error) {
        faults.push(`${number} ${request.mutation}: threw ${String(error)}`);
      }
    }
  });

  it('are read or refused by a documented status, each of which occurs, and none throws', () => {
    expect(faults).toEqual([]);
    expect([...statuses.keys()].sort()).toEqual(['200', '415', '422']);
    expect(Math.min(...statuses.values())).toBeGreaterThan(BODIES / 50);
  });
});

type Batch = Extract<
  ReturnType<ReturnType<typeof createTelemetryReader>['read']>,
  { ok: true }
>['batch'];

/** What no store would take, or no run could be made of. */
function faultOfBatch({ spans, refused }: Batch): string | null {
  for (const text of refused) if (text.length > 300) return 'a long refusal';
  for (const { traceId, span } of spans) {
    const run = foldRun(traceId, [span]);
    const numbers = [
      span.startedAt,
      span.endedAt,
      span.inputTokens,
      span.outputTokens,
      span.costUsd,
    ];
    if (numbers.some((each) => each !== null && !(each >= 0 && each < 1e14))) return 'a number';
    if (run.endedAt < run.startedAt) return 'time runs backwards';
    const kept = JSON.stringify({ traceId, span });
    if (kept.length > 6_000) return 'much is kept';
    // JSON escapes what stands alone, and control characters: neither may be kept.
    if (/\\u(?:d[89a-f]|00)/.test(kept)) return `unfit characters in ${kept}`;
    if (/password|Ada/.test(kept)) return 'contents are kept';
  }
  return null;
}

const faultOfText = (problem: {
  readonly field: string;
  readonly remedy: string;
}): string | null =>
  problem.field === '' || problem.remedy === '' || JSON.stringify(problem).length > 300
    ? `tells ${JSON.stringify(problem)}`
    : null;
