import type { Definition } from '../../src/domain/outcome/definition';
import type { EpochMs } from '../../src/domain/time';
import type { ActorRegistry } from '../../src/domain/timeline/actor-registry';
import type { StatusCatalogue } from '../../src/adapters/jira/status-catalogue';

export const FORMATS = ['timeline', 'jira', 'servicenow-log'] as const;
export type Format = (typeof FORMATS)[number];

/** What to score and how; files are read and checked already. */
export interface ScoreOptions {
  readonly format: Format;
  readonly input: string;
  /** Name of a log's only desk. */
  readonly desk: string;
  readonly registry: ActorRegistry;
  readonly definition: Definition;
  /** null: the time of the last event plus the window. */
  readonly asOf: EpochMs | null;
  /** Where a line per ticket goes; null: nowhere. */
  readonly ticketsFile: string | null;
  readonly statuses: StatusCatalogue;
  /** Characters held in memory before they go to disk. */
  readonly budgetChars: number;
  /** How a word of a summary is kept; the command hides it. */
  readonly hashToken: (token: string) => string;
  readonly onProgress: (bytes: number, ofBytes: number) => void;
}

/** Something the person who typed the command can mend. */
export class UsageError extends Error {}
