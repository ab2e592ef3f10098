import type { DeskLabel } from '../contract';
import type { DeskRow } from '../ports/score-store';

/** How calls name a desk, and how people do. */
export const deskLabel = ({
  key,
  name,
  source,
}: Pick<DeskRow, 'key' | 'name' | 'source'>): DeskLabel => ({ key, name: name ?? key, source });
