import type { AccountIds } from '../../ports/account-ids';
import type { ChangeFeed } from '../../ports/change-feed';
import type { HandOffDesk } from '../../ports/hand-off-desk';
import type { ServiceNowConnection } from '../../ports/service-now-connections';
import type { TicketSource } from '../../ports/ticket-source';
import type { TicketTagger } from '../../ports/ticket-tagger';
import { createServiceNowApi } from './client/service-now-api';
import { createServiceNowAccountIds } from './service-now-account-ids';
import { createServiceNowChangeFeed } from './service-now-change-feed';
import { createServiceNowHandOffDesk } from './service-now-hand-off-desk';
import { createServiceNowTicketSource } from './service-now-ticket-source';
import { createServiceNowTicketTagger, type TaggerDeps } from './service-now-ticket-tagger';

type ApiDeps = Omit<Parameters<typeof createServiceNowApi>[0], 'connection'>;

export interface ServiceNow {
  readonly source: TicketSource;
  readonly feed: ChangeFeed;
  readonly tagger: TicketTagger;
  readonly handOffDesk: HandOffDesk;
  readonly accounts: AccountIds;
}

/** All that the app does with a connected instance. Without a connection, nothing is asked of anybody. */
export function createServiceNow(deps: Omit<TaggerDeps, 'openApi'> & ApiDeps): ServiceNow {
  const openApi = ({ connectionId, origin, auth }: ServiceNowConnection) =>
    createServiceNowApi({ ...deps, connection: { connectionId, origin, auth } });
  const own = { ...deps, openApi };
  return {
    source: createServiceNowTicketSource(own),
    feed: createServiceNowChangeFeed(own),
    tagger: createServiceNowTicketTagger(own),
    handOffDesk: createServiceNowHandOffDesk(own),
    accounts: createServiceNowAccountIds(own),
  };
}
