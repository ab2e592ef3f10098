import Button from '@atlaskit/button/new';

import { useSession } from '../session/session';

interface PagerProps {
  readonly label: string;
  /** From 1. */
  readonly pageNumber: number;
  readonly pageSize: number;
  readonly shown: number;
  readonly total: number;
  readonly onGoTo: (pageNumber: number) => void;
}

export function Pager({ label, pageNumber, pageSize, shown, total, onGoTo }: PagerProps) {
  const { formats } = useSession();
  const startAt = (pageNumber - 1) * pageSize;
  const endAt = startAt + shown;
  return (
    <nav className="pager" aria-label={label}>
      <Button isDisabled={pageNumber === 1} onClick={() => onGoTo(pageNumber - 1)}>
        Previous
      </Button>
      <span role="status">
        {shown === 0
          ? `${formats.count(total)} in all`
          : `${formats.count(startAt + 1)}–${formats.count(endAt)} of ${formats.count(total)}`}
      </span>
      <Button isDisabled={endAt >= total} onClick={() => onGoTo(pageNumber + 1)}>
        Next
      </Button>
    </nav>
  );
}
