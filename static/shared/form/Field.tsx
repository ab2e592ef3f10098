import type { ReactNode } from 'react';

interface FieldProps {
  /** Id of the control. Its hint is `<id>-hint`, its error `<id>-error`. */
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** What is wrong and what to do; null while all is well. */
  readonly error?: string | null | undefined;
  readonly children: ReactNode;
}

/** A control with its name above and its hint and error below. */
export function Field({ id, label, hint, error = null, children }: FieldProps) {
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      {children}
      {hint !== undefined && (
        <p id={`${id}-hint`} className="field-hint">
          {hint}
        </p>
      )}
      {error !== null && (
        <p id={`${id}-error`} className="field-error" role="alert">
          {error}
        </p>
      )}
    </div>
  );
}

/** For the control's `aria-describedby`; undefined with neither hint nor error. */
export const describedBy = (
  id: string,
  { hint, error = null }: { readonly hint?: string | undefined; readonly error?: string | null },
): string | undefined => {
  const ids = [hint === undefined ? '' : `${id}-hint`, error === null ? '' : `${id}-error`];
  return ids.filter((each) => each !== '').join(' ') || undefined;
};
