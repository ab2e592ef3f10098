/** Names of products: the same in every language. */
export const SOURCE_NAMES = { jira: 'Jira', servicenow: 'ServiceNow' } as const;
