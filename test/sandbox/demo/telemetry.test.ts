import { askApp } from '../../../sandbox/ask-app';
import { AI_ACCOUNT, accountIdOf } from '../../../sandbox/demo/accounts';
import { DEMO_DESKS } from '../../../sandbox/demo/desk-model';
import { generateHistory } from '../../../sandbox/demo/generate-history';
import { PLAYED_DESKS } from '../../../sandbox/demo/service-now-desk';
import { LEAD_ID, SITE_ADMIN_ID } from '../../../sandbox/demo/play/demo-site';
import {
  DEMO_NOW_MS,
  DEMO_START_DAY,
  openDemo,
  type Demo,
} from '../../../sandbox/demo/play/open-demo';
import {
  DEMO_INSTANCE_DESK,
  VERDICT_FIELD,
} from '../../../sandbox/demo/play/service-now/demo-instance';
import { INCIDENT_AGENT } from '../../../sandbox/demo/play/service-now/incident-people';
import { loadManifest } from '../../../sandbox/forge/manifest';
import { openSqlite } from '../../../sandbox/forge/sql/sqlite';
import type { SqlDatabase } from '../../../src/adapters/forge/sql/forge-database';
import type { HandOffRow, RunRow } from '../../../src/ports/score-store';
import { APP_FILE, ROOT } from '../../support/app-world';
import { openStore } from '../../support/forge-sql';

const SEED = 1;
const msOf = (time: string): number => Date.parse(`${time.replace(' ', 'T')}Z`);
const DAY_MS = 86_400_000;

interface StoredRun {
  readonly ticketId: string | null;
  readonly inputTokens: number;
}

/** What the generator says the agents did by then, read without the player. */
function runsBy(atMs: number) {
  return generateHistory(PLAYED_DESKS, { seed: SEED, startDay: DEMO_START_DAY, days: 121 })
    .filter(({ openedAtMs }) => openedAtMs <= atMs)
    .flatMap(({ actions }) => actions)
    .flatMap((action) => (action.kind === 'run' && action.atMs <= atMs ? [action.run] : []));
}

const storedRuns = async (db: SqlDatabase): Promise<readonly StoredRun[]> =>
  (await db.select('SELECT document FROM agent_run')).map((row) => {
    const { ticketId, run } = JSON.parse(String(row['document'])) as RunRow;
    return { ticketId, inputTokens: run.inputTokens ?? 0 };
  });

