import type { Verdict } from '../outcome/verdict';
import type { EpochMs } from '../time';
import { TallyBuilder, type Tally, type TicketFigures } from './tally';

/** `all` has the single segment ''; what is unknown in a dimension is '' too. */
export type RollupDimension = 'all' | 'request-type' | 'priority' | 'ai-agent';

interface Segmented {
  readonly requestType: string | null;
  readonly priority: string | null;
}

export interface SegmentTally {
  readonly dimension: RollupDimension;
  readonly segment: string;
  readonly tally: Tally;
}

/**
 * The roll-ups of one desk and day: the whole, and each segment of each dimension. Days add up: the
 * merged tallies of all days are the tally of the desk.
 */
export function buildDayRollups(day: {
  readonly episodes: readonly (Verdict & Segmented)[];
  /** Tickets opened on the day. */
  readonly tickets: readonly (TicketFigures & Segmented)[];
  readonly asOf: EpochMs;
}): readonly SegmentTally[] {
  const builders = new Map<
    string,
    { dimension: RollupDimension; segment: string; builder: TallyBuilder }
  >();
  const builderOf = (dimension: RollupDimension, segment: string): TallyBuilder => {
    const key = `${dimension}/${segment}`;
    let entry = builders.get(key);
    if (entry === undefined) {
      entry = { dimension, segment, builder: new TallyBuilder(day.asOf) };
      builders.set(key, entry);
    }
    return entry.builder;
  };

  for (const episode of day.episodes) {
    builderOf('all', '').addVerdict(episode);
    builderOf('request-type', episode.requestType ?? '').addVerdict(episode);
    builderOf('priority', episode.priority ?? '').addVerdict(episode);
    builderOf('ai-agent', episode.aiAgentId ?? '').addVerdict(episode);
  }
  for (const ticket of day.tickets) {
    builderOf('all', '').addTicket(ticket);
    builderOf('request-type', ticket.requestType ?? '').addTicket(ticket);
    builderOf('priority', ticket.priority ?? '').addTicket(ticket);
  }
  return [...builders.values()].map(({ dimension, segment, builder }) => ({
    dimension,
    segment,
    tally: builder.build(),
  }));
}
