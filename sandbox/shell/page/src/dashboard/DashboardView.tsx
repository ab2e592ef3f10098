import Button from '@atlaskit/button/new';
import { useState } from 'react';

import { Failure } from '../components/Failure';
import { Loading } from '../components/Loading';
import { blockingError } from '../session/blocking-error';
import { useSession } from '../session/session';
import { GadgetTile } from './GadgetTile';
import { useDashboard } from './use-dashboard';

export function DashboardView() {
  const { state } = useSession();
  const { query, save, failure } = useDashboard();
  const [edited, setEdited] = useState<ReadonlySet<string>>(new Set());
  const modules = state.modules.filter(({ type }) => type === 'jira:dashboardGadget');

  const error = blockingError(query);
  if (error !== null) return <Failure error={error} onRetry={() => void query.refetch()} />;
  if (query.data === undefined) return <Loading label="Opening the dashboard" />;
  const { gadgets } = query.data;
  const setEditing = (id: string, isEditing: boolean): void => {
    setEdited(
      (ids) => new Set([...[...ids].filter((other) => other !== id), ...(isEditing ? [id] : [])]),
    );
  };

  return (
    <section aria-labelledby="dashboard-title">
      <div className="title-row">
        <h1 id="dashboard-title">Dashboard</h1>
        <div className="button-row">
          {modules.map(({ key, title }) => (
            <Button
              key={key}
              appearance="primary"
              onClick={() =>
                save([...gadgets, { id: nextId(gadgets), moduleKey: key, configuration: null }])
              }
            >
              {`Add “${title}”`}
            </Button>
          ))}
        </div>
      </div>
      {failure !== null && (
        <p className="notice" role="alert">
          The dashboard was not saved. {failure.message}
        </p>
      )}
      {modules.length === 0 && <p className="message">The app has no gadgets.</p>}
      {modules.length > 0 && gadgets.length === 0 && (
        <p className="message">No gadgets yet. Add one above.</p>
      )}
      <div className="gadgets">
        {gadgets.map((gadget) => (
          <GadgetTile
            key={gadget.id}
            gadget={gadget}
            isEditing={edited.has(gadget.id)}
            onEdit={(isEditing) => setEditing(gadget.id, isEditing)}
            onSave={(configuration) => {
              setEditing(gadget.id, false);
              save(
                gadgets.map((other) =>
                  other.id === gadget.id ? { ...gadget, configuration } : other,
                ),
              );
            }}
            onRemove={() => save(gadgets.filter(({ id }) => id !== gadget.id))}
          />
        ))}
      </div>
    </section>
  );
}

const nextId = (gadgets: readonly { readonly id: string }[]): string =>
  String(1 + Math.max(0, ...gadgets.map(({ id }) => Number(id) || 0)));
