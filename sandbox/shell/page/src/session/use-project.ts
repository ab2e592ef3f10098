import { useEffect } from 'react';

import { projectOf } from './route';
import { useSession } from './session';
import { useRoute } from './use-route';

const STORE_KEY = 'sandbox.project';

/** The project on screen, else the one seen last, else the first; null when there is none to see. */
export function useProject(): string | null {
  const { state } = useSession();
  const current = projectOf(useRoute());

  useEffect(() => {
    if (current !== null) localStorage.setItem(STORE_KEY, current);
  }, [current]);

  if (current !== null) return current;
  const seenLast = localStorage.getItem(STORE_KEY);
  const project = state.projects.find(({ key }) => key === seenLast) ?? state.projects[0];
  return project?.key ?? null;
}
