import type { GatewayKindView, GatewaySlot } from '#shared/contract';

/** What people have, in the order in which it is offered, and the kinds of gateway that go with it. */
const HAVES = {
  phone: ['android'],
  modem: ['gammu'],
  account: ['twilio', 'http', 'smpp'],
  kannel: ['kannel'],
  pushServer: ['ntfy', 'gotify'],
  telephone: ['sip'],
  voiceAccount: ['twilioVoice'],
  nothing: ['practice'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

type Have = keyof typeof HAVES;
export type Offer = { readonly have: Have | 'other'; readonly kinds: readonly GatewayKindView[] };

/** What may stand in a place, by what people have. A kind that no list names is offered by its own name. */
export function offersFor(slot: GatewaySlot, kinds: readonly GatewayKindView[]): readonly Offer[] {
  const fitting = kinds.filter((kind) => kind.slots.includes(slot));
  const named = (Object.keys(HAVES) as Have[]).map(
    (have): Offer => ({ have, kinds: fitting.filter((kind) => isOf(have, kind)) }),
  ); // the table has no other keys
  const others = fitting.filter((kind) => !named.some((offer) => offer.kinds.includes(kind)));
  return [...named, ...others.map((kind): Offer => ({ have: 'other', kinds: [kind] }))].filter(
    (offer) => offer.kinds.length > 0,
  );
}

function isOf(have: Have, { kind }: GatewayKindView): boolean {
  return HAVES[have].some((each) => each === kind);
}
