import { DEMO_DESKS, type AiSkill, type DeskModel } from './desk-model';

const skill = (
  coverage: number,
  resolves: number,
  holds: number,
  asks: number,
  escalates: number,
): AiSkill => ({ coverage, resolves, holds, asks, escalates });

/**
 * The demo's desk on a ServiceNow instance: a third of the IT desk's tickets. Request types are categories
 * of incidents, by the labels that an instance has out of the box.
 */
export const SERVICE_NOW_DESK: DeskModel = {
  key: 'SN',
  name: 'Plant support',
  timeZone: 'Europe/Berlin',
  ticketsPerWeek: 46,
  agents: 5,
  customers: 130,
  acknowledgesReceipt: false,
  requestTypes: [
    {
      name: 'Inquiry / Help',
      weight: 34,
      summaries: [
        'How do I book meeting room {n}',
        'Where is the form for a new badge',
        'Which scanner profile is right for hall {n}',
      ],
      skill: skill(0.88, 0.7, 0.9, 0.1, 0.14),
    },
    {
      name: 'Software',
      weight: 28,
      summaries: [
        'Planning tool closes at start {n}',
        'Licence of drawing program expired',
        'Export to spreadsheet is empty',
      ],
      skill: skill(0.74, 0.46, 0.8, 0.16, 0.28),
    },
    {
      name: 'Hardware',
      weight: 18,
      summaries: [
        'Label printer {n} prints half a label',
        'Hand scanner does not charge',
        'Terminal in hall {n} stays dark',
      ],
      skill: skill(0.5, 0.12, 0.6, 0.16, 0.62),
    },
    {
      name: 'Network',
      weight: 14,
      summaries: ['No wireless network in hall {n}', 'Remote access drops every hour'],
      skill: skill(0.66, 0.34, 0.7, 0.2, 0.38),
    },
    {
      name: 'Database',
      weight: 6,
      summaries: ['Report {n} takes an hour', 'Stock figures differ from yesterday'],
      skill: skill(0.3, 0.08, 0.55, 0.12, 0.72),
    },
  ],
};

/** Whatever is played, on whichever product. */
export const PLAYED_DESKS: readonly DeskModel[] = [...DEMO_DESKS, SERVICE_NOW_DESK];
