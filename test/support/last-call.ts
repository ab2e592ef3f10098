import type { World } from '../../sandbox/world';

/** How many SQL statements the last call of the app sent. */
export function statementsOfLastCall({ host }: World): number {
  const last = host.meter.lastInvocation();
  return (last?.sqlSelects ?? 0) + (last?.sqlWrites ?? 0);
}
