import { keepPreviousData, useQuery } from '@tanstack/react-query';

import type { Result } from '../../src/contract';
import { ReadFailure, toFailure, type Failure } from './failure';

/** What a panel knows of the data it shows. */
export type PanelQuery<T> =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly failure: Failure; readonly retry: () => void }
  | {
      readonly status: 'ready';
      readonly data: T;
      /** These are the figures of the choice before; those asked for are on their way. */
      readonly isOutdated: boolean;
      /** The last refresh failed: `data` is what arrived before. */
      readonly refreshFailed: boolean;
      readonly retry: () => void;
    };

const POLL_MS = 15_000;

/** Reads, polls while the panel is visible, and keeps what it has when a refresh fails. */
export function usePanelQuery<T>(
  key: readonly unknown[],
  read: () => Promise<Result<T>>,
  pollMs = POLL_MS,
): PanelQuery<T> {
  const query = useQuery({
    queryKey: key,
    queryFn: async () => {
      const result = await read();
      if (!result.ok) throw new ReadFailure(result.error);
      return result.value;
    },
    refetchInterval: ({ state }) => Math.max(pollMs, retryAfterMs(state.error)),
    placeholderData: keepPreviousData,
  });
  const retry = (): void => void query.refetch();

  if (query.error !== null && (query.data === undefined || isRefusal(query.error))) {
    return { status: 'failed', failure: toFailure(query.error), retry };
  }
  if (query.data === undefined) return { status: 'loading' };
  return {
    status: 'ready',
    data: query.data,
    isOutdated: query.isPlaceholderData,
    refreshFailed: query.error !== null,
    retry,
  };
}

/** Access may have been taken away meanwhile: then nothing stays on the screen. */
const isRefusal = (error: Error): boolean =>
  error instanceof ReadFailure && error.error.kind === 'not-found-or-not-permitted';

const retryAfterMs = (error: Error | null): number =>
  error instanceof ReadFailure && error.error.kind === 'source-unavailable'
    ? (error.error.retryAfterMs ?? 0)
    : 0;
