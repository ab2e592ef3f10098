import fc from 'fast-check';

import { measurementSettingsSchema, type MeasurementSettings } from '../../../../src/contract';
import {
  draftOf,
  settingsOf,
  type SettingsDraft,
} from '../../../../static/project-settings/settings-draft';
import { validateSettings } from '../../../../static/project-settings/validate-settings';
import { someSettings, WEEK } from './settings-builder';

const problemsOf = (settings: MeasurementSettings): readonly string[] =>
  validateSettings(settings).map(({ field, what, day }) =>
    [field, what, ...(day === null ? [] : [day])].join(' '),
  );
const typed = (patch: Partial<SettingsDraft>): readonly string[] =>
  problemsOf(settingsOf({ ...draftOf(someSettings()), ...patch }));
const onMonday = (...spans: SettingsDraft['week'][number]) =>
  typed({ hasCalendar: true, week: [spans, [], [], [], [], [], []] });

describe('validateSettings', () => {
  it('has nothing against the settings a desk starts with', () => {
    expect(problemsOf(someSettings({}, { calendar: WEEK, pausedStatuses: ['Waiting'] }))).toEqual(
      [],
    );
  });

  it.each([
    ['', 'windowHours notWhole'],
    ['a week', 'windowHours notWhole'],
    ['1.5', 'windowHours notWhole'],
    ['-3', 'windowHours notWhole'],
    ['0', 'windowHours tooSmall'],
    ['745', 'windowHours tooLarge'],
  ])('names what is wrong with a window of “%s”', (windowHours, problem) => {
    expect(typed({ windowHours })).toEqual([problem]);
  });

  it('takes 744 hours, and blanks around them', () => {
    expect(typed({ windowHours: ' 744 ' })).toEqual([]);
  });

  it('wants a rejecting rating below the one that confirms', () => {
    expect(typed({ ratingConfirmsAt: 3, ratingRejectsAt: 3 })).toEqual([
      'ratingRejectsAt ratingOrder',
    ]);
    expect(typed({ ratingConfirmsAt: 6 })).toEqual(['ratingConfirmsAt ratingRange']);
  });

  it('wants names once, and not empty', () => {
    expect(typed({ excludedResolutions: ['Done', 'Done '] })).toEqual([
      'excludedResolutions nameTwice',
    ]);
    expect(typed({ excludedRequestTypes: [' '] })).toEqual(['excludedRequestTypes nameLength']);
    const many = Array.from({ length: 101 }, (_, index) => `Status ${index}`);
    expect(typed({ hasOwnPausedStatuses: true, pausedStatuses: many })).toEqual([
      'pausedStatuses tooManyNames',
    ]);
    expect(typed({ hasOwnPausedStatuses: false, pausedStatuses: many })).toEqual([]);
  });

  it('takes an end of 00:00 as midnight, and a break', () => {
    expect(onMonday({ from: '00:00', to: '00:00' })).toEqual([]);
    expect(onMonday({ from: '09:00', to: '12:00' }, { from: '12:00', to: '00:00' })).toEqual([]);
  });

  it.each([
    [[{ from: '09:00', to: '' }], 'weeklyHours incomplete 0'],
    [[{ from: '17:00', to: '09:00' }], 'weeklyHours backwards 0'],
    [
      [
        { from: '09:00', to: '13:00' },
        { from: '12:00', to: '17:00' },
      ],
      'weeklyHours overlap 0',
    ],
    [
      [
        { from: '13:00', to: '17:00' },
        { from: '09:00', to: '12:00' },
      ],
      'weeklyHours overlap 0',
    ],
    [
      Array.from({ length: 7 }, (_, hour) => ({ from: `0${hour}:00`, to: `0${hour}:30` })),
      'weeklyHours tooManySpans 0',
    ],
  ])('names the day whose hours are wrong: %j', (spans, problem) => {
    expect(onMonday(...spans)).toEqual([problem]);
  });

  it('knows no 30 February', () => {
    expect(typed({ hasCalendar: true, holidays: ['2026-02-30'] })).toEqual(['holidays noDay']);
    expect(typed({ hasCalendar: true, holidays: ['2028-02-29'] })).toEqual([]);
  });

  it('wants a zone that exists', () => {
    expect(typed({ timeZone: 'Mars/Olympus' })).toEqual(['timeZone noTimeZone']);
  });

  it('wants all of it to fit into one entry of the audit', () => {
    const long = (letter: string): string[] =>
      Array.from({ length: 100 }, (_, index) => `${letter}${index} `.padEnd(255, letter));
    expect(typed({ excludedResolutions: long('ä'), excludedRequestTypes: long('b') })).toEqual([
      'settings tooLong',
    ]);
  });
});

