import { useEffect, useState } from 'react';

import type { DeskSettings, SettingsVersion } from '../../src/contract';
import { areSameSettings } from '../../src/contract/catalogue';
import { keepDraft, readKeptDraft } from './kept-draft';
import { rebaseDraft } from './rebase-draft';
import { draftOf, settingsOf, type SettingsDraft } from './settings-draft';
import { validateSettings } from './validate-settings';

interface OwnDraft {
  readonly draft: SettingsDraft;
  readonly basedOn: number;
  readonly restoring: number | null;
}

/** What a person is about to publish. */
export interface DraftState {
  /** What the form shows: the settings in force until somebody changes one. */
  readonly draft: SettingsDraft;
  /** The version that it was made from. */
  readonly basedOn: number;
  /** The version whose settings these are again; null for new ones. */
  readonly restoring: number | null;
  /** Another version holds by now than the draft was made from. */
  readonly isOvertaken: boolean;
  readonly change: (patch: Partial<SettingsDraft>) => void;
  readonly restore: (version: SettingsVersion) => void;
  /** Goes on with the draft's own changes on top of what holds now. */
  readonly follow: () => void;
  readonly discard: () => void;
}

/** A draft that survives polling, other people's versions, and Jira's changes of page. */
export function useDraft(desk: DeskSettings): DraftState {
  const { key: project } = desk.desk;
  const [own, setOwn] = useState<OwnDraft | null>(() => readOwn(project));
  const { draft, basedOn, restoring } = own ?? {
    draft: draftOf(desk.settings),
    basedOn: desk.version,
    restoring: null,
  };
  useEffect(() => {
    keepDraft(storageOfTab, project, own === null ? null : keptOf(own));
  }, [project, own]);

  return {
    draft,
    basedOn,
    restoring: isStill(restoring, draft, desk) ? restoring : null,
    isOvertaken: own !== null && basedOn !== desk.version,
    change: (patch) => {
      const next = { ...draft, ...patch };
      const isUntouched =
        basedOn === desk.version && JSON.stringify(next) === JSON.stringify(draftOf(desk.settings));
      setOwn(isUntouched ? null : { draft: next, basedOn, restoring });
    },
    restore: ({ version, settings }) =>
      setOwn({ draft: draftOf(settings), basedOn: desk.version, restoring: version }),
    follow: () => {
      const base = desk.versions.find(({ version }) => version === basedOn);
      const rebased = base === undefined ? draft : rebaseDraft(draft, base.settings, desk.settings);
      setOwn({ draft: rebased, basedOn: desk.version, restoring });
    },
    discard: () => setOwn(null),
  };
}

/** Asked for anew each time: a browser that keeps nothing refuses already this. */
const storageOfTab = (): Storage => sessionStorage;

function readOwn(project: string): OwnDraft | null {
  const kept = readKeptDraft(storageOfTab, project);
  if (kept === null) return null;
  const { settings, basedOn, restoring } = kept;
  return { draft: draftOf(settings), basedOn, restoring };
}

function keptOf({ draft, basedOn, restoring }: OwnDraft) {
  const settings = settingsOf(draft);
  return validateSettings(settings).length > 0 ? null : { settings, basedOn, restoring };
}

/** A restored version that was changed since is a new one. */
function isStill(restoring: number | null, draft: SettingsDraft, { versions }: DeskSettings) {
  const restored = versions.find(({ version }) => version === restoring);
  return restored !== undefined && areSameSettings(restored.settings, settingsOf(draft));
}
