import { noRecord } from './fault';
import { readIncidentWrite } from './records/incident-values';
import {
  checkReopening,
  createIncident,
  deleteIncident,
  updateIncident,
} from './records/write-incident';
import type { InstanceContext } from './rest/context';
import type { Row } from './schema/field';

/** Fields by name; references by sys_id or by name; `comments` and `work_notes` add an entry. */
export type ToldValues = Readonly<Record<string, string>>;

export interface IncidentRef {
  readonly sysId: string;
  readonly number: string;
}

/** What people do on the instance, at its present; `by` is their user_name. */
export class InstanceActing {
  constructor(private readonly context: InstanceContext) {}

  create(by: string, values: ToldValues): IncidentRef {
    const { store, auditsInserts } = this.context;
    const row = createIncident(this.#writing(by), {
      ...readIncidentWrite(store, values),
      isAudited: auditsInserts,
    });
    const sysId = row['sys_id'] ?? '';
    this.context.tell(sysId, 'insert', by);
    return { sysId, number: row['number'] ?? '' };
  }

  /** @throws InstanceFault for a closed incident that is to be in another state */
  update(by: string, sysId: string, values: ToldValues): void {
    const row = this.#mustFind(sysId);
    const told = readIncidentWrite(this.context.store, values);
    checkReopening(row, told);
    if (updateIncident(this.#writing(by), row, told)) this.context.tell(sysId, 'update', by);
  }

  delete(by: string, sysId: string): void {
    deleteIncident(this.#writing(by), this.#mustFind(sysId));
    this.context.tell(sysId, 'delete', by);
  }

  #mustFind(sysId: string): Row {
    const row = this.context.store.incidents.find(sysId);
    if (row === null) throw noRecord();
    return row;
  }

  #writing(by: string): { store: InstanceContext['store']; atMs: number; by: string } {
    const { store, clock } = this.context;
    if (!store.users.has(by)) throw new Error(`Nobody is called ${by}: add the user first`);
    return { store, atMs: clock.now(), by };
  }
}
