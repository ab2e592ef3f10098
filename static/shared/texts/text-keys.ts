import type english from '../../locales/en-US.json';

/** English is complete: what it has, every language has. Only its type is used here. */
type Catalogue = typeof english;

/** A text that depends on a number, by `Intl.PluralRules`. */
interface Plural {
  readonly one: string;
  readonly other: string;
}

/** What stands where figures would. */
interface MessageTexts {
  readonly title: string;
  readonly body: string;
}

type TextPaths<Node> = {
  [Key in keyof Node & string]: Node[Key] extends string
    ? Key
    : Node[Key] extends Plural
      ? never
      : `${Key}.${TextPaths<Node[Key]>}`;
}[keyof Node & string];

type PathsTo<Wanted, Node> = {
  [Key in keyof Node & string]: Node[Key] extends string
    ? never
    : Node[Key] extends Wanted
      ? Key
      : `${Key}.${PathsTo<Wanted, Node[Key]>}`;
}[keyof Node & string];

/** Path of a text: `queue.results`. */
export type TextKey = TextPaths<Catalogue>;

/** Path of an object `{ one, other }`: `ticket.episodes`. */
export type PluralKey = PathsTo<Plural, Catalogue>;

/** Path of an object `{ title, body }`: `failure.unreachable`. */
export type MessageKey = PathsTo<MessageTexts, Catalogue>;
