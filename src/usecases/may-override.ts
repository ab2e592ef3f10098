import type { DeskRoles } from '../ports/desk-access';
import type { DeskRow } from '../ports/score-store';

/** Project administrators always; agents where the desk lets them. */
export const mayOverride = (
  { isProjectAdministrator, isAgent }: DeskRoles,
  { overridePolicy }: Pick<DeskRow, 'overridePolicy'>,
): boolean => isProjectAdministrator || (isAgent && overridePolicy === 'agents');
