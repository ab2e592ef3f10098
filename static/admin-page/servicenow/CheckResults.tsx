import Lozenge from '@atlaskit/lozenge';
import { useEffect, useRef } from 'react';

import type { ServiceNowCheck } from '../../../src/contract';
import { usePanel } from '../../shared/panel';
import { prepareChecks, testSentence } from './prepare-checks';

/** What of an instance is there and what is missing, one by one. Takes the focus: it was asked for. */
export function CheckResults({ checks }: { readonly checks: readonly ServiceNowCheck[] }) {
  const { formats } = usePanel();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [checks]);
  return (
    <section className="admin-stack">
      <h4 ref={heading} className="part-title" tabIndex={-1}>
        {testSentence(checks, formats)}
      </h4>
      <ul className="checks">
        {prepareChecks(checks, formats).map(({ check, title, status, remedy, cost }) => (
          <li key={check} className="check" data-check={check}>
            <span className="check-name">{title}</span>
            <Lozenge appearance={status.appearance}>{status.label}</Lozenge>
            {remedy !== null && <p className="check-remedy">{remedy}</p>}
            {cost !== null && <p className="check-remedy muted">{cost}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
