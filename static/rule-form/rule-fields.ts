import { asRecord, asText } from '../shared/read-json';
import type { Texts } from '../shared/texts/texts';

/** Inputs of *Record AI outcome*, as the manifest names them, in the order of the form. */
export const RECORD_FIELDS = [
  'ticket',
  'agent',
  'result',
  'confidence',
  'tried',
  'verifiedActions',
  'attempt',
] as const;
/** Inputs of *Get desk KPIs*. */
export const KPI_FIELDS = ['project', 'days'] as const;

export type RuleField = (typeof RECORD_FIELDS)[number] | (typeof KPI_FIELDS)[number];

/** What is in the form's fields, as typed. */
export type RuleDraft = Readonly<Partial<Record<RuleField, string>>>;

const REQUIRED: ReadonlySet<RuleField> = new Set(['ticket', 'result', 'project']);

/** What most rules want, so that they need not be typed. */
const USUAL: RuleDraft = { ticket: '{{issue.key}}', project: '{{project.key}}' };

/** @param inputs - as the rule keeps them; without any, the step is new */
export function draftOf(fields: readonly RuleField[], inputs: unknown): RuleDraft {
  const kept = asRecord(inputs);
  const isNew = Object.keys(kept).length === 0;
  return Object.fromEntries(
    fields.map((field) => {
      const value = kept[field];
      const text = typeof value === 'number' ? String(value) : asText(value);
      return [field, text ?? (isNew ? (USUAL[field] ?? '') : '')];
    }),
  );
}

/** What the rule keeps: fields that are empty are left out, and days are a number, as the manifest says. */
export function inputsOf(draft: RuleDraft): Readonly<Record<string, string | number>> {
  const filled = Object.entries(draft)
    .map(([field, text]) => [field, text.trim()] as const)
    .filter(([, text]) => text !== '');
  return Object.fromEntries(
    filled.map(([field, text]) => [field, field === 'days' ? Number(text) : text]),
  );
}

/** null: nothing is wrong. Smart values are known only when the rule runs, so little is looked at here. */
export const fieldError = (field: RuleField, draft: RuleDraft, t: Texts): string | null =>
  REQUIRED.has(field) && (draft[field] ?? '').trim() === '' ? t('ruleForm.required') : null;
