import { ok, type Result } from '../domain/app-error';
import type { CredentialView, ExportedCredential, SettingsExport } from '../contract';
import type { DeskRow } from '../ports/score-store';
import type { ServiceNowConnection } from '../ports/service-now-connections';
import { credentialViews } from './credential-view';
import type { Deps } from './deps';
import { policyVersionsOf } from './policy-version';
import { versionsOf } from './settings-version';
import { toWirePolicyVersion } from './wire-policy';
import { toWireVersion } from './wire-settings';
import { iso } from './wire-time';

const VERSIONS_EXPORTED = 1_000;

/**
 * Everything that people have set, whole, for keeping elsewhere: one or two statements a desk, and
 * one for all of them.
 */
export async function exportSettings(
  deps: Pick<Deps, 'access' | 'store' | 'settings' | 'credentials' | 'connections' | 'clock'>,
): Promise<Result<SettingsExport>> {
  const allowed = await deps.access.canAdministerSite();
  if (!allowed.ok) return allowed;
  const now = deps.clock.now();
  const versions = async (desk: DeskRow) => {
    const stored = await deps.store.listSettingsVersions(desk.deskId, VERSIONS_EXPORTED);
    return versionsOf(desk, stored, now).map(toWireVersion);
  };
  const policyVersions = async (desk: DeskRow) => {
    if (desk.escalation === null) return [];
    const stored = await deps.store.listPolicyVersions(desk.deskId, VERSIONS_EXPORTED);
    return policyVersionsOf(desk, stored).map(toWirePolicyVersion);
  };
  const desks = [];
  for (const desk of await deps.store.listDesks()) {
    desks.push({
      projectKey: desk.key,
      version: desk.definitionVersion,
      overridePolicy: desk.overridePolicy,
      versions: await versions(desk),
      policyVersions: await policyVersions(desk),
    });
  }
  const actors = await deps.settings.readRegistry();
  const credentials = await deps.credentials.listCredentials();
  const connection = await deps.connections.read();
  return ok({
    format: 'firstline-settings',
    formatVersion: 1,
    exportedAt: iso(now),
    actors,
    credentials: credentialViews(credentials, actors, now).map(toExported),
    serviceNow: connection === null ? null : toExportedConnection(connection),
    desks,
  });
}

/** How its incidents are read; how the app gets in is no setting to take elsewhere. */
const toExportedConnection = ({
  origin,
  mapping,
  viewerGroups,
  version,
}: ServiceNowConnection): SettingsExport['serviceNow'] => ({
  address: origin,
  mapping,
  viewerGroups,
  version,
});

/** What was set, without what came of it. */
const toExported = (view: CredentialView): ExportedCredential => ({
  credentialId: view.credentialId,
  agentId: view.agentId,
  label: view.label,
  createdAt: view.createdAt,
  createdBy: view.createdBy,
  rotatedAt: view.rotatedAt,
  revokedAt: view.revokedAt,
  traceUrlTemplate: view.traceUrlTemplate,
});
