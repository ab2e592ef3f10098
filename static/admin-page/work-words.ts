import type { Texts } from '../shared/texts/texts';

const KNOWN = [
  'sync-desks',
  'refresh-desk',
  'refresh-rollups',
  'backfill-desk',
  'rescore-tickets',
  'settle-tickets',
  'match-runs',
  'preview-definition',
  'hand-off',
  'export-feedback',
  'follow-changes',
  'forget-desk',
  'read-pushed',
  'compare-with-source',
] as const;

/** A kind of background work; the app's own name for one that this page does not know yet. */
export function workWords(work: string, t: Texts): string {
  const known = KNOWN.find((each) => each === work);
  return known === undefined ? work : t(`admin.work.${known}`);
}
