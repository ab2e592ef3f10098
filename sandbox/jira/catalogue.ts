import type { NamedEntity, SitePriority, SiteStatus } from './model';

/** The statuses of JSM's IT service template. */
export const DEFAULT_STATUSES: readonly SiteStatus[] = [
  { id: '10001', name: 'Waiting for support', category: 'indeterminate' },
  { id: '3', name: 'In Progress', category: 'indeterminate' },
  { id: '10002', name: 'Waiting for customer', category: 'indeterminate' },
  { id: '10003', name: 'Escalated', category: 'indeterminate' },
  { id: '10004', name: 'Pending', category: 'indeterminate' },
  { id: '1', name: 'Open', category: 'new' },
  { id: '5', name: 'Resolved', category: 'done' },
  { id: '6', name: 'Closed', category: 'done' },
  { id: '10005', name: 'Canceled', category: 'done' },
];
export const FIRST_STATUS = 'Waiting for support';
export const PAUSING_STATUS = 'Waiting for customer';

/** What the portal lets a customer do with an own request. */
export const CUSTOMER_STATUSES: ReadonlySet<string> = new Set([
  'Waiting for support',
  'Escalated',
  'Resolved',
  'Canceled',
]);

export const DEFAULT_RESOLUTIONS: readonly NamedEntity[] = [
  { id: '10000', name: 'Done' },
  { id: '10001', name: "Won't Do" },
  { id: '10002', name: 'Duplicate' },
  { id: '10003', name: 'Declined' },
  { id: '10004', name: 'Cancelled' },
  { id: '10005', name: 'Cannot Reproduce' },
  { id: '10006', name: 'Known Error' },
];

export const DEFAULT_PRIORITIES: readonly SitePriority[] = [
  'Highest',
  'High',
  'Medium',
  'Low',
  'Lowest',
].map((name, index) => ({ id: String(index + 1), name, rank: index + 1 }));
export const DEFAULT_PRIORITY = 'Medium';

/** Custom fields that JSM itself brings. */
export const JSM_FIELDS = {
  requestType: { id: 'customfield_10010', name: 'Request Type' },
  timeToResolution: { id: 'customfield_10020', name: 'Time to resolution' },
  timeToFirstResponse: { id: 'customfield_10021', name: 'Time to first response' },
  satisfaction: { id: 'customfield_10030', name: 'Satisfaction' },
  satisfactionDate: { id: 'customfield_10031', name: 'Satisfaction date' },
} as const;
/** A group picker that the site's administrators made to route issues by. */
export const SUPPORT_GROUP_FIELD = { id: 'customfield_10050', name: 'Support group' } as const;
export const FIRST_APP_FIELD = 10_100;
