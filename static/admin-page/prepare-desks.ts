import type { AdministeredDesk, Administration } from '../../src/contract';
import type { Formats } from '../shared/format/formats';
import { standingOf, type DeskStanding } from './desk-standing';
import { historyShare, progressWords } from './history-words';
import { problemWords } from './problem-words';
import { leftMs, type ProgressSample } from './progress-rate';

export interface MomentView {
  readonly text: string;
  /** For hovering; null for what never happened. */
  readonly exact: string | null;
}

export interface DeskView {
  readonly project: string;
  readonly name: string;
  /** Zone and version of the definition. */
  readonly facts: string;
  readonly status: {
    readonly label: string;
    readonly appearance: 'success' | 'inprogress' | 'moved' | 'removed' | 'default';
  };
  /** 0..1; null for no bar. */
  readonly progress: number | null;
  readonly history: string;
  /** What is wrong and what helps; null while all is well. */
  readonly problem: string | null;
  readonly computed: MomentView;
  readonly compared: MomentView;
  /** Work that is left, a line each; empty: nothing waits. */
  readonly waiting: readonly string[];
  readonly actions: readonly ('pause' | 'resume' | 'restart')[];
}

const APPEARANCES: Readonly<Record<DeskStanding, DeskView['status']['appearance']>> = {
  fine: 'success',
  reading: 'inprogress',
  waiting: 'default',
  paused: 'moved',
  failed: 'removed',
  rescoring: 'inprogress',
  late: 'moved',
};

export const prepareDesks = (
  { desks, asOf }: Pick<Administration, 'desks' | 'asOf'>,
  samples: readonly ProgressSample[],
  formats: Formats,
): readonly DeskView[] => {
  const asOfMs = Date.parse(asOf);
  const moment = (iso: string | null): MomentView =>
    iso === null
      ? { text: formats.t('admin.never'), exact: null }
      : { text: formats.ago(iso, asOfMs), exact: formats.exactTime(iso) };
  return desks.map((desk) => {
    const { t } = formats;
    const standing = standingOf(desk, asOfMs);
    const { backfill } = desk;
    return {
      project: desk.projectKey,
      name: desk.name,
      facts: t('admin.desks.facts', { zone: desk.timeZone, version: desk.definitionVersion }),
      status: { label: t(`admin.standing.${standing}`), appearance: APPEARANCES[standing] },
      progress:
        backfill.status === 'done' || backfill.status === 'none' ? null : historyShare(backfill),
      history: historyWords(desk, samples, formats),
      problem: backfill.status === 'failed' ? problemWords(backfill.problem, t) : null,
      computed: moment(desk.computedAt),
      compared: moment(desk.reconciledAt),
      waiting: waitingWords(desk, formats),
      actions: actionsOf(backfill.status),
    };
  });
};

function historyWords(
  desk: AdministeredDesk,
  samples: readonly ProgressSample[],
  formats: Formats,
): string {
  const { t, remaining, date } = formats;
  const { backfill, completeFrom } = desk;
  const unreadable =
    backfill.ticketsUnreadable === 0
      ? ''
      : `; ${t.plural('admin.history.unreadable', backfill.ticketsUnreadable)}`;
  const progress = progressWords(backfill, formats);
  switch (backfill.status) {
    case 'none':
      return t('admin.history.none');
    case 'done':
      return (
        t.plural('admin.history.done', backfill.ticketsDone, {
          from: completeFrom === null ? t('admin.history.soon') : date(completeFrom),
        }) + unreadable
      );
    case 'running': {
      const left = leftMs(samples, desk);
      return left === null
        ? t('admin.history.running', { progress }) + unreadable
        : t('admin.history.runningLeft', { progress, left: remaining(left) }) + unreadable;
    }
    case 'paused':
    case 'failed':
      return t(`admin.history.${backfill.status}`, { progress }) + unreadable;
  }
}

export const waitingWords = ({ waiting }: AdministeredDesk, { t }: Formats): readonly string[] =>
  (['unsettled', 'untagged', 'flagged'] as const).flatMap((kind) =>
    waiting[kind] === 0 ? [] : [t.plural(`admin.waiting.${kind}`, waiting[kind])],
  );

function actionsOf(status: AdministeredDesk['backfill']['status']): DeskView['actions'] {
  switch (status) {
    case 'none':
    case 'running':
      return ['pause', 'restart'];
    case 'paused':
    case 'failed':
      return ['resume', 'restart'];
    case 'done':
      return ['restart'];
  }
}
