import { prepareChanges } from '../../../../static/project-settings/settings-changes';
import { FORMATS, GERMAN, plain } from '../builders';
import { someSettings, WEEK } from './settings-builder';

const changes = (
  before: Parameters<typeof prepareChanges>[0],
  after: Parameters<typeof prepareChanges>[1],
  formats = FORMATS,
): readonly string[] =>
  prepareChanges(before, after, formats).map(({ label, text }) => plain(`${label}: ${text}`));

describe('prepareChanges', () => {
  it('is empty for settings that are the same in another order', () => {
    const other = someSettings({ excludedResolutions: ['Cancelled', 'Duplicate'] });
    expect(changes(someSettings(), other)).toEqual([]);
  });

  it('tells every kind of change in words, in the order of the form', () => {
    const after = someSettings(
      {
        windowHours: 36,
        silenceCountsAsResolved: true,
        ratingConfirmsAt: 5,
        repeatContact: 'off',
        excludedResolutions: ['Duplicate', 'Declined', 'Known error'],
      },
      { timeZone: 'Asia/Kolkata', calendar: WEEK, pausedStatuses: ['Waiting for vendor'] },
    );
    expect(changes(someSettings(), after)).toEqual([
      'Window: was 168 h (7 days), now 36 h (1.5 days)',
      'Silence counts as resolved: was No, now Yes',
      'Rating that confirms: was 4, now 5',
      'Repeat contact: was A similar ticket, now Off',
      'Excluded resolutions: added Declined and Known error · removed Cancelled',
      'Paused statuses: was As the desk itself says, now Waiting for vendor',
      'Time zone: was Europe/Berlin, now Asia/Kolkata',
      'Working hours: was Not measured, now Mon–Fri 09:00–12:00 + 13:00–00:00',
      'Holidays: added 1 May 2026',
    ]);
  });

  it('speaks German', () => {
    expect(changes(someSettings(), someSettings({ windowHours: 5 }), GERMAN)).toEqual([
      'Fenster: vorher 168 Std. (7 Tage), jetzt 5 Std.',
    ]);
  });

  it('tells days with the same hours together, and days of their own apart', () => {
    const day = [{ fromMinute: 600, toMinute: 840 }];
    const before = someSettings({}, { calendar: WEEK });
    const after = someSettings(
      {},
      {
        calendar: {
          weeklyHours: [...WEEK.weeklyHours.slice(0, 4), day, day, []],
          holidays: ['2026-05-01', '2026-12-25'],
        },
      },
    );
    expect(changes(before, after)).toEqual([
      'Working hours: was Mon–Fri 09:00–12:00 + 13:00–00:00, ' +
        'now Mon–Thu 09:00–12:00 + 13:00–00:00, Fri–Sat 10:00–14:00',
      'Holidays: added 25 Dec 2026',
    ]);
  });

  it('can tell of hours and a window that are being typed', () => {
    const half = { weeklyHours: [[{ fromMinute: 540, toMinute: NaN }]], holidays: [] };
    const after = someSettings({ windowHours: NaN }, { calendar: half });
    expect(changes(someSettings(), after)).toEqual([
      'Window: was 168 h (7 days), now none',
      'Working hours: was Not measured, now Mon 09:00–…',
    ]);
  });

  it('calls a list without names by its name', () => {
    const before = someSettings({}, { pausedStatuses: [] });
    expect(changes(before, someSettings())).toEqual([
      'Paused statuses: was none, now As the desk itself says',
    ]);
  });
});
