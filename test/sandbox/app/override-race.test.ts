import { openSqlite } from '../../../sandbox/forge/sql/sqlite';
import { epochMs } from '../../../src/domain/time';
import { newDesk } from '../../../src/usecases/new-desk';
import { overrideOutcome } from '../../../src/usecases/override-outcome';
import { recordTicketEvent } from '../../../src/usecases/record-ticket-event';
import { undoOverride } from '../../../src/usecases/undo-override';
import { anAppWorld, AGENT, BOT, MINUTE, openTicket, PROJECT_ADMIN } from '../../support/app-world';
import { deskDeps } from '../../support/desk-deps';
import { openStore } from '../../support/forge-sql';
import { viewerAccess } from '../../support/viewer-access';

const FIRST = '0d9f6c1e-6f0b-4c57-9c39-0f3a8f1f2b11';
const SECOND = '5b1b7a52-08a7-4a8e-9c56-3a1f3a0a7c22';

/** A ticket that the bot has resolved, and the event of an agent's reply that is not told yet. */
async function aDesk() {
  const { site, clock } = await anAppWorld();
  const events: unknown[] = [];
  site.onEvent(({ eventType, payload }) => events.push({ ...payload, eventType }));
  const issue = openTicket({ site } as Parameters<typeof openTicket>[0]);
  clock.moveTo(clock.now() + MINUTE);
  site.addComment({ by: BOT, issue, body: 'a', isPublic: true });
  clock.moveTo(clock.now() + MINUTE);
  const told = events.splice(0);
  site.addComment({ by: AGENT, issue, body: 'b', isPublic: true });
  const reply = events.splice(0);
  const { store } = openStore(openSqlite());
  await store.migrate();
  const project = site.reading.readIssue(issue, null)?.issue.project;
  if (project === undefined) throw new Error('The issue has no project');
  const deskId = `jira:${project.id}`;
  await store.saveDesk(newDesk({ deskId, key: 'IT', timeZone: 'UTC' }));
  const actors = [
    { actorId: BOT, accountId: BOT, kind: 'ai-agent' as const, name: 'Atlas', vendor: null },
  ];
  const nowMs = clock.now() + MINUTE;
  const deps = {
    ...deskDeps({ store, site, nowMs, actors }),
    access: viewerAccess(site, PROJECT_ADMIN),
  };
  for (const event of told) await recordTicketEvent(deps, event);
  const stored = async () => {
    const ids = await store.listTicketIds(deskId, '', 9);
    const [ticket] = await store.readTickets(ids);
    const [episode] = await store.readLatestEpisodes(ids);
    return { ticket, episode, audit: await store.readAudit(ids[0] ?? '') };
  };
  return { deps, issue, reply, stored, nowMs: epochMs(nowMs) };
}

const viewer = { accountId: PROJECT_ADMIN };
const decision = (issue: string, requestId: string) =>
  ({ issue, requestId, outcome: 'excluded', reason: 'A test' }) as const;

describe('a person and the desk at the same moment', () => {
  it('lose nothing of each other', async () => {
    const { deps, issue, reply, stored } = await aDesk();
    const results = await Promise.all([
      ...reply.map((event) => recordTicketEvent(deps, event)),
      overrideOutcome(deps, decision(issue, FIRST), viewer),
    ]);
    expect(results.every(({ ok }) => ok)).toBe(true);
    const { ticket, episode, audit } = await stored();
    expect(ticket?.isSettled).toBe(true);
    expect(ticket?.owedAudit).toEqual([]);
    expect(ticket?.events.map(({ event }) => event.kind)).toEqual([
      'comment',
      'comment',
      'overridden',
    ]);
    expect(episode).toMatchObject({ outcome: 'excluded', rule: 'overridden' });
    expect(audit.filter(({ action }) => action === 'outcome-overridden')).toHaveLength(1);
  });

  it('is one decision when the same is sent twice, two when two people decide', async () => {
    const { deps, issue, stored } = await aDesk();
    await Promise.all(
      [FIRST, FIRST, SECOND].map((id) => overrideOutcome(deps, decision(issue, id), viewer)),
    );
    const { ticket, audit } = await stored();
    const overrides = ticket?.events.filter(({ event }) => event.kind === 'overridden') ?? [];
    expect(overrides.map(({ key }) => key).sort()).toEqual([FIRST, SECOND]);
    expect(new Set(overrides.map(({ event }) => event.at)).size).toBe(2);
    expect(audit.filter(({ action }) => action === 'outcome-overridden')).toHaveLength(2);
    await undoOverride(deps, { issue }, viewer);
    const after = await stored();
    expect(after.ticket?.undoneOverrides.toSorted()).toEqual([FIRST, SECOND]);
    expect(after.episode).toMatchObject({ rule: 'open' });
  });
});
