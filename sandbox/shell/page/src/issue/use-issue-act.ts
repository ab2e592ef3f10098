import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';

import type { IssueAct, IssueDetail } from '../../../shell-api';
import { useSession } from '../session/session';
import { liveKey } from '../session/use-live';

/** Acts on an issue as the person at the screen; the answer takes the shown issue's place. */
export function useIssueAct(issueKey: string): UseMutationResult<IssueDetail, Error, IssueAct> {
  const { api } = useSession();
  const queries = useQueryClient();
  const path = `/api/issues/${encodeURIComponent(issueKey)}`;
  return useMutation({
    networkMode: 'always',
    mutationFn: (act) => api.send<IssueDetail>('POST', `${path}/act`, act),
    onSuccess: (issue) => queries.setQueryData(liveKey(api.accountId, path), issue),
  });
}
