import Lozenge from '@atlaskit/lozenge';

import { useTexts } from '../../shared/texts/use-texts';
import type { DeskView } from './prepare-comparison';

interface DeskCellProps {
  readonly desk: DeskView;
  readonly onOpen: () => void;
}

/** Which desk, of which kind, and what its figures lack. */
export function DeskCell({ desk, onOpen }: DeskCellProps) {
  const t = useTexts();
  const { name, kind, facts, warnings, isReference } = desk;
  return (
    <div className="desk-cell">
      <p className="desk-name">
        <button type="button" className="link-button" onClick={onOpen}>
          {name}
        </button>
        <Lozenge>{kind}</Lozenge>
        {isReference && <Lozenge appearance="inprogress">{t('global.isReference')}</Lozenge>}
      </p>
      <p className="score-basis">{facts.join(' · ')}</p>
      {warnings.map((warning) => (
        <p key={warning} className="desk-warning">
          {warning}
        </p>
      ))}
    </div>
  );
}
