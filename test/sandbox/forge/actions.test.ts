import type { ActionOutcome } from '../../../sandbox/forge/host';
import { parseManifest } from '../../../sandbox/forge/manifest';
import { buildFixtureApp, startFixture, type FixtureHost } from './fixture-host';

const app = buildFixtureApp();
afterAll(app.remove);

describe('an action', () => {
  let fixture: FixtureHost;
  beforeEach(async () => {
    fixture = await startFixture(app.file);
  });
  afterEach(() => fixture.host.close());

  const run = (inputs: Readonly<Record<string, unknown>>): Promise<ActionOutcome> =>
    fixture.host.invokeAction({
      actionKey: 'note-outcome',
      from: 'automation',
      inputs,
      accountId: 'account-3',
    });

  it('gets its inputs and what is looked at, and answers with its outputs', async () => {
    const issue = {
      url: 'https://sandbox.atlassian.net/browse/IT-1',
      issueKey: 'IT-1',
      issueId: '10000',
      issueType: 'Service request',
      issueTypeId: '10001',
      projectKey: 'IT',
      projectId: '10000',
    };
    const outcome = await fixture.host.invokeAction({
      actionKey: 'note-outcome',
      from: 'agent',
      inputs: { result: 'went quite well', attempts: 2, confidence: 0.5, isFinal: true },
      accountId: 'account-3',
      issue,
    });
    expect(outcome).toEqual({ status: 'done', value: { words: 3 } });
    expect(fixture.logged('note')).toEqual([
      {
        payload: {
          result: 'went quite well',
          attempts: 2,
          confidence: 0.5,
          isFinal: true,
          context: {
            cloudId: 'sandbox-cloud-id',
            moduleKey: 'note-outcome',
            jira: { resourceType: 'issue', ...issue },
          },
        },
        context: {
          installContext: 'ari:cloud:jira::site/sandbox-cloud-id',
          principal: { accountId: 'account-3' },
          installation: {
            ari: 'sandbox-installation',
            contexts: ['ari:cloud:jira::site/sandbox-cloud-id'],
          },
        },
      },
    ]);
  });

  it('acts as the person it runs for', async () => {
    const outcome = await fixture.host.invokeAction({
      actionKey: 'whoami',
      from: 'agent',
      inputs: {},
      accountId: 'account-9',
    });
    expect(outcome).toMatchObject({
      status: 'done',
      value: { caller: { provider: 'user', accountId: 'account-9' } },
    });
  });

  it.each([
    ['a required one that is missing', {}, 'result'],
    ['a required one that is empty', { result: '' }, 'result'],
    ['another type', { result: 5 }, 'result'],
    ['a fraction for a whole number', { result: 'a', attempts: 1.5 }, 'attempts'],
    ['text for a number', { result: 'a', confidence: '0.5' }, 'confidence'],
    ['text for a truth', { result: 'a', isFinal: 'true' }, 'isFinal'],
    ['one that is not declared', { result: 'a', colour: 'red' }, 'colour'],
  ])('is not run with inputs of which one is wrong: %s', async (_what, inputs, name) => {
    expect(await run(inputs)).toEqual({
      status: 'invalid',
      inputs: { [name]: expect.any(String) as string },
    });
    expect(fixture.logged('note')).toEqual([]);
  });

  it('can refuse, with reasons for the owner of the rule', async () => {
    expect(await run({ result: 'refuse' })).toEqual({ status: 'refused', errors: ['No', 'Never'] });
  });

  it.each(['break', 'forget'])('fails when its function says %s', async (result) => {
    expect(await run({ result })).toEqual({ status: 'failed' });
  });

  it('is offered to Automation by a provider only', async () => {
    const call = { actionKey: 'whoami', from: 'automation', inputs: {}, accountId: 'a' } as const;
    await expect(fixture.host.invokeAction(call)).rejects.toThrow('automation:actionProvider');
    await expect(
      fixture.host.invokeAction({ ...call, actionKey: 'gone', from: 'agent' }),
    ).rejects.toThrow("no action 'gone'");
  });

  it('is metered as a call of its own kind', async () => {
    await run({ result: 'a' });
    await run({ result: 'break' });
    await run({});
    const { kinds } = fixture.host.meter.snapshot();
    expect(kinds).toMatchObject({ action: { invocations: 2, failures: 1 } });
  });
});

it('must be declared when a provider names it', () => {
  const manifest = {
    app: { id: 'ari:cloud:ecosystem::app/1', runtime: { name: 'nodejs22.x' } },
    modules: { 'automation:actionProvider': [{ key: 'p', actions: ['gone'] }] },
  };
  expect(() => parseManifest(manifest)).toThrow("module 'p' names action 'gone'");
});
