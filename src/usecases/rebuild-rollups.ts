import { buildDayRollups } from '../domain/kpi/rollup';
import { summaryOf } from '../domain/kpi/tally-summary';
import type { DeskDay, EpochMs } from '../domain/time';
import type { DeskRow, EpisodeRow, RollupRow, TicketFacts } from '../ports/score-store';
import { hasTime, type Budget, type Deps } from './deps';

const DAYS_AT_ONCE = 14;

/**
 * Rebuilds the roll-ups of marked days from their episodes. A day that is marked again meanwhile
 * stays marked.
 *
 * @param asOf - what is mature is decided by it
 */
export async function rebuildRollups(
  { store }: Pick<Deps, 'store'>,
  desk: DeskRow,
  asOf: EpochMs,
  budget: Budget,
): Promise<'done' | 'more'> {
  while (hasTime(budget)) {
    const marked = await store.listMarkedDays(desk.deskId, DAYS_AT_ONCE);
    if (marked.length === 0) return 'done';
    const days = marked.map(({ day }) => day);
    const episodes = groupBy(await store.readDayEpisodes(desk.deskId, days), ({ day }) => day);
    const tickets = groupBy(
      await store.readDayTickets(desk.deskId, days),
      (each) => each.openedDay,
    );
    const rows = days.flatMap((day) =>
      rowsOf(desk, day, episodes.get(day) ?? [], tickets.get(day) ?? [], asOf),
    );
    await store.putDayRollups(desk.deskId, days, rows, asOf);
    await store.clearMarkedDays(desk.deskId, marked);
    // What was marked meanwhile has a job of its own on its way.
    if (marked.length < DAYS_AT_ONCE) return 'done';
  }
  return 'more';
}

const rowsOf = (
  { deskId, definitionVersion }: DeskRow,
  day: DeskDay,
  episodes: readonly EpisodeRow[],
  tickets: readonly TicketFacts[],
  asOf: EpochMs,
): readonly RollupRow[] =>
  buildDayRollups({ episodes, tickets, asOf }).map(({ dimension, segment, tally }) => ({
    deskId,
    day,
    dimension,
    segment,
    definitionVersion,
    tally: JSON.stringify(tally),
    summary: JSON.stringify(summaryOf(tally)),
    computedAt: asOf,
  }));

function groupBy<T>(items: readonly T[], keyOf: (item: T) => DeskDay): ReadonlyMap<DeskDay, T[]> {
  const groups = new Map<DeskDay, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}
