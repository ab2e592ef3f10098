import type { ComparedDesk, MeasurementSettings } from '../../../src/contract';
import { namesWords } from '../../project-settings/setting-words';
import { valueWords, type ValueField } from '../../project-settings/settings-changes';
import type { Formats } from '../../shared/format/formats';

type Definition = ComparedDesk['definition'];

const VALUES = [
  'windowHours',
  'silenceCountsAsResolved',
  'repeatContact',
  'ratingConfirmsAt',
  'ratingRejectsAt',
] as const satisfies readonly ValueField[];
const LISTS = ['excludedResolutions', 'excludedRequestTypes'] as const;

/**
 * What `other` measures differently than `standard`, in words; empty where the two are alike. Only the
 * definition decides about outcomes: clock and calendar are each desk's own matter.
 */
export function definitionChanges(
  standard: Definition,
  other: Definition,
  formats: Formats,
): readonly string[] {
  const { t } = formats;
  const fields = [
    ...VALUES.filter((field) => standard[field] !== other[field]),
    ...LISTS.filter((field) => sorted(standard[field]) !== sorted(other[field])),
  ];
  return fields.map((field) =>
    t('global.instead', {
      name: t(`settings.field.${field}`),
      own: wordsOf(field, other, formats),
      theirs: wordsOf(field, standard, formats),
    }),
  );
}

const sorted = (names: readonly string[]): string => JSON.stringify([...names].sort());

function wordsOf(
  field: (typeof VALUES)[number] | (typeof LISTS)[number],
  definition: Definition,
  formats: Formats,
): string {
  if (field === 'excludedResolutions' || field === 'excludedRequestTypes') {
    return namesWords(definition[field], formats);
  }
  return valueWords(field, settingsWith(definition), formats);
}

const settingsWith = (definition: Definition): MeasurementSettings => ({
  definition: {
    ...definition,
    excludedResolutions: [...definition.excludedResolutions],
    excludedRequestTypes: [...definition.excludedRequestTypes],
  },
  timeZone: 'UTC',
  calendar: null,
  pausedStatuses: null,
});

/** The definition that most desks have; of several, the one that comes first; null without desks. */
export function usualDefinition(
  desks: readonly ComparedDesk[],
  formats: Formats,
): Definition | null {
  let [usual, most]: [Definition | null, number] = [null, 0];
  for (const { definition } of desks) {
    const alike = desks.filter(
      (other) => definitionChanges(definition, other.definition, formats).length === 0,
    ).length;
    if (alike > most) [usual, most] = [definition, alike];
  }
  return usual;
}
