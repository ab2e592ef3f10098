import type { Formats } from '../shared/format/formats';

export interface VersionView<Change> {
  readonly version: number;
  /** "Version 3". */
  readonly name: string;
  /** Who published it and when. */
  readonly origin: string;
  readonly exactTime: string;
  /** In the author's own words; null when they gave none. */
  readonly reason: string | null;
  /** "Restores version 1"; null for a new one. */
  readonly restores: string | null;
  /** Against the version before; null for the oldest that is known. */
  readonly changes: readonly Change[] | null;
  readonly isInForce: boolean;
}

interface PublishedVersion {
  readonly version: number;
  readonly publishedAt: string;
  readonly reason: string | null;
  readonly restoredFrom: number | null;
}

interface Words<V, Change> {
  readonly originOf: (version: V) => string;
  readonly changesOf: (before: V, version: V) => readonly Change[];
}

/** @param versions - newest first */
export const versionViews = <V extends PublishedVersion, Change>(
  versions: readonly V[],
  inForce: number,
  { originOf, changesOf }: Words<V, Change>,
  { t, exactTime }: Formats,
): readonly VersionView<Change>[] =>
  versions.map((each, index) => {
    const before = versions[index + 1];
    const { version, publishedAt, reason, restoredFrom } = each;
    return {
      version,
      name: t('settings.versions.name', { version }),
      origin: originOf(each),
      exactTime: exactTime(publishedAt),
      reason: reason === null ? null : t('ticket.quoted', { reason }),
      restores:
        restoredFrom === null ? null : t('settings.versions.restores', { version: restoredFrom }),
      changes: before === undefined ? null : changesOf(before, each),
      isInForce: version === inForce,
    };
  });
