import { useId } from 'react';

import { usePanel } from '../shared/panel';
import { withSpan } from './edit-week';
import { WORKING_DAY, type SpanDraft } from './settings-draft';
import { MAX_SPANS } from './validate-calendar';

interface DayEditorProps {
  /** Monday is 0. */
  readonly day: number;
  readonly spans: readonly SpanDraft[];
  readonly problem: string | null;
  readonly onChange: (spans: readonly SpanDraft[]) => void;
}

const ENDS = ['from', 'to'] as const;

export function DayEditor({ day, spans, problem, onChange }: DayEditorProps) {
  const { formats } = usePanel();
  const { t, weekday } = formats;
  const name = weekday(day, 'long');
  const problemId = useId();
  return (
    <div className="day" role="group" aria-label={name}>
      <span className="day-name">{name}</span>
      <div className="day-spans">
        {spans.length === 0 && <span className="muted">{t('settings.calendar.free')}</span>}
        {spans.map((span, index) => (
          <div key={index} className="span">
            {ENDS.map((end) => (
              <input
                key={end}
                type="time"
                className="input span-end"
                aria-label={t(`settings.calendar.${end}`, { day: name, number: index + 1 })}
                aria-invalid={problem !== null}
                aria-describedby={problem === null ? undefined : problemId}
                value={span[end]}
                onChange={(event) =>
                  onChange(withSpan(spans, index, { [end]: event.target.value }))
                }
              />
            ))}
            <button
              type="button"
              className="icon-button"
              aria-label={t('settings.calendar.removeSpan', { day: name, number: index + 1 })}
              onClick={() => onChange(spans.filter((_, position) => position !== index))}
            >
              ×
            </button>
          </div>
        ))}
        {problem !== null && (
          <p id={problemId} className="field-error">
            {problem}
          </p>
        )}
      </div>
      {spans.length < MAX_SPANS && (
        <button
          type="button"
          className="link-button day-add"
          onClick={() => onChange([...spans, spans.length === 0 ? WORKING_DAY : NEXT_SPAN])}
        >
          {t('settings.calendar.addSpan')}
          <span className="visually-hidden"> {name}</span>
        </button>
      )}
    </div>
  );
}

const NEXT_SPAN: SpanDraft = { from: '', to: '' };
