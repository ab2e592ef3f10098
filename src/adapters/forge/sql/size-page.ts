import { integerColumn } from './columns';
import type { SqlRow } from './forge-database';

/** The platform gives 4 MiB a response; quotes in documents are escaped once more, names are not counted. */
const CHARACTERS_PER_PAGE = 1_500_000;
const CHARACTERS_PER_ROW = 120;

/**
 * Rows with documents of any size, as many as fit into a response. Two columns tell what is left: `upto`,
 * the characters up to this row, and `whole`, those of all.
 *
 * @param select - columns and conditions, `document` among the columns
 * @param key - columns that put the rows in order, and no two alike
 */
export const sizePage = (
  { columns, from }: { readonly columns: string; readonly from: string },
  key: string,
): string => {
  const size = `CHAR_LENGTH(document) + ${CHARACTERS_PER_ROW}`;
  return `SELECT ${columns}, upto, whole FROM (
      SELECT ${columns}, ${size} AS size, SUM(${size}) OVER (ORDER BY ${key}) AS upto, SUM(${size}) OVER () AS whole
        FROM ${from}
    ) sized WHERE upto - size <= ${CHARACTERS_PER_PAGE}`;
};

/** The page's last row when others come after it; null: it was the last page. */
export function lastOfPage(rows: readonly SqlRow[]): SqlRow | null {
  let last: { readonly row: SqlRow; readonly upto: number } | null = null;
  for (const row of rows) {
    const upto = integerColumn.parse(row['upto']);
    if (last === null || upto > last.upto) last = { row, upto };
  }
  if (last === null || last.upto >= integerColumn.parse(last.row['whole'])) return null;
  return last.row;
}
