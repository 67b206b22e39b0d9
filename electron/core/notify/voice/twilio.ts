import type { VoiceDriver } from './driver.ts';
import type { VoiceDeps } from './entry.ts';
import type { TwilioVoiceConfig } from './twilio-entry.ts';

export function twilioVoiceDriver(_config: TwilioVoiceConfig, _deps: VoiceDeps): VoiceDriver {
  return {
    name: 'twilio',
    capabilities: { hasKeys: false, parallel: 1 },
    start: async () => undefined,
    stop: async () => undefined,
    call: async () => ({ kind: 'failed', reason: 'noVoice' }),
    health: async () => ({ level: 'down', detail: 'noVoice' }),
  };
}
