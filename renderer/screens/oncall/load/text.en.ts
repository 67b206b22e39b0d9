/** How the nights are spread over the people. */
export const load = {
  means:
    'A night counts when any part of 22:00 to 06:00 was on duty; Friday to Sunday are weekend nights (amber). Woken counts each incident once for whoever it woke.',
  empty: 'Nobody has been or will be on call in these weeks',
  person: 'Person',
  past: 'Last four weeks',
  next: 'Next four weeks',
  nights: 'Nights',
  weekendNights: 'Weekend',
  hours: 'Hours',
  wakeUps: 'Woken',
  spread: 'Spread',
  spreadNights_one: '1 night between the most and the fewest',
  spreadNights_other: '{{count}} nights between the most and the fewest',
} as const;
