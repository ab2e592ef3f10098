import Button from '@atlaskit/button/new';
import { useId, useRef, useState } from 'react';

import { useTexts } from '../texts/use-texts';
import { Field } from './Field';

interface CopyFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  /** Of the button, for those who do not see beside what it stands. */
  readonly copyLabel: string;
}

const MOST_ROWS = 12;

/** Something to be taken elsewhere as it is. Lines stay whole, and scroll. */
export function CopyField({ label, hint, value, copyLabel }: CopyFieldProps) {
  const t = useTexts();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [copied, setCopied] = useState<{ readonly value: string; readonly isDone: boolean } | null>(
    null,
  );
  const copy = (): void => {
    const isDone = field.current !== null && copyAll(field.current);
    setCopied({ value, isDone });
  };
  return (
    <Field id={id} label={label} hint={hint}>
      <div className="copy-field">
        <textarea
          id={id}
          ref={field}
          className="input copy-value"
          readOnly
          wrap="off"
          rows={Math.min(value.split('\n').length, MOST_ROWS)}
          value={value}
          aria-describedby={hint === undefined ? undefined : `${id}-hint`}
          onFocus={({ target }) => target.select()}
        />
        <Button aria-label={copyLabel} onClick={copy}>
          {t('form.copy')}
        </Button>
        <span className="field-hint" aria-live="polite">
          {copied?.value === value && t(copied.isDone ? 'form.copied' : 'form.copyByHand')}
        </span>
      </div>
    </Field>
  );
}

/** Leaves it selected: where the browser does not let it be copied, a person can. */
function copyAll(field: HTMLTextAreaElement): boolean {
  field.focus();
  field.select();
  // The clipboard's newer interface is closed to frames of another origin unless the page opens it.
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- see above
  return document.execCommand('copy');
}
