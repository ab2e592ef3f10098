/** A node of Atlassian's document format, as far as the app writes it. */
export interface AdfNode {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly AdfNode[];
  readonly text?: string;
  readonly marks?: readonly AdfMark[];
}

export interface AdfMark {
  readonly type: 'strong' | 'code' | 'link';
  readonly attrs?: Readonly<Record<string, unknown>>;
}

export interface AdfDocument {
  readonly version: 1;
  readonly type: 'doc';
  readonly content: readonly AdfNode[];
}

/** Jira refuses a text node without text. */
const textNode = (text: string, marks?: readonly AdfMark[]): AdfNode => ({
  type: 'text',
  text: text === '' ? '–' : text,
  ...(marks === undefined ? {} : { marks }),
});

const container =
  (type: string, attrs?: Readonly<Record<string, unknown>>) =>
  (...content: readonly AdfNode[]): AdfNode => ({
    type,
    ...(attrs === undefined ? {} : { attrs }),
    content,
  });

export const adf = {
  document: (...content: readonly AdfNode[]): AdfDocument => ({ version: 1, type: 'doc', content }),
  text: (text: string): AdfNode => textNode(text),
  strong: (text: string): AdfNode => textNode(text, [{ type: 'strong' }]),
  code: (text: string): AdfNode => textNode(text, [{ type: 'code' }]),
  link: (text: string, href: string): AdfNode =>
    textNode(text, [{ type: 'link', attrs: { href } }]),
  paragraph: container('paragraph'),
  heading: container('heading', { level: 4 }),
  bullets: container('bulletList'),
  steps: container('orderedList'),
  item: container('listItem'),
  warning: container('panel', { panelType: 'warning' }),
  json: (text: string): AdfNode => container('codeBlock', { language: 'json' })(textNode(text)),
  expand: (title: string, ...content: readonly AdfNode[]): AdfNode =>
    container('expand', { title })(...content),
} as const;
