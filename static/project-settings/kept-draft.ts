import type { MeasurementSettings } from '../../src/contract';
import { draftOf, settingsOf } from './settings-draft';
import { validateSettings } from './validate-settings';

/** A draft as it is kept for the browser's tab: Jira changes its pages without asking panels. */
export interface KeptDraft {
  readonly settings: MeasurementSettings;
  readonly basedOn: number;
  readonly restoring: number | null;
}

/** The part of the browser's storage that this needs. */
interface Storage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

const keyOf = (project: string): string => `firstline.settings-draft.${project}`;

/** null when nothing is kept, or nothing that this form understands. */
export function readKeptDraft(storage: () => Storage, project: string): KeptDraft | null {
  try {
    const kept = JSON.parse(storage().getItem(keyOf(project)) ?? 'null') as KeptDraft | null;
    if (kept === null || !Number.isInteger(kept.basedOn)) return null;
    const settings = settingsOf(draftOf(kept.settings));
    if (validateSettings(settings).length > 0) return null;
    const restoring = Number.isInteger(kept.restoring) ? kept.restoring : null;
    return { settings, basedOn: kept.basedOn, restoring };
  } catch {
    return null;
  }
}

/** @param kept - null takes away what was kept */
export function keepDraft(storage: () => Storage, project: string, kept: KeptDraft | null): void {
  try {
    if (kept === null) storage().removeItem(keyOf(project));
    else storage().setItem(keyOf(project), JSON.stringify(kept));
  } catch {
    // A browser that keeps nothing: the draft lives as long as the page.
  }
}
