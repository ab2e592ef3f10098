/** Small values that can be read again from their source: statuses, account types. */
export interface Cache {
  /** undefined when it was never kept or is no longer. */
  get(key: string): Promise<unknown>;
  getMany(keys: readonly string[]): Promise<ReadonlyMap<string, unknown>>;
  set(key: string, value: unknown): Promise<void>;
  setMany(entries: ReadonlyMap<string, unknown>): Promise<void>;
}
