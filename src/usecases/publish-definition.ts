import { err, ok, type Result } from '../domain/app-error';
import type { Definition } from '../domain/outcome/definition';
import { appendAudit, NO_AUDIT } from './append-audit';
import type { Deps } from './deps';
import { updateDesk } from './update-desk';

/**
 * Makes a definition the desk's own, as its next version, and has every ticket judged by it again.
 * Publishing what holds already changes nothing.
 *
 * @returns the version that holds now
 */
export async function publishDefinition(
  deps: Deps,
  { project, definition }: { readonly project: string; readonly definition: Definition },
): Promise<Result<number>> {
  const allowed = await deps.access.canAdministerDesk({ idOrKey: project });
  if (!allowed.ok) return allowed;
  const { deskId } = allowed.value;
  const before = await deps.store.readDesk(deskId);
  if (before === null) return err({ kind: 'not-found-or-not-permitted' });
  if (JSON.stringify(before.definition) === JSON.stringify(definition)) {
    return ok(before.definitionVersion);
  }
  const desk = await updateDesk(deps, deskId, (current) => ({
    ...current,
    definition,
    definitionVersion: current.definitionVersion + 1,
    rescore: { mark: deps.newMark(), after: '' },
  }));
  if (desk === null) return err({ kind: 'not-found-or-not-permitted' });
  const detail = JSON.stringify({ version: desk.definitionVersion, definition });
  const existing = (await deps.store.readAudit(deskId)).at(-1);
  await appendAudit(deps, [
    {
      subject: deskId,
      after:
        existing === undefined ? NO_AUDIT : { auditSeq: existing.seq, auditHash: existing.hash },
      drafts: [{ at: deps.clock.now(), action: 'definition-published', detail }],
    },
  ]);
  await deps.queue.push([{ kind: 'refresh-desk', deskId }]);
  return ok(desk.definitionVersion);
}
