import type { AdfNode } from '../../../shell-api';
import { AdfInline } from './AdfInline';
import { AdfTable } from './AdfTable';
import { textAttribute } from './attributes';

const PANELS: ReadonlySet<string> = new Set(['info', 'note', 'success', 'warning', 'error']);

export function AdfBlocks({ nodes }: { readonly nodes: readonly AdfNode[] }) {
  return nodes.map((node, index) => <AdfBlock key={index} node={node} />);
}

/** A node that stands by itself; of a kind that is not known here, what is in it. */
function AdfBlock({ node }: { readonly node: AdfNode }) {
  const content = node.content ?? [];
  switch (node.type) {
    case 'paragraph':
      return (
        <p className="prose">
          <AdfInline nodes={content} />
        </p>
      );
    case 'heading':
      // Below the page's own headings, whatever its level, so that the outline has no gaps.
      return (
        <h3>
          <AdfInline nodes={content} />
        </h3>
      );
    case 'bulletList':
      return (
        <ul>
          <AdfBlocks nodes={content} />
        </ul>
      );
    case 'orderedList':
      return (
        <ol start={Number(node.attrs?.['order'] ?? 1)}>
          <AdfBlocks nodes={content} />
        </ol>
      );
    case 'listItem':
      return (
        <li>
          <AdfBlocks nodes={content} />
        </li>
      );
    case 'table':
      return <AdfTable rows={content} renderCell={(nodes) => <AdfBlocks nodes={nodes} />} />;
    case 'codeBlock':
      return (
        <pre className="report" tabIndex={0}>
          <code>{content.map(({ text }) => text ?? '').join('')}</code>
        </pre>
      );
    case 'panel': {
      const kind = textAttribute(node, 'panelType') ?? 'info';
      return (
        <div className={`adf-panel adf-panel-${PANELS.has(kind) ? kind : 'info'}`}>
          <AdfBlocks nodes={content} />
        </div>
      );
    }
    case 'rule':
      return <hr />;
    case 'blockquote':
      return (
        <blockquote>
          <AdfBlocks nodes={content} />
        </blockquote>
      );
    case 'expand':
    case 'nestedExpand':
      return (
        <details>
          <summary>{textAttribute(node, 'title') ?? 'More'}</summary>
          <AdfBlocks nodes={content} />
        </details>
      );
    default:
      return <AdfBlocks nodes={content} />;
  }
}
