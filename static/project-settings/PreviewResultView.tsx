import { useState, type ReactNode } from 'react';

import { OutcomeLozenge } from '../shared/components/OutcomeLozenge';
import { useTexts } from '../shared/texts/use-texts';
import type { PreviewView } from './prepare-preview';
import { PreviewTable } from './PreviewTable';

interface PreviewResultViewProps {
  readonly view: PreviewView;
  /** What can be done next. */
  readonly children: ReactNode;
}

/** What a draft would change: in sentences first, then every number side by side. */
export function PreviewResultView({ view, children }: PreviewResultViewProps) {
  const t = useTexts();
  const [isShort, setIsShort] = useState(false);
  const { title, sentences, moves, groups } = view;
  const [summary, ...others] = sentences;
  return (
    <div className="preview">
      <h3 className="preview-title">{title}</h3>
      <p className="preview-summary" role="status">
        {summary}
      </p>
      {others.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {moves.length > 0 && (
        <ul className="moves">
          {moves.map(({ from, to, episodes }) => (
            <li key={`${from.label} ${to.label}`} className="move">
              <OutcomeLozenge {...from} />
              <span className="visually-hidden">{t('settings.preview.becomes')}</span>
              <span aria-hidden="true">→</span>
              <OutcomeLozenge {...to} />
              <span>{episodes}</span>
            </li>
          ))}
        </ul>
      )}
      <p className="muted">{t('settings.preview.remark')}</p>
      {children}
      <label className="choice">
        <input type="checkbox" checked={isShort} onChange={() => setIsShort(!isShort)} />
        <span>{t('settings.preview.onlyChanges')}</span>
      </label>
      <PreviewTable groups={groups} isShort={isShort} />
    </div>
  );
}
