import {
  AWAITING_USER_SHARE,
  HOURS_AWAITING_USER,
  HOURS_TO_RESOLVE,
  REASSIGNMENT_SHARE,
} from './desk-figures';
import {
  closeSilently,
  HOUR_MS,
  MINUTE_MS,
  REQUESTER,
  RULE,
  say,
  SILENCE_MS,
  waitForMachine,
  waitForPeople,
  waitForRequester,
  withdraw,
  type ClosedBy,
  type TicketCase,
} from './ticket-case';
import type { ScriptActor } from './ticket-script';

/** An agent; `acts` is another account when the site no longer knows the agent's own. */
interface Worker {
  readonly agent: ScriptActor;
  readonly acts: ScriptActor;
}

/** One thing that happens on the way, at a share (0..1) of the time to resolve. */
interface Step {
  readonly share: number;
  readonly kind: 'take-up' | 'reply' | 'pass-on' | 'ask' | 'nudge';
}

const STRANGER_SHARE = 0.03;
const REPLY_SHARE = 0.6;
/** Who ends a ticket within the hour has nothing to ask. */
const ASK_FROM_HOURS = 1;
const LONGER_THAN_ASK_SHARE = 0.65;
/** Below this the ticket's own time leaves no room for five days of silence. */
const SILENT_FROM_HOURS = 24;
const NUDGE_SHARE = 0.3;
const NUDGE_FROM_HOURS = 72;
const SOLUTION_SAID_SHARE = 0.75;

/** How people end a ticket. */
const RESOLUTION_SHARE: readonly (readonly [string, number])[] = [
  ['Done', 0.95],
  ['Duplicate', 0.015],
  ['Cancelled', 0.02],
  ["Won't Do", 0.01],
  ['Declined', 0.005],
];

/** People take a ticket up, pass it on, ask back and end it, in the time the real figures give. */
export function workByPeople(ticket: TicketCase, assigned?: ScriptActor): ClosedBy {
  const { chance, writer } = ticket;
  const moves = chance.pick(REASSIGNMENT_SHARE);
  const hours = chance.fromQuantiles(HOURS_TO_RESOLVE[Math.min(moves, 3)] ?? []);
  const startedMs = writer.nowMs();
  const endMs = startedMs + hours * HOUR_MS;
  let worker = toWorker(ticket, assigned ?? anotherAgent(ticket, null));

  for (const { kind, share } of plan(ticket, { moves, hours })) {
    const atMs = startedMs + share * (endMs - startedMs);
    if (kind === 'nudge') {
      waitForRequester(ticket, atMs);
      say(ticket, REQUESTER, 'requesterNudge');
      continue;
    }
    waitForPeople(ticket, atMs);
    if (kind === 'take-up') takeUp(ticket, worker, assigned !== undefined);
    if (kind === 'reply') say(ticket, worker.acts, 'agentReply');
    if (kind === 'pass-on') worker = passOn(ticket, worker);
    if (kind === 'ask') {
      const isAnswered = askBack(ticket, worker, { hours, endMs });
      if (!isAnswered) return closeSilently(ticket);
    }
  }
  return finish(ticket, worker, endMs);
}

function plan(
  { chance }: TicketCase,
  { moves, hours }: { readonly moves: number; readonly hours: number },
): readonly Step[] {
  const later: Step[] = Array.from({ length: moves }, () => ({
    kind: 'pass-on',
    share: chance.between(0.2, 0.95),
  }));
  if (chance.happens(REPLY_SHARE)) later.push({ kind: 'reply', share: chance.between(0.3, 0.95) });
  if (hours >= ASK_FROM_HOURS && chance.happens(AWAITING_USER_SHARE / LONGER_THAN_ASK_SHARE)) {
    later.push({ kind: 'ask', share: chance.between(0.2, 0.6) });
  }
  if (hours > NUDGE_FROM_HOURS && chance.happens(NUDGE_SHARE)) {
    later.push({ kind: 'nudge', share: chance.between(0.5, 0.95) });
  }
  const first: Step = { kind: 'take-up', share: chance.between(0.02, 0.2) };
  return [first, ...later.sort((a, b) => a.share - b.share)];
}

