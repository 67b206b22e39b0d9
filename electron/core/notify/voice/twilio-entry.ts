import { z } from 'zod';
import type { BothLanguages } from '#shared/contract';
import { voiceEntry } from './entry.ts';
import { twilioVoiceDriver } from './twilio.ts';

/** What an administrator enters about an account that rings only. */
export const TwilioVoiceConfig = z.object({
  baseUrl: z.url({ protocol: /^https?$/ }).default('https://api.twilio.com'),
  accountSid: z.string().regex(/^[A-Za-z0-9-]{8,64}$/),
  authToken: z.string().min(8).max(200),
  from: z.string().regex(/^\+[1-9]\d{6,14}$/),
});
export type TwilioVoiceConfig = Readonly<z.infer<typeof TwilioVoiceConfig>>;

const GIVEN: BothLanguages = { en: 'as the account page shows it', es: 'tal como aparece en la página de la cuenta' };

export const TWILIO_VOICE = voiceEntry<typeof TwilioVoiceConfig>({
  title: { en: 'Twilio, rings only', es: 'Twilio, solo timbra' },
  summary: {
    en: 'Rings and reads the summary. It hears no keys, so a call is answered by text.',
    es: 'Timbra y lee el resumen. No oye teclas: se contesta con un mensaje de texto.',
  },
  config: TwilioVoiceConfig,
  fields: {
    baseUrl: {
      reads: 'address',
      label: { en: 'Address', es: 'Dirección' },
      hint: {
        en: 'Another one where the provider is not Twilio but works as Twilio does.',
        es: 'Otra si el proveedor no es Twilio pero funciona como Twilio.',
      },
      must: { en: 'an address such as https://api.twilio.com', es: 'una dirección como https://api.twilio.com' },
    },
    accountSid: {
      label: { en: 'Account SID', es: 'Account SID' },
      hint: { en: 'Begins with AC.', es: 'Empieza con AC.' },
      must: GIVEN,
    },
    authToken: {
      label: { en: 'Auth token', es: 'Auth token' },
      hint: { en: 'Beside the account SID.', es: 'Junto al account SID.' },
      must: GIVEN,
    },
    from: {
      reads: 'number',
      label: { en: 'Number that calls', es: 'Número que llama' },
      hint: {
        en: 'One of the account. Responders save it, so that it rings through “do not disturb”.',
        es: 'Uno de la cuenta. Los técnicos lo guardan para que suene aunque tengan «no molestar».',
      },
      must: { en: 'a number such as +12025550100', es: 'un número como +12025550100' },
    },
  },
  secretFields: ['authToken'],
  sentTo: { authToken: ['baseUrl'] },
  create: twilioVoiceDriver,
});
