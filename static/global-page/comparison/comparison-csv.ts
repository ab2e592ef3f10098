import type { ComparedDesk } from '../../../src/contract';
import type { CsvTable, CsvValue } from '../../project-page/csv/to-csv';
import { COMPARED_RATES, COMPARED_TIMES } from './comparison-columns';

type Columns = readonly (readonly [field: string, valueOf: (desk: ComparedDesk) => CsvValue])[];

const snake = (name: string): string => name.replaceAll(/[A-Z]/g, (c) => `_${c.toLowerCase()}`);

const COLUMNS: Columns = [
  ['desk_key', ({ desk }) => desk.key],
  ['desk_name', ({ desk }) => desk.name],
  ['source', ({ desk }) => desk.source],
  ['from_day', ({ period }) => period?.fromDay ?? null],
  // The day after the last.
  ['to_day', ({ period }) => period?.toDay ?? null],
  ['computed_at', ({ computedAt }) => computedAt],
  ['complete_from', ({ completeFrom }) => completeFrom],
  ['definition_version', ({ definitionVersion }) => definitionVersion],
  ['window_hours', ({ definition }) => definition.windowHours],
  ['episodes', ({ score }) => score?.episodes ?? null],
  ['provisional', ({ score }) => score?.provisional ?? null],
  ...COMPARED_RATES.flatMap((name): Columns => [
    [snake(name), ({ score }) => score?.rates[name]?.value ?? null],
    [`${snake(name)}_numerator`, ({ score }) => score?.rates[name]?.numerator ?? null],
    [`${snake(name)}_denominator`, ({ score }) => score?.rates[name]?.denominator ?? null],
    [`${snake(name)}_low`, ({ score }) => score?.rates[name]?.low ?? null],
    [`${snake(name)}_high`, ({ score }) => score?.rates[name]?.high ?? null],
  ]),
  ...COMPARED_TIMES.flatMap((name): Columns => [
    [`mttr_${name}_n`, ({ score }) => score?.timeToResolve[name]?.n ?? null],
    [`mttr_${name}_mean_ms`, ({ score }) => score?.timeToResolve[name]?.meanMs ?? null],
    [`mttr_${name}_median_ms`, ({ score }) => score?.timeToResolve[name]?.medianMs ?? null],
    [`mttr_${name}_low_ms`, ({ score }) => score?.timeToResolve[name]?.interval?.lowMs ?? null],
    [`mttr_${name}_high_ms`, ({ score }) => score?.timeToResolve[name]?.interval?.highMs ?? null],
  ]),
  ['open_tickets', ({ open }) => open.tickets],
  ['open_median_age_ms', ({ open }) => open.medianAgeMs],
];

/** Raw codes, ratios, ISO times in UTC and milliseconds; empty where there is no data. */
export const comparisonCsv = (desks: readonly ComparedDesk[]): CsvTable => ({
  fields: COLUMNS.map(([field]) => field),
  rows: desks.map((desk) => COLUMNS.map(([, valueOf]) => valueOf(desk))),
});
