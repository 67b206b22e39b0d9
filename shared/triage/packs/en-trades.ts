import type { PackRule } from './pack.ts';

/** English: the vocabulary of each trade (P3), so that a text which is no hazard still finds its way. */
export const EN_TRADES: readonly PackRule[] = [
  {
    code: 'sewer-smell',
    patterns: [
      '(drains?|sewer|sewage|septic|manhole|cleanout|soil pipe|gully) (\\w+ )?(smells?|smelling|odou?rs?|stinks?|stench|whiff|pong)|(smell\\w*|odou?rs?|stink\\w*|stench|whiff|pong) (\\w+ ){0,4}(drains?|sewer|sewage|septic|manhole|plughole|gully)',
    ],
  },
  {
    code: 'cooling',
    patterns: [
      'fans?|swamp cooler|cooler|evaporative|condensing unit|outdoor unit|window unit|air handler|vents?|vent cover|ducts?|ductwork|chiller|split unit|damper|cool air|return grille|registers?|ac remote|extractor|airflow|range hood weak|compressor|coolant',
    ],
    unless: [
      'heat|heater|furnace|dryer|sewer|water cooler|wine cooler|fans of|big fan|soccer|football|radiator|boiler',
    ],
  },
  {
    code: 'alarm-chirp',
    patterns: ['chirp\\w*|cheep\\w*|detectors?|fire alarms?|(one|single) (beep|pip)'],
    unless: ['bird\\w*|gas detector|cricket\\w*|metal detector'],
  },
  {
    code: 'plumbing',
    patterns: [
      'cisterns?|basins?|lavatory|urinals?|bidet|sprinkler head|irrigation|hose bib|downpipe|rainwater tank|stopcock|shut ?off valve|stop valve|water (meter|tank|filter|hammer|pump|line)|sump|p trap|flush\\w*|loo|commode|mixer|tapware|shower (head|wand|tray|door|rail|hose)|spout|backflow|geysers?|immersion|hot water|cold water|bath|spigots?|u bend|overflow|plunger|toilets?|faucets?|sinks?|booster pump|borewell',
    ],
    unless: ['royal flush|smoke detector|bath (mat|salts|towel)|water park'],
  },
  {
    code: 'clog',
    patterns: ['sluggish|gurgl\\w*|slow (to )?(clear|drain\\w*)|drains?|plug ?hole|hair trap'],
    unless: ['sewer|septic|manhole|smell|odou?r|main drain|gutter|ac|aircon|battery|roof'],
  },
  {
    code: 'outlet-or-light',
    patterns: [
      'ballast|sconces?|chandelier|dimmers?|mcb|rcd|rccb|usb|ev (charger|charging)|charging (point|station)|transformer|solar|inverter|tube ?lights?|bulbs?|led|leds|outage|extension (cord|lead)|sockets?|street ?lights?|lamp ?posts?|emergency lights?|exit signs?|spotlights?|porch light|stair light|landing light|tripped|trips the|circuit|circuits|voltage|timer switch|night ?light|fuse board|switch ?plate',
    ],
    unless: ['clock radio|tripped (over|on)'],
  },
  {
    code: 'appliance',
    patterns: [
      'kettles?|toasters?|hob|hobs|cooker|vending machine|hoover|coffee (machine|maker)|rice cooker|elliptical|tumble dr[yi]er|drier|ice dispenser|water dispenser|coin slot|griddle|purifier|dehumidifier|oven light|oven door|wash(ing)? machine|spin cycle|rinse|lint|detergent drawer|ironing|crisper|broiler',
    ],
    unless: ['gas (smell|leak|hob|cooker|bottle)|flame'],
  },
  {
    code: 'heating',
    patterns: [
      'radiant|under ?floor heating|storage heaters?|towel (rail|warmer)|pellet|chilly|draught|draughty|trv|heating|warm air|baseboard heater|space heater|thermostats?|heat (goes|schedule|season|pump|included)|temperature (\\w+ ){0,4}(required|keep|winter)|setpoint',
    ],
    unless: ['water heater|dishwasher|pool|oven'],
  },
  {
    code: 'elevator',
    patterns: [
      'lifts|elevators?|dumb ?waiter|escalator|stair ?lift|hoist|platform lift|car number|call button|landing button|the cab|cab (floor|light|panel|certificate|fan|mirror)|goods lift|lift',
    ],
    unless: [
      'lift (the )?(lid|handle|door|it)|lifts (weights|the)|have to lift|you have to lift|lift it|fork ?lift|taxi|face ?lift|lift to|lift up',
    ],
  },
  {
    code: 'access',
    patterns: [
      'entry list|guest list|buzz(er)?|buzz (in|me|him|her|them)|clickers?|swipe card|entry panel|keypads?|barrier|door entry|call panel|key ?safe|spare|letter ?box|post ?box|mail ?room|mail ?box(es)?|garage door|card reader|visitor code|gates?|boom|turnstile|lockers?|fobs?|intercoms?|replacement (key|card)|passcode|door ?bell code|opener|codes?',
    ],
    unless: [
      'spare (room|bedroom|change|time|part|parts|light)|area code|building code|error code|zip code|dress code|fault code|alarm code|code violation|fire code|qr code|promo code|discount code|e ?\\d+',
    ],
  },
  {
    code: 'security',
    patterns: [
      'peepholes?|spy ?hole|door chain|cctv|footage|nvr|dvr|guards?|doorman|concierge|watchm[ae]n|patrols?|neighbou?rhood watch|solicitors?|loiter\\w*|prowl\\w*|burglar\\w*|intruder alarm|electric fence|razor wire|motion (sensor|light)|flood ?light|egged|keyed|pinched|steal\\w*|porch pirates?|restrictor|deadbolts?|strike plate|armed response|door ?cam|doorbell (cam|camera)|break ?ins?|strangers?|breaks in|broke in|alarm (code|panel)|security',
      '(stiff|sticky|loose|rusty|worn|interior|extra|chain|new|second|better|bathroom|bedroom|shed|window|door|patio|balcony) (\\w+ )?(lock|locks|latch|bolt)|(lock|latch|bolt|locks) (\\w+ ){0,3}(stiff|sticky|loose|rusty|worn|sticks|doesnt latch|misaligned|catches|upgrade|wobbles)',
    ],
    unless: [
      'security deposit|fire guard|guard rail|mud ?guard|splash ?guard|lock(ed)? out|lost|mailbox|key (is )?stuck|hair|locker',
    ],
  },
  {
    code: 'pest',
    patterns: [
      'lizards?|geckos?|scorpions?|ticks|feral|strays?|caterpillars?|woodpeckers?|crows?|gophers?|moles?|lice|weevils?|earwigs?|crickets?|beetles?|seagulls?|geese|monkeys?|larvae|worms?|slugs?|snails?|midges|mites|chipmunks?|coyotes?|fox|foxes|nests?|frass|gnaw\\w*|scurry\\w*|skitter\\w*|scuttl\\w*|pigeons?|birds|wasp|hornet|swarm|vermin|fumigat\\w*|spider ?webs?|cobwebs?|iguanas?|toads?|frogs?|bites|pest ?control',
    ],
    unless: [
      'bites the bullet|wireless|mole on|firefox|crow ?bar|bird bath|nest thermostat|nest egg|sound bites|ticks all',
    ],
  },
  {
    code: 'noise',
    patterns: [
      '(band|drum|guitar|piano|choir|trumpet|dance|violin|football) practice|rehears\\w+|subwoofer|guitar|piano|trumpet|violin|singing|whin(es|ing)|howl\\w*|yowl\\w*|rooster|crowing|drags|dragging|high heels|heels|clang\\w*|thump\\w*|tapping|hammering|fireworks|firecrackers?|chatting|crying baby|baby crying|running overhead|jumping|skateboard\\w*|at midnight|\\bdj\\b|quad bikes|motorbikes?|car alarm|full volume|volume|grinding|moaning|snor\\w*|wind ?chimes?|leaf blower|power tools|vacuuming|racket|rowdy|blasting|quarrel\\w*|shout\\w*|sound ?proof\\w*|hear (every|my neighbou?r|them)|treadmill upstairs|upstairs treadmill|ball bouncing|bouncing|slamming|creaks all night|generator (\\w+ )?(noise|running|all night)|beeping truck|lawnmower at',
    ],
    unless: [
      '(pipes?|furnace|boiler|fan|dryer|washer|fridge|lift|elevator|radiator|ac|toilet|dishwasher|disposal|compressor) (\\w+ ){0,3}(thump\\w*|clang\\w*|howl\\w*|whin\\w*|moan\\w*|tapping|grinding|hammer\\w*)|bowl|playing field|volume of',
    ],
  },
  {
    code: 'structural',
    patterns: [
      'vinyl|linoleum|lino|laminate|louv(re|er)s?|fly ?screens?|soffit|fascia|balusters?|wardrobes?|cupboards?|worktops?|skirting|cornice|plaster|brick|bricks|paving|pavers?|fences?|fencing|potholes?|kerb|curb|trees?|hedges?|condensation|draught|glazing|panes?|shutters?|awning|banister|gutters?|downspouts?|shingles?|loft|attic|slab|concrete|cladding|handrail|swing set|playground|weather ?strip\\w*|windowsill|door ?stop|kickboard|veneer|benchtop|splash ?back|doormat|mirrors?|curtain (rod|rail)|rail|tread|treads|floorboards?|vanity|towel (bar|rack|hook)|toilet roll holder|coat hook|partition|backsplash|popcorn|pergola|shed roof',
    ],
  },
  {
    code: 'office',
    patterns: [
      'violations?|bins?|bin (day|calendar|store)|parcels?|packages?|delivery|deliveries|lounge|study room|meetings?|committee|agm|hoa|society|levy|maintenance fee|dues|newsletter|unsubscribe|renters|references?|tenancy|viewings?|showings?|guarantor|wi ?fi|broadband|router|printer|bbq|hot tub|sauna|tennis|mattress|movers|flatmate|bike (room|rack|storage)|paint smell|earring|wallet|found a|compliment|petition|event|potluck|dog mess|permission|proof of|welcome|survey|reservation|reserve|book the|hours|transfer|letter|email address|phone number|contact details|charge on|balance',
    ],
  },
];
