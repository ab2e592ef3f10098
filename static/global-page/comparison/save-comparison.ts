import type { DeskComparison } from '../../../src/contract';
import { saveFile } from '../../project-page/csv/save-file';
import { toCsv } from '../../project-page/csv/to-csv';
import { comparisonCsv } from './comparison-csv';

/** Gives the comparison to the browser as a file to keep. */
export async function saveComparison({ desks, periodDays, asOf }: DeskComparison): Promise<void> {
  const text = await toCsv(comparisonCsv(desks));
  saveFile(`firstline_desks_${String(periodDays)}-days_${asOf.slice(0, 10)}.csv`, text);
}
