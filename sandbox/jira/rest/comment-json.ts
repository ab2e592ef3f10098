import { jiraTime } from '../jira-time';
import type { SiteComment, SiteIssue } from '../model';
import type { SiteContext } from './endpoint';
import { textDocument } from './text-document';
import { accountJson } from './user-json';

/** How JSM marks an internal comment. */
export const PUBLIC_PROPERTY = 'sd.public.comment';

/** A comment of the platform API. */
export function commentJson(
  issue: SiteIssue,
  comment: SiteComment,
  { site, withProperties }: { readonly site: SiteContext; readonly withProperties: boolean },
) {
  const author = accountJson(site.store, comment.authorAccountId, site.baseUrl);
  const isRequest = issue.project.projectTypeKey === 'service_desk';
  return {
    self: `${site.baseUrl}/rest/api/3/issue/${issue.id}/comment/${comment.id}`,
    id: comment.id,
    ...(author === null ? {} : { author, updateAuthor: author }),
    body: comment.document ?? textDocument(comment.body),
    created: jiraTime(comment.atMs),
    updated: jiraTime(comment.updatedMs),
    ...(isRequest ? { jsdPublic: comment.isPublic } : {}),
    ...(comment.visibility === null
      ? {}
      : { visibility: { ...comment.visibility, identifier: comment.visibility.value } }),
    ...(withProperties
      ? {
          properties: [
            ...(isRequest
              ? [{ key: PUBLIC_PROPERTY, value: { internal: !comment.isPublic } }]
              : []),
            ...Object.entries(comment.properties).map(([key, value]) => ({ key, value })),
          ],
        }
      : {}),
  };
}
