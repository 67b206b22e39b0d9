import type { VoiceDriver } from './driver.ts';
import type { VoiceDeps } from './entry.ts';
import type { SipConfig } from './sip-entry.ts';

export function sipDriver(_config: SipConfig, _deps: VoiceDeps): VoiceDriver {
  return {
    name: 'sip',
    capabilities: { hasKeys: false, parallel: 1 },
    start: async () => undefined,
    stop: async () => undefined,
    call: async () => ({ kind: 'failed', reason: 'noVoice' }),
    health: async () => ({ level: 'down', detail: 'noVoice' }),
  };
}
