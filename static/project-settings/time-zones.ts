const KNOWN = new Set(['UTC', ...Intl.supportedValuesOf('timeZone')]);

/** Every zone that the browser knows, and the one that is set: older names of a zone are not listed. */
export const timeZonesWith = (timeZone: string): readonly string[] =>
  [...new Set([...KNOWN, timeZone])].sort((a, b) => a.localeCompare(b, 'en'));
