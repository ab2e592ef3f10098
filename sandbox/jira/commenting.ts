import { isReporter } from './access';
import type { OnIssue, SiteParts } from './acts';
import { JiraFault, noSuchIssue } from './fault';
import type { Asker, SiteComment, SiteIssue } from './model';

/** Comments on issues. Customers speak on their own requests, and always in public. */
export class SiteCommenting {
  constructor(private readonly parts: SiteParts) {}

  addComment(
    comment: OnIssue &
      Pick<SiteComment, 'body' | 'isPublic'> &
      Partial<Pick<SiteComment, 'document' | 'properties' | 'visibility'>>,
  ): { readonly id: string } {
    const { store, events, clock } = this.parts;
    const issue = this.#find(comment.issue);
    const asker = this.#asker(comment.by);
    const isAgent = this.#permissions(asker, issue).has('ADD_COMMENTS');
    if (!isAgent && !(isReporter(asker, issue) && comment.isPublic)) {
      throw new JiraFault(403, `${comment.by} may not comment on ${issue.key} in this way`);
    }
    const nowMs = clock.now();
    const added: SiteComment = {
      id: store.ids.next('comment'),
      atMs: nowMs,
      updatedMs: nowMs,
      authorAccountId: comment.by,
      isPublic: comment.isPublic,
      body: comment.body,
      document: comment.document ?? null,
      properties: comment.properties ?? {},
      visibility: comment.visibility ?? null,
    };
    issue.comments = [...issue.comments, added];
    this.#touch(issue);
    events.issueCommented(issue, added, comment.by, nowMs);
    return { id: added.id };
  }

  editComment(edit: OnIssue & { readonly commentId: string; readonly body: string }): void {
    const { issue, comment } = this.#mine(edit, 'EDIT_ALL_COMMENTS');
    const nowMs = this.parts.clock.now();
    const edited = { ...comment, body: edit.body, document: null, updatedMs: nowMs };
    issue.comments = issue.comments.map((other) => (other === comment ? edited : other));
    this.#touch(issue);
    this.parts.events.issueCommented(issue, edited, edit.by, nowMs);
  }

  deleteComment(target: OnIssue & { readonly commentId: string }): void {
    const { issue, comment } = this.#mine(target, 'DELETE_ALL_COMMENTS');
    issue.comments = issue.comments.filter((other) => other !== comment);
    this.#touch(issue);
    this.parts.events.commentDeleted(issue, comment, target.by, this.parts.clock.now());
  }

  /** An own comment, or any with the permission. */
  #mine({ by, issue: idOrKey, commentId }: OnIssue & { commentId: string }, permission: string) {
    const issue = this.#find(idOrKey);
    const comment = issue.comments.find(({ id }) => id === commentId);
    if (comment === undefined) throw new JiraFault(404, `commentId: ${commentId} does not exist`);
    const mayAll = this.#permissions(this.#asker(by), issue).has(permission);
    if (comment.authorAccountId === by || mayAll) return { issue, comment };
    throw new JiraFault(403, `${by} lacks ${permission} in ${issue.project.key}`);
  }

  #touch(issue: SiteIssue): void {
    issue.updatedMs = this.parts.clock.now();
    this.parts.store.touch();
  }

  #find(idOrKey: string): SiteIssue {
    const issue = this.parts.store.findIssue(idOrKey);
    if (issue === null) throw noSuchIssue();
    return issue;
  }

  #permissions(asker: Asker, issue: SiteIssue): ReadonlySet<string> {
    return this.parts.access.projectPermissions(asker, issue.project);
  }

  #asker(accountId: string): Asker {
    return accountId === this.parts.appAccountId ? { kind: 'app' } : { kind: 'user', accountId };
  }
}
