import { openSqlite } from '../../../sandbox/forge/sql/sqlite';
import type { Job } from '../../../src/ports/job-queue';
import { newDesk } from '../../../src/usecases/new-desk';
import { backfillDesk } from '../../../src/usecases/backfill-desk';
import { compareWithSource } from '../../../src/usecases/compare-with-source';
import { pollInstance } from '../../../src/usecases/poll-instance';
import { readPushed } from '../../../src/usecases/read-pushed';
import { refreshDesk, refreshRollups } from '../../../src/usecases/refresh-desk';
import { rescoreTickets } from '../../../src/usecases/rescore-tickets';
import { openStore } from '../../support/forge-sql';
import { openInstanceWorld, OWN_USER, type InstanceWorld } from '../../support/instance-world';

const START = Date.parse('2026-03-02T09:00:00Z');
const DESK = 'servicenow:sn-acme';
const MINUTE = 60_000;
const budget = { remainingMs: () => 600_000 };

const runJob = (world: InstanceWorld) => async (job: Job) => {
  const { deps } = world;
  if (job.kind === 'backfill-desk') await backfillDesk(deps, job.deskId, budget);
  if (job.kind === 'refresh-desk') await refreshDesk(deps, job.deskId, budget);
  if (job.kind === 'refresh-rollups') await refreshRollups(deps, job.deskId, budget);
  if (job.kind === 'read-pushed') await readPushed(deps, job.ticketIds);
  if (job.kind === 'compare-with-source') await compareWithSource(deps, budget);
  if (job.kind === 'rescore-tickets') {
    const desk = await deps.store.readDesk(job.deskId);
    if (desk !== null) await rescoreTickets(deps, desk, job.ticketIds, { isForced: false });
  }
};

describe('an instance that the app follows', () => {
  const { store } = openStore(openSqlite());
  const world = openInstanceWorld({
    store,
    startAtMs: START,
    mapping: { verdictField: 'u_ai_outcome', writesWorkNotes: true },
    actors: [
      {
        actorId: 'servicenow:va.bot',
        accountId: 'servicenow:va.bot',
        kind: 'ai-agent',
        name: 'Bot',
        vendor: null,
      },
    ],
  });
  const { instance, clock, deps } = world;
  const poll = async (): Promise<number> => {
    const before = instance.requests.length;
    const polled = await pollInstance(deps, budget);
    expect(polled.ok).toBe(true);
    await world.settle(runJob(world));
    return instance.requests.length - before;
  };
  const verdicts = async (sysId: string) =>
    (await store.readLatestEpisodes([`servicenow:${sysId}`])).map(
      ({ outcome, rule, firstContact }) => ({
        outcome,
        rule,
        firstContact,
      }),
    );

  beforeAll(async () => {
    await store.migrate();
    instance.addField('u_ai_outcome');
    instance.addUser({ userName: 'abel', name: 'Abel' });
    instance.addUser({ userName: 'human', name: 'A human', roles: ['itil'] });
    instance.addUser({ userName: 'va.bot', name: 'Bot', roles: ['itil'], isIntegration: true });
    await store.saveDesk(newDesk({ deskId: DESK, key: 'sn-acme', name: 'acme', timeZone: 'UTC' }));
    world.kept.jobs.push({ job: { kind: 'backfill-desk', deskId: DESK }, dueAtMs: START });
    await world.settle(runJob(world));
  });

  it('reads what happened to an incident, and writes the verdict with one note', async () => {
    clock.advance(10 * MINUTE);
    const { sysId } = instance.acting.create('abel', {
      caller_id: 'abel',
      category: 'inquiry',
      short_description: 'The printer jams again',
    });
    clock.advance(2 * MINUTE);
    instance.acting.update('va.bot', sysId, {
      comments: 'Try this.',
      state: '6',
      close_code: 'Solved',
    });
    clock.advance(MINUTE);
    await poll();
    expect(await verdicts(sysId)).toEqual([
      { outcome: 'pending', rule: 'pending', firstContact: true },
    ]);
    const incident = instance.reading.incident(sysId);
    expect(incident?.['u_ai_outcome']).toBe('AI-resolved (pending)');
    await poll();
    clock.advance(5 * MINUTE);
    await poll();
    console.log(instance.reading.journal(sysId), instance.reading.audits(sysId), world.said);
  });
});
