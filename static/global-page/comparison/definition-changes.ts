import type { ComparedDesk, MeasurementSettings } from '../../../src/contract';
import { prepareChanges, type ChangeView } from '../../project-settings/settings-changes';
import type { Formats } from '../../shared/format/formats';

type Definition = ComparedDesk['definition'];

/** Only the definition decides about outcomes: clock and calendar are each desk's own matter. */
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

/** What `other` measures differently than `standard`; empty where the two are alike. */
export const definitionChanges = (
  standard: Definition,
  other: Definition,
  formats: Formats,
): readonly ChangeView[] => prepareChanges(settingsWith(standard), settingsWith(other), formats);

/** The definition that most desks have; of several, the one that comes first. */
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
