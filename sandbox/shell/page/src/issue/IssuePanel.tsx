import { useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';

import type { IssueDetail, ShellModule } from '../../../shell-api';
import { PanelFrame } from '../frame/PanelFrame';
import { useSession } from '../session/session';
import { useStored } from '../session/use-stored';
import { PanelStatus } from './PanelStatus';

interface IssuePanelProps {
  readonly module: ShellModule;
  readonly issue: IssueDetail;
}

/**
 * A panel that opens and closes, closed at first, as in Jira. It is told when the issue has changed,
 * and so is what the app says of it while it is closed.
 */
export function IssuePanel({ module, issue }: IssuePanelProps) {
  const { api } = useSession();
  const queries = useQueryClient();
  const bodyId = useId();
  const [stored, store] = useStored(`expanded.${module.key}`);
  const isOpen = stored === 'true';
  const { id, key, project } = issue;
  const extension = {
    type: module.type,
    issue: { id, key, type: 'Service Request', typeId: issue.issueTypeId },
    project: { id: project.id, key: project.key, type: 'service_desk' },
  };
  const version = versionOf(issue);

  return (
    <section className="card panel" aria-label={module.label}>
      <h2>
        <button
          type="button"
          className="panel-title"
          aria-expanded={isOpen}
          aria-controls={bodyId}
          onClick={() => store(String(!isOpen))}
        >
          <span>{isOpen ? module.title : module.label}</span>
          {module.hasStatus && (
            <PanelStatus
              key={api.accountId}
              moduleKey={module.key}
              extension={extension}
              version={version}
            />
          )}
        </button>
      </h2>
      <div id={bodyId} hidden={!isOpen}>
        {isOpen && (
          <PanelFrame
            module={module}
            file={module.file}
            extension={{ ...extension, location: location.href }}
            signal={{
              event: 'JIRA_ISSUE_CHANGED',
              payload: { issueId: id, projectId: project.id, changes: [] },
              version,
            }}
            onRefresh={() => void queries.invalidateQueries({ queryKey: ['live'] })}
          />
        )}
      </div>
    </section>
  );
}

/** Time runs in the SLAs; an issue has not changed by that. */
const versionOf = (issue: IssueDetail): string => JSON.stringify({ ...issue, sla: null });
