import { createHash } from 'node:crypto';

/** 32 hexadecimal digits, as an instance gives them; the same parts always give the same. */
export const sysIdOf = (...parts: readonly (string | number)[]): string =>
  createHash('md5').update(JSON.stringify(parts)).digest('hex');

/** One for each row of a table; they come in no order, like an instance's own. */
export const numberedSysId = (table: string, number: number): string =>
  (Math.imul(number, 0x9e3779b1) >>> 0).toString(16).padStart(8, '0') + tableDigits(table);

const digitsByTable = new Map<string, string>();

function tableDigits(table: string): string {
  const digits = digitsByTable.get(table) ?? sysIdOf(table).slice(8);
  digitsByTable.set(table, digits);
  return digits;
}

export const isSysId = (text: string): boolean => /^[0-9a-f]{32}$/.test(text);
