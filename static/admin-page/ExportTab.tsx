import { FeedbackExport } from './feedback/FeedbackExport';
import { SettingsFile } from './SettingsFile';

/** What can be taken elsewhere, as files. */
export function ExportTab() {
  return (
    <div className="admin-sections">
      <SettingsFile />
      <FeedbackExport />
    </div>
  );
}
