import { feedbackLine } from '../domain/feedback/feedback-line';
import { placeOfRun, type Attempt } from '../domain/feedback/place-of-run';
import { overrideOf } from '../domain/outcome/override';
import { splitEpisodes } from '../domain/timeline/episode';
import { toTimeline } from '../domain/timeline/merge-events';
import type { RunRow } from '../ports/run-tables';
import type { EpisodeRow, FeedbackExportRow, ScoreStore, ToldLine } from '../ports/score-store';
import type { Deps } from './deps';

const RUNS_AT_ONCE = 200;
/** A ticket with its whole history may be large, and few are corrected. */
const TICKETS_AT_ONCE = 25;

/** The next runs of an export. */
export interface FeedbackSlice {
  /** null: there are no more. */
  readonly after: FeedbackExportRow['after'];
  /** Those that are to be told, in the order of the runs. */
  readonly lines: readonly (ToldLine & { readonly text: string })[];
}

/**
 * Reads the next runs and makes lines of those that have an outcome: five statements for 200 runs, and
 * one more for 25 tickets whose outcome a person has set. A run that this export has told already, since
 * late spans have moved its end, is left out.
 */
export async function readFeedbackSlice(
  { store, digest }: Pick<Deps, 'store' | 'digest'>,
  row: FeedbackExportRow,
): Promise<FeedbackSlice> {
  const { exportId, after, startedAt, sinceLast, ignored } = row;
  const runs = await store.listRuns({ after, upTo: startedAt, limit: RUNS_AT_ONCE });
  const last = runs.at(-1);
  if (last === undefined) return { after: null, lines: [] };

  const told = await store.readToldLines(runs.map(({ runId }) => runId));
  const isNew = (line: ToldLine): boolean => {
    const before = told.get(line.runId);
    if (before?.exportId === exportId) return false;
    const isKnown = before !== undefined && !ignored.includes(before.exportId);
    return !sinceLast || !isKnown || before.fingerprint !== line.fingerprint;
  };
  const texts = await textsOf(store, runs, startedAt);
  return {
    after: { endedAt: last.run.endedAt, runId: last.runId },
    lines: texts
      .map(({ runId, text }) => ({
        runId,
        text,
        fingerprint: digest.sha256(text).slice(0, 16),
      }))
      .filter(isNew),
  };
}

interface RunText {
  readonly runId: string;
  readonly text: string;
}

async function textsOf(
  store: ScoreStore,
  runs: readonly RunRow[],
  asOf: FeedbackExportRow['startedAt'],
): Promise<readonly RunText[]> {
  const ticketIds = [...new Set(runs.map(({ ticketId }) => ticketId))].filter((id) => id !== null);
  const episodes = await store.readEpisodesOfTickets(ticketIds);
  const attempts = await store.readAttempts(ticketIds);
  const handOffs = await store.readHandOffReasons(ticketIds);
  const corrections = await correctionsOf(store, [...episodes.values()].flat());

  return runs.flatMap((row): readonly RunText[] => {
    const { runId, agentId, ticketId, run } = row;
    if (ticketId === null) return [];
    const place = placeOfRun<EpisodeRow>(
      { runId, endedAt: run.endedAt },
      episodes.get(ticketId) ?? [],
      attempts.get(ticketId) ?? ([] satisfies readonly Attempt[]),
    );
    if (place === null) return [];
    const line = feedbackLine({
      runId,
      agentId,
      deskId: place.episode.deskId,
      ticketId,
      run,
      ...place,
      correction: corrections.get(keyOf(place.episode)) ?? null,
      handOffReason: handOffs.find((each) => each.runId === runId)?.reason ?? null,
      asOf,
    });
    return [{ runId, text: JSON.stringify(line) }];
  });
}

/** What people decided, by episode. An episode's row does not say when; the ticket's timeline does. */
async function correctionsOf(store: ScoreStore, episodes: readonly EpisodeRow[]) {
  const overridden = episodes.filter(({ rule }) => rule === 'overridden');
  const ids = [...new Set(overridden.map(({ ticketId }) => ticketId))];
  const corrections = new Map<string, Pick<Correction, 'outcome' | 'at'>>();
  for (let i = 0; i < ids.length; i += TICKETS_AT_ONCE) {
    for (const { ticket, events } of await store.readTickets(ids.slice(i, i + TICKETS_AT_ONCE))) {
      for (const episode of splitEpisodes(toTimeline(ticket, events), null)) {
        const override = overrideOf(episode);
        if (override === null) continue;
        const { outcome, at } = override;
        corrections.set(keyOf({ ticketId: ticket.id, ordinal: episode.ordinal }), { outcome, at });
      }
    }
  }
  return corrections;
}

type Correction = NonNullable<ReturnType<typeof overrideOf>>;

const keyOf = ({ ticketId, ordinal }: Pick<EpisodeRow, 'ticketId' | 'ordinal'>): string =>
  `${ticketId}/${ordinal}`;
