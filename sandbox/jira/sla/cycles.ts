import { PAUSING_STATUS } from '../catalogue';
import type { SiteComment, SiteIssue, SiteStatus, WorkingCalendar } from '../model';
import { isWorking, workingSpans, type Span } from './working-time';

export interface SlaCycle {
  readonly startMs: number;
  /** Null while the clock runs or pauses. */
  readonly stopMs: number | null;
  readonly goalMs: number;
  readonly elapsedMs: number;
  /** When the goal was, or will be, used up; null while that cannot be known. */
  readonly breachMs: number | null;
  readonly isPaused: boolean;
  readonly isWithinCalendar: boolean;
}

export interface SlaReading {
  readonly metric: 'resolution' | 'firstResponse';
  readonly completed: readonly SlaCycle[];
  readonly ongoing: SlaCycle | null;
}

interface Stop {
  readonly startMs: number;
  readonly stopMs: number | null;
}

/** Time to resolution and to first response of a request, as the clock of its desk runs. */
export function readSla(
  issue: SiteIssue,
  metric: SlaReading['metric'],
  options: { readonly nowMs: number; readonly statuses: readonly SiteStatus[] },
): SlaReading {
  const goals = issue.project.goals[metric];
  const goalMs = goals[issue.priority?.name ?? 'default'] ?? goals.default;
  const stops =
    metric === 'resolution' ? resolutionStops(issue, options.statuses) : responseStops(issue);
  const pauses = metric === 'resolution' ? pausesOf(issue, options) : [];
  const cycles = stops.map((stop) =>
    measure(stop, { goalMs, pauses, nowMs: options.nowMs, calendar: issue.project.calendar }),
  );
  return {
    metric,
    completed: cycles.filter(({ stopMs }) => stopMs !== null),
    ongoing: cycles.find(({ stopMs }) => stopMs === null) ?? null,
  };
}

/** Runs from creation until done, and anew from each reopening. */
function resolutionStops(issue: SiteIssue, statuses: readonly SiteStatus[]): readonly Stop[] {
  const stops: Stop[] = [];
  let startMs: number | null = issue.createdMs;
  for (const { atMs, toId } of movesOf(issue)) {
    const isDone = statuses.find(({ id }) => id === toId)?.category === 'done';
    if (isDone && startMs !== null) {
      stops.push({ startMs, stopMs: atMs });
      startMs = null;
    }
    if (!isDone && startMs === null) startMs = atMs;
  }
  if (startMs === null) return stops;
  const isSilentlyDone = issue.status.category === 'done';
  const silentMs = issue.resolutionDateMs ?? issue.statusSinceMs;
  return [...stops, { startMs, stopMs: isSilentlyDone ? silentMs : null }];
}

/** One cycle, which the desk's first public answer or the resolution ends. */
function responseStops(issue: SiteIssue): readonly Stop[] {
  const { agents, customers } = issue.project;
  const isAnswer = ({ authorAccountId, isPublic }: SiteComment) =>
    isPublic &&
    authorAccountId !== null &&
    authorAccountId !== issue.reporter &&
    (agents.has(authorAccountId) || !customers.has(authorAccountId));
  const answerMs = issue.comments.find(isAnswer)?.atMs ?? null;
  const ends = [answerMs, issue.resolutionDateMs].filter((atMs) => atMs !== null);
  return [{ startMs: issue.createdMs, stopMs: ends.length === 0 ? null : Math.min(...ends) }];
}

function pausesOf(
  issue: SiteIssue,
  { nowMs, statuses }: { readonly nowMs: number; readonly statuses: readonly SiteStatus[] },
): readonly Span[] {
  const pausingId = statuses.find(({ name }) => name === PAUSING_STATUS)?.id;
  const pauses: Span[] = [];
  let fromMs: number | null = null;
  for (const { atMs, toId } of movesOf(issue)) {
    if (fromMs !== null) pauses.push({ fromMs, toMs: atMs });
    fromMs = toId === pausingId ? atMs : null;
  }
  return fromMs === null ? pauses : [...pauses, { fromMs, toMs: Math.max(nowMs, fromMs) }];
}

const movesOf = (issue: SiteIssue) =>
  issue.histories.flatMap(({ atMs, items }) =>
    items.filter(({ fieldId }) => fieldId === 'status').map(({ to }) => ({ atMs, toId: to })),
  );

function measure(
  { startMs, stopMs }: Stop,
  options: {
    readonly goalMs: number;
    readonly pauses: readonly Span[];
    readonly nowMs: number;
    readonly calendar: WorkingCalendar | null;
  },
): SlaCycle {
  const { goalMs, pauses, nowMs, calendar } = options;
  const endMs = stopMs ?? Math.max(nowMs, startMs);
  let elapsedMs = 0;
  let breachMs: number | null = null;
  for (const running of without({ fromMs: startMs, toMs: endMs }, pauses)) {
    for (const { fromMs, toMs } of workingSpans(running, calendar)) {
      if (breachMs === null && elapsedMs + (toMs - fromMs) > goalMs) {
        breachMs = fromMs + (goalMs - elapsedMs);
      }
      elapsedMs += toMs - fromMs;
    }
  }
  const isPaused = stopMs === null && pauses.some(({ toMs }) => toMs >= nowMs);
  if (breachMs === null && stopMs === null && !isPaused) {
    breachMs = whenUsedUp(endMs, goalMs - elapsedMs, calendar);
  }
  const isWithinCalendar = isWorking(endMs, calendar);
  return { startMs, stopMs, goalMs, elapsedMs, breachMs, isPaused, isWithinCalendar };
}

const WEEK_MS = 7 * 86_400_000;
const SEARCH_WEEKS = 53;

/** Null when a year of working hours does not hold what remains. */
function whenUsedUp(
  fromMs: number,
  remainingMs: number,
  calendar: WorkingCalendar | null,
): number | null {
  if (calendar === null) return fromMs + remainingMs;
  let left = remainingMs;
  for (let week = 0; week < SEARCH_WEEKS; week += 1) {
    const weekMs = fromMs + week * WEEK_MS;
    for (const span of workingSpans({ fromMs: weekMs, toMs: weekMs + WEEK_MS }, calendar)) {
      if (span.toMs - span.fromMs >= left) return span.fromMs + left;
      left -= span.toMs - span.fromMs;
    }
  }
  return null;
}

/** A span minus pauses, which are in order and do not overlap. */
function without(span: Span, pauses: readonly Span[]): readonly Span[] {
  const rest: Span[] = [];
  let { fromMs } = span;
  for (const pause of pauses) {
    if (pause.toMs <= fromMs || pause.fromMs >= span.toMs) continue;
    if (pause.fromMs > fromMs) rest.push({ fromMs, toMs: pause.fromMs });
    fromMs = Math.max(fromMs, pause.toMs);
  }
  return fromMs < span.toMs ? [...rest, { fromMs, toMs: span.toMs }] : rest;
}
