import { askApp } from '../../../sandbox/ask-app';
import { AI_ACCOUNT, accountIdOf } from '../../../sandbox/demo/accounts';
import { DEMO_DESKS } from '../../../sandbox/demo/desk-model';
import { generateHistory } from '../../../sandbox/demo/generate-history';
import { SITE_ADMIN_ID } from '../../../sandbox/demo/play/demo-site';
import {
  DEMO_NOW_MS,
  DEMO_START_DAY,
  openDemo,
  type Demo,
} from '../../../sandbox/demo/play/open-demo';
import { loadManifest } from '../../../sandbox/forge/manifest';
import { openSqlite } from '../../../sandbox/forge/sql/sqlite';
import type { SqlDatabase } from '../../../src/adapters/forge/sql/forge-database';
import type { HandOffRow, RunRow } from '../../../src/ports/score-store';
import { APP_FILE, ROOT } from '../../support/app-world';
import { openStore } from '../../support/forge-sql';

const SEED = 1;
const DAY_MS = 86_400_000;

interface StoredRun {
  readonly ticketId: string | null;
  readonly inputTokens: number;
}

/** What the generator says the agent did by then, read without the player. */
function runsBy(atMs: number) {
  return generateHistory(DEMO_DESKS, { seed: SEED, startDay: DEMO_START_DAY, days: 121 })
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
  let handOffs: readonly HandOffRow[];
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
    handOffs = rows.map((row) => JSON.parse(String(row['document'])) as HandOffRow);
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

  it('goes on without a complaint', () => {
    expect(demo.player.refusedActions).toBe(0);
    expect(demo.telemetry.refusals).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('works on when an administrator takes the agent its credential', async () => {
    const { host } = demo.world;
    const { credentials } = await askApp(host, 'readTelemetryStatus', {}, SITE_ADMIN_ID);
    const [{ credentialId } = { credentialId: '' }] = credentials;
    await askApp(host, 'changeCredential', { credentialId, action: 'revoke' }, SITE_ADMIN_ID);
    await demo.live.jumpMs(3 * 3_600_000);
    expect(demo.telemetry.refusals).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
  });
});
