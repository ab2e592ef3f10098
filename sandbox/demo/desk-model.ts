/** What an AI agent does with a request type: shares of the tickets it takes on, 0..1. */
export interface AiSkill {
  /** Share of tickets of the type that it takes on at all. */
  readonly coverage: number;
  /** Answers and resolves; whether that holds is decided by `holds`. */
  readonly resolves: number;
  /** Of those: nobody comes back. The rest is reopened, repeated or rated badly. */
  readonly holds: number;
  /** Asks something back first. */
  readonly asks: number;
  /** Passes it to people. The remainder answers and leaves the closing to the closing rule. */
  readonly escalates: number;
}

export interface RequestTypeModel {
  readonly name: string;
  /** Relative share of the desk's tickets. */
  readonly weight: number;
  /** Summaries as people write them; `{n}` becomes a number. */
  readonly summaries: readonly string[];
  readonly skill: AiSkill;
}

export interface DeskModel {
  readonly key: string;
  readonly name: string;
  /** The desk's clock: arrivals follow its working day. */
  readonly timeZone: string;
  readonly ticketsPerWeek: number;
  readonly agents: number;
  /** The desk serves customers 0 to `customers` − 1; desks share them. */
  readonly customers: number;
  /** An app acknowledges receipt of each ticket. */
  readonly acknowledgesReceipt: boolean;
  readonly requestTypes: readonly RequestTypeModel[];
}

/** The AI agent starts to answer on this day of the demo. */
export const AI_STARTS_ON_DAY = 60;
/** Days of history before the desk comes alive. */
export const HISTORY_DAYS = 120;

const skill = (
  coverage: number,
  resolves: number,
  holds: number,
  asks: number,
  escalates: number,
): AiSkill => ({ coverage, resolves, holds, asks, escalates });

export const DEMO_DESKS: readonly DeskModel[] = [
  {
    key: 'IT',
    name: 'IT Service Desk',
    timeZone: 'Europe/Berlin',
    ticketsPerWeek: 138,
    agents: 9,
    customers: 420,
    acknowledgesReceipt: false,
    requestTypes: [
      {
        name: 'Password reset',
        weight: 26,
        summaries: [
          'Password expired for account {n}',
          'Locked out of laptop after password change',
          'Reset my SSO password please',
          'Cannot sign in to mail on phone',
        ],
        skill: skill(0.92, 0.82, 0.95, 0.06, 0.08),
      },
      {
        name: 'VPN access',
        weight: 18,
        summaries: [
          'VPN drops every hour on site {n}',
          'VPN client asks for certificate',
          'No VPN connection from home office',
          'VPN slow in the afternoon',
        ],
        skill: skill(0.8, 0.44, 0.74, 0.18, 0.3),
      },
      {
        name: 'Software install',
        weight: 20,
        summaries: [
          'Install design suite version {n}',
          'Need licence for statistics package',
          'Editor missing after laptop swap',
          'Request for browser extension approval',
        ],
        skill: skill(0.76, 0.55, 0.86, 0.14, 0.22),
      },
      {
        name: 'Hardware fault',
        weight: 15,
        summaries: [
          'Docking station {n} not recognised',
          'Laptop battery drains in an hour',
          'Monitor flickers at desk {n}',
          'Printer on floor {n} jams',
        ],
        skill: skill(0.55, 0.14, 0.6, 0.16, 0.6),
      },
      {
        name: 'Access request',
        weight: 14,
        summaries: [
          'Access to shared drive {n}',
          'Add me to project group {n}',
          'Remove old permissions of group {n}',
        ],
        skill: skill(0.7, 0.36, 0.88, 0.2, 0.36),
      },
      {
        name: 'Report an incident',
        weight: 7,
        summaries: [
          'Order portal returns error {n}',
          'Time tracking is down',
          'Wiki search finds nothing',
        ],
        skill: skill(0.3, 0.06, 0.5, 0.14, 0.75),
      },
    ],
  },
  {
    key: 'HR',
    name: 'HR Help',
    timeZone: 'America/New_York',
    ticketsPerWeek: 62,
    agents: 4,
    customers: 260,
    acknowledgesReceipt: true,
    requestTypes: [
      {
        name: 'Leave balance',
        weight: 30,
        summaries: [
          'How many leave days are left',
          'Leave balance wrong since month {n}',
          'Carry over of leave days',
        ],
        skill: skill(0.9, 0.78, 0.93, 0.08, 0.09),
      },
      {
        name: 'Payslip question',
        weight: 28,
        summaries: [
          'Payslip of month {n} missing',
          'Deduction on payslip unclear',
          'Tax class changed on payslip',
        ],
        skill: skill(0.7, 0.4, 0.72, 0.2, 0.32),
      },
      {
        name: 'Address change',
        weight: 18,
        summaries: [
          'New home address',
          'Change of bank account and address',
          'Moved to region {n}',
        ],
        skill: skill(0.85, 0.68, 0.9, 0.14, 0.12),
      },
      {
        name: 'Employment letter',
        weight: 14,
        summaries: [
          'Letter for visa application',
          'Confirmation of employment for landlord',
          'Reference letter {n}',
        ],
        skill: skill(0.75, 0.52, 0.84, 0.16, 0.24),
      },
      {
        name: 'Sensitive matter',
        weight: 10,
        summaries: ['Confidential question', 'Conversation with HR wanted'],
        skill: skill(0.12, 0.05, 0.4, 0.1, 0.8),
      },
    ],
  },
];
