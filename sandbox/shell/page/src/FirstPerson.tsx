import { useEffect } from 'react';

import type { ShellUser } from '../../shell-api';
import { Loading } from './components/Loading';

interface FirstPersonProps {
  readonly users: readonly ShellUser[];
  readonly onChoose: (accountId: string) => void;
}

/** Nobody is at the screen yet, or somebody of another site: one who works there sits down. */
export function FirstPerson({ users, onChoose }: FirstPersonProps) {
  const person = users.find(({ role }) => /agent|administrator/i.test(role)) ?? users[0];

  useEffect(() => {
    if (person !== undefined) onChoose(person.accountId);
  }, [person, onChoose]);

  if (person !== undefined) return <Loading label="Opening the site" />;
  return (
    <p className="notice" role="alert">
      The site has no people. Start it with a scenario that has some.
    </p>
  );
}
