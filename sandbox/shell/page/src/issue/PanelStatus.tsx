import Lozenge from '@atlaskit/lozenge';
import { keepPreviousData, useQuery } from '@tanstack/react-query';

import type { StatusAnswer, StatusRequest } from '../../../shell-api';
import { useSession } from '../session/session';

interface PanelStatusProps extends StatusRequest {
  /** Asked again when it changes, not with every change of the site. */
  readonly version: string;
}

/** What the app says of a panel without its being opened; nothing where it fails, as in Jira. */
export function PanelStatus({ moduleKey, extension, version }: PanelStatusProps) {
  const { api } = useSession();
  const { data } = useQuery({
    queryKey: ['status', api.accountId, moduleKey, version],
    queryFn: () => api.send<StatusAnswer>('POST', '/api/bridge/status', { moduleKey, extension }),
    staleTime: Infinity,
    retry: false,
    placeholderData: keepPreviousData,
  });
  const status = data?.status ?? null;
  if (status === null) return null;
  return (
    <span className="panel-status">
      <Lozenge appearance={status.appearance}>{status.label}</Lozenge>
    </span>
  );
}
