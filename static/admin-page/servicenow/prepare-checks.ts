import type { ServiceNowCheck } from '../../../src/contract';
import type { Formats } from '../../shared/format/formats';

export interface CheckView {
  readonly check: ServiceNowCheck['check'];
  readonly title: string;
  readonly status: {
    readonly label: string;
    readonly appearance: 'success' | 'moved' | 'removed' | 'default';
  };
  /** What is missing and what to do about it; null when nothing is. */
  readonly remedy: string | null;
  /** What it costs to leave it so; null where nothing works without it, and where nothing is missing. */
  readonly cost: string | null;
}

const APPEARANCES = {
  passed: 'success',
  limited: 'moved',
  failed: 'removed',
  skipped: 'default',
} as const;

export const prepareChecks = (
  checks: readonly ServiceNowCheck[],
  formats: Formats,
): readonly CheckView[] =>
  checks.map((each) => {
    const { t } = formats;
    const { check, status } = each;
    return {
      check,
      title: t(`admin.servicenow.check.${check}`),
      status: { label: t(`admin.servicenow.status.${status}`), appearance: APPEARANCES[status] },
      remedy: remedyOf(each, formats),
      cost: status === 'limited' ? t(`admin.servicenow.cost.${check}`) : null,
    };
  });

function remedyOf({ check, missing, subjects }: ServiceNowCheck, formats: Formats): string | null {
  const { t, list, exactDuration } = formats;
  const values = { subjects: list(subjects) };
  switch (missing) {
    case null:
      return null;
    case 'not-an-instance':
      return check === 'address'
        ? t('admin.servicenow.remedy.not-an-address')
        : t('admin.servicenow.remedy.not-an-instance', values);
    case 'unreachable':
      return check === 'reach'
        ? t('admin.servicenow.remedy.unreachable', values)
        : t('admin.servicenow.remedy.unanswered', values);
    case 'field':
      return check === 'verdict-field'
        ? t('admin.servicenow.remedy.verdict-field', values)
        : t('admin.servicenow.remedy.field', { ...values, table: check });
    case 'skew': {
      const aheadMs = Number(subjects[0] ?? 0);
      const apart = exactDuration(Math.abs(aheadMs));
      return t(aheadMs > 0 ? 'admin.servicenow.remedy.ahead' : 'admin.servicenow.remedy.behind', {
        apart,
      });
    }
    case 'not-https':
    case 'egress':
    case 'redirect':
    case 'credentials':
    case 'role':
    case 'table':
    case 'rows':
    case 'user':
      return t(`admin.servicenow.remedy.${missing}`, values);
  }
}

/** What a test came to, in one sentence. */
export function testSentence(checks: readonly ServiceNowCheck[], { t }: Formats): string {
  const count = (status: ServiceNowCheck['status']): number =>
    checks.filter((each) => each.status === status).length;
  if (count('failed') > 0) return t.plural('admin.servicenow.test.failed', count('failed'));
  return count('limited') > 0
    ? t.plural('admin.servicenow.test.limited', count('limited'))
    : t('admin.servicenow.test.passed');
}
