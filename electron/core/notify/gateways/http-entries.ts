import type { SmsDriver } from '../driver.ts';
import { androidDriver } from './android.ts';
import { ANDROID_FIELDS, AndroidConfig } from './android-config.ts';
import { gatewayEntry } from './entry.ts';
import { HttpConfig } from './http-config.ts';
import { HTTP_FIELDS } from './http-fields.ts';
import { httpTemplateDriver } from './http-template.ts';
import { gotifyDriver, ntfyDriver } from './push.ts';
import { GOTIFY_FIELDS, GotifyConfig, NTFY_FIELDS, NtfyConfig } from './push-config.ts';
import { twilioDriver } from './twilio.ts';
import { TWILIO_FIELDS, TwilioConfig } from './twilio-config.ts';

export const ANDROID = gatewayEntry<typeof AndroidConfig, SmsDriver>({
  title: { en: 'SMS Gateway for Android', es: 'SMS Gateway for Android' },
  summary: {
    en: 'A phone with this app on the office network: its SIM sends and receives. No cloud, no account.',
    es: 'Un teléfono con esta aplicación en la red de la oficina: su SIM envía y recibe. Sin nube, sin cuenta.',
  },
  medium: 'sms',
  config: AndroidConfig,
  fields: ANDROID_FIELDS,
  secretFields: ['password', 'signingKey'],
  sentTo: { password: ['address'] },
  create: androidDriver,
});

export const TWILIO = gatewayEntry<typeof TwilioConfig, SmsDriver>({
  title: { en: 'Twilio, SignalWire', es: 'Twilio, SignalWire' },
  summary: {
    en: 'An account at Twilio, or at whoever serves the same API. Replies are fetched: no public address needed.',
    es: 'Una cuenta en Twilio, o en quien ofrezca la misma API. Las respuestas se recogen: no hace falta dirección pública.',
  },
  medium: 'sms',
  config: TwilioConfig,
  fields: TWILIO_FIELDS,
  secretFields: ['authToken'],
  sentTo: { authToken: ['address'] },
  create: twilioDriver,
});

export const HTTP = gatewayEntry<typeof HttpConfig, SmsDriver>({
  title: { en: 'Any HTTP gateway', es: 'Cualquier pasarela HTTP' },
  summary: {
    en: 'A gateway that takes a message in one request, written down here. It sends only: no receipts, no replies.',
    es: 'Una pasarela que recibe un mensaje en una petición, descrita aquí. Solo envía: sin acuses ni respuestas.',
  },
  medium: 'sms',
  config: HttpConfig,
  fields: HTTP_FIELDS,
  secretFields: ['secret'],
  sentTo: { secret: ['address', 'healthUrl'] },
  create: httpTemplateDriver,
});

export const NTFY = gatewayEntry<typeof NtfyConfig, SmsDriver>({
  title: { en: 'ntfy (push)', es: 'ntfy (push)' },
  summary: {
    en: 'Push to the responders’ phones through your own ntfy, beside the text. No replies.',
    es: 'Avisos push a los teléfonos del equipo por su propio ntfy, además del mensaje. Sin respuestas.',
  },
  medium: 'push',
  config: NtfyConfig,
  fields: NTFY_FIELDS,
  secretFields: ['token'],
  sentTo: { token: ['address'] },
  create: ntfyDriver,
});

export const GOTIFY = gatewayEntry<typeof GotifyConfig, SmsDriver>({
  title: { en: 'Gotify (push)', es: 'Gotify (push)' },
  summary: {
    en: 'Push to the responders’ phones through your own Gotify, beside the text. No replies.',
    es: 'Avisos push a los teléfonos del equipo por su propio Gotify, además del mensaje. Sin respuestas.',
  },
  medium: 'push',
  config: GotifyConfig,
  fields: GOTIFY_FIELDS,
  secretFields: ['token'],
  sentTo: { token: ['address'] },
  create: gotifyDriver,
});
