import { batchOf, otlpBody, otlpSpan } from '../../support/telemetry-body';
import { CrashingDatabase } from '../../support/crashing-database';
import {
  aTelemetryDesk,
  DESK_START,
  openIssue,
  whatIsStored,
  type TelemetryDesk,
} from '../../support/telemetry-desk';

/** Two tickets with a run each, one of them too unsure, and a run that names no known ticket. */
const BATCH = batchOf(
  otlpBody(
    ['IT-1', 'IT-2', 'IT-9'].flatMap((ticket, i) => {
      const ids = { traceId: String(i + 1).repeat(32), endTimeUnixNano: `${DESK_START + 9}000000` };
      const at = { ...ids, startTimeUnixNano: `${DESK_START}000000` };
      const said = { 'firstline.ticket.key': ticket, 'firstline.confidence': 0.5 + 0.4 * i };
      return [
        otlpSpan({ ...said, 'firstline.result': 'resolved' }, { ...at, spanId: '1'.repeat(16) }),
        otlpSpan({}, { ...at, spanId: '2'.repeat(16), parentSpanId: '1'.repeat(16) }),
      ];
    }),
  ),
);
/** What a batch that touches two tickets of a desk writes and reads. */
const STATEMENTS = 7;
/** To settle, and to hand off. */
const PUSHES = 2;

describe('a container that dies while it takes in a batch', () => {
  const play = async (send: (desk: TelemetryDesk, database: CrashingDatabase) => Promise<void>) => {
    const database = new CrashingDatabase();
    const desk = await aTelemetryDesk({ database });
    openIssue(desk);
    openIssue(desk);
    await desk.hear();
    await desk.work();
    await send(desk, database);
    await desk.work();
    const stored = await whatIsStored(desk);
    await desk.close();
    return stored;
  };
  let undisturbed: Awaited<ReturnType<typeof play>>;
  beforeAll(async () => {
    undisturbed = await play(async (desk) => {
      await desk.send(BATCH);
    });
  });

  it('does so in as many statements as are killed here', async () => {
    await play(async (desk, database) => {
      database.crashAt(STATEMENTS + 1);
      await desk.send(BATCH);
      expect(database.hasCrashed).toBe(false);
      database.crashAt(Number.POSITIVE_INFINITY);
    });
    expect(undisturbed.runs).toHaveLength(3);
    expect(undisturbed.handOffs).toHaveLength(1);
    expect(undisturbed.tickets.map(({ isUnsettled }) => isUnsettled)).toEqual([0, 0]);
  });

  it.each(Array.from({ length: STATEMENTS }, (_, i) => i + 1))(
    'at its statement %i acknowledges nothing, and the same batch again completes it',
    async (statement) => {
      const stored = await play(async (desk, database) => {
        database.crashAt(statement);
        await expect(desk.send(BATCH)).rejects.toThrow('died');
        database.crashAt(Number.POSITIVE_INFINITY);
        await desk.work();
        await desk.send(BATCH);
      });
      expect(stored).toEqual(undisturbed);
    },
  );

  it.each([1, 2, 3, 4])('before or after it pushed a job (%i) does not, either', async (moment) => {
    const isAfter = moment > PUSHES;
    const stored = await play(async (desk) => {
      const { queue } = desk.deps;
      let left = isAfter ? moment - PUSHES : moment;
      const dying: typeof queue = {
        push: async (jobs, options) => {
          left -= 1;
          if (left === 0 && !isAfter) throw new Error('The container died');
          await queue.push(jobs, options);
          if (left === 0) throw new Error('The container died');
        },
      };
      Object.assign(desk.deps, { queue: dying });
      await expect(desk.send(BATCH)).rejects.toThrow('died');
      Object.assign(desk.deps, { queue });
      await desk.send(BATCH);
    });
    expect(stored).toEqual(undisturbed);
  });

  it('and joins runs to a ticket at any statement of the job, joins them when it is done again', async () => {
    const joined = async (crashAt: number | null) => {
      const database = new CrashingDatabase();
      const desk = await aTelemetryDesk({ database });
      await desk.send(BATCH);
      openIssue(desk);
      openIssue(desk);
      await desk.hear();
      const jobs = [...desk.jobs];
      if (crashAt !== null) {
        database.crashAt(crashAt);
        await desk.work().catch(() => undefined);
        database.crashAt(Number.POSITIVE_INFINITY);
        desk.jobs.push(...jobs);
      }
      await desk.work();
      const { runs, tickets, handOffs } = await whatIsStored(desk);
      await desk.close();
      return { hasCrashed: database.hasCrashed, known: { runs, tickets, handOffs } };
    };
    const { known } = await joined(null);
    expect(
      known.runs.filter((row) => (row as { ticketId?: unknown }).ticketId !== null),
    ).toHaveLength(2);
    for (let statement = 1; statement <= 12; statement += 1) {
      const again = await joined(statement);
      expect(again).toEqual({ hasCrashed: true, known });
    }
  });
});
