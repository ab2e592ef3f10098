import { useQueryClient } from '@tanstack/react-query';

import type { IssueDetail } from '../../../shell-api';
import { PanelFrame } from '../frame/PanelFrame';
import { useSession } from '../session/session';

/** The app's panels beside an issue; Jira tells them when the issue has changed. */
export function IssuePanels({ issue }: { readonly issue: IssueDetail }) {
  const { state } = useSession();
  const queries = useQueryClient();
  const modules = state.modules.filter(({ type }) => type === 'jira:issueContext');
  const { id, key, project } = issue;

  return modules.map((module) => (
    <details key={module.key} className="card panel" open>
      <summary className="panel-title">{module.title}</summary>
      <PanelFrame
        module={module}
        file={module.file}
        extension={{
          type: module.type,
          issue: { id, key, type: 'Service Request', typeId: issue.issueTypeId },
          project: { id: project.id, key: project.key, type: 'service_desk' },
          location: location.href,
        }}
        signal={{
          event: 'JIRA_ISSUE_CHANGED',
          payload: { issueId: id, projectId: project.id, changes: [] },
          version: versionOf(issue),
        }}
        onRefresh={() => void queries.invalidateQueries({ queryKey: ['live'] })}
      />
    </details>
  ));
}

/** Time runs in the SLAs; an issue has not changed by that. */
const versionOf = (issue: IssueDetail): string => JSON.stringify({ ...issue, sla: null });
