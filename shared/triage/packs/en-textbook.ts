import type { PackRule } from './pack.ts';

/** English: the textbook's other words for dangers of fire, gas and electricity (P1). */
export const EN_TEXTBOOK: readonly PackRule[] = [
  {
    code: 'gas-odor',
    patterns: [
      '(gas|lpg|propane|butane|methane|mercaptan|gassy) (\\w+ )?(smells?|smelling|odou?rs?|stinks?|stinking|stench|whiff|fumes?|hiss|hissing|hisses|whistling|whistles|escaping|venting|leak\\w*|spewing)',
      '(smell\\w*|smelt|odou?rs?|whiff|hint|stink\\w*|reek\\w*|stench|sniff\\w*|fumes|stinks) (\\w+ ){0,2}(gas|lpg|propane|butane|methane|mercaptan|petrol|gassy|cooking gas)',
      '(hit|struck|cut|broke|nicked|drilled|ruptured|severed|cracked|punctured|snapped|split|damaged|knocked|clipped) (\\w+ ){0,3}(gas|propane|lpg) (line|main|pipe|hose|tube|meter|riser|valve|connector|tank|cylinder|regulator)',
      '(gas|propane|lpg) (line|main|pipe|hose|tube|riser|connector|pipeline) (\\w+ ){0,3}(broke|broken|burst|cracked|hit|cut|snapped|severed|split|hissing|whistling|blowing|damaged|pulled off|disconnected)',
      '(cylinder|regulator|propane tank|gas bottle|gas meter|gas tap|gas valve|hob|cooker|gas pipe|valve behind ~ (stove|dryer)) (\\w+ ){0,3}(hissing|hisses|whistling|whistles)',
      '(burner|hob|stove|knob|gas|ring|cooker) (\\w+ ){0,3}(left on|left open|been on|on all night) ~~ (unlit|flame|gas|smell\\w*|lit|dizzy|headache)|unlit (burner|gas|ring)',
      'gas (fills|filling|is filling|still flowing|flowing) (\\w+ ){0,2}(room|house|kitchen|unit|flat|flowing)?|(cant|cannot|unable to) (turn|shut) (\\w+ )?(the )?gas off|gas (wont|doesnt|cannot) (turn|shut) off|(cant|cannot) (turn|shut) off (the )?gas',
      '(smell\\w*|stink\\w*|reek\\w*) (\\w+ ){0,3}(eggs|sulfur|sulphur)|gas (alarm|detector|sensor) (\\w+ ){0,4}(going off|went off|beeping|sounding|screaming|ringing|alarming|blaring|triggered|wont stop|shrieking|reading)',
    ],
    unless: [
      'drain|sink|basin|tap water|hot water|(every|once a) minute|battery|chirp\\w*|(cooking|frying|boiled|fried|breakfast) eggs|fridge|car|mower|lawnmower|generator|sewer gas|refrigerant',
    ],
  },
  {
    code: 'fire',
    patterns: [
      '(mattress|bin|couch|sofa|curtain|kitchen|grease|oil|pan|chip pan|mulch|bed|attic|chimney|laundry|dryer|microwave|toaster|oven|stove|balcony|bbq|grill|car|shed|garage|trash|chute|rubbish|garbage|electrical|transformer|room|brush|grass|stovetop|roof|candle|battery|house|flat) fire',
      '(set|sets|caught|is|are|was|were|gone|went) (\\w+ )?(alight|ablaze|aflame)',
      '(couch|sofa|mattress|bed|curtains?|bin|rug|carpet|mulch|deck|awning|towel|toaster|oven|stove|dryer|drier|pan|wall|roof|balcony|wires|cord|battery|scooter|laptop|charger|bush|hedge|chute|trash|dumpster|shed|kitchen|car|board|tree) (\\w+ ){0,3}(caught|alight|ablaze|smou?ldering|blazing|burning|in flames|burst into flames)(?! (smell|odou?r))',
      'burst into flames|bursting into flames|arson|molotov|(orange|red) (glow|flicker\\w*) (\\w+ ){0,4}(window|roof|door|unit|letterbox)|(battery|scooter|ebike|e bike) (\\w+ ){0,3}(exploded|caught|torched)|smou?ldering',
    ],
    unless: [
      '(pilot|burner|furnace|boiler) ~ (lit|alight)|calories|(in case of|safety|drill|insurance|alarm test)',
      'burning (smell|odou?r)|smell ~ burning',
    ],
  },
  {
    code: 'smoke',
    patterns: [
      'smoke (\\w+ ){0,2}(rolling|billowing|pouring|puffed|puffing|drifting|curling|rising|coming|filling|seeping|leaking|wafting|creeping|filled)|(so much|tons of|loads of|bit of|plenty of|dense|grey|gray|acrid|choking|puffs? of|wisps? of|haze of|cloud of|clouds of|column of) smoke',
      '(tripping out|giving off|throwing|throwing out|emitting|belching|spewing|pumping out|producing|letting out|blowing) (\\w+ )?smoke',
      '(microwave|dryer|drier|oven|stove|toaster|heater|motor|vent|wall|roof|furnace|washer|dishwasher|fridge|freezer|ac|boiler|compressor|elevator|lift|attic|basement|chimney|hallway|corridor|kitchen|laptop|engine|charger) (is |was |are |has |started |now |suddenly |keeps )*(smoking|smokes|full of smoke|filled with smoke)',
    ],
    unless: [
      'cigarettes?|cigars?|weed|vape|marijuana|smoker|smokers|joint|hookah|allowed|policy|outside my window again',
    ],
  },
  {
    code: 'smoking-device',
    patterns: [
      '(outlet|socket|switch|breaker|plug|fixture|receptacle|panel|fuse box|meter|db|mcb|dimmer|choke|tube light|ceiling fan|fan|extension (cord|lead|board)|power strip|charger|wiring|fan motor|light|lamp|thermostat|transformer|inverter|ups) (is |was |are |has |started |now |keeps |motor )*(smoking|smokes|smoked|smou?ldering)',
      'smoke (\\w+ ){0,4}(outlet|socket|switch|breaker|receptacle|panel|fuse box|plug|meter|light fixture|wiring|mcb)',
    ],
    unless: ['smoke (alarm|detector)|vape'],
  },
  {
    code: 'fire-alarm',
    patterns: [
      '(detectors?|fire alarms?|smoke alarms?|sirens?|horns?|strobes?|fire (bell|horn|siren)|building alarm|alarms) (\\w+ ){0,6}(shrieking|blaring|screaming|wailing|howling|going off|sounding|wont silence|wont stop|keeps going off|nonstop|non stop|blasting|ringing)',
    ],
    unless: [
      'car alarm|chirp\\w*|batter(y|ies)|(every|once a|per|each) (\\w+ )?(minute|seconds)|test|tests|drill|burglar|intruder|house alarm|door alarm|alarm clock|exit alarm|pest|motion|panic|security alarm|shop|(ice cream|police|ambulance)|elevator|lift|single beep|low',
      'foghorn|train|truck|horns? (outside|in the street)',
    ],
  },
  {
    code: 'carbon-monoxide',
    patterns: [
      '(co|carbon monoxide|monoxide) (alarm|detector|monitor|sensor|meter) (\\w+ ){0,5}(going off|went off|sounding|screaming|blaring|reading|reads|ppm|shrieking|four beeps|4 beeps)|\\d+ ppm|(co|monoxide) (reading|level|levels) (\\w+ ){0,3}(high|\\d+)',
      '(everyone|all of us|whole family|we all|both of us|kids and i) (\\w+ ){0,3}(dizzy|headaches?|nauseous|sick|vomiting|throwing up) ~~ (furnace|heater|boiler|stove|generator|since|heat|fireplace|gas)',
    ],
    unless: [
      'batter(y|ies)|chirp\\w*|single beep|(each|every|once a) (\\w+ )?minute|test|flu|food|stomach|water|filter',
    ],
  },
  {
    code: 'burning-smell',
    patterns: [
      '(smell\\w*|smelt|whiff|stink\\w*|reek\\w*|stench) (\\w+ ){0,4}(burning|scorch\\w*|charred|singed|melting|hot plastic|hot wires?|burnt (plastic|rubber|wire|wires|wiring|insulation))|(charred|burny|singed|acrid) (\\w+ )?(smell|odou?r)|burning (rubber|plastic|insulation|wire|wires|wiring|electrical)',
    ],
    unless: ['toast|food|dinner|popcorn|cook\\w*|candles?|incense|leaves|cigarettes?|weed|bbq|oven first|new oven'],
  },
  {
    code: 'sparks',
    patterns: [
      'arcing|arced|arc flash|electric arc|blue (flash|flashes|sparks?)|fireworks (\\w+ ){0,2}(from|out of|inside) (\\w+ )?(\\w+ )?(outlet|socket|panel|breaker|meter|transformer|switch)',
      '(flash|flashed|flashes|bang|pop) (\\w+ ){0,3}(from|in|inside|at|out of) (the |my |an? )?(\\w+ )?(outlet|socket|breaker|panel|switch|plug|meter|fuse box|fuse board|fitting|spur|receptacle|db|consumer unit)',
      '(outlet|socket|plug|switch|breaker|mcb|rcd|db|panel|fuse box|fuse board|meter|receptacle|consumer unit|distribution board) (\\w+ ){0,3}(sparks|sparked|sparking|spitting|flashed|flashing blue|went bang|banged|sizzling|sizzles|crackling|fizzing|exploded|blew up|arcing)',
      'live (cable|cables|ends?|conductors?)|(power lines?|overhead lines?|electric (line|lines|pole)|utility pole|live wires?|wires?) (\\w+ ){0,3}(down|fell|fallen|snapped|came down) (\\w+ )?(on|in|across|over|onto)',
      '(short circuit|short circuited|shorting|shorted) (\\w+ ){0,4}(smell|spark\\w*|smoke|burn\\w*|flash|outlet|panel|wall|kitchen|meter|water)|(spark\\w*|smoke|burning|flash) ~~ short circuit\\w*',
    ],
    unless: ['phone|router|wifi|internet|tv|laptop|clock|water (meter|panel)|camera flash|sparks (ceiling|energy)'],
  },
  {
    code: 'electric-shock',
    patterns: [
      '(jolt|zap|zapped|tingle|tingles|tingling|shock|shocks|shocked|belt|electrocuted) (\\w+ ){0,5}(tap|taps|faucet|shower|stove|fridge|washer|railing|switch|handle|metal|radiators?|gate|outlet|socket|plug|sink|dishwasher|geyser|microwave|toaster|kettle|hob|pool)',
      '(tap|taps|faucet|shower|stove|fridge|washer|railing|switch|radiator|radiators|gate|outlet|socket|lamp|microwave|kettle|heater|machine|metal|geyser|sink|pool|dryer|hob|fence|water) (\\w+ ){0,3}(tingles?|tingling|zaps|zapped|shocks|shocked (me|him|her|us|my)|jolts?|electrified|gives? (\\w+ ){0,3}(shocks?|jolt|zap|current|tingle)|gave (\\w+ ){0,3}(shock|jolt|zap|belt|current))',
      '(gave|got|giving|gives) (me |him |her |us |my \\w+ )?(a |an )?(\\w+ )?(jolt|zap|belt off|electric shock)|felt (a |the |some )?(current|electric\\w*)|(current|electricity) (\\w+ ){0,3}(in|through|from) (the )?(\\w+ )?(tap|taps|water|shower|faucet|sink|fridge|body|railing|metal)',
    ],
    unless: ['static|price|bill|rent|news|electric fence|shock absorb\\w*|foot|feet|legs?|arm|hand tingl\\w*|culture'],
  },
  {
    code: 'hot-outlet',
    patterns: [
      '(extension (cord|lead|board)|cord|plug|charger|power strip|surge protector|adapter|adaptor|socket|switch|spur|dimmer|wires?|cable|rcd|mcb|meter|breaker|panel|fuse box|light fixture|junction box|receptacle|outlet|consumer unit|isolator|wall plate) (\\w+ ){0,4}(glowing|melted|melting|scorched|scorching|charred|burnt|singed|gone brown|gone black|went black|went brown|turned black|turned brown|burn mark|burn marks|scorch mark|scorch marks|too hot|really hot|very hot|red hot|hot to (the )?touch|hot to hold)',
      '(melted|melting|scorched|charred|glowing|smoking|burnt) (\\w+ )?(plug|socket|outlet|switch|breaker|panel|wire|wiring|cord|cable|charger|extension (cord|lead)|fuse|power strip|receptacle)',
    ],
    unless: ['hot water|not (hot|warm)|fuse (is )?(burnt|blown)|bulb|phone|oven|stove|hair'],
  },
  {
    code: 'exposed-wires',
    patterns: [
      '(bare|exposed|naked|raw) (\\w+ )?(copper|wires?|wiring|conductors?|lives?|cables?)|live (ends?|wires?) (\\w+ ){0,2}(sticking|poking|hanging|exposed|out|loose|on)|wires? (\\w+ ){0,3}(poking|sticking|dangling) (\\w+ )?(out|down|from)|(open|broken|missing) (electrical )?(junction box|panel cover|socket cover|meter box|db box)( \\w+){0,4} (wires?|kids|children|live|exposed)',
    ],
    unless: [
      '(smoke|fire|doorbell|thermostat|intercom|wifi|internet|tv|speaker|ethernet|coax|phone|co) (\\w+ )?(detector|alarm|wires?|cables?|hanging)|smoke|fence|copper pipe',
    ],
  },
];
