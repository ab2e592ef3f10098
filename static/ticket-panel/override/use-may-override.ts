import { useEffect, useState } from 'react';

import { usePanel } from '../../shared/panel';

/**
 * Whether the viewer may set the ticket's outcome by hand, asked once: the answer does not change
 * while somebody looks. Until it is known, and when it cannot be, they may not.
 */
export function useMayOverride(issue: string): boolean {
  const { client } = usePanel();
  const [mayOverride, setMayOverride] = useState(false);

  useEffect(() => {
    let isGone = false;
    client.readOverrideOptions({ issue }).then(
      (answer) => {
        if (!isGone) setMayOverride(answer.ok && answer.value.mayOverride);
      },
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, [client, issue]);
  return mayOverride;
}
