import { useState } from 'react';

import type { ConnectServiceNowInput, ServiceNowCheck } from '../../../src/contract';
import type { Failure } from '../../shared/failure';
import { usePanel } from '../../shared/panel';
import { usePanelAct } from '../../shared/use-panel-act';
import { originOf } from './connection-entry';

export interface Connecting {
  /** Of the last test; null before, and while another one runs. */
  readonly checks: readonly ServiceNowCheck[] | null;
  readonly running: 'test' | 'connect' | null;
  readonly failure: Failure | null;
  /** The administrator did not let the app reach the instance's own domain. */
  readonly isDisapproved: boolean;
  readonly run: (act: 'test' | 'connect', input: ConnectServiceNowInput) => void;
  /** Something was typed: what was found no longer counts. */
  readonly forget: () => void;
}

/** Tests an instance, or connects it when the test says that it may. */
export function useConnecting(onConnected: () => void): Connecting {
  const { client, host, formats } = usePanel();
  const [checks, setChecks] = useState<readonly ServiceNowCheck[] | null>(null);
  const [isDisapproved, setIsDisapproved] = useState(false);
  const test = usePanelAct(
    (input: ConnectServiceNowInput) => client.testServiceNow(input),
    (result) => setChecks(result.checks),
  );
  const connect = usePanelAct(
    (input: ConnectServiceNowInput) => client.connectServiceNow(input),
    (result) => {
      if (result.isConnected) onConnected();
      else setChecks(result.checks);
    },
  );
  const forget = (): void => {
    setChecks(null);
    setIsDisapproved(false);
    test.forget();
    connect.forget();
  };
  /** What is not a host is told by the test. */
  const approve = async ({ hasOwnDomain, address }: ConnectServiceNowInput): Promise<boolean> => {
    const origin = originOf(address);
    if (!hasOwnDomain || origin === null) return true;
    return host.approveHost(origin, formats.t('admin.servicenow.approve')).then(
      () => true,
      () => false,
    );
  };
  return {
    checks,
    isDisapproved,
    running: test.isRunning ? 'test' : connect.isRunning ? 'connect' : null,
    failure: test.failure ?? connect.failure,
    forget,
    run: (act, input) => {
      forget();
      void approve(input).then((isApproved) => {
        setIsDisapproved(!isApproved);
        if (isApproved) (act === 'test' ? test : connect).run(input);
      });
    },
  };
}
