/** How a desk says times. */
export const time = {
  justNow: 'just now',
  minutesAgo: '{count, number} min ago',
  hoursAgo: '{count, number} h ago',
  inMinutes: 'in {count, number} min',
  minutesOver: '{count, number} min over',
  hoursOver: '{count, number} h over',
  daysOver: '{count, plural, one {# day} other {# days}} over',
  today: 'today, {time}',
  tomorrow: 'tomorrow, {time}',
  onDay: '{date}, {time}',
  fromTo: '{from}–{to}',
  zone: '{zone} ({offset})',
} as const
