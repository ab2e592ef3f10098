import type { Digest } from '../ports/digest';

const OWN_DOMAIN = /^([a-z0-9-]{1,32})\.service-now\.com$/;
const LONGEST_START = 23;
const HASH_DIGITS = 8;

/** `acme` of `acme.service-now.com`; of any other host its beginning and what tells it from others. */
export function connectionIdOf(host: string, { sha256 }: Pick<Digest, 'sha256'>): string {
  const [, instance] = OWN_DOMAIN.exec(host) ?? [];
  if (instance !== undefined) return instance;
  const start = host
    .toLowerCase()
    .replaceAll(/[^a-z0-9-]/g, '-')
    .slice(0, LONGEST_START);
  return `${start}-${sha256(host).slice(0, HASH_DIGITS)}`;
}
