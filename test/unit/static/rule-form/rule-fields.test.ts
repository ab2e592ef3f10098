import { join } from 'node:path';

import { loadManifest } from '../../../../sandbox/forge/manifest';
import {
  draftOf,
  fieldError,
  inputsOf,
  KPI_FIELDS,
  RECORD_FIELDS,
} from '../../../../static/rule-form/rule-fields';
import { FORMATS } from '../builders';

const { t } = FORMATS;

it('offers each input of its action, and no other', async () => {
  const { modules } = await loadManifest(join(__dirname, '..', '..', '..', '..'));
  const inputs = modules.action.map((action) => [action.key, Object.keys(action.inputs)]);
  expect(inputs).toEqual([
    ['record-ai-outcome', [...RECORD_FIELDS]],
    ['get-desk-kpis', [...KPI_FIELDS]],
  ]);
});

it('begins a new step with what most rules want', () => {
  expect(draftOf(RECORD_FIELDS, null)).toEqual({
    ticket: '{{issue.key}}',
    agent: '',
    result: '',
    confidence: '',
    tried: '',
    verifiedActions: '',
    attempt: '',
  });
  expect(draftOf(KPI_FIELDS, {})).toEqual({ project: '{{project.key}}', days: '' });
});

it('goes on with what the rule keeps, and fills in nothing that was emptied', () => {
  const kept = { ticket: 'IT-1', confidence: '0.8', colour: 'red' };
  const draft = draftOf(RECORD_FIELDS, kept);
  expect(draft).toMatchObject({ ticket: 'IT-1', confidence: '0.8', agent: '' });
  expect(inputsOf(draft)).toEqual({ ticket: 'IT-1', confidence: '0.8' });
  expect(draftOf(KPI_FIELDS, { days: 7 })).toEqual({ project: '', days: '7' });
});

it('keeps numbers as numbers and leaves out what is empty', () => {
  expect(inputsOf({ project: ' IT ', days: '90' })).toEqual({ project: 'IT', days: 90 });
  expect(inputsOf({ ticket: 'IT-1', agent: '  ', result: '{{x}}' })).toEqual({
    ticket: 'IT-1',
    result: '{{x}}',
  });
});

it('asks for what the action cannot do without, and for nothing else', () => {
  const draft = draftOf(RECORD_FIELDS, { agent: 'Atlas' });
  const asked = RECORD_FIELDS.filter((field) => fieldError(field, draft, t) !== null);
  expect(asked).toEqual(['ticket', 'result']);
  expect(fieldError('ticket', draft, t)).toBe('Automation needs this: a value or a smart value.');
});
