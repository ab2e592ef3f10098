import type { AdfNode } from '../../../shell-api';
import { AdfBlocks } from './AdfBlock';

/** A text in Atlassian's document format, as elements of React: no markup of it is ever trusted. */
export function AdfDocument({ document }: { readonly document: AdfNode }) {
  return (
    <div className="adf">
      <AdfBlocks nodes={document.content ?? []} />
    </div>
  );
}
