import type { Texts } from './texts';

/** Reasons that the app itself writes; any other is somebody's own words. */
const REASONS = [
  'low-confidence',
  'agent-escalated',
  'human-replied',
  'human-took-over',
  'reopened',
  'repeat-contact',
  'risk-never',
  'risk-supervised',
  'tool-not-allowed',
  'too-many-attempts',
  'too-long',
  'no-confidence',
] as const;

/** null for a reason that is somebody's own words. */
export function reasonWords(reason: string, t: Texts): string | null {
  const known = REASONS.find((each) => each === reason);
  return known === undefined ? null : t(`reason.${known}`);
}
