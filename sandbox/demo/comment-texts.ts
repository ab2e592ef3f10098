/** What people and agents write, by occasion. Fixed sentences: no names, no places, no secrets. */
export const COMMENT_TEXTS = {
  receipt: ['Thank you, we have received your request. Somebody will look at it soon.'],
  aiAnswer: [
    'I found the steps for this in the knowledge base and have listed them below. Please try them in order.',
    'I have checked your account and applied the usual fix. It should work after you sign in again.',
    'Here is what you asked for, with a link to the guide that describes it.',
    'This is a known question. The short answer is below, the details are in the linked article.',
    'I have started the standard change for you. It takes effect within a few minutes.',
  ],
  aiQuestion: [
    'To go on I need one detail: which device do you use, and since when does it happen?',
    'Could you tell me the exact message that you see?',
    'Which period is this about, please?',
    'Please confirm which of the two options below you mean.',
  ],
  aiHandOver: [
    'Handing over: the request needs an approval that I may not give.',
    'Handing over: confidence is too low to answer this safely. Tried so far: knowledge base, account check.',
    'Handing over: the requester describes a fault that needs a look on site.',
    'Handing over: two articles contradict each other here.',
  ],
  aiHandOverPublic: ['A colleague from the team will take over from here.'],
  aiSilence: ['I close this request since I have not heard from you. Reply to open it again.'],
  agentReply: [
    'I am looking into this and will come back to you.',
    'We have found the cause and are working on it.',
    'This needs a part that I have ordered. I will let you know when it is here.',
    'I have asked the other team and wait for their answer.',
    'The change is planned for tonight.',
  ],
  agentQuestion: [
    'Could you send a screenshot of the message?',
    'When can we reach you to look at it together?',
    'Please tell us the inventory number on the label.',
    'Does it still happen after a restart?',
  ],
  agentNote: [
    'Not ours, passing it on with what we know.',
    'Checked the logs, nothing unusual. Moving it to the team in charge.',
    'Same cause as last month, see the runbook.',
  ],
  agentSolution: [
    'This is done. Please tell us if anything is missing.',
    'Fixed and tested. You may have to sign in again.',
    'We have replaced it, all should work now.',
    'The data is corrected and will show tomorrow.',
  ],
  requesterAnswer: [
    'It has been like this since yesterday, on my usual device.',
    'Here are the details that you asked for.',
    'The first option, please.',
    'Still the same after a restart.',
  ],
  requesterNudge: ['Is there any news on this?', 'I still wait for this, could somebody look?'],
  requesterObjects: [
    'I tried that before, it did not help.',
    'That is not what I asked for.',
    'The link leads to a page that I may not open.',
  ],
  requesterReopens: [
    'It worked for a while, now the problem is back.',
    'This is not solved, I see the same message again.',
    'Only one half of it works. Please look again.',
  ],
  requesterThanks: ['Thank you, that helped.', 'Works now, thanks.'],
  requesterWithdraws: ['No longer needed, please drop this.', 'It works by itself again.'],
  ruleSilence: ['Closed automatically: no answer for five days. Reply to open it again.'],
} as const;

export type CommentOccasion = keyof typeof COMMENT_TEXTS;
