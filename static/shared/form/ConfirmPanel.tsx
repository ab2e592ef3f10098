import Button from '@atlaskit/button/new';
import { useEffect, useId, useRef, type ReactNode } from 'react';

import type { Failure } from '../failure';
import type { Subject } from '../prepare/failure-view';
import { useTexts } from '../texts/use-texts';
import { ActFailure } from './ActFailure';

interface ConfirmPanelProps {
  readonly title: string;
  readonly body: string;
  readonly confirmLabel: string;
  /** What it takes away cannot be brought back by hand. */
  readonly isDanger?: boolean;
  readonly isRunning: boolean;
  readonly failure: Failure | null;
  readonly subject: Subject;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
  readonly children?: ReactNode;
}

/**
 * Asks once, in words, in its place on the page: a dialog over a frame that is as high as its content
 * would open out of sight. Takes the focus and gives it back.
 */
export function ConfirmPanel(props: ConfirmPanelProps) {
  const { title, body, confirmLabel, isRunning, failure, subject, onConfirm, onCancel } = props;
  const { isDanger = false, children } = props;
  const t = useTexts();
  const titleId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useFocusWhileOpen(heading);

  return (
    <section
      className="confirm"
      role="group"
      aria-labelledby={titleId}
      onKeyDown={({ key }) => {
        if (key === 'Escape' && !isRunning) onCancel();
      }}
    >
      <h3 id={titleId} ref={heading} className="confirm-title" tabIndex={-1}>
        {title}
      </h3>
      <p>{body}</p>
      {children}
      {failure !== null && <ActFailure failure={failure} subject={subject} />}
      <div className="form-actions">
        <Button
          appearance={isDanger ? 'danger' : 'primary'}
          isDisabled={isRunning}
          onClick={onConfirm}
        >
          {isRunning ? t('form.running') : confirmLabel}
        </Button>
        <Button appearance="subtle" isDisabled={isRunning} onClick={onCancel}>
          {t('form.cancel')}
        </Button>
      </div>
    </section>
  );
}

function useFocusWhileOpen(target: React.RefObject<HTMLElement>): void {
  useEffect(() => {
    const before = document.activeElement;
    target.current?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [target]);
}
