import type { ServiceNowCheck, TestServiceNowInput } from '../contract';
import type { InstanceAccess } from '../ports/instance-probe';
import type { ServiceNowConnection } from '../ports/service-now-connections';
import type { ServiceNowSecret } from '../ports/service-now-secrets';
import type { Deps } from './deps';
import { checksOfBadAddress, checksOfLook } from './service-now-checks';
import { fieldsOf } from './service-now-needs';

export interface LookedAt {
  readonly checks: readonly ServiceNowCheck[];
  /** null: the address is none. */
  readonly access: InstanceAccess | null;
}

/** Signs in as somebody typed it, and looks at what a connection needs. Stores nothing. */
export async function lookAtInstance(
  { probe, clock }: Pick<Deps, 'probe' | 'clock'>,
  input: TestServiceNowInput,
  stored: ServiceNowConnection | null,
): Promise<LookedAt> {
  const { hasOwnDomain, userName } = input;
  const address = probe.readAddress(input.address, { hasOwnDomain });
  if (!address.ok) return { checks: checksOfBadAddress(input.address), access: null };
  const { origin, host } = address.value;
  const access = { origin, secret: secretOf(input) };
  const verdictField = stored?.origin === origin ? stored.mapping.verdictField : null;
  const fields = {
    incident: [...fieldsOf('incident'), ...(verdictField === null ? [] : [verdictField])],
    sys_audit: fieldsOf('sys_audit'),
    sys_audit_delete: fieldsOf('sys_audit_delete'),
    sys_journal_field: fieldsOf('sys_journal_field'),
    task_sla: fieldsOf('task_sla'),
    sys_user: fieldsOf('sys_user'),
    sys_user_group: fieldsOf('sys_user_group'),
    sys_choice: fieldsOf('sys_choice'),
  };
  const look = await probe.look(access, { fields, userName });
  return {
    checks: checksOfLook(look, { host, userName, verdictField, now: clock.now() }),
    access,
  };
}

const secretOf = ({ credentials, userName }: TestServiceNowInput): ServiceNowSecret =>
  credentials.kind === 'oauth'
    ? {
        kind: 'oauth',
        clientId: credentials.clientId,
        clientSecret: credentials.clientSecret,
      }
    : { kind: 'basic', userName, password: credentials.password };
