import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';

import fc from 'fast-check';

import { DEMO_DESKS } from '../../../sandbox/demo/desk-model';
import { generateDay } from '../../../sandbox/demo/generate-day';
import { generateHistory, generateOnwards } from '../../../sandbox/demo/generate-history';

const START_DAY = '2026-03-02';
const hashOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex');

describe('the same seed', () => {
  it('gives the same history in another process with another time zone', () => {
    const here = hashOf(generateHistory(DEMO_DESKS, { seed: 42, startDay: START_DAY, days: 75 }));
    const there = execFileSync(
      process.execPath,
      ['--import', 'tsx', join(__dirname, 'print-days.ts')],
      { env: { ...process.env, TZ: 'America/St_Johns' }, encoding: 'utf8' },
    );
    expect(there).toBe(here);
  });

  it('and another seed gives another', () => {
    const [one, two] = [1, 2].map((seed) =>
      hashOf(generateHistory(DEMO_DESKS, { seed, startDay: START_DAY, days: 7 })),
    );
    expect(one).not.toBe(two);
  });
});

describe('a day', () => {
  it('does not depend on whether other days were generated', () => {
    const options = { seed: 9, startDay: START_DAY };
    const history = generateHistory(DEMO_DESKS, { ...options, days: 100 });
    fc.assert(
      fc.property(fc.nat(99), fc.constantFrom(...DEMO_DESKS), (dayIndex, desk) => {
        const alone = generateDay(desk, dayIndex, options);
        const among = history.filter(({ id }) => id.startsWith(`${desk.key}:${dayIndex}:`));
        expect(among).toEqual(alone);
      }),
      { numRuns: 40 },
    );
  });

  it('has tickets whose luck is their own: another rate leaves them as they are', () => {
    const [desk] = DEMO_DESKS;
    if (desk === undefined) throw new Error('The demo has no desk');
    const options = { seed: 9, startDay: START_DAY };
    const busier = generateDay({ ...desk, ticketsPerWeek: 400 }, 70, options);
    const usual = generateDay(desk, 70, options);
    expect(usual.length).toBeGreaterThan(5);
    expect(busier.length).toBeGreaterThan(usual.length);
    expect(usual.filter((each) => !busier.some((other) => hashOf(other) === hashOf(each)))).toEqual(
      [],
    );
  });

  it('follows the history without a seam', () => {
    const options = { seed: 9, startDay: START_DAY };
    const onwards = generateOnwards(DEMO_DESKS, options);
    const first = onwards.next().value;
    const second = onwards.next().value;
    expect([first.dayIndex, second.dayIndex]).toEqual([120, 121]);
    const longer = generateHistory(DEMO_DESKS, { ...options, days: 122 });
    const lastTwo = longer.filter(({ id }) => /^[A-Z]+:12[01]:/.test(id));
    const played = [...first.scripts, ...second.scripts];
    expect(new Set(played.map(hashOf))).toEqual(new Set(lastTwo.map(hashOf)));
    expect(first.scripts.length).toBeGreaterThan(0);
  });
});
