import { useQuery } from '@tanstack/react-query';

import { CheckList } from '../../shared/form/CheckList';
import { usePanel } from '../../shared/panel';
import { useTexts } from '../../shared/texts/use-texts';
import { chosenJiraGroups, jiraGroupOptions } from './check-options';
import type { MappingDraft } from './mapping-draft';
import { readJiraGroups } from './read-jira-groups';

interface ViewerGroupsProps {
  readonly draft: MappingDraft;
  readonly onChange: (patch: Partial<MappingDraft>) => void;
}

/** Whose members may see the desks, besides Jira's administrators. */
export function ViewerGroups({ draft, onChange }: ViewerGroupsProps) {
  const { host } = usePanel();
  const t = useTexts();
  const query = useQuery({
    queryKey: ['jira-groups'],
    queryFn: () => readJiraGroups(host),
    staleTime: Infinity,
  });
  const options = jiraGroupOptions(draft, query.data ?? null, t);
  return (
    <>
      {query.isError && (
        <p className="notice" role="status">
          {t('admin.servicenow.viewers.unread')}{' '}
          <button type="button" className="link-button" onClick={() => void query.refetch()}>
            {t('common.retry')}
          </button>
        </p>
      )}
      <CheckList
        legend={t('admin.servicenow.viewers.title')}
        options={options}
        selected={draft.viewerGroups.map(({ groupId }) => groupId)}
        onChange={(chosen) => onChange({ viewerGroups: chosenJiraGroups(chosen, options) })}
      />
    </>
  );
}
