import Button from '@atlaskit/button/new';
import { useState } from 'react';

import { Segments } from '../components/Segments';
import { useIssueAct } from './use-issue-act';

const AUDIENCES = [
  { value: 'public', label: 'Reply to customer' },
  { value: 'internal', label: 'Internal note' },
];

export function CommentBox({ issueKey }: { readonly issueKey: string }) {
  const act = useIssueAct(issueKey);
  const [body, setBody] = useState('');
  const [audience, setAudience] = useState('public');
  const isPublic = audience === 'public';

  return (
    <form
      className="comment-box"
      onSubmit={(event) => {
        event.preventDefault();
        act.mutate({ kind: 'comment', body, isPublic }, { onSuccess: () => setBody('') });
      }}
    >
      <Segments
        label="Who reads it"
        value={audience}
        options={AUDIENCES}
        isDisabled={act.isPending}
        onChange={setAudience}
      />
      <textarea
        className={isPublic ? 'textarea' : 'textarea textarea-internal'}
        aria-label={isPublic ? 'Reply to customer' : 'Internal note'}
        rows={3}
        value={body}
        disabled={act.isPending}
        onChange={(event) => setBody(event.target.value)}
      />
      {act.isError && (
        <p className="notice" role="alert">
          {act.error.message}
        </p>
      )}
      <div>
        <Button type="submit" appearance="primary" isDisabled={act.isPending || body.trim() === ''}>
          {act.isPending ? 'Sending…' : 'Add comment'}
        </Button>
      </div>
    </form>
  );
}