/** Mostly right values, with every kind of wrong one among them. */
const name = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom('Done', 'Duplicate', 'Won’t Do', ' Cancelled ') },
  { weight: 2, arbitrary: fc.string({ maxLength: 5 }) },
  { weight: 1, arbitrary: fc.constantFrom('x'.repeat(255), 'y'.repeat(256), '', '  ') },
);
const names = fc.oneof(
  { weight: 8, arbitrary: fc.uniqueArray(name, { maxLength: 4 }) },
  { weight: 1, arbitrary: fc.array(name, { maxLength: 4 }) },
  {
    weight: 1,
    arbitrary: fc
      .integer({ min: 98, max: 102 })
      .map((length) => Array.from({ length }, (_, index) => `Name ${index}`)),
  },
  { weight: 1, arbitrary: fc.constant(Array.from({ length: 90 }, (_, i) => `${i}`.padEnd(200))) },
  {
    weight: 1,
    arbitrary: fc.constant(Array.from({ length: 90 }, (_, i) => `${i}`.padEnd(240, 'ö'))),
  },
);
const clockTime = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.integer({ min: 0, max: 23 }).map((hour) => `${String(hour).padStart(2, '0')}:00`),
  },
  { weight: 1, arbitrary: fc.constantFrom('', '00:00', '24:00', '9:00', '23:59') },
);
const day = fc.array(fc.record({ from: clockTime, to: clockTime }), { maxLength: 7 });
const orderedDay = fc
  .uniqueArray(fc.integer({ min: 0, max: 23 }), { minLength: 2, maxLength: 12 })
  .map((hours) => {
    const times = hours.sort((a, b) => a - b).map((hour) => `${String(hour).padStart(2, '0')}:15`);
    return Array.from({ length: Math.floor(times.length / 2) }, (_, index) => ({
      from: times[index * 2] ?? '',
      to: times[index * 2 + 1] ?? '',
    }));
  });
const week = fc.oneof(
  { weight: 6, arbitrary: fc.array(orderedDay, { minLength: 7, maxLength: 7 }) },
  {
    weight: 2,
    arbitrary: fc.array(fc.oneof(orderedDay, day), { minLength: 7, maxLength: 7 }),
  },
);
const holiday = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.integer({ min: 1, max: 28 }).map((d) => `2026-02-${String(d).padStart(2, '0')}`),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('2026-02-29', '2026-13-01', '', '2026-2-3', '0000-01-01'),
  },
);
const holidays = fc.oneof(
  { weight: 9, arbitrary: fc.array(holiday, { maxLength: 3 }) },
  {
    weight: 1,
    arbitrary: fc
      .integer({ min: 399, max: 401 })
      .map((length) => Array.from({ length }, () => '2026-05-01')),
  },
);
const rating = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(1, 2, 3, 3.5, 4, 5) },
  { weight: 1, arbitrary: fc.constantFrom(0, 6, NaN, Infinity, 0.99, 5.01) },
);
const draft: fc.Arbitrary<SettingsDraft> = fc.record({
  windowHours: fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: 1, max: 744 }).map(String) },
    { weight: 1, arbitrary: fc.integer({ min: -2, max: 800 }).map(String) },
    { weight: 1, arbitrary: fc.constantFrom('', ' 24 ', '1.5', '1e2', '0', '745', 'week', '７') },
  ),
  silenceCountsAsResolved: fc.boolean(),
  ratingConfirmsAt: rating,
  ratingRejectsAt: rating,
  repeatContact: fc.constantFrom('off', 'similar', 'any'),
  excludedResolutions: names,
  excludedRequestTypes: names,
  hasOwnPausedStatuses: fc.boolean(),
  pausedStatuses: names,
  timeZone: fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom('UTC', 'Europe/Berlin', 'Asia/Kolkata') },
    { weight: 1, arbitrary: fc.constantFrom('', 'Mars/Olympus', 'CET', '+02:00') },
  ),
  hasCalendar: fc.boolean(),
  week,
  holidays,
});

/** The field of a path in the contract, as the form calls it. */
function fieldOf(path: readonly PropertyKey[]): string {
  const [first, second] = path.map(String);
  if (first === 'definition' || first === 'calendar') return second ?? '';
  return first ?? 'settings';
}

describe('the form and the contract', () => {
  it('take and refuse the same drafts, and find fault with the same fields', () => {
    const counts = { taken: 0, refused: 0 };
    fc.assert(
      fc.property(draft, (some) => {
        const settings = settingsOf(some);
        const parsed = measurementSettingsSchema.safeParse(settings);
        const fields = [...new Set(validateSettings(settings).map(({ field }) => field))].sort();
        const faults = parsed.success
          ? []
          : [...new Set(parsed.error.issues.map(({ path }) => fieldOf(path)))].sort();
        counts[parsed.success ? 'taken' : 'refused'] += 1;
        // The contract stops at the first fault of a part; the form tells of every one.
        const isFaulted = faults.every((field) => fields.some((each) => each === field));
        return parsed.success ? fields.length === 0 : fields.length > 0 && isFaulted;
      }),
      { numRuns: 3_000, seed: 20_260_302 },
    );
    // Both happen often enough to mean something.
    expect(Math.min(counts.taken, counts.refused)).toBeGreaterThan(300);
  });

  it('lose nothing between settings and draft', () => {
    fc.assert(
      fc.property(draft, (some) => {
        const settings = settingsOf(some);
        fc.pre(validateSettings(settings).length === 0);
        return JSON.stringify(settingsOf(draftOf(settings))) === JSON.stringify(settings);
      }),
      { numRuns: 300, seed: 7 },
    );
  });
});
