import { useEffect, useState } from 'react';

import type { DraftKeeper, KeptDraft } from './draft-keeper';

/** What a draft is of: `C` as the app takes it, `D` as the form holds it. */
export interface DraftKind<K extends string, C, D> {
  readonly kind: K;
  readonly keeper: DraftKeeper<K, C>;
  readonly toDraft: (content: C) => D;
  readonly toContent: (draft: D) => C;
  /** The draft's own changes, on top of what somebody else published. */
  readonly rebase: (draft: D, base: C, now: C) => D;
  readonly areSame: (a: C, b: C) => boolean;
}

/** What holds for a project. */
export interface HeldVersion<C> {
  readonly project: string;
  readonly version: number;
  readonly content: C;
  /** null: so old that it is no longer listed. */
  readonly contentAt: (version: number) => C | null;
}

/** What a person is about to publish or to propose. */
export interface VersionDraft<D> {
  /** What the form shows: what holds until somebody changes it. */
  readonly draft: D;
  /** The version that it was made from. */
  readonly basedOn: number;
  /** The version whose content this is again; null for a new one. */
  readonly restoring: number | null;
  /** Another version holds by now than the draft was made from. */
  readonly isOvertaken: boolean;
  readonly change: (patch: Partial<D>) => void;
  readonly restore: (version: number) => void;
  /** Goes on with the draft's own changes on top of what holds now. */
  readonly follow: () => void;
  readonly discard: () => void;
}

interface OwnDraft<D> {
  readonly draft: D;
  readonly basedOn: number;
  readonly restoring: number | null;
}

/** A draft that survives polling, other people's versions, and Jira's changes of page. */
export function useVersionDraft<K extends string, C, D extends object>(
  of: DraftKind<K, C, D>,
  { project, version, content, contentAt }: HeldVersion<C>,
): VersionDraft<D> {
  const { toDraft, toContent } = of;
  const [own, setOwn] = useState<OwnDraft<D> | null>(() => readOwn(of, project));
  const { draft, basedOn, restoring } = own ?? {
    draft: toDraft(content),
    basedOn: version,
    restoring: null,
  };
  useEffect(() => {
    of.keeper.keep(storageOfTab, project, own === null ? null : keptOf(of, own));
  }, [of, project, own]);

  const restored = restoring === null ? null : contentAt(restoring);
  return {
    draft,
    basedOn,
    // A restored version that was changed since is a new one.
    restoring: restored !== null && of.areSame(restored, toContent(draft)) ? restoring : null,
    isOvertaken: own !== null && basedOn !== version,
    change: (patch) => {
      const next = { ...draft, ...patch };
      const isUntouched =
        basedOn === version && JSON.stringify(next) === JSON.stringify(toDraft(content));
      setOwn(isUntouched ? null : { draft: next, basedOn, restoring });
    },
    restore: (wanted) => {
      const former = contentAt(wanted);
      if (former === null) return;
      setOwn({ draft: toDraft(former), basedOn: version, restoring: wanted });
    },
    follow: () => {
      const base = contentAt(basedOn);
      const rebased = base === null ? draft : of.rebase(draft, base, content);
      setOwn({ draft: rebased, basedOn: version, restoring });
    },
    discard: () => setOwn(null),
  };
}

/** Asked for anew each time: a browser that keeps nothing refuses already this. */
const storageOfTab = (): Storage => sessionStorage;

function readOwn<K extends string, C, D>(
  { keeper, kind, toDraft }: DraftKind<K, C, D>,
  project: string,
): OwnDraft<D> | null {
  const kept = keeper.read(storageOfTab, project);
  if (kept === null) return null;
  const { basedOn, restoring } = kept;
  return { draft: toDraft(kept[kind]), basedOn, restoring };
}

const keptOf = <K extends string, C, D>(
  { kind, toContent }: DraftKind<K, C, D>,
  { draft, basedOn, restoring }: OwnDraft<D>,
): KeptDraft<K, C> => ({ [kind]: toContent(draft), basedOn, restoring }) as KeptDraft<K, C>;
