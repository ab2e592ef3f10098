import { deskReportOf, type ScoreReport } from '../../src/domain/kpi/report';
import { scorecardOf } from '../../src/domain/kpi/score';
import { TallyBuilder } from '../../src/domain/kpi/tally';
import { classifyTimeline, type ClassifyOptions } from '../../src/domain/outcome/classify';
import {
  contactKey,
  createRepeatContactTest,
  type Contact,
} from '../../src/domain/outcome/repeat-contact';
import type { Verdict } from '../../src/domain/outcome/verdict';
import { epochMs, HOUR_MS, type EpochMs } from '../../src/domain/time';
import type { Timeline } from '../../src/domain/timeline/ticket';
import { Intake, readTimelines } from './intake';
import { nothingRead } from './nothing-read';
import type { ScoreOptions } from './options';
import { Spool } from './spool';
import { TicketLines } from './ticket-lines';

/** A timeline on its way through the spool. */
type Spooled = readonly [line: number, timeline: Timeline];

/**
 * Scores an export (rule book, section 7) in bounded memory: tickets of one contact are judged
 * together, since rule 10 looks from one to the other, and all others one by one.
 *
 * @throws UsageError when nothing can be read
 */
export async function score(options: ScoreOptions): Promise<ScoreReport> {
  const intake = new Intake();
  const spool = new Spool(options.budgetChars);
  const ticketLines = options.ticketsFile === null ? null : new TicketLines(options.budgetChars);
  try {
    let judging: Judging | null = null;
    const judgingSoFar = (): Judging | null => {
      judging ??= startJudging(options, intake);
      return judging;
    };
    const onJudged: OnJudged = (line, timeline, verdicts) => {
      judgingSoFar()?.desks.add(timeline, verdicts);
      ticketLines?.add(line, timeline.id, verdicts);
    };
    await readTimelines(options, intake, (timeline, line) => {
      const spooled: Spooled = [line, timeline];
      const key = repeatKey(timeline, options);
      const now = key === null && intake.isWhole ? judgingSoFar() : null;
      if (now !== null) judgeTogether([spooled], options, now.asOf, onJudged);
      else spool.add(key ?? timeline.id, JSON.stringify(spooled));
    });
    const judged = judgingSoFar();
    if (judged === null) throw nothingRead(options, intake);
    const { asOf, desks } = judged;
    for (const [, texts] of spool.groups()) {
      const together = texts.map((text) => JSON.parse(text) as Spooled);
      judgeTogether(together, options, asOf, onJudged);
    }
    if (options.ticketsFile !== null) await ticketLines?.writeTo(options.ticketsFile);
    return {
      asOf: new Date(asOf).toISOString(),
      definition: options.definition,
      tickets: desks.tickets,
      events: intake.events,
      rejected: intake.rejected,
      rejectedTotal: intake.rejectedTotal,
      desks: desks.reports(),
    };
  } finally {
    spool.dispose();
    ticketLines?.dispose();
  }
}

type OnJudged = (line: number, timeline: Timeline, verdicts: readonly Verdict[]) => void;

interface Judging {
  readonly asOf: EpochMs;
  readonly desks: DeskTallies;
}

/** null while no event has been read. */
function startJudging({ definition, asOf: wanted }: ScoreOptions, intake: Intake): Judging | null {
  if (intake.lastEventAt === null) return null;
  const asOf = wanted ?? epochMs(intake.lastEventAt + definition.windowHours * HOUR_MS);
  return { asOf, desks: new DeskTallies(asOf) };
}

/** What tickets share that rule 10 can connect; null for a ticket that it cannot concern. */
function repeatKey(timeline: Timeline, { definition }: ScoreOptions): string | null {
  const canRepeat =
    definition.repeatContact === 'any' ||
    (definition.repeatContact === 'similar' && timeline.subject.length > 0);
  return canRepeat ? contactKey(timeline) : null;
}

function judgeTogether(
  spooled: readonly Spooled[],
  { definition }: ScoreOptions,
  asOf: EpochMs,
  onJudged: OnJudged,
): void {
  const isAlone = spooled.length === 1;
  const contacts = isAlone
    ? []
    : spooled.map(([, timeline]): Contact => ({ ...timeline, ticketId: timeline.id }));
  const options: ClassifyOptions = {
    definition,
    asOf,
    hasRepeatContact: createRepeatContactTest(contacts, { definition, asOf }),
    profile: { timeZone: 'UTC', calendar: null, pausedStatuses: null },
  };
  for (const [line, timeline] of spooled) {
    // With an `asOf`, a ticket opened later does not exist yet.
    if (timeline.openedAt > asOf) continue;
    onJudged(line, timeline, classifyTimeline(timeline, options));
  }
}

class DeskTallies {
  tickets = 0;
  readonly #asOf: EpochMs;
  readonly #desks = new Map<string, TallyBuilder>();

  constructor(asOf: EpochMs) {
    this.#asOf = asOf;
  }

  add({ desk, openedAt, nativeResolvedAt }: Timeline, verdicts: readonly Verdict[]): void {
    this.tickets += 1;
    let builder = this.#desks.get(desk);
    if (builder === undefined) this.#desks.set(desk, (builder = new TallyBuilder(this.#asOf)));
    for (const verdict of verdicts) builder.addVerdict(verdict);
    const isOpen = verdicts.at(-1)?.resolvedAt === null;
    builder.addTicket({ openedAt, nativeResolvedAt, isOpen, reopenMoves: verdicts.length - 1 });
  }

  reports(): ScoreReport['desks'] {
    return [...this.#desks]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([desk, builder]) => deskReportOf(desk, scorecardOf(builder.build())));
  }
}
