import type { Result } from '../../../domain/app-error';
import type { EpochMs } from '../../../domain/time';
import type { ServiceNowTable } from './tables';

export interface TableQuery {
  readonly table: ServiceNowTable;
  /** Encoded, its order included: see `encoded-query`. */
  readonly query: string;
  /** Names, dot-walks included; a field that the account may not see is missing in the records. */
  readonly fields: readonly string[];
  readonly limit: number;
  /** Stored values (`false`, unless given), those that people see (`true`), or pairs of both (`all`). */
  readonly displayValue?: 'false' | 'true' | 'all';
}

export interface TablePage {
  readonly records: readonly Readonly<Record<string, unknown>>[];
  /** A next page is announced: a short page is not the last one, since access rules shorten pages in the middle. */
  readonly hasNext: boolean;
  /** Of the query, by the instance, hidden records included; null when it does not say. */
  readonly totalCount: number | null;
  /** The instance's own clock, of its `Date` header; null when it does not say. */
  readonly serverTime: EpochMs | null;
}

/** The requests that the app sends to an instance. */
export interface ServiceNowApi {
  readTable(query: TableQuery): Promise<Result<TablePage>>;
  /**
   * Never repeated by itself when the answer was lost, unless `isIdempotent`.
   *
   * @returns `gone` when there is no such record, or none that the account may see
   */
  updateRecord(
    table: ServiceNowTable,
    sysId: string,
    fields: Readonly<Record<string, string>>,
    options: { readonly isIdempotent: boolean },
  ): Promise<Result<'updated' | 'gone'>>;
}
