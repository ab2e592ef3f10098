import { nodeDigest } from '../../src/adapters/crypto/node-digest';
import { firstBrokenEntry } from '../../src/usecases/append-audit';
import type { World } from '../../sandbox/world';
import { storeOf } from './stored';

/** What the audit of a subject tells, after its chain was verified. */
export async function auditDetails(
  world: World,
  subject: string,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const entries = await storeOf(world).readAudit(subject);
  expect(firstBrokenEntry(entries, nodeDigest)).toBeNull();
  return entries.map(({ action, detail }) => ({
    action,
    ...(JSON.parse(detail) as Readonly<Record<string, unknown>>),
  }));
}
