import type { PackRule } from './pack.ts';

/** English: next business day (P3), so mostly which trade it is for. */
export const EN_ROUTINE: readonly PackRule[] = [
  {
    code: 'no-cooling',
    patterns: [
      '(no|without|dont have|have no|lost|need) (\\w+ )?(ac|a c|air conditioning|air conditioner|cooling|central air|hvac)',
      '<air> (\\w+ ){0,4}?(<dead>|cooling|not cooling|isnt cooling|wont cool|doesnt cool|not cold|isnt cold|warm air|hot air|warm|not keeping up|frozen|freezing up)',
      '(blowing|blows|outputting|putting out) (\\w+ )?(warm|hot) air',
      '(broken|dead) (ac|air conditioner|air conditioning)|(apartment|unit|house|home) (\\w+ ){0,3}(too hot|so hot|really hot|extremely hot|very hot|burning up)',
    ],
    unless: ['heat (is|isnt|not|out)|no heat', 'hot water'],
  },
  {
    code: 'cooling',
    patterns: [
      'ac|a c|air conditioner|air conditioning|airconditioner|hvac|aircon|air filter|hvac filter|central air|thermostat ~ cool\\w*|freon|condenser|mini split|(apartment|unit) ~ (humid|hot)|ceiling fan|fan is not',
    ],
  },
  {
    code: 'alarm-chirp',
    patterns: [
      '(smoke|fire|co|carbon monoxide)? ?(alarm|alarms|detector|detectors) ~~ (chirp|chirps|chirping|chirped|battery|batteries|low|beep|beeps|beeping)',
      '(chirp|chirps|chirping|chirped|battery|beeping) ~~ (alarm|detector|detectors)',
      'smoke (alarm|detector|detectors|alarms)|(co|carbon monoxide) (alarm|detector)s?',
    ],
  },
  {
    code: 'drip',
    patterns: [
      '(faucet|tap|shower|showerhead|shower head|spigot|sink|bathtub|hose bib|pipe) (\\w+ ){0,4}?(drip|drips|dripping|leak|leaks|leaking)',
      '(drip|drips|dripping|leaky|leaking) (\\w+ )?(faucet|tap|shower|showerhead|sink|spigot|pipe)',
      '(small|slow|minor|little|tiny) (\\w+ )?(leak|drip|drips)',
      'drip|drips|dripping',
    ],
  },
  {
    code: 'plumbing',
    patterns: [
      'faucets?|water pressure|pressure ~ (low|weak)|water heater|pipes?|plumbing|plumber|water softener|septic|taps?|(brown|rusty|cloudy|discolored|yellow) water|water (\\w+ )?(tastes?|smells?|brown|cloudy|discolored|rusty)|leaks?|leaking|sump pump|toilet ~ (runs|running|loose|wobbles|rocks|seat|handle|flushing|fill\\w*)|(running|loose|wobbly) toilet|(shower|toilet|tub|sink) (\\w+ ){0,3}<dead>|sink|toilets?',
    ],
    unless: ['(group|team) chat|toilet paper'],
  },
  {
    code: 'fixture',
    patterns: ['showers?|bathtub|tub|hose|water|caulk\\w*|bathroom fixtures?|garbage disposal'],
  },
  {
    code: 'toilet-clogged',
    patterns: [
      '(toilet|commode) (\\w+ ){0,5}?(clog|clogs|clogged|wont flush|not flushing|doesnt flush|isnt flushing|blocked|stopped up|plugged|backed up|full|wont go down|cant flush|stuck)',
      '(clogged|blocked|plugged|stopped up) (\\w+ )?toilet',
    ],
  },
  {
    code: 'clog',
    patterns: [
      '(sink|drain|drains|tub|bathtub|shower|pipe|disposal) (\\w+ ){0,5}?(clog|clogs|clogged|slow|slowly|blocked|plugged|stopped up|backed up|backing up|wont drain|not draining|doesnt drain|standing water|gurgling|wont go down)',
      '(clogged|blocked|slow|plugged) (\\w+ )?(sink|drain|drains|tub|bathtub|shower|pipe)',
      'clog|clogged|standing water|(tub|sink|shower) ~ drain\\w*',
    ],
  },
  {
    code: 'outlet-or-light',
    patterns: [
      'outlet|outlets|socket|sockets|light switch|switch|switches|breaker|breakers|gfci|fuse|fuses|lights?|light bulbs?|bulb|bulbs|lamp|flicker\\w*|electrical|electrician|electricity|power|exhaust fan|ventilation|generator|doorbell|wiring|wires?|(bathroom )?fan|ceiling light|parking lot ~ dark|too dark',
    ],
    unless: ['(gas light|no light at|light of)'],
  },
  {
    code: 'partial-power',
    patterns: [
      '(half|part|one room|one side|bedroom|kitchen|some|bathroom|living room|room) (\\w+ ){0,5}(no power|without power|lost power|no electricity|power|dead|out of power)',
      '(no|lost|lost the) (power|electricity) (in|to) (the |my |one |half )?(\\w+ )?(outlet|outlets|bathroom|kitchen|bedroom|living|half|part|one|garage|hallway|room|side)',
    ],
  },
  { code: 'refrigerator', patterns: ['fridge|refrigerator|freezer|frig|refrigerators|fridges'] },
  {
    code: 'appliance',
    patterns: [
      'dishwasher|dishwashers|washer|washing machine|washers|dryer|dryers|stove|oven|range|cooktop|burner|burners|microwave|garbage disposal|disposal|disposer|ice maker|icemaker|laundry (machine|machines|room machine)|range hood|hood|appliance|appliances|stovetop',
    ],
  },
  {
    code: 'heating',
    patterns: [
      'heat|heater|heaters|heating|furnace|radiator|radiators|boiler|thermostat|thermostats|heat pump|pilot light|cold air|drafty',
    ],
    unless: ['hot water heater|water heater'],
  },
  { code: 'elevator', patterns: ['elevator|elevators|lift'] },
  {
    code: 'access',
    patterns: [
      'keys?|key ?fobs?|fobs?|key ?cards?|keycard|intercom|buzzer|call box|callbox|gate code|gate remote|garage (door )?(remote|opener|code)|garage door|door code|entry code|access (code|card|package|room)?|lockbox|mailbox (key|lock|combination)|mailbox|lock|locks|locked|deadbolt|gate|rekey\\w*|door knob lock|mail key|door lock|combination',
    ],
    unless: ['keeps? (running|making)'],
  },
  {
    code: 'security',
    patterns: [
      'stolen|theft|stole|thief|thieves|robbed|vandal\\w*|graffiti|security|unsafe|suspicious|packages? (\\w+ ){0,3}(disappear\\w*|missing|stolen)|drug dealing|drugs|police|surveillance|camera|cameras|trespass\\w*|disappearing|mugged',
    ],
    unless: ['security deposit'],
  },
  {
    code: 'pest',
    patterns: [
      'mice|mouse|rats?|roach|roaches|cockroach|cockroaches|ants?|bed ?bugs?|bedbugs|bugs?|termites?|spiders?|wasps?|bees?|hornets?|fleas?|raccoons?|squirrels?|bats?|pests?|pest control|rodents?|flies|gnats|mosquitoe?s|silverfish|centipedes?|snakes?|pigeons?|birds? (in|nest)|infest\\w*|exterminat\\w*|critters?|possums?|skunk|droppings|maggots|moths?|scratching',
    ],
    unless: ['pet (snake|rat|bird)', 'bug (bite )?in the app|bat(h)'],
  },
  {
    code: 'structural',
    patterns: [
      'windows?|doors?|walls?|ceiling|floors?|floorboards?|carpet|tiles?|cabinets?|drawers?|paint|painting|blinds?|screens?|handle|hinges?|crack|cracks|cracked|mold|mould|mildew|musty|damp|drywall|roof|gutter|gutters|balcony|deck|porch|stairs?|railing|fence|counter|countertop|closet|shelf|shelves|baseboards?|trim|grout|caulk|hardwood|stain|siding|foundation|grab bars?|ramp|weatherstrip\\w*|drafts?|peeling|wallpaper|patio|sidewalk|steps|chimney|insulation|bed frame|bed is|mirror|towel (bar|rack)|threshold|doorknob|knob',
    ],
  },
  {
    code: 'noise',
    patterns: [
      'noise|noises|noisy|loud|loudly|music|barking|barks|bark|party|parties|stomping|footsteps|screaming|yelling|arguing|shouting|banging|quiet hours|humming|bass|drums|drumming|revving|slam|slams|slamming|quiet|construction|hear everything|karaoke|keeps me (up|awake)',
    ],
  },
  {
    code: 'office',
    patterns: [
      'rent|rental|lease|leases|leasing|deposit|deposits|late fees?|fees?|charges?|charged|charging me|payment|payments|paid|pay|paying|bill|bills|billing|invoice|refund|receipt|receipts|statement|ledger|account|accounts|portal|autopay|bank|banking|renew|renewal|renewing|sublet|sublease|roommate|move out|moving out|move in|moving in|notice|parking|parked|parks|park|spot|permit|pass|passes|guest|visitor|pets?|application|apply|tour|evict\\w*|landlord|management|manager|contract|insurance|inspection|towed|tow|storage unit|amenity|amenities|clubhouse|gym|pool|package room|laundry card|wifi|internet|office|complaint|trash|garbage|dumpsters?|recycling|grills?|utilities|reference letter|forms?|policy|schedule|appointment|party room|clock|drill|generator quote|quote|grass|lawn|landscap\\w*|sprinklers?|cleaning|common area|hall ?way|lobby|laundry room|smok\\w*|litter|driveway|snow|dogs?|neighbors?|neighbours?|roommates?|odors?|furniture|bed|grab bars|wheelchair',
    ],
  },
  {
    code: 'information',
    patterns: [
      '(how (much|long|do i|do we|does|can i|many|quickly|should i|is the)|when (is|are|do|does|will|can|should)|what (is the|are the|exactly|does it cost|happens|do i need)|what (\\w+ )?(hours|policy|fee)|(can|may|could|should|am|are|is) (i|we|my landlord|there|it|it possible|grills|pets|the office) (allowed|keep|have|get|pay|sublet|paint|install|charge|break|schedule|book|add|update|bring|use|a grace|possible|open|to (rent|pay|have))|do (i|we) (have|need) to (pay|give|have|get)|who (do|should|can) (i|we|residents) (call|contact|talk)|where (do|can) i|i (have|had) a question|id like to (know|renew|ask)|i would like to (renew|know)|i want to (dispute|add|know|renew)|wondering if|i need (a )?(copy|receipt|help with my account|to discuss)|book|schedule)',
    ],
    unless: [
      '(fix|repair|replace|send someone|maintenance (come|look)|stopped|broken|leak|leaking|not working|clogged|noise|loud)',
    ],
  },
  {
    code: 'information',
    patterns: [
      '(just a )?reminder|campfire|fired from|got fired|fire drill|fire (alarm|safety) (test|testing|inspection|tests)|gas (bill|account|station|line inspection)|group chat|(account|portal|app|email|website) ~ locked|locked ~ (account|portal|app|email|website)|fireplace|test test',
    ],
  },
  {
    code: 'nuisance',
    patterns: [
      'cigarettes?|weed|marijuana|cigars?|smokers?|(smokes|smoking) ~ (balcony|patio|hallway|building|inside)|cooking smells?|trash in|dog poop',
    ],
  },
];
