import { ok, type Result } from '../../../domain/app-error';
import type { EpochMs } from '../../../domain/time';
import type { ServiceNowSecrets } from '../../../ports/service-now-secrets';
import { createAccess, type Connection } from './access';
import { checkReply, readBody } from './read-answer';
import { readPage, recordSchema } from './read-page';
import { snSysId } from './record-values';
import {
  reasonOf,
  sendRepeatedly,
  USUAL_PATIENCE,
  type Patience,
  type Sending,
} from './send-repeatedly';
import type { Answer, Reply, ServiceNowRequest } from './send-request';
import { checkedTableAddress } from './table-address';
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

/** One for a connection and an invocation: it holds the token, and nothing beyond it does. */
export function createServiceNowApi(
  deps: Omit<Sending, 'patience'> & {
    readonly connection: Connection;
    readonly secrets: ServiceNowSecrets;
    /** Where somebody looks at a screen meanwhile, give less than the usual. */
    readonly patience?: Patience;
  },
): ServiceNowApi {
  const { connection, clock, log } = deps;
  const { origin } = connection;
  const sending: Sending = { ...deps, patience: deps.patience ?? USUAL_PATIENCE };
  const access = createAccess(connection, deps.secrets, sending);

  /** Authorised; anew when the instance refuses that, which it does before it does anything. */
  const send = async (request: Unauthorised, isRepeatable: boolean): Promise<Result<Reply>> => {
    const sendAs = (Authorization: string): Promise<Reply> => {
      const headers = { ...request.headers, Authorization };
      return sendRepeatedly({ ...request, headers }, isRepeatable, sending);
    };
    const authorised = await access.authorise();
    if (!authorised.ok) return authorised;
    const reply = await sendAs(authorised.value);
    if (reply.kind === 'no-answer' || reply.status !== 401) return ok(reply);
    const renewed = await access.renew(authorised.value);
    return renewed.ok ? ok(await sendAs(renewed.value)) : renewed;
  };

  const ask = async (
    table: ServiceNowTable,
    request: Unauthorised,
    isRepeatable: boolean,
  ): Promise<Result<Answer>> => {
    const sent = await send(request, isRepeatable);
    const answered = sent.ok ? checkReply(sent.value, { origin, table, now: clock.now() }) : sent;
    if (!answered.ok) {
      const reply = sent.ok ? reasonOf(sent.value) : null;
      log.warn('servicenow.request-failed', { table, reply, reason: answered.error.kind });
    }
    return answered;
  };

  return {
    async readTable(query) {
      const url = origin + checkedTableAddress(query);
      const answered = await ask(
        query.table,
        { method: 'GET', url, headers: {}, body: null },
        true,
      );
      return answered.ok ? readPage(answered.value, query.table) : answered;
    },

    async updateRecord(table, sysId, fields, { isIdempotent }) {
      const path = `/api/now/table/${table}/${snSysId.parse(sysId)}`;
      const answered = await ask(
        table,
        {
          method: 'PATCH',
          url: `${origin}${path}?sysparm_fields=sys_id`,
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify(fields),
        },
        isIdempotent,
      );
      if (!answered.ok) return answered;
      if (answered.value.status === 404) return ok('gone');
      const read = readBody(answered.value, recordSchema);
      return read.ok ? ok('updated') : read;
    },
  };
}

type Unauthorised = Omit<ServiceNowRequest, 'timeoutMs'>;
