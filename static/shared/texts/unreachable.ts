/** The one text outside of the catalogue: for when the catalogue itself cannot be loaded. */
export const UNREACHABLE = {
  title: 'The app did not answer',
  body: 'The connection may have dropped, or the app is starting. Nothing is lost.',
  retry: 'Try again',
} as const;
