/** Something that can be chosen from a list. */
export interface CheckOption {
  readonly value: string;
  /** What people call it; left out where the value is that. */
  readonly label?: string;
  /** Said beside the name, such as that it is gone by now; null for most. */
  readonly note: string | null;
}
