import { InvocationFailure } from '../../../sandbox/forge/host';
import { askApp } from '../../../sandbox/ask-app';
import {
  AGENT,
  anAppWorld,
  BOT,
  HOUR,
  installed,
  MINUTE,
  openTicket,
  PROJECT_ADMIN,
  tagOf,
  type AppWorld,
} from '../../support/app-world';
import { auditDetails } from '../../support/audit';
import { CrashingDatabase } from '../../support/crashing-database';
import { ticketIdOf } from '../../support/stored';

const EXACT = { duplicateShare: 0, lateShare: 0, usualLagMs: 0 };
const requestId = '0d9f6c1e-6f0b-4c57-9c39-0f3a8f1f2b11';
const STATEMENTS = [1, 2, 3, 4, 5, 6, 7, 8];
/** Up to here the ticket is not saved: what dies is as if it had not been asked. */
const NOTHING_SAVED_UP_TO = 3;

const override = (world: AppWorld, issue: string) =>
  askApp(
    world.host,
    'overrideOutcome',
    { issue, requestId, outcome: 'escalated', reason: 'Somebody called' },
    PROJECT_ADMIN,
  );
const undo = (world: AppWorld, issue: string) =>
  askApp(world.host, 'undoOverride', { issue }, PROJECT_ADMIN);

type Act = typeof override;

/** A resolved ticket, and acts that may die at a statement and may be asked again. */
async function play(
  acts: readonly Act[],
  crash: { readonly at: number; readonly isAskedAgain: boolean } | null,
): Promise<unknown> {
  const database = new CrashingDatabase();
  const world = await installed(await anAppWorld({ delivery: EXACT, database }));
  const issue = openTicket(world);
  await world.live.jumpMs(MINUTE);
  world.site.addComment({ by: BOT, issue, body: 'a', isPublic: true });
  await world.live.jumpMs(MINUTE);
  world.site.transition({ by: BOT, issue, to: 'Resolved' });
  await world.live.jumpMs(HOUR);
  for (const [i, act] of acts.entries()) {
    if (crash !== null && i === acts.length - 1) {
      database.crashAt(crash.at);
      await expect(act(world, issue)).rejects.toThrow(InvocationFailure);
      expect(database.hasCrashed).toBe(true);
      if (!crash.isAskedAgain) break;
    }
    await act(world, issue);
  }
  await world.live.jumpMs(3 * HOUR);
  const { episodes, steps } = await askApp(world.host, 'readTicketVerdict', { issue }, AGENT);
  const { score } = await askApp(world.host, 'readScoreReport', { project: 'IT' }, AGENT);
  const known = {
    episodes,
    steps,
    score,
    tag: tagOf(world, issue),
    audit: await auditDetails(world, ticketIdOf(world, issue)),
  };
  await world.live.stop();
  return known;
}

describe.each<readonly [string, readonly Act[]]>([
  ['sets an outcome', [override]],
  ['takes it back', [override, undo]],
])('a container that dies while a person %s', (_what, acts) => {
  let whole: unknown;
  let without: unknown;
  beforeAll(async () => {
    whole = await play(acts, null);
    without = await play(acts.slice(0, -1), null);
    expect(whole).not.toEqual(without);
  });

  it.each(STATEMENTS)('at its statement %i has done all of it or nothing', async (at) => {
    const expected = at <= NOTHING_SAVED_UP_TO ? without : whole;
    expect(await play(acts, { at, isAskedAgain: false })).toEqual(expected);
  });

  it.each(STATEMENTS)('at its statement %i is done once when asked again', async (at) => {
    expect(await play(acts, { at, isAskedAgain: true })).toEqual(whole);
  });
});
