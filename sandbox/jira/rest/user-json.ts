import type { SiteStore } from '../store';
import { serviceDeskUserLinks } from './service-desk-page';
import { avatarUrls } from './entity-json';
import type { SiteUser } from '../model';

export const userJson = (user: SiteUser, baseUrl: string) => ({
  self: selfOf(user.accountId, baseUrl),
  accountId: user.accountId,
  accountType: user.accountType,
  avatarUrls: avatarUrls(`${baseUrl}/avatar/${encodeURIComponent(user.accountId)}`),
  displayName: user.displayName,
  active: user.active,
  timeZone: user.timeZone,
});

/** An account as issues embed it. One that was deleted keeps its id and nothing else. */
export function accountJson(store: SiteStore, accountId: string | null, baseUrl: string) {
  if (accountId === null) return null;
  const user = store.users.get(accountId);
  if (user !== undefined) return userJson(user, baseUrl);
  return {
    self: selfOf(accountId, baseUrl),
    accountId,
    accountType: 'unknown',
    displayName: 'Former user',
    active: false,
  };
}

/** An account as the service desk API embeds it. */
export function requesterJson(store: SiteStore, accountId: string, baseUrl: string) {
  const user = store.users.get(accountId);
  return {
    accountId,
    displayName: user?.displayName ?? 'Former user',
    active: user?.active ?? false,
    timeZone: user?.timeZone ?? store.timeZone,
    _links: serviceDeskUserLinks(accountId, baseUrl),
  };
}

const selfOf = (accountId: string, baseUrl: string) =>
  `${baseUrl}/rest/api/3/user?accountId=${encodeURIComponent(accountId)}`;
