import { ok, type Result } from '../../domain/app-error';
import { SECOND_MS, type EpochMs } from '../../domain/time';
import type { Clock } from '../../ports/clock';
import type {
  InstanceAccess,
  InstanceProbe,
  ProbedTable,
  TableLook,
} from '../../ports/instance-probe';
import type { Logger } from '../../ports/logger';
import { encodedQuery, isQueryValue, where } from './client/encoded-query';
import { readInstanceAddress } from './client/instance-address';
import { snText } from './client/record-values';
import { createRequestAllowance } from './client/request-allowance';
import { createServiceNowApi, type ServiceNowApi, type TablePage } from './client/service-now-api';
import { heldSecrets } from './held-secrets';
import { readInstanceChoices } from './read-instance-choices';

interface ProbeDeps {
  readonly clock: Clock;
  readonly pause: (ms: number) => Promise<void>;
  readonly random: () => number;
  readonly log: Logger;
}

/** Somebody waits, and a resolver has 25 seconds for three requests in a row. */
const PATIENCE = { timeoutMs: 6 * SECOND_MS, repeats: 0, longestWaitMs: 0 };
const REQUESTS_PER_MINUTE = 100;
/** Only tells one api's keys from another's; nothing is stored under it. */
const UNSTORED = 'probe';

/** Looks at an instance with credentials that are kept in memory alone. */
export function createInstanceProbe(deps: ProbeDeps): InstanceProbe {
  const open = ({ origin, secret }: InstanceAccess): ServiceNowApi =>
    createServiceNowApi({
      ...deps,
      connection: { connectionId: UNSTORED, origin, auth: secret.kind },
      secrets: heldSecrets(secret),
      allowance: createRequestAllowance({ clock: deps.clock, perMinute: REQUESTS_PER_MINUTE }),
      patience: PATIENCE,
    });

  return {
    readAddress: (typed, { hasOwnDomain }) =>
      readInstanceAddress(typed, { approvedHosts: hasOwnDomain ? hostsOf(typed) : [] }),

    async look(access, { fields, userName }) {
      const api = open(access);
      const lookAt = async (table: ProbedTable, query: string): Promise<Look> => {
        const page = await api.readTable({ table, query, fields: fields[table], limit: 1 });
        return { table, page, seen: seenOn(page, fields[table]) };
      };
      const incident = await lookAt('incident', 'ORDERBYDESCsys_updated_on');
      if (isObstacle(incident.page)) return { tables: [toTableLook(incident)], serverTime: null };
      const about = sysIdOn(incident.page);
      const others = await Promise.all([
        lookAt('sys_audit', auditOf(about)),
        lookAt('sys_audit_delete', 'tablename=incident'),
        lookAt('sys_journal_field', about === null ? '' : equals('element_id', about)),
        lookAt('task_sla', about === null ? '' : equals('task', about)),
        lookAt('sys_user', isQueryValue(userName) ? equals('user_name', userName) : NOBODY),
        lookAt('sys_user_group', ''),
        lookAt('sys_choice', 'name=incident^element=state'),
      ]);
      return {
        tables: [incident, ...others].map(toTableLook),
        serverTime: serverTimeOf([incident, ...others]),
      };
    },

    readChoices: (access) => readInstanceChoices(open(access)),
  };
}

interface Look extends TableLook {
  readonly page: Result<TablePage>;
}

const NOBODY = 'user_nameISEMPTY';

const toTableLook = ({ table, seen }: Look): TableLook => ({ table, seen });

const equals = (field: string, value: string): string => encodedQuery([where(field, '=', value)]);

/** Of one incident: the table has no end, and nobody is to count it. */
const auditOf = (incidentId: string | null): string =>
  incidentId === null
    ? 'tablename=incident'
    : encodedQuery([where('documentkey', '=', incidentId), where('tablename', '=', 'incident')]);

/** Nothing else is worth asking: it cannot be reached, or does not let the account in. */
const isObstacle = (page: Result<TablePage>): boolean =>
  !page.ok &&
  !(
    page.error.kind === 'source-refused' &&
    (page.error.refusal === 'role' || page.error.refusal === 'table')
  );

function seenOn(page: Result<TablePage>, asked: readonly string[]): TableLook['seen'] {
  if (!page.ok) return page;
  const { records, totalCount } = page.value;
  const [record] = records;
  return ok({
    fields: record === undefined ? null : asked.filter((field) => isSeen(record, field)),
    hasHiddenRows: record === undefined && (totalCount ?? 0) > 0,
  });
}

/** What is reached through an empty reference is not there, and not hidden. */
function isSeen(record: TablePage['records'][number], field: string): boolean {
  if (Object.hasOwn(record, field)) return true;
  const [reference = ''] = field.split('.');
  return reference !== field && record[reference] === '';
}

function sysIdOn(page: Result<TablePage>): string | null {
  const read = page.ok ? snText.safeParse(page.value.records[0]?.['sys_id']) : null;
  return read?.success === true ? read.data : null;
}

const serverTimeOf = (looks: readonly Look[]): EpochMs | null =>
  looks.flatMap(({ page }) => (page.ok ? (page.value.serverTime ?? []) : [])).at(-1) ?? null;

/** As the parser of addresses reads it; none where there is none. */
function hostsOf(typed: string): readonly string[] {
  const text = typed.trim();
  const address = text.includes('://') ? text : `https://${text}`;
  return URL.canParse(address) ? [new URL(address).hostname] : [];
}
