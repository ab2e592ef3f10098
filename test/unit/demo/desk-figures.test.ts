import { readFileSync } from 'node:fs';

import { z } from 'zod';

import {
  HOUR_SHARE,
  HOURS_AWAITING_USER,
  HOURS_TO_REOPEN,
  HOURS_TO_RESOLVE,
  REASSIGNMENT_SHARE,
  REOPEN_SHARE,
  WEEKDAY_SHARE,
} from '../../../sandbox/demo/desk-figures';
import { describeWith } from '../../support/shared';

const figures = z.record(z.string(), z.number());
const profileSchema = z.object({
  openedByWeekdayShare: figures,
  openedByHourShare: figures,
  hoursToResolveByReassignments: z.record(z.string(), figures),
  reassignmentShare: figures,
  reopenShare: z.number(),
  hoursFromResolutionToReopen: figures,
  hoursAwaitingUser: figures,
});

describeWith(['design', 'demo-profile.json'], 'the figures of a real desk', (file) => {
  const profile = profileSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

  it('are the profile’s', () => {
    expect(WEEKDAY_SHARE).toEqual(WEEKDAYS.map((day) => profile.openedByWeekdayShare[day]));
    expect(HOUR_SHARE).toEqual(HOUR_SHARE.map((_, hour) => profile.openedByHourShare[hour]));
    expect(REASSIGNMENT_SHARE).toEqual(
      REASSIGNMENT_SHARE.map(([count]) => [count, profile.reassignmentShare[count]]),
    );
    expect(REOPEN_SHARE).toBe(profile.reopenShare);
  });

  it.each([
    ['to resolve, 0 moves', HOURS_TO_RESOLVE[0], profile.hoursToResolveByReassignments['0']],
    ['to resolve, 1 move', HOURS_TO_RESOLVE[1], profile.hoursToResolveByReassignments['1']],
    ['to resolve, 2 moves', HOURS_TO_RESOLVE[2], profile.hoursToResolveByReassignments['2']],
    ['to resolve, 3 moves', HOURS_TO_RESOLVE[3], profile.hoursToResolveByReassignments['3']],
    ['to reopen', HOURS_TO_REOPEN, profile.hoursFromResolutionToReopen],
    ['awaiting the requester', HOURS_AWAITING_USER, profile.hoursAwaitingUser],
  ])('have the profile’s hours: %s', (_, quantiles = [], expected) => {
    expect(quantiles.length).toBeGreaterThan(5);
    for (const [share, hours] of quantiles) {
      expect(hours).toBeCloseTo(expected?.[String(share)] ?? NaN, 1);
    }
  });
});
