const ISSUE_KEY = /^[A-Z][A-Z0-9_]*-\d+$/;
const NUMBER = /^\d+$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The request without its particulars: `GET /rest/api/3/issue/{key}/properties/{property}`. */
export function endpointTemplate(method: string, path: string): string {
  const segments = (path.split(/[?#]/)[0] ?? '').split('/');
  const template = segments.map((segment, index) => {
    if (NUMBER.test(segment) || UUID.test(segment)) {
      return segments[index - 1] === 'api' ? segment : '{id}';
    }
    if (ISSUE_KEY.test(segment)) return '{key}';
    const before = segments[index - 1];
    if (before === 'properties' && segment !== 'multi') return '{property}';
    if (before === 'project' && segment !== 'search') return '{project}';
    return segment;
  });
  return `${method.toUpperCase()} ${template.join('/')}`;
}
