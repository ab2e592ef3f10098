import { useMemo, useState } from 'react';

export interface Flag {
  readonly id: string;
  readonly title: string;
  readonly description: string | null;
  readonly tone: 'info' | 'success' | 'warning' | 'error';
  readonly isAutoDismiss: boolean;
  readonly actions: readonly { readonly text: string; readonly run: () => void }[];
}

export interface FlagBoard {
  /** A flag of the same id is replaced. */
  readonly show: (flag: Flag) => void;
  readonly close: (id: string) => void;
}

export function useFlags(): readonly [readonly Flag[], FlagBoard] {
  const [shown, setShown] = useState<readonly Flag[]>([]);
  const board = useMemo<FlagBoard>(
    () => ({
      show: (flag) => setShown((flags) => [...flags.filter(({ id }) => id !== flag.id), flag]),
      close: (closed) => setShown((flags) => flags.filter(({ id }) => id !== closed)),
    }),
    [],
  );
  return [shown, board];
}
