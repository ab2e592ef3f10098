/** Where everything is read at one moment, limits of Jira per hour and second have no time to pass. */
export const NO_RATE_LIMITS = {
  pointsPerHour: Number.POSITIVE_INFINITY,
  burstPerSecond: {},
  burstOverrides: {},
};
