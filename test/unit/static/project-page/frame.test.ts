import { deskToday, prepareFrame } from '../../../../static/project-page/prepare-frame';
import { FORMATS } from '../builders';
import { aFrame } from './builders';

it("names the desk's clock, the definition and when it was computed", () => {
  expect(prepareFrame(aFrame(), '2026-02-01', FORMATS)).toMatchObject({
    computed: 'Computed 12 min ago',
    clock: 'Days on the desk’s clock, America/New_York',
    definition: 'Definition v3',
    history: null,
    partial: null,
  });
});

it('marks a period that begins before the figures are complete', () => {
  // 04:00 in UTC is still 1 March in New York.
  const frame = aFrame({ completeFrom: '2026-03-02T04:00:00Z' });
  expect(prepareFrame(frame, '2026-02-28', FORMATS).partial).toBe(
    'Complete from 1 Mar 2026: earlier days lack a part of their tickets.',
  );
  expect(prepareFrame(frame, '2026-03-01', FORMATS).partial).toBeNull();
  expect(prepareFrame(aFrame({ completeFrom: null }), '2026-03-01', FORMATS).partial).toMatch(
    /^The history has not been read to its end/,
  );
});

it('tells how far the history has been read', () => {
  const backfill = { ticketsDone: 50, ticketsTotal: 200, finishedAt: null };
  const running = aFrame({ backfill: { ...backfill, status: 'running' } });
  expect(prepareFrame(running, null, FORMATS)).toMatchObject({
    history: 'Reading history: 50 of 200 tickets (25%)',
    historyProgress: 0.25,
  });
  const paused = aFrame({ backfill: { ...backfill, status: 'paused' } });
  expect(prepareFrame(paused, null, FORMATS)).toMatchObject({
    history: 'Reading history is paused after 50 tickets',
    historyProgress: null,
  });
});

it("takes today from the desk's clock at the moment of its figures", () => {
  expect(deskToday(aFrame({ computedAt: '2026-03-10T03:00:00Z' }))).toBe('2026-03-09');
  expect(deskToday(aFrame({ computedAt: null, asOf: '2026-03-10T09:00:00Z' }))).toBe('2026-03-10');
});
