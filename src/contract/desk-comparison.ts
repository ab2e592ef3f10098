import { z } from 'zod';

import type { Definition } from '../domain/outcome/definition';
import { periodDaysSchema, type BackfillView, type DayRange } from './desk-scorecard';
import type { DeskLabel } from './inputs';
import type { SegmentScore } from './reports';

export const readDeskComparisonInputSchema = z.strictObject({ periodDays: periodDaysSchema });
export type ReadDeskComparisonInput = z.infer<typeof readDeskComparisonInputSchema>;

/** A desk's figures as its own page tells them. Times are ISO 8601 in UTC. */
export interface ComparedDesk {
  readonly desk: DeskLabel & { readonly timeZone: string };
  /** When its figures were computed; null before the first time. */
  readonly computedAt: string | null;
  /** On the desk's clock; null before the first computation. */
  readonly period: DayRange | null;
  /** Medians are within 1 %; null before the first computation. */
  readonly score: SegmentScore | null;
  readonly definition: Definition;
  readonly definitionVersion: number;
  /** Its tickets are being judged again by that version: a part of the figures is of the one before. */
  readonly isRescoring: boolean;
  /** Figures are complete from here; null until the history is read and computed. */
  readonly completeFrom: string | null;
  readonly backfill: BackfillView;
  readonly open: {
    readonly tickets: number;
    /** null without open tickets. */
    readonly medianAgeMs: number | null;
  };
}

/** All desks that the viewer may see, by kind and name. */
export interface DeskComparison {
  readonly asOf: string;
  readonly periodDays: number;
  /** At most 50. */
  readonly desks: readonly ComparedDesk[];
  /** Those that are not listed included. */
  readonly total: number;
}
