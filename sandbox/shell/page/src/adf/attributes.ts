import type { AdfNode } from '../../../shell-api';

/** Null for an attribute that is absent, or no text. */
export function textAttribute({ attrs }: AdfNode, name: string): string | null {
  const value = attrs?.[name];
  return typeof value === 'string' ? value : null;
}

/** The address as a browser reads it; null for one that is none, or not https. */
export function httpsAddress(value: unknown): string | null {
  try {
    const url = new URL(String(value));
    return url.protocol === 'https:' ? url.href : null;
  } catch {
    return null;
  }
}
