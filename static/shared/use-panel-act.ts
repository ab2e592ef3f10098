import { useMutation, useQueryClient } from '@tanstack/react-query';

import type { Result } from '../../src/contract';
import { ReadFailure, toFailure, type Failure } from './failure';

/** Something that a person does, and how it went. */
export interface PanelAct<I> {
  readonly run: (input: I) => void;
  readonly isRunning: boolean;
  /** null unless the last try failed. */
  readonly failure: Failure | null;
  readonly forget: () => void;
}

/**
 * Does something through the app, then reads all that is on the screen again.
 *
 * @param onDone - with what the app answered
 */
export function usePanelAct<I, T>(
  act: (input: I) => Promise<Result<T>>,
  onDone: (value: T, input: I) => void = () => undefined,
): PanelAct<I> {
  const queries = useQueryClient();
  const { mutate, isPending, error, reset } = useMutation({
    mutationFn: async (input: I) => {
      const result = await act(input);
      if (!result.ok) throw new ReadFailure(result.error);
      return result.value;
    },
    onSuccess: (value, input) => {
      onDone(value, input);
      return queries.invalidateQueries();
    },
  });
  return {
    run: (input) => mutate(input),
    isRunning: isPending,
    failure: error === null ? null : toFailure(error),
    forget: reset,
  };
}
