import { createHash } from 'node:crypto';

/** 32 hexadecimal digits, as an instance gives them; the same parts always give the same. */
export const sysIdOf = (...parts: readonly (string | number)[]): string =>
  createHash('md5').update(JSON.stringify(parts)).digest('hex');

export const isSysId = (text: string): boolean => /^[0-9a-f]{32}$/.test(text);
