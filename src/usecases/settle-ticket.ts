import { durationMs } from '../domain/time';
import type { DeskRow, StoredTicket } from '../ports/score-store';
import { appendAudit } from './append-audit';
import type { Deps } from './deps';
import type { Judgement } from './judge-ticket';
import { refreshSoon } from './refresh-soon';
import type { VerdictChanges } from './verdict-changes';

type SettleDeps = Pick<
  Deps,
  'store' | 'tagger' | 'queue' | 'cache' | 'clock' | 'digest' | 'log' | 'newMark'
>;

const RETRY_TAGS_AFTER_MS = durationMs(60_000);

/**
 * Writes what a saved ticket's new verdicts mean: episodes, marked days, audit, tags; then settles
 * the ticket. After a crash anywhere in between the ticket is still unsettled, and the hour does all
 * of it again with the same result.
 */
export async function settleTicket(
  deps: SettleDeps,
  desk: DeskRow,
  saved: StoredTicket,
  judgement: Judgement,
  changes: VerdictChanges,
): Promise<void> {
  const { store } = deps;
  const ticketId = saved.ticket.id;
  if (changes.rows.length > 0) await store.putEpisodes(changes.rows);
  if (changes.dropFrom !== null) {
    await store.dropEpisodes([{ ticketId, fromOrdinal: changes.dropFrom }]);
  }
  if (changes.days.length > 0) await store.markDays(desk.deskId, changes.days, deps.newMark());
  const ends = await appendAudit(deps, [
    { subject: ticketId, after: saved, drafts: [...saved.owedAudit, ...changes.audit] },
  ]);
  const needsTag = !saved.isTagged || saved.tagFingerprint !== judgement.tagFingerprint;
  const isTagged = !needsTag || (await writeTag(deps, desk, ticketId, judgement));
  await store.settleTicket({
    next: {
      ...saved,
      ...(ends.get(ticketId) ?? {}),
      owedAudit: [],
      isSettled: true,
      isTagged,
      settledVerdicts: judgement.settledVerdicts,
      settledFacts: judgement.factsFingerprint,
      tagFingerprint: judgement.tagFingerprint,
    },
    facts: judgement.facts,
  });
  if (changes.days.length > 0) await refreshSoon(deps, desk.deskId);
}

async function writeTag(
  { tagger, queue, log }: SettleDeps,
  desk: DeskRow,
  ticketId: string,
  { tag }: Judgement,
): Promise<boolean> {
  const tagged = await tagger.tag(ticketId, tag);
  if (tagged.ok) return true;
  log.warn('tag.postponed', { ticketId, reason: tagged.error.kind });
  const delayMs =
    tagged.error.kind === 'source-unavailable' && tagged.error.retryAfterMs !== null
      ? durationMs(tagged.error.retryAfterMs)
      : RETRY_TAGS_AFTER_MS;
  await queue.push([{ kind: 'refresh-desk', deskId: desk.deskId }], { delayMs });
  return false;
}
