import type { IssueDetail } from '../../../shell-api';
import { useSession } from '../session/session';
import { IssuePanel } from './IssuePanel';

/** The app's panels beside an issue. */
export function IssuePanels({ issue }: { readonly issue: IssueDetail }) {
  const { state } = useSession();
  return state.modules
    .filter(({ type }) => type === 'jira:issueContext')
    .map((module) => <IssuePanel key={module.key} module={module} issue={issue} />);
}
