import Button from '@atlaskit/button/new';
import { useId, useState } from 'react';

import { hrefOf } from '../session/route';

/** Asks for a JQL; the address says which one is answered. */
export function JqlForm({ jql }: { readonly jql: string }) {
  const id = useId();
  const [text, setText] = useState(jql);
  return (
    <form
      className="jql-form"
      onSubmit={(event) => {
        event.preventDefault();
        location.hash = hrefOf({ page: 'issues', jql: text.trim(), pageNumber: 1 });
      }}
    >
      <label className="field-label" htmlFor={id}>
        JQL
      </label>
      <input
        id={id}
        className="textarea jql-input"
        value={text}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="submit">Search</Button>
    </form>
  );
}
