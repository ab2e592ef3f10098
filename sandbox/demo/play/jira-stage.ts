import type { JiraSite } from '../../jira/site';
import { accountIdOf } from '../accounts';
import type { ScriptAct, TicketScript } from '../ticket-script';
import { STRANGER } from './demo-site';
import { importPast } from './import-past';
import type { Stage } from './stage';
import { STATUS_NAMES } from './status-names';

/** A Jira site as a stage; scripts name its projects. */
export const createJiraStage = (site: JiraSite): Stage => ({
  importPast(script, nowMs) {
    const { key } = importPast(site, script, nowMs);
    return { key, keyAt: () => key };
  },

  open: (script) =>
    site.createIssue({
      by: accountIdOf(script, { role: 'requester' }),
      project: script.deskKey,
      requestType: script.requestType,
      summary: script.summary,
      priority: script.priority,
    }).key,

  act(script, action, key) {
    const isByStranger = 'by' in action && action.by.role === 'stranger';
    try {
      // Somebody who acts and whose account is deleted then: all that is left is an unknown id.
      if (isByStranger) site.addUser(STRANGER);
      act(site, script, action, key);
    } finally {
      if (isByStranger) site.removeUser(STRANGER.accountId);
    }
    return key;
  },
});

function act(site: JiraSite, script: TicketScript, action: ScriptAct, issue: string): void {
  switch (action.kind) {
    case 'comment':
      site.addComment({
        by: accountIdOf(script, action.by),
        issue,
        isPublic: action.isPublic,
        body: action.text,
      });
      return;
    case 'assign':
      site.assign({
        by: accountIdOf(script, action.by),
        issue,
        assignee: accountIdOf(script, action.to),
      });
      return;
    case 'status':
      site.transition({
        by: accountIdOf(script, action.by),
        issue,
        to: STATUS_NAMES[action.to],
        resolution: action.resolution,
      });
      return;
    case 'rate':
      site.giveFeedback({
        by: accountIdOf(script, { role: 'requester' }),
        issue,
        rating: action.rating,
      });
  }
}
