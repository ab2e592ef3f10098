import { InstanceFault } from '../fault';
import type { Table } from '../table';
import { authenticate } from './authenticate';
import type { InstanceAnswer, InstanceContext, SnUser } from './context';
import { readTablePath, type InstanceRequest } from './instance-request';
import { answerList } from './list-endpoint';
import { answerInsert, answerRecord, answerUpdate } from './record-endpoints';
import { answerToken } from './token-endpoint';

/** What web servers in front of an instance take as one line. */
const LONGEST_ADDRESS = 8_190;

/** The instance's answer to any request. */
export function respond(request: InstanceRequest, context: InstanceContext): Response {
  try {
    return toResponse(answer(request, context), context);
  } catch (error) {
    if (!(error instanceof InstanceFault)) throw error;
    const { status, message, detail, headers } = error;
    const body = { error: { message, detail }, status: 'failure' };
    return toResponse({ status, body, headers }, context);
  }
}

function answer(request: InstanceRequest, context: InstanceContext): InstanceAnswer {
  const { url } = request;
  if (url.href.length - url.origin.length > LONGEST_ADDRESS) {
    throw new InstanceFault(414, 'URI too long', null);
  }
  if (url.pathname === '/oauth_token.do') return answerToken(request, context);
  const path = readTablePath(url.pathname);
  if (path === null) {
    const detail = `Requested URI does not represent any resource: ${url.pathname}`;
    throw new InstanceFault(400, 'Requested URI does not represent any resource', detail);
  }
  const user = authenticate(request.headers, context);
  const table = mustFindTable(path.table, user, context);
  const { sysId } = path;
  switch (`${request.method} ${sysId === null ? 'list' : 'record'}`) {
    case 'GET list':
      return answerList(request, table, user, context);
    case 'POST list':
      return answerInsert(request, table, user, context);
    case 'GET record':
      return answerRecord(request, { table, sysId: sysId ?? '' }, user, context);
    case 'PATCH record':
      return answerUpdate(request, { table, sysId: sysId ?? '' }, user, context);
    default:
      throw new InstanceFault(405, 'Method not allowed', `${request.method} is not simulated`);
  }
}

function mustFindTable(name: string, user: SnUser, { store, rules }: InstanceContext): Table {
  const table = rules.isRemoved(name) ? null : store.findTable(name);
  if (table === null) throw new InstanceFault(400, `Invalid table ${name}`, null);
  if (!rules.mayReadTable(table.name, user)) {
    throw new InstanceFault(403, 'User Not Authorized', 'Failed API level ACL Validation');
  }
  return table;
}

export function toResponse(
  { status, body, headers = {} }: InstanceAnswer,
  context: InstanceContext,
): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      ...commonHeaders(context),
      'Content-Type': 'application/json;charset=UTF-8',
      ...headers,
    },
  });
}

/** Headers of whatever the instance answers. */
export const commonHeaders = ({ clock }: InstanceContext): Readonly<Record<string, string>> => ({
  Date: new Date(clock.now()).toUTCString(),
  Server: 'ServiceNow',
  'X-Is-Logged-In': 'true',
});
