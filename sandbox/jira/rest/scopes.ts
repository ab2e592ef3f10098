const READS_BY_POST = /\/(search\/|bulkfetch$)/;

/**
 * The classic scope that Jira demands for a request; null where it asks for none.
 *
 * @param template - of the endpoint, e.g. `/rest/api/3/issue/{issue}`
 */
export function scopeOf(method: string, template: string): string | null {
  if (/\/(serverInfo|info|permissions\/check)$|\/app\/field\//.test(template)) return null;
  const isRead = method === 'GET' || (method === 'POST' && READS_BY_POST.test(template));
  const access = isRead ? 'read' : 'write';
  if (/\/(myself$|user$|user\/|groups?\/)/.test(template)) return `${access}:jira-user`;
  // Queues and SLAs are told with the scope for issues, the rest of a desk with its own.
  const isOfDesk =
    template.startsWith('/rest/servicedeskapi/') && !/\/(queue|sla)\b/.test(template);
  return isOfDesk ? `${access}:servicedesk-request` : `${access}:jira-work`;
}
