import { openSqlite } from '../../../sandbox/forge/sql/sqlite';
import { OUTCOME_LABELS } from '../../../src/domain/outcome/outcome-label';
import { openStore } from '../../support/forge-sql';
import {
  beginDesk,
  openInstanceWorld,
  OWN_USER,
  poll,
  runUntil,
} from '../../support/instance-world';

const START = Date.parse('2026-03-02T09:00:00Z');
const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;

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
  const { instance, clock } = world;

  /** Lets time pass, polls, and lets what that leaves be done. */
  const pollAfter = async (minutes: number): Promise<number> => {
    await runUntil(world, clock.now() + minutes * MINUTE);
    const before = instance.requests.length;
    expect(await poll(world)).toBe(true);
    const requests = instance.requests.length - before;
    await runUntil(world, clock.now());
    return requests;
  };
  const verdictOf = async (sysId: string) => {
    const [row] = await store.readLatestEpisodes([`servicenow:${sysId}`]);
    return row === undefined ? null : { outcome: row.outcome, rule: row.rule };
  };
  const report = (shortDescription = 'The printer jams again') =>
    instance.acting.create('abel', {
      caller_id: 'abel',
      category: 'inquiry',
      short_description: shortDescription,
    }).sysId;
  const ownNotes = (sysId: string) =>
    instance.reading.journal(sysId).filter((row) => row['sys_created_by'] === OWN_USER);

  beforeAll(async () => {
    instance.addField('u_ai_outcome');
    instance.addUser({ userName: 'abel', name: 'Abel' });
    instance.addUser({ userName: 'human', name: 'A human', roles: ['itil'] });
    instance.addUser({ userName: 'va.bot', name: 'Bot', roles: ['itil'], isIntegration: true });
    await beginDesk(world);
    await runUntil(world, START);
  });

  it('reads what happened, and writes the verdict with one note however often it polls', async () => {
    await runUntil(world, clock.now() + 10 * MINUTE);
    const sysId = report();
    await runUntil(world, clock.now() + 2 * MINUTE);
    instance.acting.update('va.bot', sysId, { comments: 'Try this.', state: '6' });
    await pollAfter(1);
    expect(await verdictOf(sysId)).toEqual({ outcome: 'pending', rule: 'pending' });
    await pollAfter(5);
    await pollAfter(5);
    expect(instance.reading.incident(sysId)?.['u_ai_outcome']).toBe(OUTCOME_LABELS.pending);
    expect(ownNotes(sysId)).toHaveLength(1);
  });

  it('asks once when nothing changed', async () => {
    await pollAfter(5);
    expect(await pollAfter(5)).toBe(1);
    expect(await pollAfter(5)).toBe(1);
  });

  it('takes the new incident of the same caller and category for the repeat contact', async () => {
    const first = report('The VPN drops every hour');
    instance.acting.update('va.bot', first, { comments: 'Restart it.', state: '6' });
    await pollAfter(5);
    await runUntil(world, clock.now() + 2 * DAY);
    instance.acting.update('va.bot', first, { state: '7' });
    report('VPN drops every hour, still');
    await pollAfter(5);
    expect(await verdictOf(first)).toEqual({ outcome: 'reversed', rule: 'repeat-contact' });
  });

  it('waits for the caller while an incident is on hold for that reason', async () => {
    const sysId = report('A licence is missing');
    instance.acting.update('va.bot', sysId, {
      comments: 'Which one?',
      state: '3',
      hold_reason: '1',
    });
    await runUntil(world, clock.now() + DAY);
    instance.acting.update('va.bot', sysId, { state: '6' });
    await pollAfter(5);
    expect(await verdictOf(sysId)).toEqual({ outcome: 'abandoned', rule: 'silent-wait' });
  });

  it('sees that people took over, also by a group', async () => {
    const sysId = report('The screen stays dark');
    instance.acting.update('va.bot', sysId, { comments: 'Press the button.' });
    await runUntil(world, clock.now() + MINUTE);
    instance.acting.update('human', sysId, { state: '2', assigned_to: 'human' });
    await pollAfter(5);
    expect(await verdictOf(sysId)).toEqual({ outcome: 'escalated', rule: 'escalated' });
  });

  it('forgets at night what was deleted, and finds what a poll could not see', async () => {
    const gone = report('Deleted later');
    const missed = report('Seen late');
    await pollAfter(5);
    instance.acting.delete('human', gone);
    // Its stamp is long past by the time that access rules show it.
    instance.rules.showRows('incident', (row) => row['sys_id'] !== missed);
    instance.acting.update('va.bot', missed, { comments: 'Done.', state: '6' });
    await pollAfter(5);
    await runUntil(world, clock.now() + 30 * MINUTE);
    report('Another one, so that time goes on');
    await pollAfter(5);
    instance.rules.clear();
    await pollAfter(5);
    expect(await verdictOf(missed)).toMatchObject({ outcome: 'open' });
    await pollAfter(1_440);
    expect(await verdictOf(missed)).toMatchObject({ outcome: 'pending' });
    expect(await verdictOf(gone)).toBeNull();
    expect(world.kept.feed.comparison).toMatchObject({ repaired: 1, deleted: 1 });
  });

  it('keeps what is hidden and was not deleted, and says so', async () => {
    const sysId = report('Confidential from now on');
    await pollAfter(5);
    instance.rules.showRows('incident', (row) => row['sys_id'] !== sysId);
    await pollAfter(1_440);
    expect(await verdictOf(sysId)).toMatchObject({ outcome: 'open' });
    expect(world.said.join('\n')).toContain(`servicenow:${sysId}`);
    instance.rules.clear();
  });
});
