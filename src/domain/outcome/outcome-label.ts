import type { Outcome } from './outcome';

/** What people read on a ticket, beside its outcome's colour. */
export const OUTCOME_LABELS: Readonly<Record<Outcome, string>> = {
  'ai-resolved': 'AI-resolved',
  pending: 'AI-resolved (pending)',
  escalated: 'Escalated',
  reversed: 'Reversed',
  ambiguous: 'Ambiguous',
  abandoned: 'Abandoned',
  'without-ai': 'Human-resolved',
  excluded: 'Excluded',
  open: 'Open',
};
