import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import type { MeasurementSettings, PreviewResult, PreviewState } from '../../src/contract';
import { areSameSettings } from '../../src/contract/catalogue';
import { ReadFailure, toFailure, type Failure } from '../shared/failure';
import { usePanel } from '../shared/panel';
import { usePanelAct } from '../shared/use-panel-act';

export type PreviewDays = 30 | 90;

/** What a preview was asked for. */
export interface Asked {
  readonly settings: MeasurementSettings;
  readonly basedOn: number;
  readonly periodDays: PreviewDays;
}

export type Preview =
  | { readonly status: 'none' | 'starting' | 'superseded' }
  | { readonly status: 'running'; readonly done: number; readonly total: number }
  | { readonly status: 'failed'; readonly failure: Failure }
  | { readonly status: 'done'; readonly asked: Asked; readonly result: PreviewResult };

interface PreviewControl {
  readonly preview: Preview;
  readonly start: (asked: Asked) => void;
  readonly forget: () => void;
}

const POLL_MS = 1_000;

/** Starts a preview and follows it until it is done. */
export function usePreview(project: string): PreviewControl {
  const { client } = usePanel();
  const [started, setStarted] = useState<{ id: string; asked: Asked } | null>(null);
  const start = usePanelAct(
    ({ settings, periodDays }: Asked) => client.startPreview({ project, settings, periodDays }),
    (id, asked) => setStarted({ id, asked }),
  );
  const state = useQuery({
    queryKey: ['preview', project, started?.id ?? ''],
    queryFn: async () => {
      const result = await client.readPreview({ project, previewId: started?.id ?? '' });
      if (!result.ok) throw new ReadFailure(result.error);
      return result.value;
    },
    enabled: started !== null,
    refetchInterval: ({ state: { data } }) => (data?.status === 'running' ? POLL_MS : false),
    // What is done does not change.
    staleTime: ({ state: { data } }) => (data?.status === 'done' ? Infinity : 0),
  });

  return {
    preview: previewOf(),
    start: (asked) => {
      setStarted(null);
      start.run(asked);
    },
    forget: () => {
      setStarted(null);
      start.forget();
    },
  };

  function previewOf(): Preview {
    if (start.isRunning) return { status: 'starting' };
    if (start.failure !== null) return { status: 'failed', failure: start.failure };
    if (started === null) return { status: 'none' };
    if (state.data !== undefined) return fromState(state.data, started.asked);
    if (state.error !== null) return { status: 'failed', failure: toFailure(state.error) };
    return { status: 'starting' };
  }
}

function fromState(state: PreviewState, asked: Asked): Preview {
  switch (state.status) {
    case 'running':
      return { status: 'running', done: state.ticketsDone, total: state.ticketsTotal };
    case 'done':
      return { status: 'done', asked, result: state.result };
    case 'superseded':
      return { status: 'superseded' };
  }
}

/** Was the preview of these very settings, against what holds now? */
export const isPreviewOf = (
  preview: Preview,
  { settings, basedOn }: Pick<Asked, 'settings' | 'basedOn'>,
): boolean =>
  preview.status === 'done' &&
  preview.asked.basedOn === basedOn &&
  areSameSettings(preview.asked.settings, settings);
