import { z } from 'zod';

import { epochMs, type EpochMs } from '../../../domain/time';

/** Forge gives BIGINT and DECIMAL as strings, INT as numbers; engines differ for expressions. */
const numeric = z.union([
  z.number(),
  z
    .string()
    .regex(/^-?\d+(\.\d+)?([eE][+-]?\d+)?$/)
    .transform(Number),
]);

export const integerColumn = numeric.pipe(z.int());
export const numberColumn = numeric.nullable();
export const flagColumn = numeric.transform((value) => value !== 0);
export const optionalFlagColumn = numeric
  .nullable()
  .transform((value) => (value === null ? null : value !== 0));
export const timeColumn = integerColumn.transform((value): EpochMs => epochMs(value));
export const optionalTimeColumn = timeColumn.nullable();
export const textColumn = z.string();
export const optionalTextColumn = z.string().nullable();

/** A JSON document of our own making. */
export const jsonColumn = z.string().transform((text): unknown => JSON.parse(text));

/** @throws when a row is not what the schema says: half of the rows would be a wrong number */
export function parseRows<S extends z.ZodType>(
  schema: S,
  rows: readonly unknown[],
): readonly z.output<S>[] {
  return rows.map((row) => schema.parse(row));
}
