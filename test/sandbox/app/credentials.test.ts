import { askApp } from '../../../sandbox/ask-app';
import {
  anAppWorld,
  BOT,
  HOUR,
  installed,
  SITE_ADMIN,
  type AppWorld,
} from '../../support/app-world';
import { auditDetails } from '../../support/audit';
import { refusalOf } from '../../support/refusal';

const NEW = { agentId: BOT, label: 'Atlas in production', traceUrlTemplate: null };

describe('a credential of an AI agent', () => {
  let world: AppWorld;
  beforeAll(async () => {
    world = await installed(await anAppWorld());
  });
  afterAll(() => world.live.stop());

  const create = () => askApp(world.host, 'createCredential', NEW, SITE_ADMIN);
  const change = (credentialId: string, action: 'rotate' | 'revoke') =>
    askApp(world.host, 'changeCredential', { credentialId, action }, SITE_ADMIN);
  const viewOf = async (credentialId: string) => {
    const { credentials } = await askApp(world.host, 'readTelemetryStatus', {}, SITE_ADMIN);
    return credentials.find((each) => each.credentialId === credentialId);
  };
  /** What the store of secrets has of it. */
  const kept = (credentialId: string): unknown => {
    const record = world.host.kvs.get('secret', `credential:secret:${credentialId}`);
    return record === null ? null : JSON.parse(record.json);
  };
  const secretOf = ({ token }: { readonly token: string | null }) => token?.split('.')[1] ?? '';

  it('is made for a registered AI agent alone', async () => {
    const payload = { ...NEW, agentId: 'nobody' };
    expect(await refusalOf(world, 'createCredential', payload, SITE_ADMIN)).toEqual({
      kind: 'invalid-input',
      issues: ['agentId: no AI agent of this id is registered; register it first'],
    });
    const made = await create();
    expect(secretOf(made)).toMatch(/^[\w-]{43}$/);
    expect(kept(made.credentialId)).toEqual({ current: secretOf(made), previous: null });
    expect(await viewOf(made.credentialId)).toMatchObject({
      agentName: 'Atlas',
      label: 'Atlas in production',
      createdBy: SITE_ADMIN,
      rotatedAt: null,
      revokedAt: null,
      lastUsedAt: null,
    });
  });

  it('has a new secret after a rotation, and the one before for a day', async () => {
    const made = await create();
    const rotated = await change(made.credentialId, 'rotate');
    expect(secretOf(rotated)).not.toBe(secretOf(made));
    const until = world.clock.now() + 24 * HOUR;
    expect(kept(made.credentialId)).toEqual({
      current: secretOf(rotated),
      previous: { secret: secretOf(made), until },
    });
    const formerSecretUntil = new Date(until).toISOString();
    expect(await viewOf(made.credentialId)).toMatchObject({ formerSecretUntil });
  });

  it('has no secret once it is revoked, and is never given one again', async () => {
    const made = await create();
    expect(await change(made.credentialId, 'revoke')).toEqual({ ...made, token: null });
    expect(kept(made.credentialId)).toBeNull();
    expect((await viewOf(made.credentialId))?.revokedAt).not.toBeNull();
    // Told twice, it is revoked once.
    await change(made.credentialId, 'revoke');
    const again = { credentialId: made.credentialId, action: 'rotate' as const };
    expect(await refusalOf(world, 'changeCredential', again, SITE_ADMIN)).toEqual({
      kind: 'conflict',
    });
    const told = (await auditDetails(world, 'site')).filter(
      ({ credentialId }) => credentialId === made.credentialId,
    );
    expect(told.map(({ action }) => action)).toEqual(['credential-created', 'credential-revoked']);
  });

  it('shows its secret once: no other answer, no audit and no log has it', async () => {
    const made = await create();
    const others = [
      await askApp(world.host, 'readTelemetryStatus', {}, SITE_ADMIN),
      await askApp(world.host, 'exportSettings', {}, SITE_ADMIN),
      await auditDetails(world, 'site'),
      world.complaints,
      world.host.kvs.list('plain').map(({ json }) => json),
    ];
    expect(JSON.stringify(others)).toContain(made.credentialId);
    expect(JSON.stringify(others)).not.toContain(secretOf(made));
  });
});
