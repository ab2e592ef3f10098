import { ManualClock } from './clock';
import type { Chance } from './demo/chance';
import { bareAppId, SITE } from './forge/app/site';
import type { DeliveryOptions } from './forge/events/delivery';
import { createForgeHost, type ForgeHost, type LogLine } from './forge/host';
import type { Manifest } from './forge/manifest';
import type { Database } from './forge/sql/database';
import type { JiraLimits } from './jira/limits';
import type { AppModules } from './jira/setup';
import { createJiraSite, type JiraSite } from './jira/site';
import type { ServiceNowInstance } from './servicenow/instance';
import { createInstanceNetwork } from './servicenow/network';

/** The account under which the app acts on the site. */
export const APP_ACCOUNT_ID = '5f0000000000000000f00001';

export interface WorldOptions {
  /** The built app: dist/app/index.js. */
  readonly appFile: string;
  readonly manifest: Manifest;
  /** Closed with the world. */
  readonly database: Database;
  readonly chance: Chance;
  readonly startAtMs: number;
  readonly timeZone: string;
  readonly limits?: Partial<JiraLimits>;
  readonly delivery?: Partial<DeliveryOptions>;
  readonly onLog?: (line: LogLine) => void;
  /** Real milliseconds since any fixed moment; `performance.now` without it. */
  readonly elapsedMs?: () => number;
  /** Instances that the app may reach, on the world's clock; none without it. */
  readonly serviceNow?: (clock: ManualClock) => readonly ServiceNowInstance[];
}

/** A Jira site, the platform that runs the app on it, ServiceNow instances, and the one clock of all. */
export interface World {
  readonly clock: ManualClock;
  readonly site: JiraSite;
  readonly host: ForgeHost;
  readonly modules: AppModules;
  readonly serviceNow: readonly ServiceNowInstance[];
}

/** An empty site with the app loaded; `host.install()` installs it. */
export async function createWorld(options: WorldOptions): Promise<World> {
  const { manifest, database, chance, timeZone } = options;
  const clock = new ManualClock(options.startAtMs);
  const site = createJiraSite({
    clock,
    cloudId: SITE.cloudId,
    baseUrl: SITE.siteUrl,
    appAccountId: APP_ACCOUNT_ID,
    timeZone,
    ...(options.limits === undefined ? {} : { limits: options.limits }),
  });
  const serviceNow = options.serviceNow?.(clock) ?? [];
  const host = await createForgeHost({
    appFile: options.appFile,
    manifest,
    product: site,
    clock,
    database,
    chance,
    outbound: createInstanceNetwork(serviceNow, (url, init) => fetch(url, init)),
    ...(options.delivery === undefined ? {} : { delivery: options.delivery }),
    ...(options.onLog === undefined ? {} : { onLog: options.onLog }),
    ...(options.elapsedMs === undefined ? {} : { elapsedMs: options.elapsedMs }),
  });
  return { clock, site, host, modules: appModulesOf(manifest), serviceNow };
}

/** The custom fields and entity properties that the manifest declares, as a site knows them. */
function appModulesOf(manifest: Manifest): AppModules {
  const { modules } = manifest;
  const appId = bareAppId(manifest.app.id);
  return {
    fields: (modules['jira:customField'] ?? []).map((field) => ({
      moduleKey: String(field['key']),
      key: `ari:cloud:ecosystem::extension/${appId}/${SITE.environmentId}/static/${String(field['key'])}`,
      name: String(field['name']),
      type: 'string' as const,
    })),
    properties: (modules['jira:entityProperty'] ?? []).map((property) => ({
      propertyKey: String(property['propertyKey']),
      values: property['values'] as AppModules['properties'][number]['values'],
    })),
  };
}
