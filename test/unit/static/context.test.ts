import { readPanelContext } from '../../../static/shared/context';

const FRAME = 'https://example.invalid/panel/index.html';

describe('readPanelContext', () => {
  it('reads what the bridge gives', () => {
    const context = readPanelContext(
      {
        locale: 'de_DE',
        timezone: 'Europe/Berlin',
        theme: { colorMode: 'dark' },
        extension: {
          project: { id: '10000', key: 'IT', type: 'service_desk' },
          issue: { id: '10007', key: 'IT-7' },
        },
      },
      FRAME,
    );
    expect(context).toEqual({
      viewer: { locale: 'de-DE', timeZone: 'Europe/Berlin' },
      colorMode: 'dark',
      projectKey: 'IT',
      issue: '10007',
      gadgetConfiguration: null,
      isEditing: false,
      ruleInputs: null,
    });
  });

  it.each([
    [
      {
        extension: {
          location: 'https://x.atlassian.net/jira/servicedesk/projects/HR/queues/apps/a/e',
        },
      },
      FRAME,
    ],
    [{ extension: {} }, 'https://x.atlassian.net/jira/servicedesk/projects/HR/queues'],
    [{}, 'http://localhost/jira/servicedesk/projects/HR?x=1'],
  ])('finds the project in an address when the extension does not name it: %j', (raw, frame) => {
    expect(readPanelContext(raw, frame).projectKey).toBe('HR');
  });

  it.each([
    null,
    undefined,
    'text',
    {},
    { locale: '!', timezone: 'Mars/Olympus', extension: null },
  ])('falls back to English and UTC, and knows no desk, from %j', (raw) => {
    expect(readPanelContext(raw, FRAME)).toEqual({
      viewer: { locale: 'en', timeZone: 'UTC' },
      colorMode: 'auto',
      projectKey: null,
      issue: null,
      gadgetConfiguration: null,
      isEditing: false,
      ruleInputs: null,
    });
  });

  it('tells editing from viewing, and hands the configuration on unread', () => {
    const gadgetConfiguration = { project: 'IT' };
    const context = readPanelContext(
      { extension: { entryPoint: 'edit', gadgetConfiguration } },
      '',
    );
    expect(context).toMatchObject({ isEditing: true, gadgetConfiguration });
  });

  it("hands the inputs of a rule's step on unread", () => {
    const inputs = { ticket: 'IT-1' };
    expect(readPanelContext({ extension: { data: { inputs } } }, '').ruleInputs).toEqual(inputs);
  });
});
