import type {
  IncidentMapping,
  SaveServiceNowMappingInput,
  ServiceNowChoices,
  StateMeaning,
} from '../../../src/contract';

type Content = Pick<SaveServiceNowMappingInput, 'mapping' | 'viewerGroups'>;
export type MappingContent = Content;

/** A mapping as the form holds it. */
export interface MappingDraft {
  readonly states: IncidentMapping['states'];
  readonly pausingHoldReasons: readonly string[];
  readonly scope: 'instance' | 'groups';
  /** Kept while the whole instance is chosen: somebody may come back. */
  readonly groups: IncidentMapping['groups'];
  /** Empty: nothing is written back. */
  readonly verdictField: string;
  readonly writesWorkNotes: boolean;
  readonly viewerGroups: Content['viewerGroups'];
}

export type MappingProblem = 'noGroups' | 'manyGroups' | 'badField' | 'noDone';

export const MOST_GROUPS = 10;
const FIELD = /^[a-z][a-z0-9_]{0,79}$/;

export const draftOf = ({ mapping, viewerGroups }: Content): MappingDraft => ({
  states: mapping.states,
  pausingHoldReasons: mapping.pausingHoldReasons,
  scope: mapping.groups.length === 0 ? 'instance' : 'groups',
  groups: mapping.groups,
  verdictField: mapping.verdictField ?? '',
  writesWorkNotes: mapping.writesWorkNotes,
  viewerGroups,
});

export function contentOf(draft: MappingDraft): Content {
  const verdictField = draft.verdictField.trim();
  return {
    mapping: {
      states: draft.states,
      pausingHoldReasons: draft.pausingHoldReasons,
      groups: draft.scope === 'groups' ? draft.groups : [],
      verdictField: verdictField === '' ? null : verdictField,
      writesWorkNotes: verdictField !== '' && draft.writesWorkNotes,
    },
    viewerGroups: draft.viewerGroups,
  };
}

export function problemsOfMapping(draft: MappingDraft): readonly MappingProblem[] {
  const { scope, groups, verdictField, states } = draft;
  const field = verdictField.trim();
  return [
    ...(states.some(({ category }) => category === 'done') ? [] : ['noDone' as const]),
    ...(scope === 'groups' && groups.length === 0 ? ['noGroups' as const] : []),
    ...(scope === 'groups' && groups.length > MOST_GROUPS ? ['manyGroups' as const] : []),
    ...(field !== '' && !FIELD.test(field) ? ['badField' as const] : []),
  ];
}

/** Timelines are made anew with these: the history is read again. */
export const readsAgain = (before: Content, after: Content): boolean =>
  partRead(before.mapping) !== partRead(after.mapping);

const partRead = ({ states, pausingHoldReasons, groups }: IncidentMapping): string =>
  JSON.stringify([
    states.map(({ value, label, category, paused }) => [value, label, category, paused]),
    [...pausingHoldReasons].sort(),
    groups.map(({ sysId, name }) => [sysId, name]),
  ]);

export const isSameContent = (a: Content, b: Content): boolean => wholeOf(a) === wholeOf(b);

const wholeOf = ({ mapping, viewerGroups }: Content): string =>
  JSON.stringify([
    partRead(mapping),
    mapping.verdictField,
    mapping.writesWorkNotes,
    viewerGroups.map(({ groupId, name }) => [groupId, name]),
  ]);

/** States of the draft, and those that the instance has besides: work, until somebody says otherwise. */
export const statesShown = (
  { states }: Pick<MappingDraft, 'states'>,
  choices: Pick<ServiceNowChoices, 'states'> | null,
): readonly StateMeaning[] => [
  ...states,
  ...(choices?.states ?? [])
    .filter(({ value }) => states.every((each) => each.value !== value))
    .map((choice) => ({ ...choice, category: 'indeterminate' as const, paused: false })),
];

/** The state as it is meant now; one that was not there is added. What is done waits for nobody. */
export function withState(
  states: readonly StateMeaning[],
  { paused, ...state }: StateMeaning,
): readonly StateMeaning[] {
  const meant = { ...state, paused: paused && state.category !== 'done' };
  return states.some(({ value }) => value === meant.value)
    ? states.map((each) => (each.value === meant.value ? meant : each))
    : [...states, meant];
}
