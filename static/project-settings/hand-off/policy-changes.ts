import type { EscalationPolicy, RequestTypePolicy } from '../../../src/contract';
import type { Formats } from '../../shared/format/formats';
import { POLICY_FIELDS, policyWords, type TargetNames } from './policy-words';

/** One thing that differs, in words. */
export interface PolicyChangeView {
  /** Different for each line. */
  readonly field: string;
  readonly label: string;
  readonly text: string;
}

/** What differs between two policies: of all others first, then by request type. */
export function preparePolicyChanges(
  before: EscalationPolicy,
  after: EscalationPolicy,
  names: TargetNames,
  formats: Formats,
): readonly PolicyChangeView[] {
  const { t } = formats;
  const own = ({ requestTypes }: EscalationPolicy, name: string): RequestTypePolicy | undefined =>
    requestTypes.find(({ requestType }) => requestType === name)?.policy;
  const differences = (
    requestType: string | null,
    was: RequestTypePolicy,
    now: RequestTypePolicy,
  ): readonly PolicyChangeView[] =>
    POLICY_FIELDS.flatMap((field) => {
      const [from, to] = [was, now].map((policy) => policyWords(field, policy, names, formats));
      if (from === undefined || to === undefined) return [];
      if (
        from === to &&
        JSON.stringify(partOf(was, field)) === JSON.stringify(partOf(now, field))
      ) {
        return [];
      }
      const name = t(`policy.field.${field}`);
      return [
        {
          field: `${requestType ?? ''}/${field}`,
          label: requestType === null ? name : t('policy.fieldOf', { type: requestType, name }),
          text: t('settings.change.value', { was: from, now: to }),
        },
      ];
    });
  const types = [
    ...new Set(
      [before, after].flatMap((each) => each.requestTypes.map((type) => type.requestType)),
    ),
  ].sort((a, b) => a.localeCompare(b));
  return [
    ...(before.needsSecondPerson === after.needsSecondPerson
      ? []
      : [
          {
            field: 'needsSecondPerson',
            label: t('policy.secondPerson.title'),
            text: t('settings.change.value', {
              was: t(before.needsSecondPerson ? 'settings.yes' : 'settings.no'),
              now: t(after.needsSecondPerson ? 'settings.yes' : 'settings.no'),
            }),
          },
        ]),
    ...differences(null, before.fallback, after.fallback),
    ...types.flatMap((requestType) => {
      const [was, now] = [own(before, requestType), own(after, requestType)];
      const line = (key: 'added' | 'removed'): PolicyChangeView => ({
        field: requestType,
        label: requestType,
        text: t(`policy.type.${key}`),
      });
      if (now === undefined) return [line('removed')];
      const added = was === undefined ? [line('added')] : [];
      return [...added, ...differences(requestType, was ?? before.fallback, now)];
    }),
  ];
}

/** Two ids can have the same name, and two numbers the same words. */
function partOf(policy: RequestTypePolicy, field: (typeof POLICY_FIELDS)[number]): unknown {
  const { target } = policy;
  switch (field) {
    case 'group':
      return target.group;
    case 'assignee':
      return target.assigneeAccountId;
    case 'priority':
      return target.priorityId;
    case 'status':
      return target.statusId;
    case 'label':
      return target.label;
    case 'allowedTools':
      return policy.allowedTools?.toSorted();
    default:
      return policy[field];
  }
}
