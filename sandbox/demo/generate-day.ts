import { liveOn } from './aftermath';
import { aiShareOn } from './ai-coverage';
import { workByAi } from './ai-work';
import { createChance, type Chance } from './chance';
import { createDeskClock, WAKING_HOURS, type DeskClock } from './desk-clock';
import { HOUR_SHARE, PRIORITY_SHARE, WEEKDAY_SHARE } from './desk-figures';
import type { DeskModel, RequestTypeModel } from './desk-model';
import { workByPeople } from './human-work';
import { createScriptWriter } from './script-writer';
import { tellRuns } from './tell-runs';
import { HOUR_MS, say, waitForMachine, type TicketCase } from './ticket-case';
import type { TicketScript } from './ticket-script';

export interface DemoOptions {
  /** Any whole number. The same seed gives the same demo. */
  readonly seed: number;
  /** Day 0, `YYYY-MM-DD`; every desk counts its own local days from it. */
  readonly startDay: string;
}

/** What is known of a ticket before anybody works on it. */
type Request = Omit<TicketScript, 'deskKey' | 'requestType' | 'actions'> & {
  readonly type: RequestTypeModel;
};

const MINUTES_PER_HOUR = 60;
/** Above 1, some customers ask far more often than others. */
const CUSTOMER_SKEW = 1.8;

/**
 * The tickets of one desk that come in on one day, each with its whole life, by opening time. A
 * repeat contact is listed with its original's day, though it opens up to three weeks later: never
 * before the original, so whoever plays day after day misses none.
 *
 * Pure: a day depends on the seed and on itself, not on the days before it. It has no last day.
 *
 * @param dayIndex - local days since `startDay`, from 0
 */
export function generateDay(
  desk: DeskModel,
  dayIndex: number,
  { seed, startDay }: DemoOptions,
): readonly TicketScript[] {
  const clock = createDeskClock(startDay, desk.timeZone);
  const weekdayShare = WEEKDAY_SHARE[clock.weekday(dayIndex)] ?? 0;
  const count = createChance(seed, desk.key, dayIndex).count(desk.ticketsPerWeek * weekdayShare);

  const scripts: TicketScript[] = [];
  for (let number = 0; number < count; number += 1) {
    const id = `${desk.key}:${dayIndex}:${number}`;
    const chance = createChance(seed, desk.key, dayIndex, number);
    const request = newRequest(desk, { id, dayIndex, clock, chance });
    const luckOfRuns = createChance(seed, desk.key, dayIndex, number, 'run');
    const { script, repeatAtMs } = writeLife(desk, request, {
      clock,
      chance,
      luckOfRuns,
      isRepeat: false,
    });
    scripts.push(script);
    if (repeatAtMs === null) continue;
    const luckOfRepeat = createChance(seed, desk.key, dayIndex, number, 'again');
    const repeat = repeatOf(request, { repeatAtMs, clock, chance: luckOfRepeat });
    const again = writeLife(desk, repeat, {
      clock,
      chance: luckOfRepeat,
      luckOfRuns: createChance(seed, desk.key, dayIndex, number, 'again', 'run'),
      isRepeat: true,
    });
    scripts.push(again.script);
  }
  return scripts.sort((a, b) => a.openedAtMs - b.openedAtMs);
}

function newRequest(
  desk: DeskModel,
  on: {
    readonly id: string;
    readonly dayIndex: number;
    readonly clock: DeskClock;
    readonly chance: Chance;
  },
): Request {
  const { chance, clock } = on;
  const hour = chance.pick(HOUR_SHARE.map((share, index) => [index, share] as const));
  const type = chance.pick(desk.requestTypes.map((each) => [each, each.weight] as const));
  const number = 1 + chance.index(12);
  return {
    id: on.id,
    type,
    openedAtMs: clock.momentMs(on.dayIndex, hour, chance.between(0, MINUTES_PER_HOUR)),
    priority: chance.pick(PRIORITY_SHARE),
    customer: Math.floor(desk.customers * chance.uniform() ** CUSTOMER_SKEW),
    summary: chance.one(type.summaries).replace('{n}', String(number)),
  };
}

function repeatOf(
  original: Request,
  on: { readonly repeatAtMs: number; readonly clock: DeskClock; readonly chance: Chance },
): Request {
  const { chance, clock, repeatAtMs } = on;
  const at = { atMs: repeatAtMs, afterMs: repeatAtMs - HOUR_MS };
  return {
    ...original,
    id: `${original.id}:again`,
    openedAtMs: Math.round(clock.nearestPresence(at, WAKING_HOURS, chance)),
    summary: chance.one([
      original.summary,
      `Again: ${original.summary}`,
      `${original.summary} (still)`,
    ]),
  };
}

function writeLife(
  desk: DeskModel,
  { type, ...request }: Request,
  on: {
    readonly clock: DeskClock;
    readonly chance: Chance;
    /** Apart, so that what the AI agent says of itself does not move what it does. */
    readonly luckOfRuns: Chance;
    readonly isRepeat: boolean;
  },
): { readonly script: TicketScript; readonly repeatAtMs: number | null } {
  const { clock, chance, luckOfRuns, isRepeat } = on;
  const writer = createScriptWriter(request.openedAtMs);
  const ticket: TicketCase = { desk, requestType: type, chance, clock, writer };

  if (desk.acknowledgesReceipt) {
    waitForMachine(ticket, [1, 4]);
    say(ticket, { role: 'receipt' }, 'receipt');
  }
  const aiShare = aiShareOn(clock.dayIndexOf(request.openedAtMs));
  const isTakenByAi = chance.happens(type.skill.coverage * aiShare);
  const closedBy = isTakenByAi ? workByAi(ticket) : workByPeople(ticket);
  const repeatAtMs = liveOn(ticket, { closedBy, isAiAtWork: isTakenByAi, isRepeat });

  const actions = tellRuns(writer.actions(), {
    requestType: type,
    openedAtMs: request.openedAtMs,
    repeatAtMs,
    chance: luckOfRuns,
  });
  return {
    script: { deskKey: desk.key, ...request, requestType: type.name, actions },
    repeatAtMs,
  };
}
