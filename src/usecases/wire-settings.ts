import type { SettingsVersion } from '../contract';
import type { SettingsVersionRow } from '../ports/score-store';
import { iso } from './wire-time';

/** A version as screens and exports tell it. */
export const toWireVersion = (row: SettingsVersionRow): SettingsVersion => ({
  version: row.version,
  publishedAt: iso(row.publishedAt),
  accountId: row.accountId,
  reason: row.reason,
  restoredFrom: row.restoredFrom,
  settings: row.settings,
});
