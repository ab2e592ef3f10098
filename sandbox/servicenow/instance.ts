import type { SandboxClock } from '../clock';
import { AccessRules } from './access-rules';
import { InstanceActing, type IncidentRef } from './acting';
import { failWith } from './fail-with';
import { InstanceFailures, type InstanceFailure } from './injected-failures';
import type { NewSnGroup, NewSnUser, OAuthClient, SnGroup, SnUser } from './people';
import { toInstanceTime } from './instance-time';
import { InstanceReading } from './reading';
import { importIncident, type ImportedIncident } from './records/import-incident';
import type { InstanceContext, Operation } from './rest/context';
import { readInstanceRequest, type InstanceRequest } from './rest/instance-request';
import { commonHeaders, respond } from './rest/respond';
import { Tokens } from './rest/tokens';
import type { NewField } from './schema/field';
import { InstanceStore } from './store';

export interface ServiceNowInstanceOptions {
  readonly clock: SandboxClock;
  /** e.g. `acme.service-now.com`. */
  readonly host: string;
  /** Milliseconds that the instance's own clock is ahead of the sandbox's; 0 without it. */
  readonly clockSkewMs?: number;
  /** Whether creations are audited (`glide.sys.audit_inserts`); false without it. */
  readonly auditsInserts?: boolean;
  /** Zone in which people are shown times; ServiceNow's own without it. */
  readonly timeZone?: string;
}

export interface AnsweredRequest {
  readonly method: string;
  readonly path: string;
  /** With its question mark; empty without one. */
  readonly query: string;
  readonly table: string | null;
  /** 0 when no answer was given. */
  readonly status: number;
}

/** What a Business Rule is told of an incident that changed. */
export interface InstanceChange {
  readonly table: 'incident';
  readonly sysId: string;
  readonly operation: Operation;
  /** `sys_updated_on`; of a deletion, its time. */
  readonly updatedOn: string;
  /** user_name. */
  readonly by: string;
}

const DEFAULT_TOKEN_LIFE_MS = 30 * 60_000;

/** A ServiceNow instance in memory. It has no time and no chance of its own. */
export class ServiceNowInstance {
  readonly host: string;
  readonly acting: InstanceActing;
  readonly reading: InstanceReading;
  /** What the instance keeps from its users. */
  readonly rules = new AccessRules();
  readonly #context: InstanceContext;
  readonly #failures = new InstanceFailures();
  readonly #requests: AnsweredRequest[] = [];
  readonly #listeners = new Set<(change: InstanceChange) => void>();

  constructor(options: ServiceNowInstanceOptions) {
    const { clock: sandbox, host, clockSkewMs = 0, auditsInserts = false } = options;
    const clock = { now: () => sandbox.now() + clockSkewMs };
    const store = new InstanceStore(clock);
    store.setProperty('glide.sys.audit_inserts', String(auditsInserts));
    this.host = host;
    this.#context = {
      store,
      clock,
      rules: this.rules,
      tokens: new Tokens(clock),
      timeZone: options.timeZone ?? 'America/Los_Angeles',
      auditsInserts,
      tell: (sysId, operation, by) => {
        this.#tell(sysId, operation, by);
      },
    };
    this.acting = new InstanceActing(this.#context);
    this.reading = new InstanceReading(store);
  }

  /** Answers a request of any client. Redirects are answers: whoever sends follows them or not. */
  async fetch(url: string, init: RequestInit = {}): Promise<Response> {
    const request = await readInstanceRequest(url, init);
    try {
      const response = await this.#answer(request, init.signal ?? null);
      this.#record(request, response.status);
      return response;
    } catch (error) {
      this.#record(request, 0);
      throw error;
    }
  }

  /** Every request so far, oldest first. */
  get requests(): readonly AnsweredRequest[] {
    return this.#requests;
  }

  addUser(user: NewSnUser): SnUser {
    return this.#context.store.addUser(user);
  }

  addGroup(group: NewSnGroup): SnGroup {
    return this.#context.store.addGroup(group);
  }

  /** A client of the client-credentials grant; it acts as that user. Tokens live half an hour. */
  addOAuthClient(client: Omit<OAuthClient, 'tokenLifeMs'> & Partial<OAuthClient>): void {
    const added = { tokenLifeMs: DEFAULT_TOKEN_LIFE_MS, ...client };
    this.#context.store.oauthClients.set(added.clientId, added);
  }

  /** Ends all access tokens. */
  revokeTokens(): void {
    this.#context.tokens.revokeAll();
  }

  /** A choice of incidents; a value that is known already gets the label. */
  addChoice(element: string, value: string, label: string): void {
    this.#context.store.addChoice({ table: 'incident', element, value, label });
  }

  /** A field of incidents, e.g. `u_ai_outcome`. */
  addField(name: string, type: NonNullable<NewField['type']> = 'string'): void {
    this.#context.store.addField({ name, type });
  }

  /** An incident with its whole past; no Business Rule is told. */
  importIncident(incident: ImportedIncident): IncidentRef {
    const { store, auditsInserts } = this.#context;
    const row = importIncident(store, incident, auditsInserts);
    return { sysId: row['sys_id'] ?? '', number: row['number'] ?? '' };
  }

  /** Business Rules: told after each change of an incident that was no import. */
  onChange(listener: (change: InstanceChange) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /** Has requests fail before or after they take effect, or loses their answers. */
  failRequests(failure: InstanceFailure): void {
    this.#failures.add(failure);
  }

  /** Whatever it was told to fail at and has not is forgotten. */
  endFailures(): void {
    this.#failures.clear();
  }

  async #answer(request: InstanceRequest, signal: AbortSignal | null): Promise<Response> {
    const failure = this.#failures.take(request);
    if (failure === null) return respond(request, this.#context);
    const answered = failure.when === 'after' ? respond(request, this.#context) : null;
    return failWith(failure.answer, {
      respond: () => answered ?? respond(request, this.#context),
      headers: commonHeaders(this.#context),
      signal,
    });
  }

  #record({ method, url, table }: InstanceRequest, status: number): void {
    this.#requests.push({ method, path: url.pathname, query: url.search, table, status });
  }

  #tell(sysId: string, operation: Operation, by: string): void {
    const row = this.#context.store.incidents.find(sysId);
    const updatedOn = row?.['sys_updated_on'] ?? toInstanceTime(this.#context.clock.now());
    for (const listener of this.#listeners) {
      listener({ table: 'incident', sysId, operation, updatedOn, by });
    }
  }
}

export const createServiceNowInstance = (options: ServiceNowInstanceOptions): ServiceNowInstance =>
  new ServiceNowInstance(options);
