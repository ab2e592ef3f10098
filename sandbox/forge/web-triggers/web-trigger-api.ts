import { z } from 'zod';

import type { SandboxClock } from '../../clock';
import { SITE } from '../app/site';
import { PlatformError } from '../platform-error';
import { RateLimit } from '../rate-limit';
import type { WebTriggerUrls } from './web-trigger-urls';

const requestSchema = z.object({ query: z.string(), variables: z.unknown() });
const createSchema = z.object({
  input: z.object({ triggerKey: z.string(), contextId: z.string(), envId: z.string() }),
  forceCreate: z.boolean().nullish(),
});
const deleteSchema = z.object({ id: z.string() });

const MINUTE_MS = 60_000;

/** What `webTrigger` of @forge/api asks of Atlassian's GraphQL gateway. */
export class WebTriggerApi {
  readonly #urls: WebTriggerUrls;
  readonly #limits: Readonly<Record<'get' | 'create' | 'delete', RateLimit>>;

  /** @param clock - what rates are measured by */
  constructor(urls: WebTriggerUrls, clock: SandboxClock) {
    this.#urls = urls;
    this.#limits = {
      get: new RateLimit(clock, 1_000, MINUTE_MS),
      create: new RateLimit(clock, 500, MINUTE_MS),
      delete: new RateLimit(clock, 500, MINUTE_MS),
    };
  }

  /** Null when the request is not one of this API. */
  handle(path: string, body: string): Response | null {
    if (path !== '/graphql') return null;
    const { query, variables } = requestSchema.parse(JSON.parse(body));
    switch (/\bforge_app_(\w+)/.exec(query)?.[1]) {
      case 'createWebTriggerUrl':
        this.#take('create');
        return this.#create(createSchema.parse(variables));
      case 'webTriggerUrlsByAppContext':
        this.#take('get');
        return data({
          webTriggerUrlsByAppContext: this.#urls.all().map((url) => ({
            triggerKey: url.module.key,
            url: this.#urls.addressOf(url),
          })),
        });
      case 'deleteWebTriggerUrl':
        this.#take('delete');
        return this.#delete(deleteSchema.parse(variables).id);
      default:
        return null;
    }
  }

  #create({ input, forceCreate }: z.infer<typeof createSchema>): Response {
    const isOurs = input.contextId === SITE.installContext && input.envId === SITE.environmentId;
    const url = isOurs ? this.#urls.create(input.triggerKey, forceCreate ?? false) : null;
    if (url === null) {
      const message = `There is no web trigger '${input.triggerKey}' in this installation`;
      return Response.json({ data: { createWebTriggerUrl: null }, errors: [{ message }] });
    }
    return data({ createWebTriggerUrl: { url: this.#urls.addressOf(url) } });
  }

  #delete(id: string): Response {
    const success = this.#urls.delete(id);
    const message = success ? null : 'There is no such web trigger URL';
    return data({ deleteWebTriggerUrl: { success, message } });
  }

  #take(what: 'get' | 'create' | 'delete'): void {
    if (this.#limits[what].take()) return;
    throw new PlatformError(429, 'TOO_MANY_REQUESTS', `Too many requests to ${what} URLs a minute`);
  }
}

const data = (value: object): Response => Response.json({ data: value });
