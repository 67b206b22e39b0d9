import { z } from 'zod';
import { gatewayEntry } from './entry.ts';
import { type PracticeDriver, practiceDriver } from './practice.ts';

const PracticeConfig = z.object({
  /** From accepting a message to reporting it delivered. */
  deliverAfterMs: z.int().min(0).max(600_000).default(1_500),
});

export const PRACTICE = gatewayEntry<typeof PracticeConfig, PracticeDriver>({
  title: { en: 'Practice', es: 'Práctica' },
  summary: {
    en: 'Phones drawn on the screen. No account; nothing leaves this computer.',
    es: 'Teléfonos dibujados en la pantalla. Sin cuenta; nada sale de esta computadora.',
  },
  medium: 'sms',
  config: PracticeConfig,
  fields: {
    deliverAfterMs: {
      label: { en: 'Report “delivered” after (ms)', es: 'Avisar «entregado» después de (ms)' },
      hint: {
        en: 'How long a drawn phone takes to say “delivered”.',
        es: 'Cuánto tarda un teléfono dibujado en decir «entregado».',
      },
      must: { en: 'a whole number from 0 to 600000', es: 'un número entero de 0 a 600000' },
    },
  },
  secretFields: [],
  create: ({ deliverAfterMs }, { timer, log }) => practiceDriver({ deliverAfterMs, timer, log }),
});
