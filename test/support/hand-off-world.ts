import { OPEN_POLICY, type EscalationPolicy } from '../../src/domain/escalation/policy';
import type { HandOffTarget } from '../../src/domain/escalation/policy';
import type { AgentRun } from '../../src/domain/run/agent-run';
import { epochMs } from '../../src/domain/time';
import type { HandOffRow } from '../../src/ports/score-store';
import { SUPPORT_GROUP_FIELD } from '../../sandbox/jira/catalogue';
import { AGENT, anAppWorld, BOT, installed, MINUTE, openTicket, type AppWorld } from './app-world';
import { auditDetails } from './audit';
import { CrashingPlatform } from './crashing-platform';
import { aRun, aRunRow } from './runs';
import { changeDesk, deskOf, storeOf, ticketIdOf } from './stored';

const EXACT = { duplicateShare: 0, lateShare: 0, usualLagMs: 0 };

export const TARGET: HandOffTarget = {
  group: { fieldId: SUPPORT_GROUP_FIELD.id, name: 'Network' },
  assigneeAccountId: AGENT,
  priorityId: '1',
  label: 'ai-hand-off',
  statusId: '10003',
};

export const policyWith = (target: HandOffTarget): EscalationPolicy => ({
  ...OPEN_POLICY,
  fallback: { ...OPEN_POLICY.fallback, confidenceThreshold: 0.8, target },
});

export interface HandOffWorld extends AppWorld {
  readonly crash: CrashingPlatform;
}

/** A desk whose policy hands off below 80 %, and a platform on which containers can be killed. */
export async function aHandOffWorld(target: HandOffTarget = TARGET): Promise<HandOffWorld> {
  const crash = new CrashingPlatform();
  crash.start();
  const world = await anAppWorld({ delivery: EXACT, database: crash.openDatabase() });
  world.site.addGroup({ name: 'Network', members: [AGENT] });
  crash.watchSite(world.site);
  await installed(world);
  await setTarget(world, target);
  return { ...world, crash };
}

export const setTarget = (world: AppWorld, target: HandOffTarget): Promise<void> =>
  changeDesk(world, 'IT', (desk) => ({
    ...desk,
    escalation: {
      version: (desk.escalation?.version ?? 0) + 1,
      since: epochMs(0),
      policy: policyWith(target),
    },
  }));

/** A new ticket with a run of 62 % confidence that has just ended. */
export async function anAttemptedTicket(world: AppWorld): Promise<string> {
  const issue = openTicket(world);
  // Until the figures have followed: the hand-off is the next to ask for that.
  await world.live.jumpMs(6 * MINUTE);
  await tellRun(world, issue);
  return issue;
}

let runs = 0;

/** A run of the agent that ends now. */
export async function tellRun(
  world: AppWorld,
  issue: string,
  over: Partial<AgentRun> = {},
  { replacesLast = false } = {},
): Promise<string> {
  if (!replacesLast) runs += 1;
  const runId = runs.toString(16).padStart(32, '0');
  const now = world.clock.now();
  const { deskId } = await deskOf(world);
  const run = aRun({ startedAt: epochMs(now - 40_000), endedAt: epochMs(now), ...over });
  const ticketId = ticketIdOf(world, issue);
  await storeOf(world).putRuns([aRunRow({ runId, agentId: BOT, ticketId, deskId, run })]);
  return runId;
}

export async function pushHandOff(world: HandOffWorld, issue: string, times = 1): Promise<void> {
  const { deskId } = await deskOf(world);
  for (let i = 0; i < times; i += 1) {
    world.crash.pushJob({ kind: 'hand-off', deskId, ticketId: ticketIdOf(world, issue) });
  }
}

/** What is to be seen of an issue's hand-off: on the issue itself, in the timeline and in the audit. */
export async function handOffsSeen(world: AppWorld, issue: string) {
  const ticketId = ticketIdOf(world, issue);
  const found = world.site.reading.readIssue(issue, null)?.issue;
  if (found === undefined) throw new Error(`There is no issue ${issue}`);
  const store = storeOf(world);
  const [stored] = await store.readTickets([ticketId]);
  const audit = await auditDetails(world, ticketId);
  return {
    comments: found.comments.filter((each) => 'firstline.hand-off' in each.properties).length,
    changes: found.histories.flatMap(({ items }) => items.map(({ field }) => field)),
    assignee: found.assignee,
    priority: found.priority?.name,
    labels: found.labels,
    group: found.supportGroup?.name ?? null,
    status: found.status.name,
    events: stored?.events.filter(({ event }) => event.kind === 'handed-off').length,
    audit: audit.filter(({ action }) => action === 'handed-off').length,
    rows: (await store.readHandOffsOfTicket(ticketId)).map(({ step, problem }) => ({
      step,
      problem,
    })),
  };
}

export async function handOffRowOf(world: AppWorld, issue: string): Promise<HandOffRow> {
  const [row] = await storeOf(world).readHandOffsOfTicket(ticketIdOf(world, issue));
  if (row === undefined) throw new Error(`${issue} has no hand-off`);
  return row;
}

/** A hand-off that took place once, and nothing of it twice. */
export const ONE_HAND_OFF = {
  comments: 1,
  changes: ['priority', 'assignee', 'labels', 'Support group', 'status'],
  assignee: AGENT,
  priority: 'Highest',
  labels: ['ai-hand-off'],
  group: 'Network',
  status: 'Escalated',
  events: 1,
  audit: 1,
  rows: [{ step: 'recorded', problem: null }],
} as const;
