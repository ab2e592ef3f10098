import type { SaveServiceNowMappingInput } from '../contract';
import { err, ok, type Result } from '../domain/app-error';
import type { IncidentMapping } from '../domain/timeline/incident-mapping';
import { serviceNowDeskId, type ServiceNowConnection } from '../ports/service-now-connections';
import { auditAct, SITE } from './audit-act';
import { beginReading, type BeginDeps } from './begin-reading';
import type { Deps } from './deps';
import { readAgain } from './read-again';
import { mappedDesks } from './service-now-desks';
import type { Viewer } from './viewer';

type SaveDeps = BeginDeps & Pick<Deps, 'access' | 'connections' | 'digest'>;

/**
 * Says anew what an instance's states mean, which groups are desks, and what is written back. Where that
 * changes timelines the history is read again; nothing is lost meanwhile. A crash in between has it
 * read for nothing at worst.
 */
export async function saveServiceNowMapping(
  deps: SaveDeps,
  { mapping, viewerGroups, basedOnVersion }: SaveServiceNowMappingInput,
  { accountId }: Viewer,
): Promise<Result<number>> {
  const allowed = await deps.access.canAdministerSite();
  if (!allowed.ok) return allowed;
  const stored = await deps.connections.read();
  if (stored?.version !== basedOnVersion) return err({ kind: 'conflict' });
  const next: ServiceNowConnection = {
    ...stored,
    mapping,
    viewerGroups,
    writesBackSince:
      mapping.verdictField === null ? null : (stored.writesBackSince ?? deps.clock.now()),
    version: stored.version + 1,
  };
  await auditAct(deps, SITE, {
    action: 'servicenow-mapping-saved',
    detail: { accountId, connectionId: stored.connectionId, ...inBrief(next) },
  });
  const isAnew = readingOf(stored.mapping) !== readingOf(mapping);
  if (isAnew) {
    await readAgain(
      deps,
      mappedDesks(stored).map(({ deskKey }) => serviceNowDeskId(deskKey)),
    );
  }
  if ((await deps.connections.save(next)) === 'conflict') return err({ kind: 'conflict' });
  if (isAnew) await beginReading(deps, next, { isAnew });
  return ok(next.version);
}

/** What of a mapping timelines are made with. Labels are part of it: they are the names of statuses. */
const readingOf = ({ states, pausingHoldReasons, groups }: IncidentMapping): string =>
  JSON.stringify([
    states.map(({ value, label, category, paused }) => [value, label, category, paused]),
    [...pausingHoldReasons].sort(),
    groups.map(({ sysId, name }) => [sysId, name]),
  ]);

/** For the audit: what was set, in ids and values. */
const inBrief = ({ mapping, viewerGroups, version }: ServiceNowConnection) => ({
  version,
  states: mapping.states.map(
    ({ value, category, paused }) => `${value}:${category}${paused ? ':paused' : ''}`,
  ),
  pausingHoldReasons: mapping.pausingHoldReasons,
  groups: mapping.groups.map(({ sysId }) => sysId),
  verdictField: mapping.verdictField,
  writesWorkNotes: mapping.writesWorkNotes,
  viewerGroups: viewerGroups.map(({ groupId }) => groupId),
});
