import type { Administration } from '../../src/contract';
import { FeedbackExport } from './feedback/FeedbackExport';
import { SettingsFile } from './SettingsFile';

/** What can be taken elsewhere, as files. */
export function ExportTab({ administration }: { readonly administration: Administration }) {
  return (
    <div className="admin-sections">
      <SettingsFile />
      <FeedbackExport asOf={administration.asOf} />
    </div>
  );
}
