import type { Quantiles } from './chance';

/**
 * Figures of a real desk (ServiceNow incident log, UCI 498, doi 10.24432/C57S4H, CC BY 4.0): how
 * tickets arrive, wait, change hands and come back. Hours unless said otherwise.
 */

/** Share of tickets opened per weekday, Monday first. */
export const WEEKDAY_SHARE: readonly number[] = [
  0.2387, 0.1987, 0.196, 0.1647, 0.1537, 0.0256, 0.0226,
];

/** Share of tickets opened per hour of the local day, from midnight. */
export const HOUR_SHARE: readonly number[] = [
  0.0108, 0.0089, 0.006, 0.0049, 0.0051, 0.0053, 0.0128, 0.023, 0.1022, 0.121, 0.1161, 0.0991,
  0.0539, 0.066, 0.0905, 0.0855, 0.0749, 0.0431, 0.0187, 0.0119, 0.0091, 0.0144, 0.0098, 0.0069,
];

/** Hours to resolve, by how many times the ticket changed hands (3 stands for more, too). */
export const HOURS_TO_RESOLVE: readonly Quantiles[] = [
  [
    [0.05, 0.03],
    [0.1, 0.07],
    [0.25, 0.15],
    [0.5, 0.68],
    [0.75, 27.75],
    [0.9, 206.08],
    [0.95, 409.8],
    [0.99, 1664.4],
  ],
  [
    [0.05, 0.15],
    [0.1, 0.42],
    [0.25, 3.6],
    [0.5, 42.05],
    [0.75, 163.35],
    [0.9, 354.9],
    [0.95, 671.78],
    [0.99, 2244.55],
  ],
  [
    [0.05, 2.1],
    [0.1, 5.12],
    [0.25, 26.3],
    [0.5, 102.97],
    [0.75, 269.12],
    [0.9, 607.52],
    [0.95, 1011.55],
    [0.99, 5038.15],
  ],
  [
    [0.05, 18.32],
    [0.1, 26.65],
    [0.25, 77.52],
    [0.5, 191.7],
    [0.75, 384.6],
    [0.9, 819.2],
    [0.95, 1997.52],
    [0.99, 4606.38],
  ],
];

/** Share of tickets by number of reassignments; 5 stands for more. */
export const REASSIGNMENT_SHARE: readonly (readonly [count: number, share: number])[] = [
  [0, 0.5437],
  [1, 0.2503],
  [2, 0.0916],
  [3, 0.0495],
  [4, 0.0279],
  [5, 0.0369],
];

/** Share of human resolutions that are reopened. */
export const REOPEN_SHARE = 0.011;

export const HOURS_TO_REOPEN: Quantiles = [
  [0.05, 0.1],
  [0.1, 0.17],
  [0.25, 0.52],
  [0.5, 6.58],
  [0.75, 26.93],
  [0.9, 90.12],
  [0.95, 118.35],
  [0.99, 290.45],
];

/** Share of tickets that ever wait for the requester, and for how many hours. */
export const AWAITING_USER_SHARE = 0.2196;
export const HOURS_AWAITING_USER: Quantiles = [
  [0.1, 0.01],
  [0.25, 0.32],
  [0.5, 17.9],
  [0.75, 72.9],
  [0.9, 169.5],
  [0.95, 324.95],
  [0.99, 1081.92],
];

export const PRIORITY_SHARE: readonly (readonly [priority: string, share: number])[] = [
  ['Medium', 0.9417],
  ['Low', 0.0311],
  ['High', 0.0164],
  ['Highest', 0.0108],
];
