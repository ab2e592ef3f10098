export interface NewChoice {
  /** `incident`, or `task` for fields that every task has. */
  readonly table: string;
  readonly element: string;
  readonly value: string;
  readonly label: string;
}

/** Number of the states that the product's own rules know. */
export const STATE = { new: '1', onHold: '3', resolved: '6', closed: '7', canceled: '8' } as const;

const OUT_OF_THE_BOX: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'incident.state': {
    1: 'New',
    2: 'In Progress',
    3: 'On Hold',
    6: 'Resolved',
    7: 'Closed',
    8: 'Canceled',
  },
  'incident.hold_reason': {
    1: 'Awaiting Caller',
    5: 'Awaiting Change',
    3: 'Awaiting Problem',
    4: 'Awaiting Vendor',
  },
  'incident.category': {
    inquiry: 'Inquiry / Help',
    software: 'Software',
    hardware: 'Hardware',
    network: 'Network',
    database: 'Database',
  },
  'incident.close_code': {
    Duplicate: 'Duplicate',
    'Known error': 'Known error',
    'No resolution provided': 'No resolution provided',
    'Resolved by caller': 'Resolved by caller',
    'Resolved by change': 'Resolved by change',
    'Resolved by problem': 'Resolved by problem',
    'Resolved by request': 'Resolved by request',
    'Solution provided': 'Solution provided',
    'Workaround provided': 'Workaround provided',
    'User error': 'User error',
  },
  'incident.severity': { 1: '1 - High', 2: '2 - Medium', 3: '3 - Low' },
  'task.impact': { 1: '1 - High', 2: '2 - Medium', 3: '3 - Low' },
  'task.urgency': { 1: '1 - High', 2: '2 - Medium', 3: '3 - Low' },
  'task.priority': {
    1: '1 - Critical',
    2: '2 - High',
    3: '3 - Moderate',
    4: '4 - Low',
    5: '5 - Planning',
  },
  'task.contact_type': {
    email: 'Email',
    phone: 'Phone',
    'self-service': 'Self-service',
    virtual_agent: 'Virtual Agent',
    'walk-in': 'Walk-in',
  },
};

export const DEFAULT_CHOICES: readonly NewChoice[] = Object.entries(OUT_OF_THE_BOX).flatMap(
  ([place, labels]) => {
    const [table = '', element = ''] = place.split('.');
    return Object.entries(labels).map(([value, label]) => ({ table, element, value, label }));
  },
);
