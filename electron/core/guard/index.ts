export { CHAIN_START, chainHash, HASH_PATTERN, personalHash } from './chain.ts';