function takeUp({ writer, chance }: TicketCase, worker: Worker, isAssigned: boolean): void {
  if (!isAssigned) {
    writer.assign(chance.happens(0.6) ? RULE : worker.agent, worker.agent);
    writer.wait(chance.between(0.05, 1) * MINUTE_MS);
  }
  writer.move(worker.acts, 'in-progress');
}

function passOn(ticket: TicketCase, from: Worker): Worker {
  const { writer, chance } = ticket;
  if (chance.happens(0.5)) say(ticket, from.acts, 'agentNote', { isPublic: false });
  const to = anotherAgent(ticket, from.agent);
  waitForMachine(ticket, [3, 40]);
  writer.assign(from.agent, to);
  return toWorker(ticket, to);
}

/** False when the requester keeps silent for so long that the closing rule steps in. */
function askBack(
  ticket: TicketCase,
  { acts }: Worker,
  { hours, endMs }: { readonly hours: number; readonly endMs: number },
): boolean {
  const { writer, chance } = ticket;
  say(ticket, acts, 'agentQuestion');
  waitForMachine(ticket, [2, 30]);
  writer.move(acts, 'waiting-for-customer');
  const drawnMs = chance.fromQuantiles(HOURS_AWAITING_USER) * HOUR_MS;
  // The real times to resolve include the waiting: it does not come on top.
  const roomMs = Math.max(0.9 * (endMs - writer.nowMs()), 10 * MINUTE_MS);
  const isSilent = drawnMs > SILENCE_MS && hours >= SILENT_FROM_HOURS;
  return answerInTime(ticket, isSilent ? drawnMs : Math.min(drawnMs, roomMs));
}

/** The requester answers after `waitMs`, if that is before the closing rule's time. */
export function answerInTime(ticket: TicketCase, waitMs: number): boolean {
  const { writer } = ticket;
  const askedMs = writer.nowMs();
  // Half a day to spare: a planned moment at night moves to the morning.
  if (waitMs > SILENCE_MS - 12 * HOUR_MS) return false;
  waitForRequester(ticket, askedMs + waitMs);
  say(ticket, REQUESTER, 'requesterAnswer');
  waitForMachine(ticket, [1, 4]);
  writer.move(RULE, 'in-progress');
  return true;
}

function finish(ticket: TicketCase, worker: Worker, endMs: number): ClosedBy {
  const { writer, chance } = ticket;
  const resolution = chance.pick(RESOLUTION_SHARE);
  if (resolution === 'Cancelled') {
    waitForRequester(ticket, endMs);
    return withdraw(ticket, chance.happens(0.5) ? REQUESTER : worker.acts);
  }
  waitForPeople(ticket, endMs);
  if (chance.happens(SOLUTION_SAID_SHARE)) {
    say(ticket, worker.acts, 'agentSolution');
    waitForMachine(ticket, [5, 90]);
  }
  writer.resolve(worker.acts, 'resolved', resolution);
  return resolution === 'Done' ? 'people' : 'withdrawn';
}

function toWorker({ chance }: TicketCase, agent: ScriptActor): Worker {
  return { agent, acts: chance.happens(STRANGER_SHARE) ? { role: 'stranger' } : agent };
}

/** Some agents carry more than others: the first are asked most. */
export function anotherAgent({ chance, desk }: TicketCase, than: ScriptActor | null): ScriptActor {
  const others = Array.from({ length: desk.agents }, (_, index) => index).filter(
    (index) => than?.role !== 'agent' || than.index !== index,
  );
  const index = chance.pick(others.map((each) => [each, 1 / (3 + each)] as const));
  return { role: 'agent', index };
}
