import Lozenge, { type ThemeAppearance } from '@atlaskit/lozenge';

import type { QueueIssue, StatusCategory } from '../../../shell-api';

const APPEARANCES: Readonly<Record<StatusCategory, ThemeAppearance>> = {
  new: 'default',
  indeterminate: 'inprogress',
  done: 'success',
};

export function StatusLozenge({ status }: Pick<QueueIssue, 'status'>) {
  return <Lozenge appearance={APPEARANCES[status.category]}>{status.name}</Lozenge>;
}
