import type { ThreadLimits } from '#core/thread';

/** A million lines take five seconds; ten years of a large company on a slow disk stay far below half an hour. */
export const CHECK_LIMITS: ThreadLimits = { limitMs: 30 * 60_000, memory: { maxOldGenerationSizeMb: 2_048 } };
