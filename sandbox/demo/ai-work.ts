import { HOURS_AWAITING_USER } from './desk-figures';
import { anotherAgent, answerInTime, workByPeople } from './human-work';
import {
  AI,
  closeSilently,
  DAY_MS,
  HOUR_MS,
  REQUESTER,
  RULE,
  say,
  waitForMachine,
  waitForPeople,
  waitForRequester,
  withdraw,
  type ClosedBy,
  type TicketCase,
} from './ticket-case';

type Course = 'resolve' | 'ask' | 'hand-over' | 'leave';

/** Seconds until the agent acts on what it reads. */
const THINKING_SECONDS = [10, 90] as const;
const TYPING_SECONDS = [2, 20] as const;

const STALL_SHARE = 0.02;
/** Requesters ignore a machine's question more readily than a person's. */
const IGNORED_QUESTION_SHARE = 0.25;
const WITHDRAWN_SHARE = 0.015;
/** Of answers that resolve: the requester ends the ticket, before the agent does. */
export const CONFIRMED_SHARE = 0.16;
/** To an answer without a resolution. */
export const REACTION_SHARE: readonly (readonly ['confirms' | 'objects' | 'silent', number])[] = [
  ['confirms', 0.3],
  ['objects', 0.25],
  ['silent', 0.45],
];

/** The agent takes a ticket on; what it does follows its skill with the request type. */
export function workByAi(ticket: TicketCase): ClosedBy {
  const { chance, requestType } = ticket;
  const { resolves, asks, escalates } = requestType.skill;
  waitForMachine(ticket, THINKING_SECONDS);
  if (chance.happens(STALL_SHARE)) return stall(ticket);
  const leaves = Math.max(0, 1 - resolves - asks - escalates);
  return follow(
    ticket,
    chance.pick([
      ['resolve', resolves],
      ['ask', asks],
      ['hand-over', escalates],
      ['leave', leaves],
    ]),
  );
}

/** Another answer and another resolution, after the first did not help. */
export function answerAgain(ticket: TicketCase): ClosedBy {
  waitForMachine(ticket, THINKING_SECONDS);
  return answerAndResolve(ticket);
}

/** The agent calls people, with a note for them. */
export function handOver(ticket: TicketCase): ClosedBy {
  const { writer, chance } = ticket;
  writer.run(AI, 'hand-over');
  say(ticket, AI, 'aiHandOver', { isPublic: false });
  if (chance.happens(0.5)) say(ticket, AI, 'aiHandOverPublic');
  waitForMachine(ticket, [1, 5]);
  writer.move(AI, 'escalated');
  if (chance.happens(0.3)) return workByPeople(ticket);
  const agent = anotherAgent(ticket, null);
  writer.assign(AI, agent);
  return workByPeople(ticket, agent);
}

function follow(ticket: TicketCase, course: Course): ClosedBy {
  switch (course) {
    case 'resolve':
      return answerAndResolve(ticket);
    case 'ask':
      return askBack(ticket);
    case 'hand-over':
      return handOver(ticket);
    case 'leave':
      return answerAndLeave(ticket);
  }
}

function answerAndResolve(ticket: TicketCase): ClosedBy {
  const { writer, chance } = ticket;
  writer.run(AI, 'answer');
  say(ticket, AI, 'aiAnswer');
  if (chance.happens(WITHDRAWN_SHARE)) {
    waitForRequester(ticket, writer.nowMs() + chance.between(0.1, 6) * HOUR_MS);
    return withdraw(ticket);
  }
  if (chance.happens(CONFIRMED_SHARE)) return confirm(ticket);
  waitForMachine(ticket, TYPING_SECONDS);
  writer.resolve(AI, 'resolved', 'Done');
  return 'ai';
}

function confirm(ticket: TicketCase): ClosedBy {
  const { writer, chance } = ticket;
  waitForRequester(ticket, writer.nowMs() + chance.between(0.05, 20) * HOUR_MS);
  writer.resolve(REQUESTER, 'resolved', 'Done');
  return 'requester';
}

function askBack(ticket: TicketCase): ClosedBy {
  const { writer, chance, requestType } = ticket;
  say(ticket, AI, 'aiQuestion');
  waitForMachine(ticket, [1, 3]);
  writer.move(AI, 'waiting-for-customer');
  const waitMs = chance.fromQuantiles(HOURS_AWAITING_USER) * HOUR_MS;
  if (chance.happens(IGNORED_QUESTION_SHARE) || !answerInTime(ticket, waitMs)) {
    return chance.happens(0.3) ? giveUp(ticket) : closeSilently(ticket);
  }
  waitForMachine(ticket, THINKING_SECONDS);
  const { resolves, escalates } = requestType.skill;
  return follow(
    ticket,
    chance.pick([
      ['resolve', resolves],
      ['hand-over', escalates],
      ['leave', 0.05],
    ]),
  );
}

/** The agent itself closes what nobody answered, sooner than the rule. */
function giveUp(ticket: TicketCase): ClosedBy {
  const { writer, chance } = ticket;
  writer.wait(chance.between(3, 4.8) * DAY_MS);
  say(ticket, AI, 'aiSilence');
  waitForMachine(ticket, TYPING_SECONDS);
  writer.resolve(AI, 'resolved', 'Done');
  return 'rule';
}

/** An answer without a resolution: the requester or the closing rule has the last word. */
function answerAndLeave(ticket: TicketCase): ClosedBy {
  const { writer, chance } = ticket;
  writer.run(AI, 'answer-and-leave');
  say(ticket, AI, 'aiAnswer');
  if (chance.happens(0.45)) {
    waitForMachine(ticket, [1, 3]);
    writer.move(AI, 'waiting-for-customer');
  }
  const reaction = chance.pick(REACTION_SHARE);
  switch (reaction) {
    case 'confirms':
      return confirm(ticket);
    case 'silent':
      return closeSilently(ticket);
    case 'objects':
      return object(ticket);
  }
}

function object(ticket: TicketCase): ClosedBy {
  const { writer, chance } = ticket;
  waitForRequester(ticket, writer.nowMs() + chance.between(0.1, 30) * HOUR_MS);
  say(ticket, REQUESTER, 'requesterObjects');
  waitForMachine(ticket, [1, 4]);
  writer.move(RULE, 'waiting-for-support');
  // People who read along step in without being asked.
  return chance.happens(0.5) ? answerAgain(ticket) : workByPeople(ticket);
}

/** The agent takes the ticket, and then nothing comes of it. */
function stall(ticket: TicketCase): ClosedBy {
  const { writer, chance } = ticket;
  writer.move(AI, 'in-progress');
  const fate = chance.pick<'people' | 'requester' | 'rule'>([
    ['people', 0.5],
    ['requester', 0.25],
    ['rule', 0.25],
  ]);
  if (fate === 'rule') return closeSilently(ticket);
  if (fate === 'requester') return confirm(ticket);
  waitForPeople(ticket, writer.nowMs() + chance.between(0.5, 20) * HOUR_MS);
  return workByPeople(ticket);
}
