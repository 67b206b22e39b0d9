/** Texts of the desk. */
export const desk = {
  lines: {
    acknowledge: 'Acknowledged…',
    decline: 'Declined…',
    call: 'Call script',
    escalate: 'Escalate now…',
    write: 'Write…',
    tier: 'Tier…',
    eta: 'New ETA…',
    arrived: 'On site',
    resolve: 'Resolve…',
    reopen: 'Re-open…',
    note: 'Note…',
  },
} as const;
