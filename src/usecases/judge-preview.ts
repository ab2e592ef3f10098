import { mergeTallies, TallyBuilder } from '../domain/kpi/tally';
import { withSettings } from '../domain/outcome/measurement-settings';
import type { DeskDay } from '../domain/time';
import type { Digest } from '../ports/digest';
import type {
  DeskRow,
  EpisodeRow,
  OutcomeMove,
  PreviewRow,
  PreviewSide,
  StoredTicket,
} from '../ports/score-store';
import type { RegisteredActor } from '../ports/settings-store';
import type { Contacts } from './contacts-of';
import { judgeTicket, type Judgement } from './judge-ticket';
import { periodEndingAt } from './period-ending-at';

export interface PreviewedTickets {
  readonly desk: DeskRow;
  readonly tickets: readonly StoredTicket[];
  readonly contacts: Pick<Contacts, 'hasRepeatContactBy'>;
  readonly actors: readonly RegisteredActor[];
}

/** The preview with these tickets counted on both sides. Pure but for the digest. */
export function withTickets(
  preview: PreviewRow,
  previewed: PreviewedTickets,
  digest: Digest,
): PreviewRow {
  const current = judgeSide(preview, preview.current, previewed, digest);
  const draft = judgeSide(preview, preview.draft, previewed, digest);
  return {
    ...preview,
    current: current.side,
    draft: draft.side,
    moves: addMoves(preview.moves, current, draft),
    ticketsDone: preview.ticketsDone + previewed.tickets.length,
  };
}

interface JudgedSide {
  readonly side: PreviewSide;
  readonly judgements: readonly Judgement[];
  readonly isInPeriod: (day: DeskDay) => boolean;
}

function judgeSide(
  preview: PreviewRow,
  side: PreviewSide,
  { desk, tickets, contacts, actors }: PreviewedTickets,
  digest: Digest,
): JudgedSide {
  const { asOf: now, periodDays } = preview;
  const measured = withSettings(desk, side.settings);
  const hasRepeatContact = contacts.hasRepeatContactBy(side.settings.definition);
  const { fromDay, toDay } = periodEndingAt(now, periodDays, side.settings);
  const isInPeriod = (day: DeskDay): boolean => fromDay <= day && day < toDay;
  const counted = new TallyBuilder(now);
  const judgements = tickets.map((each) => {
    const judgement = judgeTicket(
      { ...each, desk: measured, actors, now, hasRepeatContact },
      digest,
    );
    for (const row of judgement.rows) if (isInPeriod(row.day)) counted.addVerdict(row);
    if (isInPeriod(judgement.facts.openedDay)) {
      counted.addTicket({ ...each.ticket, ...judgement.facts });
    }
    return judgement;
  });
  const tally = mergeTallies([side.tally, counted.build()]);
  return { side: { ...side, tally }, judgements, isInPeriod };
}

/** Episodes are the same ones on both sides: no setting says where one ends. */
function addMoves(
  moves: readonly OutcomeMove[],
  current: JudgedSide,
  draft: JudgedSide,
): readonly OutcomeMove[] {
  const byPair = new Map(moves.map((move) => [`${move.from}>${move.to}`, move]));
  current.judgements.forEach(({ rows }, i) => {
    rows.forEach((row, ordinal) => {
      const other = draft.judgements[i]?.rows[ordinal];
      if (other === undefined || other.outcome === row.outcome) return;
      if (!current.isInPeriod(row.day) && !draft.isInPeriod(other.day)) return;
      const pair = pairOf(row, other);
      const before = byPair.get(`${pair.from}>${pair.to}`)?.episodes ?? 0;
      byPair.set(`${pair.from}>${pair.to}`, { ...pair, episodes: before + 1 });
    });
  });
  return [...byPair.values()];
}

const pairOf = (from: EpisodeRow, to: EpisodeRow) => ({ from: from.outcome, to: to.outcome });
