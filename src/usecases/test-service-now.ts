import type { ServiceNowTest, TestServiceNowInput } from '../contract';
import { ok, type Result } from '../domain/app-error';
import type { Deps } from './deps';
import { lookAtInstance } from './look-at-instance';
import { isUsable } from './service-now-checks';

/** Says what of an instance is there and what is missing, by table, role and field. */
export async function testServiceNow(
  deps: Pick<Deps, 'access' | 'connections' | 'probe' | 'clock'>,
  input: TestServiceNowInput,
): Promise<Result<ServiceNowTest>> {
  const allowed = await deps.access.canAdministerSite();
  if (!allowed.ok) return allowed;
  const { checks } = await lookAtInstance(deps, input, await deps.connections.read());
  return ok({ isUsable: isUsable(checks), checks });
}
