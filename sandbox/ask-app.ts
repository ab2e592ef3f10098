import type { AppError, ResolverContract, Result } from '../src/contract';
import type { ForgeHost } from './forge/host';

type Answer<K extends keyof ResolverContract> =
  ReturnType<ResolverContract[K]> extends Result<infer T> ? T : never;

/** The app refused: a bug of the sandbox, or a mistake of who asked. */
export class AppRefusal extends Error {
  readonly error: AppError;

  constructor(key: string, error: AppError) {
    super(`${key}: ${error.kind}${'issues' in error ? ` (${error.issues.join('; ')})` : ''}`);
    this.error = error;
  }
}

/**
 * Asks the app's resolver as a person, the way a panel does.
 *
 * @throws AppRefusal when the app says no
 */
export async function askApp<K extends keyof ResolverContract>(
  host: ForgeHost,
  key: K,
  payload: Parameters<ResolverContract[K]>[0],
  accountId: string,
): Promise<Answer<K>> {
  const result = (await host.invokeResolver({
    functionKey: 'resolver',
    key,
    payload,
    accountId,
    moduleKey: 'queue-page',
    moduleType: 'jiraServiceManagement:queuePage',
  })) as Result<Answer<K>>;
  if (!result.ok) throw new AppRefusal(key, result.error);
  return result.value;
}
