import { jiraTime } from '../jira-time';
import type { SiteComment, SiteIssue } from '../model';
import type { SiteContext } from './endpoint';
import { textDocument } from './text-document';
import { accountJson } from './user-json';

/** A comment of the platform API; `sd.public.comment` is how JSM marks an internal one. */
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
    body: textDocument(comment.body),
    created: jiraTime(comment.atMs),
    updated: jiraTime(comment.updatedMs),
    ...(isRequest ? { jsdPublic: comment.isPublic } : {}),
    ...(withProperties
      ? {
          properties: isRequest
            ? [{ key: 'sd.public.comment', value: { internal: !comment.isPublic } }]
            : [],
        }
      : {}),
  };
}
