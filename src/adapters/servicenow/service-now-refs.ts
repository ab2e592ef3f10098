/** No key or id of a Jira project holds a `-`. */
export const isServiceNowDeskKey = (idOrKey: string): boolean => /^sn-./.test(idOrKey);

/** `sn-` and the sys_id: no issue of Jira has a number of 32 digits. */
export const isServiceNowTicketRef = (idOrKey: string): boolean =>
  /^sn-[0-9a-f]{32}$/.test(idOrKey);

/** @param ref - that `isServiceNowTicketRef` takes for one */
export const ticketIdOfRef = (ref: string): string => `servicenow:${ref.slice('sn-'.length)}`;

/** Key of the desk behind an id of ours; null for one in Jira. */
export const deskKeyOfId = (deskId: string): string | null =>
  deskId.startsWith('servicenow:') ? deskId.slice('servicenow:'.length) : null;

/** Desk of the whole instance, or of one of its groups, mapped now or formerly. */
export const isDeskOfConnection = (deskKey: string, connectionId: string): boolean => {
  const whole = `sn-${connectionId}`;
  return deskKey.startsWith(whole) && /^(-[0-9a-f]{12})?$/.test(deskKey.slice(whole.length));
};
