import Button from '@atlaskit/button/new';
import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent } from 'react';

import type { TicketVerdict } from '../../../src/contract';
import { ActFailure } from '../../shared/form/ActFailure';
import { describedBy, Field } from '../../shared/form/Field';
import { usePanel } from '../../shared/panel';
import { useTexts } from '../../shared/texts/use-texts';
import { usePanelAct } from '../../shared/use-panel-act';
import { OutcomeChoice } from './OutcomeChoice';
import { errorsOf, REASON_LENGTH, type ChosenOutcome } from './prepare-override';

interface OverrideFormProps {
  readonly issue: string;
  readonly onClose: () => void;
  readonly onDone: (verdict: TicketVerdict) => void;
}

const REASON = 'override-reason';

/** What became of the ticket, and why somebody says so. */
export function OverrideForm({ issue, onClose, onDone }: OverrideFormProps) {
  const { client } = usePanel();
  const t = useTexts();
  // One decision of a person: sending it twice is one override.
  const [requestId] = useState(() => crypto.randomUUID());
  const [outcome, setOutcome] = useState<ChosenOutcome | null>(null);
  const [reason, setReason] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const act = usePanelAct(client.overrideOutcome, onDone);
  const errors = errorsOf(outcome, reason, t);
  const shown = isChecked ? errors : { outcome: null, reason: null };
  const hint = t('ticket.override.reasonHint', REASON_LENGTH);

  useEffect(() => form.current?.querySelector('input')?.focus(), []);

  const save = (event: FormEvent): void => {
    event.preventDefault();
    setIsChecked(true);
    if (outcome === null) form.current?.querySelector('input')?.focus();
    else if (errors.reason !== null) form.current?.querySelector('textarea')?.focus();
    else act.run({ issue, requestId, outcome, reason: reason.trim() });
  };
  const closeOnEscape = ({ key }: KeyboardEvent): void => {
    if (key === 'Escape' && !act.isRunning) onClose();
  };

  return (
    <form
      ref={form}
      className="form override-form"
      aria-label={t('ticket.override.title')}
      noValidate
      onSubmit={save}
      onKeyDown={closeOnEscape}
    >
      <OutcomeChoice value={outcome} error={shown.outcome} onChange={setOutcome} />
      <Field id={REASON} label={t('ticket.override.reason')} hint={hint} error={shown.reason}>
        <textarea
          id={REASON}
          className="input"
          rows={3}
          value={reason}
          aria-required
          aria-invalid={shown.reason !== null}
          aria-describedby={describedBy(REASON, { hint, error: shown.reason })}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
      <p className="override-effect">{t('ticket.override.effect')}</p>
      {act.failure !== null && <ActFailure failure={act.failure} subject="ticket" />}
      <div className="form-actions">
        <Button type="submit" appearance="primary" isDisabled={act.isRunning}>
          {t(act.isRunning ? 'ticket.override.saving' : 'ticket.override.save')}
        </Button>
        <Button appearance="subtle" isDisabled={act.isRunning} onClick={onClose}>
          {t('form.cancel')}
        </Button>
      </div>
    </form>
  );
}
