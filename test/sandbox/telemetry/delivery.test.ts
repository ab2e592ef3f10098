import { inBatches, manyTraces, shuffled, type SentSpan } from '../../support/many-traces';
import { batchOf, otlpBody } from '../../support/telemetry-body';
import {
  aTelemetryDesk,
  BOT,
  DESK_NOW,
  DESK_START,
  openIssue,
  whatIsStored,
  type TelemetryDesk,
} from '../../support/telemetry-desk';

const TICKETS = 60;
const TRACES = 1_250;
const BATCH = 100;
const HOUR = 3_600_000;

/** Sixty tickets of some days: open, resolved by the agent or by people, and opened again. */
async function aWeekOfTickets(desk: TelemetryDesk): Promise<readonly string[]> {
  const { site, clock } = desk;
  const keys: string[] = [];
  for (let i = 0; i < TICKETS; i += 1) {
    const issue = openIssue(desk);
    keys.push(issue);
    clock.advance(HOUR);
    if (i % 4 !== 0) site.addComment({ by: BOT, issue, body: 'a', isPublic: true });
    clock.advance(HOUR);
    if (i % 4 === 1) site.transition({ by: BOT, issue, to: 'Resolved' });
    if (i % 4 === 2) site.addComment({ by: 'agent', issue, body: 'a', isPublic: true });
    if (i % 4 === 2) site.transition({ by: 'agent', issue, to: 'Resolved' });
    clock.advance(HOUR);
    if (i % 8 === 1) site.transition({ by: 'customer', issue, to: 'Waiting for support' });
  }
  await desk.hear();
  await desk.work();
  return keys;
}

describe('10,000 spans in 100 batches', () => {
  const spans = manyTraces(TRACES, {
    // Some traces are of no ticket that is known, and some of none at all.
    tickets: [...Array.from({ length: TICKETS }, (_, i) => `IT-${i + 1}`), 'XX-1', 'XX-2'],
    from: DESK_START,
    to: DESK_NOW,
  });
  /** What is known after the batches, so many of which are taken in at the same time. */
  const knownAfter = async (batches: readonly (readonly SentSpan[])[], atOnce: number) => {
    const desk = await aTelemetryDesk();
    expect(await aWeekOfTickets(desk)).toContain('IT-60');
    const send = async (batch: readonly SentSpan[]): Promise<void> => {
      const read = batchOf(otlpBody(batch.map(({ body }) => body)));
      expect(read.refused).toEqual([]);
      expect(await desk.send(read)).toMatchObject({ accepted: batch.length });
    };
    for (const some of inBatches(batches, atOnce)) await Promise.all(some.map(send));
    await desk.work();
    const stored = await whatIsStored(desk);
    await desk.close();
    return stored;
  };

  it('give the same runs, outcomes and hand-offs shuffled, two at once and each sent twice, as in order', async () => {
    const inOrder = await knownAfter(
      inBatches(
        [...spans].sort((a, b) => a.endMs - b.endMs),
        BATCH,
      ),
      1,
    );
    const batches = inBatches(shuffled(spans, 1), BATCH);
    const mixed = await knownAfter(shuffled([...batches, ...batches], 2), 2);
    expect(batches).toHaveLength(100);
    expect(inOrder.spans).toHaveLength(10_000);
    expect(inOrder.runs).toHaveLength(TRACES);
    expect(inOrder.handOffs.length).toBeGreaterThan(20);
    expect(mixed).toEqual(inOrder);
  }, 120_000);
});
