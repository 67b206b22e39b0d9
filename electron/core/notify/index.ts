export type {
  DeliveryReport,
  GatewayDeps,
  GatewayHealth,
  GatewaySink,
  InboundMessage,
  OutMessage,
  SendResult,
  SmsDriver,
} from './driver.ts';
export { type GatewayManager, gatewayManager } from './gateway-manager.ts';
export type { GatewayPlace } from './gateway-place.ts';
export { type OutageWatch, outageWatch } from './outage-watch.ts';
export { type Outbox, outbox } from './outbox.ts';
export { type StoredDriver, storedDriver } from './stored-driver.ts';
export {
  emptyPlace,
  keepGateway,
  type SplitSettings,
  secretNames,
  splitSecrets,
  storedGateway,
  storedGateways,
} from './stored-gateway.ts';
export type { VoiceDriver } from './voice/index.ts';
export { keepVoice, splitVoice, storedVoice, voiceSecrets } from './voice/stored-voice.ts';
export { voiceCalls } from './voice/voice-calls.ts';
export { type VoiceManager, voiceManager } from './voice/voice-manager.ts';
export { openWays, type Ways } from './ways.ts';
