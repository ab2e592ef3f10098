import { useRef, useState } from 'react';

import { useTexts } from '../../shared/texts/use-texts';

/** A search to read and to copy. */
export function JqlField({ jql }: { readonly jql: string }) {
  const t = useTexts();
  const [copied, setCopied] = useState<'copied' | 'copyYourself' | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);

  const copy = (): void => {
    field.current?.select();
    // A frame may write to the clipboard only where the page around it lets it.
    navigator.clipboard.writeText(jql).then(
      () => setCopied('copied'),
      () => setCopied('copyYourself'),
    );
  };

  return (
    <>
      <textarea
        ref={field}
        className="jql-text"
        aria-label={t('queue.attention.jql')}
        rows={2}
        readOnly
        value={jql}
      />
      <button type="button" className="link-button" onClick={copy}>
        {t('queue.attention.copy')}
      </button>
      <p className="muted" aria-live="polite">
        {copied !== null && t(`queue.attention.${copied}`)}
      </p>
    </>
  );
}
