import { useId, useState } from 'react';

import { searchAddress } from '../../shared/jira/jql';
import { useVisibleSearch } from '../../shared/jira/use-visible-search';
import { usePanel } from '../../shared/panel';
import { JqlField } from './JqlField';
import type { SearchView } from './prepare-attention';

/** The way to the whole list in Jira, and its JQL to take elsewhere. */
export function SearchLine({ search: { label, issueIds } }: { readonly search: SearchView }) {
  const { host, formats } = usePanel();
  const { t } = formats;
  const [isOpen, setIsOpen] = useState(false);
  const { jql, status, find } = useVisibleSearch(issueIds);
  const id = useId();

  const openInJira = (): void => {
    void find().then((found) => {
      if (found !== null) void host.navigate(searchAddress(found));
    });
  };
  const toggle = (): void => {
    if (!isOpen && status !== 'ready') void find();
    setIsOpen(!isOpen);
  };

  return (
    <div className="search-line">
      <button type="button" className="link-button" onClick={openInJira}>
        {label}
      </button>
      <button
        type="button"
        className="link-button"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={toggle}
      >
        {t(isOpen ? 'queue.attention.hideJql' : 'queue.attention.showJql')}
      </button>
      <p className="muted" aria-live="polite">
        {status === 'failed' && t('queue.attention.unread')}
        {status === 'none-visible' && t('queue.attention.noneVisible')}
      </p>
      <div id={id} className="jql" hidden={!isOpen || jql === null}>
        {jql !== null && <JqlField jql={jql} />}
      </div>
    </div>
  );
}
