import type {
  ServiceNowSecret,
  ServiceNowSecrets,
  ServiceNowToken,
} from '../../src/ports/service-now-secrets';

/** Secrets of connections in memory; `tokens` can be looked into. */
export function memoryServiceNowSecrets(
  first: Readonly<Record<string, ServiceNowSecret>> = {},
): ServiceNowSecrets & { readonly tokens: ReadonlyMap<string, ServiceNowToken> } {
  const secrets = new Map(Object.entries(first));
  const tokens = new Map<string, ServiceNowToken>();
  return {
    tokens,
    readSecret: async (id) => secrets.get(id) ?? null,
    async saveSecret(id, secret) {
      secrets.set(id, secret);
      tokens.delete(id);
    },
    async dropSecret(id) {
      secrets.delete(id);
      tokens.delete(id);
    },
    readToken: async (id) => tokens.get(id) ?? null,
    async saveToken(id, token) {
      tokens.set(id, token);
    },
    async dropToken(id) {
      tokens.delete(id);
    },
  };
}
