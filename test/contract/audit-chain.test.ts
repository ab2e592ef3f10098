import { nodeDigest } from '../../src/adapters/crypto/node-digest';
import { openSqlite } from '../../sandbox/forge/sql/sqlite';
import { appendAudit, firstBrokenEntry, NO_AUDIT } from '../../src/usecases/append-audit';
import { openStore } from '../support/forge-sql';
import { T0 } from '../support/timeline-builder';

const SUBJECT = 'jira:1';
const draft = (detail: string) => ({ at: T0, action: 'outcome-decided', detail });

describe('the audit of a ticket', () => {
  const database = openSqlite();
  const { store, db } = openStore(database);
  const deps = { store, digest: nodeDigest };
  const append = async (after: typeof NO_AUDIT, ...details: readonly string[]) => {
    const ends = await appendAudit(deps, [{ subject: SUBJECT, after, drafts: details.map(draft) }]);
    return ends.get(SUBJECT) ?? NO_AUDIT;
  };
  beforeAll(() => store.migrate());
  beforeEach(() => db.write('DELETE FROM audit_entry'));
  afterAll(() => database.close());

  it('is a chain that holds, entry by entry', async () => {
    const end = await append(NO_AUDIT, 'one', 'two');
    expect(await append(end, 'three')).toMatchObject({ auditSeq: 3 });
    const entries = await store.readAudit(SUBJECT);
    expect(entries.map(({ detail }) => detail)).toEqual(['one', 'two', 'three']);
    expect(firstBrokenEntry(entries, nodeDigest)).toBeNull();
  });

  it.each([
    ['changed', "UPDATE audit_entry SET detail = 'forged' WHERE seq = 2", 2],
    ['taken out', 'DELETE FROM audit_entry WHERE seq = 2', 3],
    ['dated back', 'UPDATE audit_entry SET recorded_at = 1 WHERE seq = 3', 3],
  ])('shows an entry that was %s', async (_case, forgery, broken) => {
    await append(NO_AUDIT, 'one', 'two', 'three');
    await db.write(forgery);
    expect(firstBrokenEntry(await store.readAudit(SUBJECT), nodeDigest)).toBe(broken);
  });

  it('has no entry twice when the work is done again after a crash', async () => {
    const first = await append(NO_AUDIT, 'one');
    const done = await append(first, 'two', 'three');
    expect(await append(first, 'two', 'three')).toEqual(done);
    expect(await append(first, 'two', 'four')).toMatchObject({ auditSeq: 4 });
    const entries = await store.readAudit(SUBJECT);
    expect(entries.map(({ detail }) => detail)).toEqual(['one', 'two', 'three', 'four']);
    expect(firstBrokenEntry(entries, nodeDigest)).toBeNull();
  });
});
