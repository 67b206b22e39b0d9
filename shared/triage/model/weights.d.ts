/** The weights stand in plain JavaScript: taking the types out of so long a line costs each start a fifth of a second. */
export declare const MODEL: { readonly version: string; readonly bytes: number; readonly sentences: number };
/** The packed network (see `packed.ts`) in base64. */
export declare const WEIGHTS: string;
