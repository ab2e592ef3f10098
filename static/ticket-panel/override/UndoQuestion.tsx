import Button from '@atlaskit/button/new';
import { useEffect, useRef, type KeyboardEvent } from 'react';

import type { TicketVerdict } from '../../../src/contract';
import { ActFailure } from '../../shared/form/ActFailure';
import { usePanel } from '../../shared/panel';
import { useTexts } from '../../shared/texts/use-texts';
import { usePanelAct } from '../../shared/use-panel-act';

interface UndoQuestionProps {
  readonly issue: string;
  readonly onClose: () => void;
  readonly onDone: (verdict: TicketVerdict) => void;
}

const QUESTION = 'undo-question';

/** Asks once before what was set by hand is taken back. */
export function UndoQuestion({ issue, onClose, onDone }: UndoQuestionProps) {
  const { client } = usePanel();
  const t = useTexts();
  const act = usePanelAct(client.undoOverride, onDone);
  const confirm = useRef<HTMLButtonElement>(null);
  useEffect(() => confirm.current?.focus(), []);
  const closeOnEscape = ({ key }: KeyboardEvent): void => {
    if (key === 'Escape' && !act.isRunning) onClose();
  };

  return (
    <div
      className="override-form"
      role="group"
      aria-labelledby={QUESTION}
      onKeyDown={closeOnEscape}
    >
      <p id={QUESTION}>{t('ticket.override.undoQuestion')}</p>
      {act.failure !== null && <ActFailure failure={act.failure} subject="ticket" />}
      <div className="form-actions">
        <Button
          ref={confirm}
          appearance="warning"
          isDisabled={act.isRunning}
          onClick={() => act.run({ issue })}
        >
          {t(act.isRunning ? 'ticket.override.undoing' : 'ticket.override.undoConfirm')}
        </Button>
        <Button appearance="subtle" isDisabled={act.isRunning} onClick={onClose}>
          {t('ticket.override.undoCancel')}
        </Button>
      </div>
    </div>
  );
}
