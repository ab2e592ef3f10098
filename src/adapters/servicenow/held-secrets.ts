import type {
  ServiceNowSecret,
  ServiceNowSecrets,
  ServiceNowToken,
} from '../../ports/service-now-secrets';

/** A secret that was typed in and is not stored, with the token that it got. */
export function heldSecrets(secret: ServiceNowSecret): ServiceNowSecrets {
  let token: ServiceNowToken | null = null;
  const fixed = (): Promise<never> => Promise.reject(new Error('It is not to be stored'));
  return {
    readSecret: () => Promise.resolve(secret),
    saveSecret: fixed,
    dropSecret: fixed,
    readToken: () => Promise.resolve(token),
    saveToken: (_, next) => {
      token = next;
      return Promise.resolve();
    },
    dropToken: () => {
      token = null;
      return Promise.resolve();
    },
  };
}
