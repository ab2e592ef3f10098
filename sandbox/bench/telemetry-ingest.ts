import { askApp } from '../ask-app';
import { BENCH_AGENT, BENCH_BOT, BENCH_PROJECT, type BenchDesk } from './bench-desk';
import { median } from './median';
import { telemetryBodies } from './telemetry-bodies';

const SPANS = 10_000;
const SPANS_PER_BODY = 500;
/** A run for each in every round: a body is about fifty of them. */
const TICKETS = 1_000;
const ROUNDS = 5;

export interface IngestCost {
  readonly spansPerSecond: number;
  /** Median over the rounds, of the time for the same bodies: ingest over `JSON.parse`. */
  readonly timesParsing: number;
  /** Of a body that is new, the most. */
  readonly sqlStatements: number;
}

/** What the telemetry endpoint costs, from the bytes of a body to its answer, against parsing the bodies alone. */
export async function measureIngest({ world }: BenchDesk): Promise<IngestCost> {
  const { host, clock } = world;
  const { token } = await askApp(
    host,
    'createCredential',
    { agentId: BENCH_BOT, label: 'Bench', traceUrlTemplate: null },
    BENCH_AGENT,
  );
  if (token === null) throw new Error('The credential came without its secret');
  const tickets = Array.from({ length: TICKETS }, (_, i) => `${BENCH_PROJECT}-${i + 1}`);
  const ratios: number[] = [];
  const rates: number[] = [];
  let sqlStatements = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const bodies = telemetryBodies(SPANS, {
      perBody: SPANS_PER_BODY,
      tickets,
      startMs: clock.now() - (ROUNDS - round) * 3_600_000,
      firstRun: round * SPANS,
    });
    const parseMs = timed(() => {
      for (const body of bodies) JSON.parse(body);
    });
    let ingestMs = 0;
    for (const body of bodies) {
      // Rates are per minute, and none of them is measured here.
      clock.advance(1_000);
      const startedAt = performance.now();
      const { statusCode, body: answer } = await host.invokeWebTrigger({
        moduleKey: 'telemetry',
        method: 'POST',
        headers: { 'content-type': ['application/json'], authorization: [`Bearer ${token}`] },
        body,
      });
      ingestMs += performance.now() - startedAt;
      if (statusCode !== 200) throw new Error(`The endpoint said ${statusCode}: ${answer}`);
      const used = host.meter.lastInvocation();
      sqlStatements = Math.max(sqlStatements, (used?.sqlSelects ?? 0) + (used?.sqlWrites ?? 0));
    }
    ratios.push(ingestMs / parseMs);
    rates.push(SPANS / (ingestMs / 1_000));
  }
  return { spansPerSecond: median(rates), timesParsing: median(ratios), sqlStatements };
}

function timed(act: () => void): number {
  const startedAt = performance.now();
  act();
  return performance.now() - startedAt;
}
