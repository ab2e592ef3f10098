import type { AppError } from '../../../../src/contract';
import { prepareFailure } from '../../../../static/shared/prepare/failure-view';
import { ReadFailure, toFailure } from '../../../../static/shared/failure';
import { UNREACHABLE } from '../../../../static/shared/texts/unreachable';
import { FORMATS, plain } from '../builders';

const view = (error: AppError, subject: 'desk' | 'ticket' = 'desk') =>
  prepareFailure({ kind: 'app', error }, subject, FORMATS);

describe('prepareFailure', () => {
  it('does not tell absence from refusal, and names what was asked for', () => {
    const error: AppError = { kind: 'not-found-or-not-permitted' };
    expect(view(error).title).toBe('This desk does not exist or you may not see it');
    expect(view(error, 'ticket').title).toBe('This ticket does not exist or you may not see it');
  });

  it('names the source and how long it asked to wait', () => {
    const error: AppError = {
      kind: 'source-unavailable',
      source: 'servicenow',
      retryAfterMs: 45_000,
      rateLimitReason: null,
    };
    const { title, body, canRetry } = view(error);
    expect([title, plain(body), canRetry]).toEqual([
      'ServiceNow did not answer',
      'It asked to wait 45 s. Then it is tried again.',
      true,
    ]);
    expect(view({ ...error, retryAfterMs: null }).body).toBe('Try again in a moment.');
  });

  it('offers no retry where the same question gets the same answer', () => {
    const { body, canRetry } = view({ kind: 'invalid-input', issues: ['project: missing', 'x'] });
    expect(canRetry).toBe(false);
    expect(body).toContain('project: missing; x');
  });

  it('says that nothing was counted from an answer that could not be read', () => {
    const { title, body } = view({ kind: 'source-malformed', source: 'jira', issues: ['secret'] });
    expect(title).toBe('Jira answered in a form this app does not know');
    expect(body).not.toContain('secret');
  });

  it.each([
    ['credentials', null, 'ServiceNow does not let the app in'],
    ['role', 'sys_audit', 'ServiceNow does not give the app access to sys_audit'],
    ['redirect', 'login.acme.com', 'ServiceNow sends the app to another address: login.acme.com'],
  ] as const)('names what an instance refuses: %s', (refusal, subject, title) => {
    const error: AppError = { kind: 'source-refused', source: 'servicenow', refusal, subject };
    expect(plain(view(error).title)).toBe(title);
    expect(view(error).canRetry).toBe(true);
  });
});

describe('UNREACHABLE', () => {
  it('says without the catalogue what the catalogue says', () => {
    const { title, body } = prepareFailure({ kind: 'unreachable' }, 'desk', FORMATS);
    expect(UNREACHABLE).toEqual({ title, body, retry: FORMATS.t('common.retry') });
  });
});

describe('toFailure', () => {
  it('keeps an expected failure and calls everything else unreachable', () => {
    const error: AppError = { kind: 'not-found-or-not-permitted' };
    expect(toFailure(new ReadFailure(error))).toEqual({ kind: 'app', error });
    expect(toFailure(new TypeError('bridge'))).toEqual({ kind: 'unreachable' });
    expect(prepareFailure({ kind: 'unreachable' }, 'desk', FORMATS).canRetry).toBe(true);
  });
});
