import Lozenge from '@atlaskit/lozenge';

import type { LozengeView } from '../prepare/outcome-look';

/** Outlined while the outcome is not final: the same word, less weight. */
export function OutcomeLozenge({ label, appearance, isOutlined }: LozengeView) {
  return (
    <span className={isOutlined ? 'lozenge lozenge-outlined' : 'lozenge'}>
      <Lozenge appearance={appearance}>{label}</Lozenge>
    </span>
  );
}
