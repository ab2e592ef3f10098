import { createHash } from 'node:crypto';

import { bareAppId, SITE } from '../app/site';
import type { Manifest, WebTriggerModule } from '../manifest-schema';

export interface WebTriggerUrl {
  readonly id: string;
  readonly module: WebTriggerModule;
}

/** The addresses of an installation's web triggers: made when asked for, stable from then on. */
export class WebTriggerUrls {
  readonly #manifest: Manifest;
  readonly #urls = new Map<string, WebTriggerUrl>();
  #count = 0;
  #baseUrl: string | null = null;

  constructor(manifest: Manifest) {
    this.#manifest = manifest;
  }

  /** From now on all addresses lie under this one, where something serves them. */
  serveAt(baseUrl: string): void {
    this.#baseUrl = baseUrl.replace(/\/$/, '');
  }

  /** The module's latest address, or a further one; null when the manifest has no such module. */
  create(moduleKey: string, forceCreate = false): WebTriggerUrl | null {
    const module = this.#manifest.modules.webtrigger.find(({ key }) => key === moduleKey);
    if (module === undefined) return null;
    const known = this.all().findLast((each) => each.module === module);
    if (known !== undefined && !forceCreate) return known;
    this.#count += 1;
    const name = `${this.#manifest.app.id}/${SITE.installationId}/${moduleKey}/${this.#count}`;
    const id = createHash('sha256').update(name).digest('base64url').slice(0, 27);
    const created = { id, module };
    this.#urls.set(id, created);
    return created;
  }

  find(id: string): WebTriggerUrl | null {
    return this.#urls.get(id) ?? null;
  }

  all(): readonly WebTriggerUrl[] {
    return [...this.#urls.values()];
  }

  /** False when there was none. */
  delete(id: string): boolean {
    return this.#urls.delete(id);
  }

  addressOf({ id, module }: WebTriggerUrl): string {
    return `${this.#baseUrl ?? this.#platformUrl(module)}${pathOf({ id, module })}`;
  }

  #platformUrl({ urlFormat }: WebTriggerModule): string {
    return urlFormat === 'v2'
      ? `https://${SITE.installationId}.webtrigger.atlassian.app`
      : `https://${bareAppId(this.#manifest.app.id)}.hello.atlassian-dev.net`;
  }
}

export const pathOf = ({ id, module }: WebTriggerUrl): string =>
  module.urlFormat === 'v2' ? `/public/${id}` : `/x1/${id}`;

/** The id and the rest of an address's path; null for any other path. */
export function readPath(pathname: string): { readonly id: string; readonly rest: string } | null {
  const [, id, rest = ''] = /^\/(?:public|x1)\/([^/]+)(\/.*)?$/.exec(pathname) ?? [];
  return id === undefined ? null : { id, rest };
}
