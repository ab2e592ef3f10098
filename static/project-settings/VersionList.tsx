import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import { useState } from 'react';

import { ConfirmPanel } from '../shared/form/ConfirmPanel';
import { useTexts } from '../shared/texts/use-texts';
import { ChangeList, type ListedChange } from './ChangeList';
import type { VersionView } from './version-views';

interface VersionListProps {
  readonly versions: readonly VersionView<ListedChange>[];
  /** Restoring would replace what somebody has changed. */
  readonly isDraftDirty: boolean;
  readonly onRestore: (version: number) => void;
}

const SHOWN_AT_FIRST = 5;

/** Who changed what, when and why; each can be had again. */
export function VersionList({ versions, isDraftDirty, onRestore }: VersionListProps) {
  const t = useTexts();
  const [isWhole, setIsWhole] = useState(false);
  const [asked, setAsked] = useState<number | null>(null);
  const shown = isWhole ? versions : versions.slice(0, SHOWN_AT_FIRST);
  return (
    <section className="panel" aria-labelledby="versions-title">
      <h2 id="versions-title" className="panel-title">
        {t('settings.versions.title')}
      </h2>
      <ol className="versions">
        {shown.map((view) => (
          <li key={view.version} className="version" data-version={view.version}>
            <VersionFacts view={view} />
            {!view.isInForce && asked !== view.version && (
              <div>
                <Button
                  spacing="compact"
                  onClick={() => (isDraftDirty ? setAsked(view.version) : onRestore(view.version))}
                >
                  {t('settings.versions.restore', { version: view.version })}
                </Button>
              </div>
            )}
            {asked === view.version && (
              <ConfirmPanel
                {...t.message('settings.versions.replace')}
                confirmLabel={t('settings.versions.replaceDraft')}
                isRunning={false}
                failure={null}
                subject="settings"
                onCancel={() => setAsked(null)}
                onConfirm={() => {
                  setAsked(null);
                  onRestore(view.version);
                }}
              />
            )}
          </li>
        ))}
      </ol>
      {versions.length > shown.length && (
        <div>
          <Button appearance="subtle" onClick={() => setIsWhole(true)}>
            {t.plural('settings.versions.showAll', versions.length)}
          </Button>
        </div>
      )}
    </section>
  );
}

function VersionFacts({ view }: { readonly view: VersionView<ListedChange> }) {
  const t = useTexts();
  const { name, origin, exactTime, reason, restores, changes, isInForce } = view;
  return (
    <>
      <h3 className="version-name">
        {name}
        {isInForce && <Lozenge appearance="success">{t('settings.versions.inForce')}</Lozenge>}
      </h3>
      <p className="muted" title={exactTime}>
        {origin}
        {restores !== null && ` · ${restores}`}
      </p>
      {reason !== null && <p>{reason}</p>}
      {changes !== null && changes.length > 0 && <ChangeList changes={changes} />}
    </>
  );
}