describe('the demo', () => {
  const complaints: string[] = [];
  let demo: Demo;
  let db: SqlDatabase;
  /** On the site, and on the instance. */
  let handOffs: readonly HandOffRow[];
  let incidentHandOffs: readonly HandOffRow[];
  let atOpening: readonly StoredRun[];
  let openedMs: number;

  beforeAll(async () => {
    demo = await openDemo({
      appFile: APP_FILE,
      manifest: await loadManifest(ROOT),
      database: openSqlite(),
      seed: SEED,
      onLog: ({ level, source, text }) => {
        if (level === 'error' || source === 'platform') complaints.push(text);
      },
    });
    const opened = openStore(demo.world.host.database);
    db = opened.db;
    atOpening = await storedRuns(db);
    openedMs = demo.live.nowMs();
    await demo.live.jumpMs(DAY_MS);
    const rows = await db.select('SELECT document FROM hand_off');
    const all = rows.map((row) => JSON.parse(String(row['document'])) as HandOffRow);
    handOffs = all.filter(({ ticketId }) => ticketId.startsWith('jira:'));
    incidentHandOffs = all.filter(({ ticketId }) => ticketId.startsWith('servicenow:'));
  });

  afterAll(() => demo.live.stop());

  it('opens with every run of its past, each on its ticket, with all its tokens', () => {
    const told = runsBy(openedMs);
    expect(told.length).toBeGreaterThan(900);
    expect(atOpening).toHaveLength(told.length);
    expect(atOpening.filter(({ ticketId }) => ticketId === null)).toEqual([]);
    const tokens = told
      .flatMap(({ steps }) => steps)
      .reduce((sum, step) => sum + (step.kind === 'model' ? step.inputTokens : 0), 0);
    expect(atOpening.reduce((sum, { inputTokens }) => sum + inputTokens, 0)).toBe(tokens);
  });

  it('knows from them what the agent has really done', async () => {
    const rows = await db.select(
      "SELECT evidence FROM episode WHERE outcome = 'ai-resolved' AND evidence = 'verified-action'",
    );
    expect(rows.length).toBeGreaterThan(100);
  });

  it('hands off nothing of its past, and what comes with too little confidence', () => {
    expect(Math.min(...handOffs.map(({ decidedAt }) => decidedAt))).toBeGreaterThan(DEMO_NOW_MS);
    const reasons = new Set(handOffs.map(({ reason }) => reason));
    expect(reasons).toContain('low-confidence');
    expect(reasons).toContain('agent-escalated');
  });

  it('has each hand-off carried out, and an agent that leaves the ticket alone from then on', () => {
    const finished = handOffs.filter(({ decidedAt }) => decidedAt < demo.live.nowMs() - 600_000);
    expect(finished.length).toBeGreaterThan(5);
    for (const { ticketId, decidedAt, step } of finished) {
      const issue = demo.world.site.reading.readIssue(ticketId.slice('jira:'.length), null)?.issue;
      if (issue === undefined) throw new Error(`There is no ${ticketId}`);
      expect(step).toBe('recorded');
      expect(issue.labels).toContain('ai-hand-off');
      const marked = issue.comments.filter(({ properties }) => 'firstline.hand-off' in properties);
      expect(marked).toHaveLength(1);
      const later = [...issue.comments, ...issue.histories].filter(({ atMs }) => atMs >= decidedAt);
      expect(later.filter((each) => each.authorAccountId === AI_ACCOUNT.accountId)).toEqual([]);
    }
  });

  it('has people take up what was handed off', () => {
    const people = new Set(
      DEMO_DESKS.flatMap(({ key, agents }) =>
        Array.from({ length: agents }, (_, index) =>
          accountIdOf({ deskKey: key, customer: 0 }, { role: 'agent', index }),
        ),
      ),
    );
    const taken = handOffs.filter(({ ticketId }) => {
      const issue = demo.world.site.reading.readIssue(ticketId.slice('jira:'.length), null)?.issue;
      return issue?.assignee !== null && people.has(issue?.assignee ?? '');
    });
    expect(taken.length).toBeGreaterThan(3);
  });

  it('hands incidents off by a work note and to a group, and has its other agent leave them alone', () => {
    const { reading } = demo.serviceNow.instance;
    const finished = incidentHandOffs.filter(
      ({ decidedAt }) => decidedAt < demo.live.nowMs() - 600_000,
    );
    expect(finished.length).toBeGreaterThan(0);
    for (const { ticketId, decidedAt, step } of finished) {
      const sysId = ticketId.slice('servicenow:'.length);
      expect(step).toBe('recorded');
      const journal = reading.journal(sysId);
      const notes = journal.filter(({ value }) => value?.includes('firstline-hand-off ') === true);
      expect(notes.map(({ element }) => element)).toEqual(['work_notes']);
      const moves = reading
        .audits(sysId)
        .filter(({ fieldname }) => fieldname === 'assignment_group');
      expect(moves.length).toBeGreaterThan(0);
      const later = [...journal, ...reading.audits(sysId)].filter(
        (each) => each['sys_created_on'] !== undefined && msOf(each['sys_created_on']) >= decidedAt,
      );
      expect(later.filter(({ sys_created_by: by }) => by === INCIDENT_AGENT.userName)).toEqual([]);
    }
  });

  it('writes verdicts on incidents from the connection on, each with one work note', () => {
    const { reading } = demo.serviceNow.instance;
    const scored = reading.incidents().filter((incident) => incident[VERDICT_FIELD]);
    expect(scored.length).toBeGreaterThan(3);
    expect(scored.length).toBeLessThan(reading.incidents().length / 10);
    for (const { sys_id: sysId = '' } of scored) {
      const changes = reading.audits(sysId).filter(({ fieldname }) => fieldname === VERDICT_FIELD);
      const notes = reading
        .journal(sysId)
        .filter(({ value = '' }) => value.startsWith('Firstline: '));
      expect(notes).toHaveLength(changes.length);
    }
  });

  it('shows the desk on ServiceNow to its lead, scored by its own agent, and to no other agent', async () => {
    const { host } = demo.world;
    const asked = { project: DEMO_INSTANCE_DESK, periodDays: 30 } as const;
    const { score } = await askApp(host, 'readDeskScorecard', asked, LEAD_ID);
    expect(score.outcomes['ai-resolved']).toBeGreaterThan(20);
    expect(score.outcomes.escalated).toBeGreaterThan(20);
    expect(score.outcomes.reversed).toBeGreaterThan(3);
    const agent = accountIdOf({ deskKey: 'IT', customer: 0 }, { role: 'agent', index: 0 });
    await expect(askApp(host, 'readDeskScorecard', asked, agent)).rejects.toThrow(
      'not-found-or-not-permitted',
    );
  });

  it('hears of changes on the instance within seconds', () => {
    const { answers } = demo.serviceNow.rule;
    // Two changes of one incident within a second are one request sent twice.
    expect([...answers.keys()].filter((status) => status !== 202 && status !== 401)).toEqual([]);
    expect(answers.get(202) ?? 0).toBeGreaterThan(10 * (answers.get(401) ?? 0));
  });

  it('goes on without a complaint', () => {
    expect(demo.player.refusedActions).toBe(0);
    expect(demo.telemetry.refusals).toBe(0);
    expect(demo.serviceNow.telemetry.refusals).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('works on when an administrator takes the agent its credential', async () => {
    const { host } = demo.world;
    const { credentials } = await askApp(host, 'readTelemetryStatus', {}, SITE_ADMIN_ID);
    const { credentialId = '' } =
      credentials.find(({ agentId }) => agentId === AI_ACCOUNT.accountId) ?? {};
    await askApp(host, 'changeCredential', { credentialId, action: 'revoke' }, SITE_ADMIN_ID);
    await demo.live.jumpMs(3 * 3_600_000);
    expect(demo.telemetry.refusals).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
  });
});
