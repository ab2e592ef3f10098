import Button from '@atlaskit/button/new';

import { useTexts } from '../shared/texts/use-texts';
import { DayEditor } from './DayEditor';
import { withDay, withMondayCopied } from './edit-week';
import type { FormState } from './form-state';

/** Working hours, day by day; a day can have breaks. */
export function WeekEditor({ form }: { readonly form: FormState }) {
  const t = useTexts();
  const { draft, change, dayProblems } = form;
  const isIdle = draft.week.every((spans) => spans.length === 0);
  return (
    <div className="week">
      {draft.week.map((spans, day) => (
        <DayEditor
          key={day}
          day={day}
          spans={spans}
          problem={dayProblems[day] ?? null}
          onChange={(changed) => change({ week: withDay(draft.week, day, changed) })}
        />
      ))}
      {isIdle && <p className="notice">{t('settings.calendar.idle')}</p>}
      <p className="field-hint">{t('settings.calendar.midnight')}</p>
      <div className="form-actions">
        {(['working-days', 'all'] as const).map((to) => (
          <Button
            key={to}
            spacing="compact"
            onClick={() => change({ week: withMondayCopied(draft.week, to) })}
          >
            {t(`settings.calendar.copyMonday.${to}`)}
          </Button>
        ))}
      </div>
    </div>
  );
}
