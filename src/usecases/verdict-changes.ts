import type { DeskDay, EpochMs } from '../domain/time';
import type { DeskRow, EpisodeRow, StoredTicket } from '../ports/score-store';
import type { Judgement } from './judge-ticket';
import { isoOrNull } from './wire-time';

/** What has to be written because a judgement differs from what was settled. */
export interface VerdictChanges {
  readonly rows: readonly EpisodeRow[];
  /** Episodes from here on no longer exist; null: none vanished. */
  readonly dropFrom: number | null;
  readonly days: readonly DeskDay[];
  readonly audit: readonly AuditDraft[];
}

export interface AuditDraft {
  readonly at: EpochMs;
  readonly action: 'outcome-decided' | 'outcome-restated';
  readonly detail: string;
}

type Settled = Pick<StoredTicket, 'settledVerdicts' | 'settledFacts'>;

/** Outcomes that were announced: leaving one of them is a restatement. */
const isDecided = (outcome: string): boolean => outcome !== 'open' && outcome !== 'pending';

/**
 * @param settled - null for a ticket that was never settled
 * @param isForced - rewrite every row, since what is written is in doubt
 */
export function changesOf(
  settled: Settled | null,
  judgement: Judgement,
  {
    now,
    desk,
    isForced,
  }: { readonly now: EpochMs; readonly desk: DeskRow; readonly isForced: boolean },
): VerdictChanges {
  const before = settled?.settledVerdicts ?? [];
  const rows: EpisodeRow[] = [];
  const days = new Set<DeskDay>();
  const audit: AuditDraft[] = [];
  judgement.rows.forEach((row, ordinal) => {
    const was = before[ordinal];
    const is = judgement.settledVerdicts[ordinal];
    if (!isForced && was?.fingerprint === is?.fingerprint) return;
    rows.push(row);
    days.add(row.day);
    if (was !== undefined) days.add(was.day);
    if (was?.outcome === row.outcome && was.rule === row.rule) return;
    if (was === undefined && row.outcome === 'open') return;
    audit.push({
      at: now,
      action: was !== undefined && isDecided(was.outcome) ? 'outcome-restated' : 'outcome-decided',
      detail: detailOf(row, was, desk),
    });
  });
  for (const gone of before.slice(judgement.rows.length)) days.add(gone.day);
  if (settled?.settledFacts !== judgement.factsFingerprint || isForced) {
    days.add(judgement.facts.openedDay);
    const formerDay = openedDayOf(settled?.settledFacts ?? null);
    if (formerDay !== null) days.add(formerDay);
  }
  const dropFrom = before.length > judgement.rows.length || isForced ? judgement.rows.length : null;
  return { rows, dropFrom, days: [...days], audit };
}

export const isNothing = ({ rows, days, dropFrom }: VerdictChanges): boolean =>
  rows.length === 0 && days.length === 0 && dropFrom === null;

/** Ids and figures only. */
const detailOf = (
  row: EpisodeRow,
  was: { readonly outcome: string; readonly rule: string } | undefined,
  desk: DeskRow,
): string =>
  JSON.stringify({
    episode: row.ordinal,
    outcome: row.outcome,
    rule: row.rule,
    reason: row.reason,
    evidence: row.evidence,
    firstContact: row.firstContact,
    decidedAt: isoOrNull(row.decidedAt),
    was: was === undefined ? null : { outcome: was.outcome, rule: was.rule },
    definitionVersion: desk.definitionVersion,
  });

/** A facts fingerprint begins with the day on which the ticket was counted. */
export function openedDayOf(factsFingerprint: string | null): DeskDay | null {
  if (factsFingerprint === null || factsFingerprint === '') return null;
  const [day] = JSON.parse(factsFingerprint) as readonly [DeskDay];
  return day;
}
