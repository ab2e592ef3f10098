import { z } from 'zod';

export const projectSchema = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,64}$/, 'a project key or id of letters, digits, - and _');

export const issueSchema = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, 'an issue id or key');

/** A day on the desk's clock. */
export const daySchema = z.iso.date('a day, YYYY-MM-DD');
