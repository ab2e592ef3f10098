/** The part of the bridge's history that panels use. Paths begin with a slash. */
export interface PanelHistory {
  readonly location: PanelLocation;
  listen(listener: (location: PanelLocation) => void): () => void;
  push(path: string): void;
  replace(path: string): void;
}

export interface PanelLocation {
  readonly pathname: string;
  /** With its `?`, or empty. */
  readonly search: string;
}
