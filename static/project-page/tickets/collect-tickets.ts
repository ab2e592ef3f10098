import type { ListedEpisode, ListTicketsInput, TicketList } from '../../../src/contract';
import { MAX_LISTED_TICKETS } from '../../../src/contract/catalogue';
import type { Client } from '../../shared/client';
import type { Failure } from '../../shared/failure';

const TRIES = 3;

export type Collected =
  | { readonly kind: 'done'; readonly rows: readonly ListedEpisode[]; readonly list: TicketList }
  | { readonly kind: 'failed'; readonly failure: Failure }
  /** The figures were computed again each time, before the last page was read. */
  | { readonly kind: 'unsteady' }
  | { readonly kind: 'cancelled' };

interface Watch {
  readonly onProgress: (done: number, total: number) => void;
  readonly isCancelled: () => boolean;
}

/**
 * Every page of a list. Pages of two computations do not fit together, so when the figures are
 * computed again meanwhile, it begins anew.
 */
export async function collectTickets(
  client: Pick<Client, 'listTickets'>,
  asked: Omit<ListTicketsInput, 'offset' | 'limit'>,
  watch: Watch,
): Promise<Collected> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const collected = await collectOnce(client, asked, watch);
    if (collected.kind !== 'unsteady') return collected;
  }
  return { kind: 'unsteady' };
}

async function collectOnce(
  client: Pick<Client, 'listTickets'>,
  asked: Omit<ListTicketsInput, 'offset' | 'limit'>,
  { onProgress, isCancelled }: Watch,
): Promise<Collected> {
  const rows: ListedEpisode[] = [];
  let first: TicketList | null = null;
  for (;;) {
    if (isCancelled()) return { kind: 'cancelled' };
    const page = await client
      .listTickets({ ...asked, offset: rows.length, limit: MAX_LISTED_TICKETS })
      .catch(() => null);
    if (page === null) return { kind: 'failed', failure: { kind: 'unreachable' } };
    if (!page.ok) return { kind: 'failed', failure: { kind: 'app', error: page.error } };
    const list = page.value;
    first ??= list;
    if (list.computedAt !== first.computedAt || list.total !== first.total) {
      return { kind: 'unsteady' };
    }
    rows.push(...list.rows);
    onProgress(rows.length, list.total);
    if (rows.length >= list.total) return { kind: 'done', rows, list: first };
    if (list.rows.length === 0) return { kind: 'unsteady' };
  }
}
