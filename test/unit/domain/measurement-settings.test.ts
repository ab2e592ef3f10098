import { DEFAULT_DEFINITION, type DeskProfile } from '../../../src/domain/outcome/definition';
import {
  areSameSettings,
  settingsOf,
  withSettings,
  type MeasurementSettings,
} from '../../../src/domain/outcome/measurement-settings';

const settings: MeasurementSettings = {
  definition: DEFAULT_DEFINITION,
  timeZone: 'Asia/Kolkata',
  calendar: {
    weeklyHours: [[{ fromMinute: 540, toMinute: 1_020 }], [], [], [], [], [], []],
    holidays: ['2026-12-25', '2026-01-01'],
  },
  pausedStatuses: ['On hold', 'Waiting for customer'],
};
const profile: DeskProfile = { timeZone: 'UTC', calendar: null, pausedStatuses: null };
const desk = {
  key: 'IT',
  definition: { ...DEFAULT_DEFINITION, windowHours: 24 },
  profile,
};

describe('the settings of a desk', () => {
  it('come back as they were put, and the calendar runs on the desk’s clock', () => {
    const measured = withSettings(desk, settings);
    expect(measured.profile.calendar?.timeZone).toBe('Asia/Kolkata');
    expect(measured.key).toBe('IT');
    expect(settingsOf(measured)).toEqual(settings);
    expect(settingsOf(desk)).toEqual({
      definition: { ...DEFAULT_DEFINITION, windowHours: 24 },
      timeZone: 'UTC',
      calendar: null,
      pausedStatuses: null,
    });
  });

  it('are the same in whatever order names stand', () => {
    const reordered: MeasurementSettings = {
      ...settings,
      definition: {
        ...DEFAULT_DEFINITION,
        excludedResolutions: [...DEFAULT_DEFINITION.excludedResolutions].reverse(),
      },
      calendar: {
        weeklyHours: settings.calendar?.weeklyHours ?? [],
        holidays: ['2026-01-01', '2026-12-25'],
      },
      pausedStatuses: ['Waiting for customer', 'On hold'],
    };
    expect(areSameSettings(settings, reordered)).toBe(true);
  });

  it.each<[string, Partial<MeasurementSettings>]>([
    ['the window', { definition: { ...DEFAULT_DEFINITION, windowHours: 167 } }],
    ['silence', { definition: { ...DEFAULT_DEFINITION, silenceCountsAsResolved: true } }],
    ['excluded resolutions', { definition: { ...DEFAULT_DEFINITION, excludedResolutions: [] } }],
    ['request types', { definition: { ...DEFAULT_DEFINITION, excludedRequestTypes: ['VPN'] } }],
    ['a good rating', { definition: { ...DEFAULT_DEFINITION, ratingConfirmsAt: 5 } }],
    ['a bad rating', { definition: { ...DEFAULT_DEFINITION, ratingRejectsAt: 1 } }],
    ['repeat contacts', { definition: { ...DEFAULT_DEFINITION, repeatContact: 'any' } }],
    ['the clock', { timeZone: 'Asia/Colombo' }],
    ['no calendar', { calendar: null }],
    ['the week', { calendar: { weeklyHours: [[], [], [], [], [], [], []], holidays: [] } }],
    ['no list of paused states', { pausedStatuses: null }],
    ['no paused states', { pausedStatuses: [] }],
  ])('differ by %s', (_case, over) => {
    expect(areSameSettings(settings, { ...settings, ...over })).toBe(false);
  });
});
