import type { EpochMs } from '../domain/time';
import type { PreviewRow, SettingsVersionRow } from './settings-records';

export type * from './settings-records';

/** Tickets that were open, opened or resolved since `since`, and opened not after `upTo`. */
export interface TicketSpan {
  readonly deskId: string;
  readonly since: EpochMs;
  readonly upTo: EpochMs;
}

/** Versions of settings, and previews of drafts. One statement each; safe to repeat. */
export interface SettingsTables {
  /** Replaces by desk and version. */
  putSettingsVersions(rows: readonly SettingsVersionRow[]): Promise<void>;
  readSettingsVersion(deskId: string, version: number): Promise<SettingsVersionRow | null>;
  /** The latest versions, newest first. */
  listSettingsVersions(deskId: string, limit: number): Promise<readonly SettingsVersionRow[]>;
  /** The same, and the desk's most frequent request types, in the order of their names. */
  readSettingsPage(query: {
    readonly deskId: string;
    readonly versions: number;
    readonly requestTypes: number;
  }): Promise<{
    readonly versions: readonly SettingsVersionRow[];
    readonly requestTypes: readonly string[];
  }>;

  /** Replaces the desk's preview, whatever it was. */
  putPreview(row: PreviewRow): Promise<void>;
  readPreview(deskId: string): Promise<PreviewRow | null>;
  /** Saves with `version` + 1 if it is still this preview and nobody was first. */
  savePreview(row: PreviewRow): Promise<'saved' | 'conflict'>;
  countTicketsOfSpan(span: TicketSpan): Promise<number>;
  /** Ids above `after`, ascending, each with the length of what is stored of it, in characters or bytes. */
  listTicketsOfSpan(
    span: TicketSpan,
    after: string,
    limit: number,
  ): Promise<readonly { readonly ticketId: string; readonly length: number }[]>;
}
