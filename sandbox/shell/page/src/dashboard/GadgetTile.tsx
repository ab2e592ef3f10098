import Button from '@atlaskit/button/new';
import { useEffect, useState } from 'react';

import type { Gadget } from '../../../shell-api';
import { PanelFrame } from '../frame/PanelFrame';
import { useSession } from '../session/session';

interface GadgetTileProps {
  readonly gadget: Gadget;
  readonly isEditing: boolean;
  readonly onEdit: (isEditing: boolean) => void;
  readonly onSave: (configuration: Readonly<Record<string, unknown>>) => void;
  readonly onRemove: () => void;
}

const REFRESH_MS = 60_000;

/** A gadget that was never configured is in its edit view, as in Jira. */
export function GadgetTile({ gadget, isEditing, onEdit, onSave, onRemove }: GadgetTileProps) {
  const { state } = useSession();
  const refreshes = useRefreshes();
  const module = state.modules.find(({ key }) => key === gadget.moduleKey);
  const isNew = gadget.configuration === null;
  const editFile = module?.editFile ?? null;
  const showsEdit = editFile !== null && (isEditing || isNew);

  return (
    <section className="card gadget" aria-label={module?.title ?? gadget.moduleKey}>
      <div className="title-row">
        <h2>{module?.title ?? gadget.moduleKey}</h2>
        <div className="button-row">
          {editFile !== null && !isNew && (
            <Button appearance="subtle" spacing="compact" onClick={() => onEdit(!isEditing)}>
              {isEditing ? 'Cancel' : 'Configure'}
            </Button>
          )}
          <Button appearance="subtle" spacing="compact" onClick={onRemove}>
            Remove
          </Button>
        </div>
      </div>
      {module === undefined ? (
        <p className="notice">The app no longer has this gadget. Remove it.</p>
      ) : (
        <PanelFrame
          module={module}
          file={showsEdit ? editFile : module.file}
          extension={{
            type: module.type,
            gadgetConfiguration: gadget.configuration,
            dashboard: { id: '1' },
            gadget: { id: gadget.id },
            location: location.href,
            entryPoint: showsEdit ? 'edit' : 'view',
          }}
          signal={{ event: 'JIRA_DASHBOARD_GADGET_REFRESH', payload: null, version: refreshes }}
          {...(showsEdit && {
            onSubmit: (payload: unknown) => onSave(asConfiguration(payload)),
            onClose: () => onEdit(false),
          })}
        />
      )}
    </section>
  );
}

function useRefreshes(): number {
  const [refreshes, setRefreshes] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setRefreshes((count) => count + 1), REFRESH_MS);
    return () => clearInterval(timer);
  }, []);
  return refreshes;
}

function asConfiguration(payload: unknown): Readonly<Record<string, unknown>> {
  if (typeof payload === 'object' && payload !== null && !Array.isArray(payload)) {
    return payload as Record<string, unknown>;
  }
  throw new Error('submit: a gadget submits an object, its configuration');
}
