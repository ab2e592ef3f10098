import { useId, useRef, useState } from 'react';

import { usePanel } from '../../shared/panel';
import type { SearchView } from './prepare-attention';

/** The way to the whole list in Jira, and its JQL to take elsewhere. */
export function SearchLine({ search: { label, jql, address } }: { readonly search: SearchView }) {
  const { host, formats } = usePanel();
  const { t } = formats;
  const [isOpen, setIsOpen] = useState(false);
  const [copied, setCopied] = useState<'copied' | 'copyYourself' | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();

  const copy = (): void => {
    field.current?.select();
    // A frame may write to the clipboard only where the page around it lets it.
    navigator.clipboard.writeText(jql).then(
      () => setCopied('copied'),
      () => setCopied('copyYourself'),
    );
  };

  return (
    <div className="search-line">
      <button type="button" className="link-button" onClick={() => void host.navigate(address)}>
        {label}
      </button>
      <button
        type="button"
        className="link-button"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setIsOpen(!isOpen)}
      >
        {t(isOpen ? 'queue.attention.hideJql' : 'queue.attention.showJql')}
      </button>
      <div id={id} className="jql" hidden={!isOpen}>
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
      </div>
    </div>
  );
}
