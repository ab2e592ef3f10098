import type { IssuedCredential } from '../contract';

/** What a sender shows: which credential it has, and that it knows the secret. Never stored or logged. */
export const issued = (credentialId: string, secret: string | null): IssuedCredential => ({
  credentialId,
  token: secret === null ? null : `${credentialId}.${secret}`,
});
