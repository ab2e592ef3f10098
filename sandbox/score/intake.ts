import { timelineSchema } from '../../src/adapters/timeline/timeline-schema';
import { describeIssues } from '../../src/adapters/timeline/describe-issues';
import { jiraIssueSchema } from '../../src/adapters/jira/issue-schema';
import { translateIssue } from '../../src/adapters/jira/issue-translation';
import type { RejectedRow } from '../../src/domain/kpi/report';
import type { EpochMs } from '../../src/domain/time';
import { applyRegistry } from '../../src/domain/timeline/actor-registry';
import { toTimeline } from '../../src/domain/timeline/merge-events';
import type { Timeline } from '../../src/domain/timeline/ticket';
import { readIncidentLog } from './input/incident-log';
import { readLines } from './input/lines';
import type { ScoreOptions } from './options';

const LISTED_REJECTIONS = 1_000;

/** Takes timelines in, in the order of their first line, and remembers what it could not read. */
export class Intake {
  events = 0;
  readonly rejected: RejectedRow[] = [];
  rejectedTotal = 0;
  /** Time of the last event seen; null before any. */
  lastEventAt: EpochMs | null = null;
  /** All of the input has been read, so that `lastEventAt` is final though tickets still come. */
  isWhole = false;

  reject(line: number, reason: string): void {
    this.rejectedTotal += 1;
    if (this.rejected.length < LISTED_REJECTIONS) this.rejected.push({ line, reason });
  }

  see({ events, openedAt }: Timeline): void {
    for (const { at } of events) this.seeTime(at);
    if (events.length === 0) this.seeTime(openedAt);
  }

  seeTime(at: EpochMs): void {
    if (this.lastEventAt === null || at > this.lastEventAt) this.lastEventAt = at;
  }
}

/** Reads the input whole; gives each ticket with the line on which it began. */
export async function readTimelines(
  options: ScoreOptions,
  intake: Intake,
  onTimeline: (timeline: Timeline, line: number) => void,
): Promise<void> {
  const take = (timeline: Timeline, line: number): void => {
    const known = applyRegistry(timeline, options.registry);
    if (!intake.isWhole) intake.see(known);
    onTimeline(known, line);
  };
  if (options.format === 'servicenow-log') return readIncidentLog(options, intake, take);
  return readJsonLines(options, intake, take);
}

async function readJsonLines(
  options: ScoreOptions,
  intake: Intake,
  take: (timeline: Timeline, line: number) => void,
): Promise<void> {
  const seen = new Set<string>();
  for await (const { firstLine, lines } of readLines(options.input, options.onProgress)) {
    lines.forEach((text, index) => {
      if (text.trim() === '') return;
      const line = firstLine + index;
      const read = readOne(text, options);
      if ('fault' in read) return intake.reject(line, read.fault);
      if (seen.has(read.timeline.id)) {
        return intake.reject(
          line,
          `${read.timeline.id} was told on an earlier line: keep one of them`,
        );
      }
      seen.add(read.timeline.id);
      intake.events += read.events;
      take(read.timeline, line);
    });
  }
}

type ReadOne =
  { readonly timeline: Timeline; readonly events: number } | { readonly fault: string };

function readOne(text: string, options: ScoreOptions): ReadOne {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { fault: 'no JSON: write one whole object per line' };
  }
  if (options.format === 'timeline') {
    const parsed = timelineSchema.safeParse(json);
    if (!parsed.success) return { fault: describeIssues(parsed.error) };
    return { timeline: parsed.data, events: parsed.data.events.length };
  }
  const parsed = jiraIssueSchema.safeParse(json);
  if (!parsed.success) return { fault: describeIssues(parsed.error) };
  const issue = parsed.data;
  const { ticket, events } = translateIssue(issue, {
    statuses: options.statuses,
    registry: options.registry,
    toActorId: ({ accountId }) => accountId,
    hashToken: options.hashToken,
    deskOf: ({ key }) => key,
  });
  const read =
    (issue.changelog?.histories.length ?? 0) + (issue.fields.comment?.comments.length ?? 0);
  return { timeline: toTimeline(ticket, events), events: read };
}
