import { OPEN_POLICY } from '../../src/domain/escalation/policy';
import { deskDay, epochMs } from '../../src/domain/time';
import type { PolicyVersionRow, ScoreStore } from '../../src/ports/score-store';
import { newDesk } from '../../src/usecases/new-desk';
import { aRun, aRunRow } from '../support/runs';
import { T0 } from '../support/timeline-builder';
import { aWrite, DESK, aTicket } from './stored-examples';

const OTHER_DESK = 'jira:10001';
const HAND_OFF_BELOW_80 = {
  ...OPEN_POLICY,
  fallback: {
    ...OPEN_POLICY.fallback,
    confidenceThreshold: 0.8,
    allowedTools: ['Rücksetzen "😀" \\'],
  },
};

const aVersion = (version: number, over: Partial<PolicyVersionRow> = {}): PolicyVersionRow => ({
  deskId: DESK,
  version,
  publishedAt: epochMs(T0 + version),
  proposedBy: 'admin',
  approvedBy: 'other-admin',
  reason: 'Größere Vorsicht',
  restoredFrom: null,
  policy: HAND_OFF_BELOW_80,
  ...over,
});

const aStep = (tool: string) => ({
  tool,
  startedAt: T0,
  endedAt: T0,
  hasFailed: false,
  errorType: null,
});

/** The part of a ScoreStore that keeps escalation policies, whatever engine is behind it. */
export function describePolicyTables(
  name: string,
  open: () => Promise<{ readonly store: ScoreStore; readonly close: () => Promise<void> }>,
): void {
  describe(`${name}, as a keeper of escalation policies`, () => {
    let store: ScoreStore;
    let close: () => Promise<void>;
    beforeEach(async () => {
      ({ store, close } = await open());
      await store.migrate();
    });
    afterEach(() => close());

    it('gives back versions as they were put, and replaces by desk and version', async () => {
      const first = aVersion(1, { approvedBy: null, reason: null });
      await store.putPolicyVersions([first, aVersion(2), aVersion(1, { deskId: OTHER_DESK })]);
      await store.putPolicyVersions([aVersion(2, { restoredFrom: 1 })]);
      expect(await store.readPolicyVersion(DESK, 1)).toEqual(first);
      expect(await store.readPolicyVersion(DESK, 2)).toEqual(aVersion(2, { restoredFrom: 1 }));
      expect(await store.readPolicyVersion(DESK, 3)).toBeNull();
    });

    it('lists the latest versions, newest first', async () => {
      await store.putPolicyVersions(Array.from({ length: 12 }, (_, i) => aVersion(i + 1)));
      const listed = await store.listPolicyVersions(DESK, 3);
      expect(listed.map(({ version }) => version)).toEqual([12, 11, 10]);
      expect(await store.listPolicyVersions(OTHER_DESK, 3)).toEqual([]);
    });

    it('shows versions, frequent request types and the tools of the latest tickets’ runs', async () => {
      const query = { deskId: DESK, versions: 2, requestTypes: 2, tickets: 2 };
      const nothing = { versions: [], requestTypes: [], tools: [] };
      expect(await store.readPolicyPage(query)).toEqual(nothing);
      await store.putPolicyVersions([1, 2, 3].map((version) => aVersion(version)));
      await store.saveTickets(
        ['VPN', 'Laptop', 'Password', 'VPN', 'Password'].map((requestType, i) => {
          const { ticket } = aTicket(`jira:${i}`);
          return aWrite(
            ticket.id,
            { ticket: { ...ticket, requestType } },
            { openedDay: deskDay(`2026-03-0${i + 1}`) },
          );
        }),
      );
      const tools: readonly (readonly [ticketId: string, tools: readonly string[]])[] = [
        ['jira:4', ['unlock_account', 'search']],
        ['jira:3', ['search']],
        // A ticket before the latest two, and one of another desk.
        ['jira:2', ['wipe_disk']],
        ['jira:99', ['order_pizza']],
      ];
      await store.putRuns(
        tools.map(([ticketId, names], i) =>
          aRunRow({
            runId: `${i}`.padStart(32, '0'),
            ticketId,
            run: aRun({ steps: names.map(aStep) }),
          }),
        ),
      );
      const page = await store.readPolicyPage(query);
      expect(page.versions).toEqual([aVersion(3), aVersion(2)]);
      expect(page.requestTypes).toEqual(['Password', 'VPN']);
      expect(page.tools).toEqual(['search', 'unlock_account']);
    });

    it('reads a desk that an older app stored as one without a policy and a proposal', async () => {
      const desk = newDesk({ deskId: DESK, key: 'IT', timeZone: 'Europe/Berlin' });
      const { escalation, policyProposal, ...older } = desk;
      expect([escalation, policyProposal]).toEqual([null, null]);
      await store.saveDesk(older as unknown as typeof desk);
      expect(await store.readDesk(DESK)).toEqual({ ...desk, version: 1 });
    });
  });
}
