import { TZDate } from '@date-fns/tz';
import fc from 'fast-check';

import { AI_STARTS_ON_DAY, DEMO_DESKS } from '../../../sandbox/demo/desk-model';
import { generateDay } from '../../../sandbox/demo/generate-day';
import { generateHistory } from '../../../sandbox/demo/generate-history';
import type { ScriptAction, TicketScript } from '../../../sandbox/demo/ticket-script';
import { impossibleActions } from './impossible-actions';

const START_DAY = '2026-03-02';
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Day 60 begins in Berlin before it begins in New York. */
const AI_STARTS_MS = Date.parse('2026-05-01T00:00:00+02:00');

const anyDay = fc.record({
  seed: fc.integer(),
  dayIndex: fc.nat(400),
  desk: fc.constantFrom(...DEMO_DESKS),
  startDay: fc.constantFrom(START_DAY, '2026-10-20', '2024-02-28'),
});

const isBy = (action: ScriptAction, role: string): boolean =>
  action.kind !== 'rate' && action.by.role === role;

describe('any script of any seed', () => {
  it('holds nothing that could not happen to a real ticket', () => {
    fc.assert(
      fc.property(anyDay, ({ desk, dayIndex, ...options }) => {
        const scripts = generateDay(desk, dayIndex, options);
        expect(scripts.flatMap(impossibleActions)).toEqual([]);
        const opened = scripts.map(({ openedAtMs }) => openedAtMs);
        expect(opened).toEqual([...opened].sort((a, b) => a - b));
      }),
      { numRuns: 150 },
    );
  });

  it('knows no AI agent before its first day', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat(AI_STARTS_ON_DAY + 3), (seed, dayIndex) => {
        const scripts = DEMO_DESKS.flatMap((desk) =>
          generateDay(desk, dayIndex, { seed, startDay: START_DAY }),
        );
        const acts = scripts.flatMap(({ actions }) => actions).filter((each) => isBy(each, 'ai'));
        expect(acts.filter(({ atMs }) => atMs < AI_STARTS_MS)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a history', () => {
  const scripts = generateHistory(DEMO_DESKS, { seed: 3, startDay: START_DAY });
  const byId = new Map(scripts.map((script) => [script.id, script]));
  const withAi = scripts.filter(({ actions }) => actions.some((each) => isBy(each, 'ai')));

  it('has an AI agent that acts 10 to 90 seconds after the opening', () => {
    const delays = withAi.map(({ openedAtMs, actions }) => {
      const first = actions.find((each) => each.kind !== 'run' && isBy(each, 'ai'));
      return ((first?.atMs ?? NaN) - openedAtMs) / 1_000;
    });
    expect(delays.length).toBeGreaterThan(800);
    expect(Math.min(...delays)).toBeGreaterThanOrEqual(10);
    // Four seconds more where receipt is acknowledged first.
    expect(Math.max(...delays)).toBeLessThanOrEqual(94);
  });

  it('gives the agent more from day to day for two weeks', () => {
    const shareOn = (fromDay: number, toDay: number): number => {
      const within = scripts.filter(({ id }) => {
        const day = Number(id.split(':')[1]);
        return day >= fromDay && day < toDay && !id.endsWith(':again');
      });
      return within.filter((script) => withAi.includes(script)).length / within.length;
    };
    expect(shareOn(0, AI_STARTS_ON_DAY)).toBe(0);
    expect(shareOn(60, 65)).toBeLessThan(0.45);
    expect(shareOn(60, 65)).toBeGreaterThan(0.1);
    expect(shareOn(76, 120)).toBeGreaterThan(0.65);
  });

  it('acknowledges receipt on one desk, of every ticket', () => {
    const acknowledged = (deskKey: string): ReadonlySet<boolean> =>
      new Set(
        scripts
          .filter((script) => script.deskKey === deskKey)
          .map(({ actions }) => actions[0] !== undefined && isBy(actions[0], 'receipt')),
      );
    expect([...acknowledged('HR')]).toEqual([true]);
    expect([...acknowledged('IT')]).toEqual([false]);
  });

  it('has repeat contacts of the same customer about the same, within weeks of the original', () => {
    const repeats = scripts.filter(({ id }) => id.endsWith(':again'));
    expect(repeats.length).toBeGreaterThan(60);
    for (const repeat of repeats) {
      const original = byId.get(repeat.id.replace(/:again$/, ''));
      expect(original).toMatchObject({
        deskKey: repeat.deskKey,
        customer: repeat.customer,
        requestType: repeat.requestType,
      });
      expect(repeat.summary).toContain(original?.summary);
      expect(doneBefore(original, repeat.openedAtMs)).toBe(true);
    }
  });

  it('has them after resolutions by people, and more often after those by the AI agent', () => {
    const repeatedShare = (role: string): number => {
      const resolved = scripts.filter(
        ({ id, actions }) =>
          !id.endsWith(':again') && actions.some((each) => isBy(each, role) && isEnd(each)),
      );
      return resolved.filter(({ id }) => byId.has(`${id}:again`)).length / resolved.length;
    };
    expect(repeatedShare('agent')).toBeGreaterThan(0.01);
    expect(repeatedShare('ai')).toBeGreaterThan(1.4 * repeatedShare('agent'));
  });

  it('has resolutions by the AI agent that come back within hours, within days, and after a week', () => {
    const hours = scripts.flatMap(({ actions }) => {
      const end = actions.find(isEnd);
      const back = actions.find(isReopening);
      if (end === undefined || back === undefined || !isBy(end, 'ai')) return [];
      return [(back.atMs - end.atMs) / HOUR_MS];
    });
    expect(hours.length).toBeGreaterThan(25);
    expect(hours.filter((each) => each < 12).length).toBeGreaterThan(3);
    expect(hours.filter((each) => each > 24 && each < 168).length).toBeGreaterThan(3);
    expect(hours.some((each) => each >= 168)).toBe(true);
  });

  it('stops waiting for the requester once the requester has answered', () => {
    const answers = scripts.flatMap(({ actions }) =>
      actions.flatMap((action, index) => {
        const isAnswer = action.kind === 'comment' && action.by.role === 'requester';
        const before = actions.slice(0, index).findLast((each) => each.kind === 'status');
        if (!isAnswer || before?.to !== 'waiting-for-customer') return [];
        const next = actions.slice(index).find((each) => each.kind === 'status');
        return [(next?.atMs ?? Infinity) - action.atMs];
      }),
    );
    expect(answers.length).toBeGreaterThan(300);
    expect(Math.max(...answers)).toBeLessThanOrEqual(2 * 60_000);
  });

  it('lets people work in office hours and machines at any hour', () => {
    const hoursOf = (role: string): readonly number[] =>
      scripts
        .filter(({ deskKey }) => deskKey === 'IT')
        .flatMap(({ actions }) => actions)
        .filter((each) => each.kind === 'status' && isBy(each, role))
        .map(({ atMs }) => new TZDate(atMs, 'Europe/Berlin').getHours());
    const byAgents = hoursOf('agent');
    const outside = byAgents.filter((hour) => hour < 8 || hour >= 18).length / byAgents.length;
    expect(byAgents.length).toBeGreaterThan(1_000);
    expect(outside).toBeLessThan(0.01);
    expect(new Set(hoursOf('ai')).size).toBeGreaterThan(20);
  });

  it('leaves some tickets open at its end, some of them for weeks', () => {
    const endMs = Date.parse(START_DAY) + 120 * DAY_MS;
    const open = scripts.filter((each) => each.openedAtMs < endMs && !doneBefore(each, endMs));
    expect(open.length).toBeGreaterThan(30);
    expect(open.some(({ openedAtMs }) => openedAtMs < endMs - 42 * DAY_MS)).toBe(true);
  });
});

const isReopening = (action: ScriptAction): boolean =>
  action.kind === 'status' && action.to === 'waiting-for-support' && isBy(action, 'requester');

const isEnd = (action: ScriptAction): boolean =>
  action.kind === 'status' && action.resolution !== null;

/** Is the ticket done at that moment? */
function doneBefore(script: TicketScript | undefined, atMs: number): boolean {
  const last = script?.actions.findLast((each) => each.kind === 'status' && each.atMs <= atMs);
  return last?.kind === 'status' && last.resolution !== null;
}
