import type { DeskEscalationPolicy, PolicyVersion } from '../../../src/contract';
import type { Formats } from '../../shared/format/formats';
import type { VersionView } from '../prepare-versions';
import { preparePolicyChanges, type PolicyChangeView } from './policy-changes';
import type { TargetNames } from './policy-words';

/** @param names - of accounts and of what policies name by id, as the viewer sees them */
export const preparePolicyVersions = (
  desk: DeskEscalationPolicy,
  names: TargetNames,
  formats: Formats,
): readonly VersionView<PolicyChangeView>[] =>
  desk.versions.map((version, index) => {
    const before = desk.versions[index + 1];
    const { t } = formats;
    return {
      version: version.version,
      name: t('settings.versions.name', { version: version.version }),
      origin: originOf(version, names, desk.asOf, formats),
      exactTime: formats.exactTime(version.publishedAt),
      reason: version.reason === null ? null : t('ticket.quoted', { reason: version.reason }),
      restores:
        version.restoredFrom === null
          ? null
          : t('settings.versions.restores', { version: version.restoredFrom }),
      changes:
        before === undefined
          ? null
          : preparePolicyChanges(before.policy, version.policy, names, formats),
      isInForce: version.version === desk.version,
    };
  });

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
