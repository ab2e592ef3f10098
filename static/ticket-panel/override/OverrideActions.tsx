import Button from '@atlaskit/button/new';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';

import type { TicketVerdict } from '../../../src/contract';
import { usePanel } from '../../shared/panel';
import { useTexts } from '../../shared/texts/use-texts';
import { OverrideForm } from './OverrideForm';
import { saidOf } from './prepare-override';
import { UndoQuestion } from './UndoQuestion';
import './override.css';

interface OverrideActionsProps {
  readonly issue: string;
  readonly isOverridden: boolean;
}

/** Setting an outcome by hand, and taking that back: one at a time, in place. */
export function OverrideActions({ issue, isOverridden }: OverrideActionsProps) {
  const { host } = usePanel();
  const t = useTexts();
  const queries = useQueryClient();
  const [open, setOpen] = useState<'form' | 'undo' | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const overrideButton = useRef<HTMLButtonElement>(null);
  const undoButton = useRef<HTMLButtonElement>(null);
  const [focusNext, setFocusNext] = useState<'form' | 'undo' | null>(null);

  useEffect(() => {
    if (focusNext === null) return;
    // A taken back override leaves no button for it.
    (focusNext === 'undo'
      ? (undoButton.current ?? overrideButton.current)
      : overrideButton.current
    )?.focus();
    setFocusNext(null);
  }, [focusNext]);

  const begin = (which: 'form' | 'undo'): void => {
    setSaid(null);
    setOpen(which);
  };
  const close = (): void => {
    setFocusNext(open);
    setOpen(null);
  };
  const done = (how: 'saved' | 'undone', verdict: TicketVerdict): void => {
    queries.setQueryData(['ticket', issue], verdict);
    setSaid(saidOf(how, verdict, t));
    close();
    // The tag and the field of the ticket are new; an issue view that cannot refresh stays.
    host.refreshPage().catch(() => undefined);
  };

  return (
    <div className="override">
      <div className="form-actions">
        <Button
          ref={overrideButton}
          spacing="compact"
          aria-expanded={open === 'form'}
          onClick={() => begin('form')}
        >
          {t('ticket.override.open')}
        </Button>
        {isOverridden && (
          <Button
            ref={undoButton}
            spacing="compact"
            appearance="subtle"
            aria-expanded={open === 'undo'}
            onClick={() => begin('undo')}
          >
            {t('ticket.override.undo')}
          </Button>
        )}
      </div>
      <p className="override-said" aria-live="polite">
        {said}
      </p>
      {open === 'form' && (
        <OverrideForm issue={issue} onClose={close} onDone={(verdict) => done('saved', verdict)} />
      )}
      {open === 'undo' && (
        <UndoQuestion issue={issue} onClose={close} onDone={(verdict) => done('undone', verdict)} />
      )}
    </div>
  );
}
