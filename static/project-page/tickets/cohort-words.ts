import type { CohortName, MttrName, Outcome, RateName } from '../../../src/contract';
import { COHORTS } from '../../../src/contract/catalogue';
import type { Texts } from '../../shared/texts/texts';

export type CohortGroup = 'rate' | 'base' | 'time' | 'outcome' | 'mature' | 'rest';
const GROUPS: readonly CohortGroup[] = ['rest', 'rate', 'base', 'time', 'outcome', 'mature'];

export interface CohortGroupView {
  readonly label: string;
  readonly cohorts: readonly { readonly value: CohortName; readonly label: string }[];
}

/** Every cohort there is, for choosing. */
export const cohortGroups = (t: Texts): readonly CohortGroupView[] =>
  GROUPS.map((group) => ({
    label: t(`report.list.group.${group}`),
    cohorts: (Object.keys(COHORTS) as CohortName[])
      .filter((cohort) => groupOf(cohort) === group)
      .map((value) => ({ value, label: cohortName(value, t) })),
  }));

/** What the number is called whose tickets these are. */
export function cohortName(cohort: CohortName, t: Texts): string {
  const [, name = ''] = cohort.split(':');
  switch (groupOf(cohort)) {
    case 'rate':
      return t.kpiTitle(name as RateName);
    case 'base':
      return t('report.list.baseOf', { name: t.kpiTitle(name as RateName) });
    case 'time':
      return t(`kpi.mttr.title.${name as MttrName}`);
    case 'outcome':
      return t(`outcome.label.${name as Outcome}`);
    case 'mature':
      return t('report.list.matureOf', { name: t(`outcome.label.${name as Outcome}`) });
    case 'rest':
      return t(`report.list.name.${cohort as OtherCohort}`);
  }
}

/** "53 tickets that the AI resolved and that held". */
export const cohortWords = (cohort: CohortName, count: number, t: Texts): string =>
  t.plural(`report.list.words.${cohort}`, count);

type OtherCohort = Exclude<CohortName, `${string}:${string}`>;

function groupOf(cohort: CohortName): CohortGroup {
  const [kind] = cohort.split(':');
  return GROUPS.find((group) => group === kind) ?? 'rest';
}
