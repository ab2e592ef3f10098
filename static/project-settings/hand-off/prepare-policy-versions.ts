import type { DeskEscalationPolicy, PolicyVersion } from '../../../src/contract';
import type { Formats } from '../../shared/format/formats';
import { versionViews, type VersionView } from '../version-views';
import { preparePolicyChanges, type PolicyChangeView } from './policy-changes';
import type { TargetNames } from './policy-words';

/** @param names - of accounts and of what policies name by id, as the viewer sees them */
export const preparePolicyVersions = (
  desk: DeskEscalationPolicy,
  names: TargetNames,
  formats: Formats,
): readonly VersionView<PolicyChangeView>[] =>
  versionViews(
    desk.versions,
    desk.version,
    {
      originOf: (version) => originOf(version, names, desk.asOf, formats),
      changesOf: (before, version) =>
        preparePolicyChanges(before.policy, version.policy, names, formats),
    },
    formats,
  );

function originOf(
  { proposedBy, approvedBy, publishedAt }: PolicyVersion,
  { people }: TargetNames,
  asOf: string,
  { t, ago }: Formats,
): string {
  const nameOf = (id: string): string => people.get(id) ?? t('settings.versions.somebody');
  const when = ago(publishedAt, Date.parse(asOf));
  if (approvedBy === null) return t('settings.versions.origin', { who: nameOf(proposedBy), when });
  return t('policy.origin', { who: nameOf(proposedBy), approver: nameOf(approvedBy), when });
}
