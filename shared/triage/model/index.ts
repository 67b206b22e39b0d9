export { recognise } from '../findings.ts';
export { type Feature, featuresOf, type Word } from './features.ts';
export { DIRECT, HEADS, LEAK, type Network, SHAPE } from './network.ts';
export { PACKED_BYTES, pack, unpack } from './packed.ts';
export { plainText } from './plain-text.ts';
export { recognisedNames } from './recognised.ts';
