import Lozenge, { type ThemeAppearance } from '@atlaskit/lozenge';
import type { ReactNode } from 'react';

import type { AdfMark, AdfNode } from '../../../shell-api';
import { httpsAddress, textAttribute } from './attributes';

const LOZENGES: Readonly<Record<string, ThemeAppearance>> = {
  neutral: 'default',
  purple: 'new',
  blue: 'inprogress',
  red: 'removed',
  yellow: 'moved',
  green: 'success',
};

export function AdfInline({ nodes }: { readonly nodes: readonly AdfNode[] }) {
  return nodes.map((node, index) => <Inline key={index} node={node} />);
}

function Inline({ node }: { readonly node: AdfNode }): ReactNode {
  switch (node.type) {
    case 'text':
      return (node.marks ?? []).reduce<ReactNode>(marked, node.text ?? '');
    case 'hardBreak':
      return <br />;
    case 'status':
      return (
        <Lozenge appearance={LOZENGES[textAttribute(node, 'color') ?? ''] ?? 'default'}>
          {textAttribute(node, 'text') ?? ''}
        </Lozenge>
      );
    default:
      return textAttribute(node, 'text') ?? '';
  }
}

function marked(text: ReactNode, mark: AdfMark): ReactNode {
  switch (mark.type) {
    case 'strong':
      return <strong>{text}</strong>;
    case 'em':
      return <em>{text}</em>;
    case 'code':
      return <code>{text}</code>;
    case 'link': {
      const address = httpsAddress(mark.attrs?.['href']);
      if (address === null) return text;
      return (
        <a href={address} target="_blank" rel="noopener noreferrer">
          {text}
        </a>
      );
    }
    default:
      return text;
  }
}
