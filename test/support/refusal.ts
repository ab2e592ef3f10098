import { AppRefusal, askApp } from '../../sandbox/ask-app';
import type { World } from '../../sandbox/world';
import type { AppError, ResolverContract } from '../../src/contract';

/** What the app refuses a person's question with; null when it answers. */
export async function refusalOf<K extends keyof ResolverContract>(
  { host }: World,
  key: K,
  payload: Parameters<ResolverContract[K]>[0],
  accountId: string,
): Promise<AppError | null> {
  try {
    await askApp(host, key, payload, accountId);
    return null;
  } catch (error) {
    if (error instanceof AppRefusal) return error.error;
    throw error;
  }
}
