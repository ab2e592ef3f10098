import { TextField } from '../shared/form/TextField';
import { usePanel } from '../shared/panel';
import type { FormState } from './form-state';
import { Setting } from './Setting';
import { daysWords } from './setting-words';
import { settingsOf } from './settings-draft';

const COMMON_HOURS = [24, 72, 168, 336] as const;

/** Hours, with the same in days, and the usual ones a click away. */
export function WindowSetting({ form }: { readonly form: FormState }) {
  const { formats } = usePanel();
  const { t } = formats;
  const { draft, change, problems } = form;
  const hours = settingsOf(draft).definition.windowHours;
  return (
    <Setting field="windowHours" form={form}>
      <div className="window">
        <TextField
          label={t('settings.window.hours')}
          hint={
            problems.windowHours === undefined
              ? t('settings.window.equals', { days: daysWords(hours, t) })
              : undefined
          }
          inputMode="numeric"
          maxLength={6}
          isInvalid={problems.windowHours !== undefined}
          value={draft.windowHours}
          onChange={(windowHours) => change({ windowHours })}
        />
        <div className="presets" role="group" aria-label={t('settings.window.common')}>
          {COMMON_HOURS.map((common) => (
            <button
              key={common}
              type="button"
              className="preset"
              aria-pressed={common === hours}
              onClick={() => change({ windowHours: String(common) })}
            >
              {daysWords(common, t)}
            </button>
          ))}
        </div>
      </div>
    </Setting>
  );
}
