import fc from 'fast-check';
import { REPLY_CODES, type ResponderTextInput } from '#shared/messages';

/** One ordinary P1 at night; tests change what they are about. */
export const LEAK: ResponderTextInput = {
  language: 'en',
  number: 1042,
  code: null,
  tier: 'P1',
  hazard: null,
  place: { propertyName: 'Maple Court', unitLabel: '14B', address: '120 Maple St, Springfield' },
  words: 'agua cayendo del techo sobre la luz',
  reasons: ['water running', 'near electricity'],
  action: 'Shut the riser, cut the breaker of the hall light',
  shutOff: 'basement, left of the boiler',
  residentName: 'Dana Ruiz',
  callBack: '+12025550142',
  isUnchecked: false,
  lateMin: null,
  ifNoWord: null,
};

const prose = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 400 }),
  fc.lorem({ maxCount: 60 }),
  fc.string({ unit: fc.constantFrom('€', '[', 'á', 'ñ', '“', '😀', '水', 'a', ' ', '\n'), maxLength: 300 }),
);
const name = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.lorem({ maxCount: 6 }));

/** Anything the rest of the product may hand over, the absurd included. */
export const anIncident: fc.Arbitrary<ResponderTextInput> = fc.record({
  language: fc.constantFrom('en', 'es'),
  number: fc.integer({ min: 1, max: 9_999_999 }),
  code: fc.option(fc.constantFrom(...REPLY_CODES)),
  tier: fc.constantFrom('P1', 'P2', 'P3'),
  hazard: fc.constantFrom('doNotEnter', 'electric', null),
  place: fc.record({ propertyName: name, unitLabel: fc.option(name), address: prose }),
  words: prose,
  reasons: fc.array(prose, { maxLength: 6 }),
  action: fc.option(prose),
  shutOff: fc.option(prose),
  residentName: fc.option(name),
  callBack: fc.option(fc.constantFrom('+12025550142', '+525512345678')),
  isUnchecked: fc.boolean(),
  lateMin: fc.option(fc.integer({ min: 1, max: 5000 })),
  ifNoWord: fc.option(fc.record({ afterMin: fc.constant(10), name, phone: fc.constant('+12025550143') })),
});
