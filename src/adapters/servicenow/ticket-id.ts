const PREFIX = 'servicenow:';

/** An incident as the app names it (rule book, section 1). */
export const ticketIdOf = (sysId: string): string => `${PREFIX}${sysId}`;

export const sysIdOf = (ticketId: string): string => ticketId.slice(PREFIX.length);
