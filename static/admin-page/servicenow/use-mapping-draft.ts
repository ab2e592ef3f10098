import type { ServiceNowStatus } from '../../../src/contract';
import { draftKeeper } from '../../shared/draft/draft-keeper';
import {
  useVersionDraft,
  type DraftKind,
  type VersionDraft,
} from '../../shared/draft/use-version-draft';
import {
  contentOf,
  draftOf,
  isSameContent,
  type MappingContent,
  type MappingDraft,
} from './mapping-draft';

export type Connection = NonNullable<ServiceNowStatus['connection']>;

const keeper = draftKeeper<'mapping', MappingContent>('mapping', (kept) =>
  // An older form may have kept it.
  isSameContent(contentOf(draftOf(kept)), kept) ? kept : null,
);

const MAPPING: DraftKind<'mapping', MappingContent, MappingDraft> = {
  kind: 'mapping',
  keeper,
  toDraft: draftOf,
  toContent: contentOf,
  // What somebody else changed is looked at, and what is drafted here is saved over it.
  rebase: (draft) => draft,
  areSame: isSameContent,
};

/** A mapping on its way, which neither polls nor other tabs lose. */
export const useMappingDraft = ({
  address,
  version,
  mapping,
  viewerGroups,
}: Connection): VersionDraft<MappingDraft> =>
  useVersionDraft(MAPPING, {
    project: address,
    version,
    content: { mapping, viewerGroups },
    contentAt: (wanted) => (wanted === version ? { mapping, viewerGroups } : null),
  });
