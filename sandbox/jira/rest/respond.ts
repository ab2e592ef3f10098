import type { ProductRequest, ProductResponse } from '../../forge/product';
import { JiraFault } from '../fault';
import type { Asker } from '../model';
import type { EndpointReply, SiteContext } from './endpoint';
import { route } from './router';

const IDENTITY_POINTS = 2;

/** One request from admission to response. A bug throws; a refusal is answered as Jira words it. */
export function respond(request: ProductRequest, site: SiteContext): ProductResponse {
  const isFree = request.isFromPanel === true;
  const { pathname, searchParams } = new URL(request.path, site.baseUrl);
  try {
    const { endpoint, params } = route(request.method.toUpperCase(), pathname);
    const asker = askerOf(request, site);
    site.limiter.admit(endpoint.method, endpoint.template, { isFree });
    const reply = endpoint.handle({
      site,
      asker,
      accountId: asker.kind === 'app' ? site.appAccountId : asker.accountId,
      query: searchParams,
      body: request.body,
      param(name) {
        const value = params.get(name);
        if (value === undefined) throw new Error(`${endpoint.template} has no {${name}}`);
        return value;
      },
    });
    const points = isFree ? 0 : pointsOf(reply);
    site.limiter.charge(points);
    return { response: toResponse(reply.status, reply.body, site, reply.headers), points };
  } catch (error) {
    if (!(error instanceof JiraFault)) throw error;
    // A refused request costs its call; one that a limit kept out costs nothing.
    const points = isFree || error.status === 429 ? 0 : 1;
    site.limiter.charge(points);
    const body = pathname.startsWith('/rest/servicedeskapi')
      ? serviceDeskError(error)
      : platformError(error);
    return { response: toResponse(error.status, body, site, error.headers), points };
  }
}

function askerOf({ caller }: ProductRequest, site: SiteContext): Asker {
  if (caller.provider === 'app') return { kind: 'app' };
  const user = caller.accountId === null ? undefined : site.store.users.get(caller.accountId);
  if (caller.provider === 'user' && user?.active === true) {
    return { kind: 'user', accountId: user.accountId };
  }
  throw new JiraFault(401, 'Client must be authenticated to access this resource.');
}

const pointsOf = ({ coreObjects = 0, identityObjects = 0 }: EndpointReply): number =>
  1 + coreObjects + IDENTITY_POINTS * identityObjects;

const platformError = ({ message, errors }: JiraFault) => ({
  errorMessages: message === '' ? [] : [message],
  errors,
});

const serviceDeskError = ({ message }: JiraFault) => ({
  errorMessage: message,
  i18nErrorMessage: { i18nKey: 'sd.error', parameters: [] },
});

export function toResponse(
  status: number,
  body: unknown,
  site: SiteContext,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const text = body === undefined ? null : JSON.stringify(body);
  const type: Readonly<Record<string, string>> =
    text === null ? {} : { 'Content-Type': 'application/json;charset=UTF-8' };
  return new Response(text, {
    status,
    headers: { ...type, ...site.limiter.headers(), ...headers },
  });
}
