import type { ServiceNowChoices } from '../../../src/contract';
import type { CheckOption } from '../../shared/form/check-option';
import type { Texts } from '../../shared/texts/texts';
import type { MappingDraft } from './mapping-draft';
import type { JiraGroup } from './read-jira-groups';

interface Named {
  readonly value: string;
  readonly label: string;
}

/** What there is to choose from; what was chosen and is not there any more comes last, and says so. */
function optionsOf(
  offered: readonly Named[] | null,
  chosen: readonly Named[],
  t: Texts,
): readonly CheckOption[] {
  const gone = chosen.filter(({ value }) => !(offered ?? []).some((each) => each.value === value));
  const note = offered === null ? null : t('admin.servicenow.gone');
  return [
    ...(offered ?? []).map(({ value, label }) => ({ value, label, note: null })),
    ...gone.map(({ value, label }) => ({ value, label, note })),
  ];
}

export const holdReasonOptions = (
  { pausingHoldReasons }: MappingDraft,
  choices: ServiceNowChoices | null,
  t: Texts,
): readonly CheckOption[] =>
  optionsOf(
    choices?.holdReasons ?? null,
    pausingHoldReasons.map((value) => ({ value, label: value })),
    t,
  );

export const groupOptions = (
  { groups }: MappingDraft,
  choices: ServiceNowChoices | null,
  t: Texts,
): readonly CheckOption[] =>
  optionsOf(choices?.groups.map(asNamed) ?? null, groups.map(asNamed), t);

export const jiraGroupOptions = (
  { viewerGroups }: MappingDraft,
  offered: readonly JiraGroup[] | null,
  t: Texts,
): readonly CheckOption[] =>
  optionsOf(offered?.map(asNamedGroup) ?? null, viewerGroups.map(asNamedGroup), t);

/** As they were chosen, with the names that they have now. */
export const chosenGroups = (
  chosen: readonly string[],
  options: readonly CheckOption[],
): MappingDraft['groups'] => chosen.map((sysId) => ({ sysId, name: nameIn(options, sysId) }));

export const chosenJiraGroups = (
  chosen: readonly string[],
  options: readonly CheckOption[],
): MappingDraft['viewerGroups'] =>
  chosen.map((groupId) => ({ groupId, name: nameIn(options, groupId) }));

const asNamed = ({ sysId, name }: MappingDraft['groups'][number]): Named => ({
  value: sysId,
  label: name,
});

const asNamedGroup = ({ groupId, name }: JiraGroup): Named => ({ value: groupId, label: name });

const nameIn = (options: readonly CheckOption[], value: string): string =>
  options.find((option) => option.value === value)?.label ?? value;
