/** Who asks, on the platform's word. */
export interface Viewer {
  readonly accountId: string;
}
