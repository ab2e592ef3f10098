import type { ComparedDesk, DeskChoice, DeskComparison } from '../../../src/contract';
import {
  NO_CELL,
  rateCell,
  timeCell,
  type NumberCell,
} from '../../project-page/breakdown/prepare-breakdown';
import { lastDayOf } from '../../project-page/place/days';
import { historyOf, partialOf } from '../../project-page/prepare-frame';
import type { Formats } from '../../shared/format/formats';
import { prepareComputed } from '../../shared/prepare/computed';
import { SOURCE_NAMES } from '../../shared/texts/source-names';
import type { ComparisonPlace } from '../place';
import { COMPARED_RATES, COMPARED_TIMES, type ComparisonColumn } from './comparison-columns';
import { definitionChanges, usualDefinition } from './definition-changes';
import { prepareDifference, type DifferenceView } from './prepare-difference';
import { sortDesks } from './sort-desks';

export interface ComparedCell extends NumberCell {
  /** Against the reference; null where nothing differs clearly. */
  readonly difference: DifferenceView | null;
}

export interface DeskView {
  readonly key: string;
  readonly name: string;
  readonly isInJira: boolean;
  readonly kind: string;
  readonly isReference: boolean;
  /** Period, when computed, definition. */
  readonly facts: readonly string[];
  /** What keeps its figures from being whole, or from being compared. */
  readonly warnings: readonly string[];
  readonly cells: Readonly<Record<Exclude<ComparisonColumn, 'desk'>, ComparedCell>>;
}

export interface ComparisonView {
  readonly rows: readonly DeskView[];
  readonly references: readonly DeskChoice[];
  readonly hasReference: boolean;
  /** That desks are measured by different definitions; null when all are alike. */
  readonly differing: string | null;
  /** That there are more desks than are shown; null when there are not. */
  readonly more: string | null;
}

export function prepareComparison(
  { desks, total, asOf }: DeskComparison,
  place: Pick<ComparisonPlace, 'reference' | 'sort' | 'order'>,
  formats: Formats,
): ComparisonView {
  const { t } = formats;
  const reference = desks.find(({ desk }) => desk.key === place.reference) ?? null;
  const standard = reference?.definition ?? usualDefinition(desks, formats);
  const changesOf = ({ definition }: ComparedDesk): readonly string[] =>
    standard === null ? [] : definitionChanges(standard, definition, formats);
  const others = desks.filter((desk) => changesOf(desk).length > 0).length;
  return {
    rows: sortDesks(desks, place).map((desk) =>
      rowOf(desk, { reference, changes: changesOf(desk), asOf }, formats),
    ),
    references: desks.map(({ desk: { key, name, source } }) => ({ projectKey: key, name, source })),
    hasReference: reference !== null,
    differing:
      others === 0
        ? null
        : t.plural(reference === null ? 'global.differing' : 'global.differingFrom', others),
    more:
      total > desks.length
        ? t('global.more', { shown: formats.count(desks.length), total: formats.count(total) })
        : null,
  };
}

interface Around {
  readonly reference: ComparedDesk | null;
  /** What is measured differently than by the reference, or than on most desks. */
  readonly changes: readonly string[];
  readonly asOf: string;
}

function rowOf(compared: ComparedDesk, around: Around, formats: Formats): DeskView {
  const { desk, period, definitionVersion } = compared;
  const { t } = formats;
  const isReference = around.reference?.desk.key === desk.key;
  return {
    key: desk.key,
    name: desk.name,
    isInJira: desk.source === 'jira',
    kind: SOURCE_NAMES[desk.source],
    isReference,
    facts: [
      ...(period === null ? [] : [formats.dayRange(period.fromDay, lastDayOf(period))]),
      prepareComputed({ ...compared, asOf: around.asOf }, formats).computed,
      t('report.definition', { version: definitionVersion }),
    ],
    warnings: warningsOf(compared, around.changes, formats),
    cells: cellsOf(compared, { ...around, isReference }, formats),
  };
}

function warningsOf(
  desk: ComparedDesk,
  changes: readonly string[],
  formats: Formats,
): readonly string[] {
  const { t, list } = formats;
  const history = historyOf(desk, formats);
  const partial = partialOf(desk, desk.period?.fromDay ?? null, formats);
  return [
    ...(changes.length === 0 ? [] : [t('global.otherDefinition', { changes: list(changes) })]),
    ...(desk.isRescoring ? [t('global.rescoring', { version: desk.definitionVersion })] : []),
    ...(history === null ? [] : [history]),
    ...(partial === null ? [] : [partial]),
  ];
}

function cellsOf(
  compared: ComparedDesk,
  { reference, changes, isReference }: Around & { readonly isReference: boolean },
  formats: Formats,
): DeskView['cells'] {
  const { score, open } = compared;
  const { t, count, duration } = formats;
  const none: ComparedCell = { ...NO_CELL, difference: null };
  // What is measured differently is not comparable, whatever the figures say.
  const standard = isReference || changes.length > 0 ? null : reference;
  const entries: [Exclude<ComparisonColumn, 'desk'>, ComparedCell][] = [
    [
      'episodes',
      score === null
        ? none
        : {
            ...none,
            value: count(score.episodes),
            basis:
              score.provisional === 0
                ? null
                : t('report.breakdown.provisional', { count: score.provisional }),
          },
    ],
    ...COMPARED_RATES.map((name): [typeof name, ComparedCell] => [
      name,
      score === null
        ? none
        : {
            ...rateCell(name, score, formats, () => null),
            difference:
              standard === null ? null : prepareDifference(name, compared, standard, formats),
          },
    ]),
    ...COMPARED_TIMES.map((name): [`mttr-${typeof name}`, ComparedCell] => [
      `mttr-${name}`,
      score === null ? none : { ...timeCell(name, score, formats, () => null), difference: null },
    ]),
    [
      'open',
      {
        ...none,
        value: count(open.tickets),
        basis:
          open.medianAgeMs === null
            ? null
            : t('global.age', { median: duration(open.medianAgeMs) }),
      },
    ],
  ];
  return Object.fromEntries(entries) as unknown as DeskView['cells'];
}
