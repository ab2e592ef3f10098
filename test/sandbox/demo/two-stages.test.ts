import { ManualClock } from '../../../sandbox/clock';
import { generateHistory } from '../../../sandbox/demo/generate-history';
import { createDemoInstance } from '../../../sandbox/demo/play/service-now/demo-instance';
import { createServiceNowStage } from '../../../sandbox/demo/play/service-now/service-now-stage';
import { SERVICE_NOW_DESK } from '../../../sandbox/demo/service-now-desk';
import type { TicketScript } from '../../../sandbox/demo/ticket-script';
import type { ServiceNowInstance } from '../../../sandbox/servicenow/instance';

const OPTIONS = { seed: 4, startDay: '2026-03-02', days: 75 };
const END_MS = Date.parse('2026-12-31T00:00:00Z');

const scripts = generateHistory([SERVICE_NOW_DESK], OPTIONS);

const isClosedAndBack = ({ actions }: TicketScript): boolean =>
  actions.some(
    (action, index) =>
      action.kind === 'status' &&
      action.to === 'waiting-for-support' &&
      actions.slice(0, index).findLast(({ kind }) => kind === 'status')?.kind === 'status' &&
      isClosed(actions.slice(0, index).findLast(({ kind }) => kind === 'status')),
  );
const isClosed = (action: TicketScript['actions'][number] | undefined): boolean =>
  action?.kind === 'status' && action.to === 'closed';

function playLive(script: TicketScript): ServiceNowInstance {
  const clock = new ManualClock(script.openedAtMs);
  const instance = createDemoInstance(clock, 'Europe/Berlin');
  const stage = createServiceNowStage(instance);
  let key = stage.open(script);
  for (const action of script.actions) {
    if (action.atMs > clock.now()) clock.moveTo(action.atMs);
    if (action.kind !== 'run') key = stage.act(script, action, key);
  }
  return instance;
}

function importPast(script: TicketScript): ServiceNowInstance {
  const instance = createDemoInstance(new ManualClock(END_MS), 'Europe/Berlin');
  createServiceNowStage(instance).importPast(script, END_MS);
  return instance;
}

/** Everything that the instance keeps of its incidents; ids of rows count from the set-up on. */
const tablesOf = ({ reading }: ServiceNowInstance) => ({
  incidents: reading.incidents(),
  audits: reading.rows('sys_audit'),
  journal: reading.rows('sys_journal_field'),
});

describe('a script on ServiceNow', () => {
  const back = scripts.filter(isClosedAndBack).slice(0, 3);
  const others = scripts.filter((script) => !isClosedAndBack(script)).slice(0, 12);

  it('comes to the same tables, be it imported or played', () => {
    expect(back.length).toBeGreaterThan(0);
    for (const script of [...back, ...others]) {
      expect(tablesOf(importPast(script))).toEqual(tablesOf(playLive(script)));
    }
  });

  it('goes on as another incident of the same caller when a closed one comes back', () => {
    for (const script of back) {
      const incidents = importPast(script).reading.incidents();
      expect(incidents.length).toBeGreaterThan(1);
      expect(incidents[0]?.['state']).toBe('7');
      expect(new Set(incidents.map((each) => each['caller_id'])).size).toBe(1);
      expect(new Set(incidents.map((each) => each['category'])).size).toBe(1);
    }
  });
});
