import { z } from 'zod';

import { durationMs, epochMs, type EpochMs } from '../../../domain/time';

/**
 * Readers of one value of a record. ServiceNow sends every value as a string, a reference as
 * `{link, value}`, and with `sysparm_display_value=all` each as `{display_value, value}`; nothing is
 * `""`, and becomes null. A field that the account may not see is missing: say `.optional()`.
 */
const stored = z
  .union([z.string(), z.object({ value: z.string() }).transform(({ value }) => value)], {
    error: 'expected text, or an object with a value',
  })
  .transform((text) => (text === '' ? null : text));

/** Text as it is, blanks included. */
export const snText = stored;

/** The sys_id of the record that is referred to; some tables refer by name. */
export const snReference = stored;

/** Letters, digits and `_.-` only: it becomes part of an address. */
export const snSysId = z
  .string()
  .regex(/^\w[\w.-]{0,31}$/, { error: 'expected a sys_id' })
  .brand<'sys-id'>();

export const snBoolean = reader((text) => {
  if (text === 'true') return true;
  return text === 'false' ? false : undefined;
}, 'expected true or false');

/** A whole number, also of a choice: states and priorities are numbers. */
export const snInteger = reader((text) => {
  const value = /^-?\d{1,15}$/.test(text) ? Number(text) : undefined;
  return Number.isSafeInteger(value) ? value : undefined;
}, 'expected a whole number');

/** `YYYY-MM-DD HH:MM:SS`, which is UTC whatever the account's zone. */
export const snTime = reader(parseTime, 'expected a time, YYYY-MM-DD HH:MM:SS');

/** A span, which is stored as the time so long after 1970-01-01. */
export const snDuration = reader((text) => {
  const span = parseTime(text);
  return span === undefined || span < 0 ? undefined : durationMs(span);
}, 'expected a duration, as a time counted from 1970-01-01 00:00:00');

/** Of `sysparm_display_value=all`: the stored value, and what people see; each null when empty. */
export const snDisplayed = z
  .object({ value: z.string(), display_value: z.string().nullable() })
  .transform(({ value, display_value: display }) => ({
    value: value === '' ? null : value,
    display: display === '' ? null : display,
  }));

/** As queries take it, cut to the second. */
export const snTimeText = (at: EpochMs): string =>
  new Date(at).toISOString().slice(0, 19).replace('T', ' ');

function parseTime(text: string): EpochMs | undefined {
  if (!/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/.test(text)) return undefined;
  const at = Date.parse(`${text.replace(' ', 'T')}Z`);
  // The 30th of February is read as the 1st of March.
  return Number.isNaN(at) || snTimeText(epochMs(at)) !== text ? undefined : epochMs(at);
}

/** @param read - undefined for what is none; the message never quotes it */
function reader<T>(read: (text: string) => T | undefined, message: string) {
  return stored.transform((text, context) => {
    if (text === null) return null;
    const value = read(text);
    if (value !== undefined) return value;
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });
}
