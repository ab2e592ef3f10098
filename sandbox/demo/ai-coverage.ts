import { AI_STARTS_ON_DAY } from './desk-model';

const FIRST_SHARE = 0.3;
const RAMP_DAYS = 14;

/**
 * Which share (0..1) of the tickets it could take on the AI agent is given: none before it starts,
 * a trial on its first day, all after two weeks.
 */
export function aiShareOn(dayIndex: number): number {
  const days = dayIndex - AI_STARTS_ON_DAY;
  if (days < 0) return 0;
  return Math.min(1, FIRST_SHARE + ((1 - FIRST_SHARE) * days) / RAMP_DAYS);
}
