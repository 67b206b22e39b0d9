import { describe, expect, test } from 'vitest';
import type { Category, Tier } from '#shared/contract';
import { classify } from '#shared/triage';

type Row = readonly [text: string, tier: Tier, category: Category, reason?: string];

function check(rows: readonly Row[]): void {
  test.each(rows.map(([text, tier, category, reason]) => ({ text, tier, category, reason })))(
    '$text → $tier $category',
    ({ text, tier, category, reason }) => {
      const verdict = classify(text, {});
      expect({ tier: verdict.tier, category: verdict.category }).toEqual({ tier, category });
      if (reason !== undefined) expect(verdict.reasons.map((one) => one.code)).toContain(reason);
    },
  );
}

describe('English: now (P1)', () => {
  check([
    ['water is running down my bathroom wall and it will not quit', 'P1', 'plumbing'],
    ['The hallway on three is flooding', 'P1', 'plumbing', 'flooding'],
    ['Water coming through the bedroom ceiling', 'P1', 'plumbing', 'water-through-ceiling'],
    ['pipe under the vanity just burst', 'P1', 'plumbing', 'pipe-burst'],
    ['our toilet keeps overflowing onto the rug', 'P1', 'plumbing', 'overflowing'],
    ['Cannot shut off the water to the tub, it is all over the floor', 'P1', 'plumbing'],
    ['wtr pouring thru celing plz hurry', 'P1', 'plumbing'],
    ['watter evrywhere in the kichen', 'P1', 'plumbing'],
    ['I smell gas by the dryer', 'P1', 'gas', 'gas-odor'],
    ['Strong rotten egg smell on the second floor', 'P1', 'gas', 'gas-odor'],
    ['probably nothing but I smell gas', 'P1', 'gas', 'gas-odor'],
    ['not sure if it matters but it smells like gas in the laundry room', 'P1', 'gas'],
    ['the gas line behind the stove is hissing', 'P1', 'gas'],
    ['There is a fire in the trash chute', 'P1', 'fire', 'fire'],
    ['The dryer caught fire', 'P1', 'fire'],
    ['smoke is filling our stairwell', 'P1', 'fire', 'smoke'],
    ['The carbon monoxide alarm is going off', 'P1', 'fire', 'carbon-monoxide'],
    ['CO detector will not stop beeping and we both have headaches', 'P1', 'fire', 'carbon-monoxide'],
    ['sparks flew out of the outlet when I plugged in the lamp', 'P1', 'electrical', 'sparks'],
    ['burning smell from the breaker panel', 'P1', 'electrical', 'burning-smell'],
    ['something is burning inside the wall', 'P1', 'fire', 'burning-smell'],
    ['I got shocked by the kitchen switch', 'P1', 'electrical', 'electric-shock'],
    ['water dripping onto the light fixture', 'P1', 'plumbing', 'near-electricity'],
    ['Sewage is coming up in the shower', 'P1', 'sewer', 'sewage'],
    ['raw sewage all over the basement floor', 'P1', 'sewer', 'sewage'],
    ['no heat and it is 51 degrees in here', 'P1', 'heat', 'cold-temperature'],
    ['no heat, 52 in here', 'P1', 'heat', 'cold-temperature'],
    ['the furnace quit and the bedroom is down to 48', 'P1', 'heat', 'cold-temperature'],
    ['No heat, 10C in the apartment', 'P1', 'heat', 'cold-temperature'],
    ['heater is dead and it is 20 degrees outside', 'P1', 'heat', 'freezing-weather'],
    ['Heat is out and we have a newborn', 'P1', 'heat', 'volunteered-need'],
    ['no heat, we are freezing', 'P1', 'heat', 'freezing-inside'],
    ['My front door will not lock', 'P1', 'security', 'cannot-secure'],
    ['somebody smashed the patio door and it is wide open', 'P1', 'security'],
    ['Someone is trying to break in through the window', 'P1', 'security', 'intruder'],
    ['my apartment was broken into while we were at dinner', 'P1', 'security', 'break-in'],
    ['I am stuck in the elevator', 'P1', 'elevator', 'trapped'],
    ['elevator stopped between floors with two people inside', 'P1', 'elevator', 'trapped'],
    ['I locked myself out and my toddler is inside', 'P1', 'lockout', 'child-alone'],
    ['power is out and my dad is on an oxygen machine', 'P1', 'electrical', 'medical-equipment'],
    ['The living room ceiling just collapsed', 'P1', 'structural', 'structural-danger'],
    ['a tree fell on the roof over my bed', 'P1', 'structural', 'structural-danger'],
    ['my neighbor passed out in the hall, call an ambulance', 'P1', 'general', 'medical'],
    ['He has a gun in the parking lot', 'P1', 'security', 'violence'],
  ]);
});

