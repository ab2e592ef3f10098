interface Node {
  readonly type?: unknown;
  readonly text?: unknown;
  readonly content?: unknown;
  readonly attrs?: { readonly text?: unknown; readonly title?: unknown };
}

const INLINE = new Set(['text', 'status', 'hardBreak', 'emoji', 'mention', 'date', 'inlineCard']);

/** The text of a document, a line a block. */
export function documentText(node: unknown): string {
  const { type, text, content, attrs } = node as Node;
  if (type === 'hardBreak') return '\n';
  if (typeof text === 'string') return text;
  const title = attrs?.text ?? attrs?.title;
  const own = typeof title === 'string' ? [title] : [];
  const children = Array.isArray(content) ? (content as readonly Node[]) : [];
  const isLine = children.every((child) => INLINE.has(String(child.type)));
  return [...own, children.map(documentText).join(isLine ? '' : '\n')]
    .filter((part) => part !== '')
    .join('\n');
}
