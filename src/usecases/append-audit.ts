import type { EpochMs } from '../domain/time';
import type { Digest } from '../ports/digest';
import type { AuditEntry, ScoreStore } from '../ports/score-store';

export interface ChainEnd {
  readonly auditSeq: number;
  readonly auditHash: string;
}

interface Draft {
  readonly at: EpochMs;
  readonly action: string;
  readonly detail: string;
}

export interface AuditDrafts {
  readonly subject: string;
  readonly after: ChainEnd;
  readonly drafts: readonly Draft[];
}

export const NO_AUDIT: ChainEnd = { auditSeq: 0, auditHash: '' };

/**
 * Appends entries to the chains of their subjects: each entry's hash covers the one before, so that
 * none can be changed or taken out unseen. An entry that is there already, since the work is done
 * again after a crash, is adopted instead of written twice.
 *
 * @returns the end of each subject's chain
 */
export async function appendAudit(
  deps: { readonly store: ScoreStore; readonly digest: Digest },
  all: readonly AuditDrafts[],
): Promise<ReadonlyMap<string, ChainEnd>> {
  const chains = all.map((each) => chainOf(each, deps.digest));
  const entries = chains.flat();
  const ends = new Map(all.map((each, i) => [each.subject, endOf(chains[i] ?? [], each.after)]));
  if (entries.length === 0) return ends;
  if ((await deps.store.appendAudit(entries)) === 'appended') return ends;
  for (const each of all) ends.set(each.subject, await appendAgain(deps, each));
  return ends;
}

/** Verifies a subject's whole chain; the number of the first entry that does not fit, or null. */
export function firstBrokenEntry(entries: readonly AuditEntry[], digest: Digest): number | null {
  let previousHash = '';
  for (const [index, entry] of entries.entries()) {
    const isNext = entry.seq === index + 1 && entry.previousHash === previousHash;
    if (!isNext || entry.hash !== hashOf(entry, digest)) return entry.seq;
    previousHash = entry.hash;
  }
  return null;
}

function chainOf({ subject, after, drafts }: AuditDrafts, digest: Digest): readonly AuditEntry[] {
  let { auditSeq: seq, auditHash: previousHash } = after;
  return drafts.map((draft) => {
    seq += 1;
    const unhashed = { subject, seq, ...draft, previousHash };
    const entry: AuditEntry = { ...unhashed, hash: hashOf(unhashed, digest) };
    previousHash = entry.hash;
    return entry;
  });
}

/** Where a chain of a subject's entries ends; of none, where it ended before. */
export const endOf = (chain: readonly AuditEntry[], after: ChainEnd = NO_AUDIT): ChainEnd => {
  const last = chain.at(-1);
  return last === undefined ? after : { auditSeq: last.seq, auditHash: last.hash };
};

const hashOf = (entry: Omit<AuditEntry, 'hash'>, digest: Digest): string =>
  digest.sha256(
    JSON.stringify([
      entry.subject,
      entry.seq,
      entry.at,
      entry.action,
      entry.detail,
      entry.previousHash,
    ]),
  );

const ATTEMPTS = 5;

async function appendAgain(
  { store, digest }: { readonly store: ScoreStore; readonly digest: Digest },
  { subject, after, drafts }: AuditDrafts,
): Promise<ChainEnd> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const existing = await store.readAudit(subject);
    const since = existing.filter(({ seq }) => seq > after.auditSeq);
    const missing = drafts.filter(
      (draft) =>
        !since.some(({ action, detail }) => action === draft.action && detail === draft.detail),
    );
    const end = endOf(existing);
    const chain = chainOf({ subject, after: end, drafts: missing }, digest);
    if (chain.length === 0) return end;
    if ((await store.appendAudit(chain)) === 'appended') return endOf(chain, end);
  }
  throw new Error(`The audit of ${subject} was appended to by others ${ATTEMPTS} times in a row`);
}
