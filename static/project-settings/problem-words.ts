import type { Formats } from '../shared/format/formats';
import type { SettingsField } from './settings-fields';
import type { SettingsProblem } from './validate-settings';

/** What is wrong and what to do, by field; a problem of one day names it. */
export type ProblemsByField = Readonly<Partial<Record<SettingsField | 'settings', string>>>;

export function prepareProblems(
  problems: readonly SettingsProblem[],
  formats: Formats,
): ProblemsByField {
  const byField: Partial<Record<SettingsField | 'settings', string>> = {};
  for (const problem of problems) byField[problem.field] ??= problemWords(problem, formats);
  return byField;
}

/** By day of the week, Monday first; null where a day is in order. */
export const prepareDayProblems = (
  problems: readonly SettingsProblem[],
  formats: Formats,
): readonly (string | null)[] =>
  Array.from({ length: 7 }, (_, day) => {
    const problem = problems.find((each) => each.field === 'weeklyHours' && each.day === day);
    return problem === undefined ? null : formats.t(`settings.problem.${problem.what}`);
  });

function problemWords({ what, day }: SettingsProblem, { t, weekday }: Formats): string {
  const text = t(`settings.problem.${what}`);
  return day === null ? text : t('settings.problemOfDay', { day: weekday(day, 'long'), text });
}
