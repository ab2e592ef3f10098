/** A draft as it is kept for the browser's tab: Jira changes its pages without asking panels. */
export type KeptDraft<K extends string, C> = Readonly<Record<K, C>> & {
  readonly basedOn: number;
  readonly restoring: number | null;
};

/** The part of the browser's storage that this needs. */
export interface TabStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

export interface DraftKeeper<K extends string, C> {
  /** null when nothing is kept, or nothing that the form understands. */
  readonly read: (storage: () => TabStorage, project: string) => KeptDraft<K, C> | null;
  /** @param kept - null takes away what was kept; so does one that the app would not take */
  readonly keep: (storage: () => TabStorage, project: string, kept: KeptDraft<K, C> | null) => void;
}

/**
 * @param kind - what the drafts are of; a member of what is kept
 * @param understood - as the form reads it; null when the app would not take it
 */
export function draftKeeper<K extends string, C>(
  kind: K,
  understood: (content: C) => C | null,
): DraftKeeper<K, C> {
  const keyOf = (project: string): string => `firstline.${kind}-draft.${project}`;
  return {
    read: (storage, project) => {
      try {
        const text = storage().getItem(keyOf(project)) ?? 'null';
        const kept = JSON.parse(text) as KeptDraft<K, C> | null;
        if (kept === null || !Number.isInteger(kept.basedOn)) return null;
        const content = understood(kept[kind]);
        if (content === null) return null;
        const restoring = Number.isInteger(kept.restoring) ? kept.restoring : null;
        return { [kind]: content, basedOn: kept.basedOn, restoring } as KeptDraft<K, C>;
      } catch {
        return null;
      }
    },
    keep: (storage, project, kept) => {
      try {
        if (kept === null || understood(kept[kind]) === null) storage().removeItem(keyOf(project));
        else storage().setItem(keyOf(project), JSON.stringify(kept));
      } catch {
        // A browser that keeps nothing: the draft lives as long as the page.
      }
    },
  };
}
