import type { RequestTypePolicy } from '../../../src/contract';
import type { Formats } from '../../shared/format/formats';

/** Names that Jira gives to what a policy keeps by id; what it does not name is left out. */
export interface TargetNames {
  readonly people: ReadonlyMap<string, string>;
  readonly priorities: ReadonlyMap<string, string>;
  readonly statuses: ReadonlyMap<string, string>;
}

/** What of a policy can differ, in the order of the form. */
export const POLICY_FIELDS = [
  'riskClass',
  'confidenceThreshold',
  'maximumAttempts',
  'maximumTimeMs',
  'allowedTools',
  'group',
  'assignee',
  'priority',
  'status',
  'label',
  'costs',
] as const;
export type PolicyField = (typeof POLICY_FIELDS)[number];

/** Of a number that is being typed. */
const UNSET = '…';

/** What a part of a policy says, in a few words. */
export function policyWords(
  field: PolicyField,
  policy: RequestTypePolicy,
  names: TargetNames,
  formats: Formats,
): string {
  const { t } = formats;
  const { target } = policy;
  const number = (value: number | null, words: (value: number) => string): string => {
    if (value === null) return t('policy.noLimit');
    return Number.isNaN(value) ? UNSET : words(value);
  };
  const named = (id: string | null, known: ReadonlyMap<string, string>): string =>
    id === null ? t('policy.asItIs') : (known.get(id) ?? t('policy.unnamed'));
  switch (field) {
    case 'riskClass':
      return t(`policy.risk.${policy.riskClass}`);
    case 'confidenceThreshold':
      return policy.confidenceThreshold === null
        ? t('policy.noThreshold')
        : number(policy.confidenceThreshold, formats.confidence);
    case 'maximumAttempts':
      return number(policy.maximumAttempts, formats.count);
    case 'maximumTimeMs':
      return number(policy.maximumTimeMs, formats.exactDuration);
    case 'allowedTools':
      if (policy.allowedTools === null) return t('policy.tools.all');
      return policy.allowedTools.length === 0
        ? t('policy.tools.no')
        : formats.list(policy.allowedTools.toSorted());
    case 'group':
      return target.group?.name ?? t('policy.asItIs');
    case 'assignee':
      return named(target.assigneeAccountId, names.people);
    case 'priority':
      return named(target.priorityId, names.priorities);
    case 'status':
      return named(target.statusId, names.statuses);
    case 'label':
      return target.label ?? t('policy.noLabel');
    case 'costs':
      return policy.costs === null
        ? t('policy.noCosts')
        : t('policy.costs', {
            wrong: number(policy.costs.wrongResolution, (cost) => formats.decimal(cost, 2)),
            handOff: number(policy.costs.handOff, (cost) => formats.decimal(cost, 2)),
          });
  }
}
