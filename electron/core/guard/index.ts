export { CHAIN_START, chainHash, personalHash } from './chain.ts';
export { hashPin, isPin, type PinHash, waitAfterWrong } from './pin.ts';
export { isProof, isSharedKey, NONCE, newNonce, newSharedKey, proofOf, seal, unseal } from './sealed.ts';
export { type Anchor, LOG_START, parseAnchor, type VerifyResult, verifyLines } from './verify-lines.ts';
export { verifyLog } from './verify-log.ts';
export { type ModelsResult, verifyReadModels } from './verify-models.ts';
