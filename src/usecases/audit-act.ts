import { appendAudit, endOf } from './append-audit';
import type { Deps } from './deps';

/** The site itself as a subject of the audit: what concerns every desk. */
export const SITE = 'site';

/** A desk as a subject: without the prefix, a project would share its chain with the issue of its id. */
export const deskSubject = (deskId: string): string => `desk:${deskId}`;

/** Appends what a person did to the chain of a desk or of the site; two statements. */
export async function auditAct(
  deps: Pick<Deps, 'store' | 'digest' | 'clock'>,
  subject: string,
  { action, detail }: { readonly action: string; readonly detail: object },
): Promise<void> {
  const after = endOf(await deps.store.readAudit(subject));
  const draft = { at: deps.clock.now(), action, detail: JSON.stringify(detail) };
  await appendAudit(deps, [{ subject, after, drafts: [draft] }]);
}
