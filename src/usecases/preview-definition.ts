import { ok, type Result } from '../domain/app-error';
import { EMPTY_TALLY } from '../domain/kpi/tally';
import type { DeskRow, PreviewRow, StoredTicket } from '../ports/score-store';
import type { RegisteredActor } from '../ports/settings-store';
import { readContactsOf } from './contacts-of';
import { hasTime, type Budget, type Deps } from './deps';
import { withTickets } from './judge-preview';
import { spanOfPreview } from './preview-period';

const TICKETS_AT_ONCE = 250;
/** The platform gives 4 MiB a response; a character can be three bytes. */
const LENGTH_AT_ONCE = 1_000_000;

type PreviewDeps = Pick<Deps, 'store' | 'settings' | 'queue' | 'digest'>;
type Asked = Pick<PreviewRow, 'deskId' | 'previewId'>;

/**
 * Judges a desk's tickets by the settings in force and by a draft, chunk by chunk, and keeps nothing of
 * it but the counts. How far it got is stored with them in one write, so that a job that is cut off,
 * refused or run twice counts no ticket twice; of two that run at once, one stops.
 */
export async function previewDefinition(
  deps: PreviewDeps,
  { deskId, previewId }: Asked,
  budget: Budget,
): Promise<Result<'done' | 'more' | 'nothing-to-do'>> {
  const desk = await deps.store.readDesk(deskId);
  let preview = await deps.store.readPreview(deskId);
  if (desk === null || preview?.previewId !== previewId) return ok('nothing-to-do');
  while (!preview.isDone) {
    if (!hasTime(budget)) {
      await deps.queue.push([{ kind: 'preview-definition', deskId, previewId }]);
      return ok('more');
    }
    const next: PreviewRow = await judgeNext(deps, desk, preview);
    if ((await deps.store.savePreview(next)) === 'conflict') return ok('nothing-to-do');
    preview = { ...next, version: next.version + 1 };
  }
  return ok('done');
}

async function judgeNext(
  deps: PreviewDeps,
  desk: DeskRow,
  stored: PreviewRow,
): Promise<PreviewRow> {
  const actors = await deps.settings.readRegistry();
  const preview = judgedBy(actors, stored, deps);
  const listed = await deps.store.listTicketsOfSpan(
    spanOfPreview(preview),
    preview.after,
    TICKETS_AT_ONCE,
  );
  const last = listed.at(-1);
  if (last === undefined) return { ...preview, isDone: true };
  const tickets: StoredTicket[] = [];
  for (const ids of batchesOf(listed)) tickets.push(...(await deps.store.readTickets(ids)));
  const present = tickets.filter(({ deletedAt }) => deletedAt === null);
  const contacts = await readContactsOf(deps, desk, present, preview.asOf);
  const counted = withTickets(preview, { desk, tickets: present, contacts, actors }, deps.digest);
  return { ...counted, after: last.ticketId };
}

/** All tickets of a preview are judged by one registry: when it changes, counting begins again. */
function judgedBy(
  actors: readonly RegisteredActor[],
  preview: PreviewRow,
  { digest }: PreviewDeps,
): PreviewRow {
  const registryDigest = digest.sha256(JSON.stringify(actors));
  if (preview.registryDigest === registryDigest) return preview;
  return {
    ...preview,
    registryDigest,
    current: { ...preview.current, tally: EMPTY_TALLY },
    draft: { ...preview.draft, tally: EMPTY_TALLY },
    moves: [],
    after: '',
    ticketsDone: 0,
  };
}

interface Listed {
  readonly ticketId: string;
  readonly length: number;
}

/** As many as one response can carry. A ticket that is larger than that comes alone. */
function batchesOf(listed: readonly Listed[]): readonly (readonly string[])[] {
  const batches: string[][] = [];
  let left = 0;
  for (const { ticketId, length } of listed) {
    if (length > left || batches.length === 0) {
      batches.push([]);
      left = LENGTH_AT_ONCE;
    }
    batches.at(-1)?.push(ticketId);
    left -= length;
  }
  return batches;
}
