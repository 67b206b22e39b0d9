export const weather = {
  unknown: 'weather unknown',
  dot: { freeze: 'freeze mode since {{time}}', heat: 'heat mode since {{time}}' },
} as const;
