export type CsvValue = string | number | boolean | null;

export interface CsvTable {
  readonly fields: readonly string[];
  readonly rows: readonly (readonly CsvValue[])[];
}

/** A spreadsheet must not run what somebody wrote into a ticket: formulas become text. */
export async function toCsv({ fields, rows }: CsvTable): Promise<string> {
  const { unparse } = await import('papaparse');
  return unparse(
    { fields: [...fields], data: rows.map((row) => [...row]) },
    { escapeFormulae: true, newline: '\r\n' },
  );
}
