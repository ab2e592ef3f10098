import type {
  Credential,
  CredentialSecrets,
  CredentialStore,
} from '../../src/ports/credential-store';

/** One credential with one secret, and an allowance without end. */
export function memoryCredentials(
  credential: Credential,
  secrets: CredentialSecrets,
): CredentialStore {
  const told = new Set<string>();
  const isIt = (credentialId: string): boolean => credentialId === credential.credentialId;
  const fixed = (): Promise<never> => Promise.reject(new Error('The credential stays as it is'));
  return {
    listCredentials: () => Promise.resolve([credential]),
    readCredential: (id) => Promise.resolve(isIt(id) ? credential : null),
    readSecrets: (id) => Promise.resolve(isIt(id) ? secrets : null),
    saveCredential: fixed,
    noteUse: () => Promise.resolve(),
    dropSecrets: fixed,
    rememberOnce(key) {
      const isNew = !told.has(key);
      told.add(key);
      return Promise.resolve(isNew);
    },
    forgetOnce(key) {
      told.delete(key);
      return Promise.resolve();
    },
    takeFromAllowance: () => Promise.resolve({ isTaken: true }),
  };
}