describe('English: tonight (P2)', () => {
  check([
    ['No hot water since this morning', 'P2', 'plumbing', 'no-hot-water'],
    ['our water heater quit', 'P2', 'plumbing', 'no-hot-water'],
    ['there is no water in the whole apartment', 'P2', 'plumbing', 'no-water'],
    ['I am locked out', 'P2', 'lockout', 'locked-out'],
    ['lockd out agn', 'P2', 'lockout', 'locked-out'],
    ['lost my keys and cannot get in', 'P2', 'lockout', 'locked-out'],
    ['The elevator is out of order', 'P2', 'elevator', 'elevator-down'],
    ['no power in my unit', 'P2', 'electrical', 'no-power'],
    ['The only toilet we have will not flush', 'P2', 'plumbing', 'only-toilet'],
    ['AC is out and it is 96 degrees in the apartment', 'P2', 'cooling', 'hot-temperature'],
    ['the air conditioner died in this heat wave', 'P2', 'cooling', 'dangerous-heat'],
    ['My fridge quit and my insulin is in it', 'P2', 'appliance', 'refrigerated-medicine'],
    ['no heat', 'P2', 'heat', 'no-heat'],
    ['The radiator is stone cold', 'P2', 'heat', 'no-heat'],
    ['no heat but it is still 68 degrees inside', 'P2', 'heat', 'no-heat'],
    ['the pipe below my vanity is leaking', 'P2', 'plumbing', 'leak'],
  ]);
});

describe('English: next business day (P3)', () => {
  check([
    ['the bathroom faucet drips', 'P3', 'plumbing', 'drip'],
    ['Toilet runs all night', 'P3', 'plumbing'],
    ['garbage disposal is jammed', 'P3', 'appliance'],
    ['the dishwasher is not draining', 'P3', 'appliance'],
    ['fridge light is broken', 'P3', 'appliance'],
    ['I saw two mice in the pantry', 'P3', 'pest'],
    ['ants all along the window sill', 'P3', 'pest'],
    ['upstairs is playing loud music again', 'P3', 'noise'],
    ['How do I pay my rent online?', 'P3', 'general'],
    ['I want to renew my lease', 'P3', 'general'],
    ['The smoke detector chirps once a minute', 'P3', 'fire', 'alarm-chirp'],
    ['one outlet in the bedroom is dead', 'P3', 'electrical'],
    ['my mailbox key is bent', 'P3', 'lockout'],
    ['a cabinet hinge came loose', 'P3', 'structural'],
    ['AC is not cooling well', 'P3', 'cooling', 'no-cooling'],
    ['bathtub drain is slow', 'P3', 'plumbing', 'clog'],
  ]);
});

describe('English: words that do not mean it', () => {
  check([
    ['No gas smell, just want the stove looked at', 'P3', 'appliance'],
    ["I don't smell gas, the burner just clicks", 'P3', 'appliance'],
    ['there is no smoke and no fire, only the alarm battery', 'P3', 'fire'],
    ['Nothing is leaking, the faucet handle is just stiff', 'P3', 'plumbing'],
    ['who should residents call if they ever smell gas?', 'P3', 'general'],
    ['Last month the bathroom flooded, it was repaired, now the paint is peeling', 'P3', 'structural'],
    ['I am flooded with roaches', 'P3', 'pest'],
    ['fire drill on Thursday at 2pm', 'P3', 'general'],
    ['my gas bill looks wrong', 'P3', 'general'],
    ['dumpsters are overflowing again', 'P3', 'general'],
    ['I got fired from my job and will be late with rent', 'P3', 'general'],
    ['It is freezing outside but the heat is working fine', 'P3', 'heat'],
    ['the neighbor smokes cigarettes on his balcony', 'P3', 'general'],
    ['my account is locked on the portal', 'P3', 'general'],
  ]);
});

describe('English: words that do mean it', () => {
  check([
    ["I couldn't say there isn't a gas smell", 'P1', 'gas'],
    ['no idea what happened but water is pouring out of the wall', 'P1', 'plumbing'],
    ["it won't stop flooding", 'P1', 'plumbing'],
    ['no rush, but the ceiling is dripping', 'P1', 'plumbing'],
    ['the heat does not work and I smell gas', 'P1', 'gas'],
    ['we have the leak contained in buckets but water is still coming through the ceiling', 'P1', 'plumbing'],
    ['they fixed it last week but the bathroom is flooding again', 'P1', 'plumbing'],
    ['smoke detector chirps for the battery but there is also smoke in the kitchen', 'P1', 'fire'],
  ]);
});
