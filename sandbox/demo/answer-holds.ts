import { REJECTING_RATING } from './aftermath';
import type { RunMark } from './script-writer';
import { DAY_MS } from './ticket-case';
import type { ScriptAct } from './ticket-script';

type Act = ScriptAct | RunMark;
type StatusAct = Extract<ScriptAct, { readonly kind: 'status' }>;

const WINDOW_MS = 7 * DAY_MS;
const CONFIRMING_RATING = 4;

/**
 * What becomes of the answer of a run: true when the ticket is resolved for good by the default
 * rules, false when it comes back or is left in silence, null when people take over or the request
 * is withdrawn, so that nobody will know.
 *
 * @param later - everything that happens to the ticket after the run
 * @param repeatAtMs - when the requester asks the same anew after the ticket's last end; null: never
 */
export function answerHolds(later: readonly Act[], repeatAtMs: number | null): boolean | null {
  const endIndex = later.findIndex(isEnd);
  const end = later[endIndex];
  if (end?.kind !== 'status') return null;
  const before = later.slice(0, endIndex);
  if (end.resolution !== 'Done' || [...before, end].some(isByPeople)) return null;

  const rest = later.slice(endIndex + 1);
  const backIndex = rest.findIndex((act) => act.kind === 'status' && act.resolution === null);
  const rating = lastRating(backIndex < 0 ? rest : rest.slice(0, backIndex));
  if (rating !== null && rating <= REJECTING_RATING) return false;
  const backAtMs = backIndex < 0 ? repeatAtMs : (rest[backIndex]?.atMs ?? null);
  if (backAtMs !== null && backAtMs < end.atMs + WINDOW_MS) return false;
  return end.by.role !== 'rule' || isConfirmed(before, rating);
}

/** A silent end counts when the requester says so, and was not asked anything. */
function isConfirmed(before: readonly Act[], rating: number | null): boolean {
  const last = before.findLast((act) => act.kind === 'status');
  const isAsked = last?.kind === 'status' && last.to === 'waiting-for-customer';
  return !isAsked && rating !== null && rating >= CONFIRMING_RATING;
}

const isEnd = (act: Act): act is StatusAct => act.kind === 'status' && act.resolution !== null;

const isByPeople = (act: Act): boolean =>
  (act.kind === 'status' || (act.kind === 'comment' && act.isPublic)) &&
  (act.by.role === 'agent' || act.by.role === 'stranger');

function lastRating(acts: readonly Act[]): number | null {
  const rated = acts.findLast((act) => act.kind === 'rate');
  return rated?.kind === 'rate' ? rated.rating : null;
}
