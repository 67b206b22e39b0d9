import type { PackRule } from './pack.ts';

/** English: other words, regional ones among them, for what must be seen to tonight (P2). */
export const EN_TONIGHT_MORE: readonly PackRule[] = [
  {
    code: 'no-power',
    patterns: [
      '(apartment|building|house|whole|entire|place|flat|flats|complex|unit|hostel|block|cabin|tower|wing|estate) (\\w+ ){0,3}(dark|darkness|blacked out|without (power|supply|light)|no (power|supply|electricity|bijli|current))|(sitting|living|left|still) in (the )?(dark|darkness)|all (circuits|breakers) (\\w+ )?(down|dead|tripped)|no (supply|bijli|current|electric) (\\w+ ){0,3}(in|at|since|to)|(bijli|current|nepa|phcn|eskom) (\\w+ )?(gone|gayi|cut|took)',
      'main (fuse|switch|breaker|rcd|trip) (\\w+ ){0,3}(blown|blew|tripped|trips|tripping|wont|keeps|gone)|(fuse box|trip switch|rcd|main breaker|consumer unit) (\\w+ ){0,4}(trips (straight )?back|keeps (going|tripping)|wont (reset|stay))|(prepaid|prepay|token) meter (\\w+ ){0,5}(ran out|off|wont|isnt|not|dead)|(lost|phase) (one )?phase|outage (\\w+ ){0,3}(here|in|on|at|since|complex|whole|entire|building)',
    ],
    unless: [
      'planned|scheduled|over|restored|notice|charger|website|internet|(parking|garage|hallway|stairwell|corridor) lights?|dark (spot|stain|wood|mark)',
    ],
  },
  {
    code: 'locked-out',
    patterns: [
      'shut out|(stuck|stood|waiting|standing) outside|(door|gate|latch) (\\w+ )?(swung|slammed|closed|shut|locked|clicked) (shut |closed )?behind (me|us|her|him)|(door|gate) (swung|slammed|blew|clicked) (shut|closed) ~~ (outside|keys?|phone|locked|hall)|(cant|cannot|unable to) (enter|get home|get in|get inside|get up to my)|(nobody|naebody|none of us|we all) (can|cant) get in',
      '(fob|card|reader|code|keypad|app|key ?card|badge|smart lock|digital lock|id|passcode|entry system|fingerprint|swipe) (\\w+ ){0,4}(stopped working|rejects?|rejected|not working|wont (open|read|work)|dead|died|down|fails?|failed|doesnt (open|work)|denied|demagneti[sz]ed|not responding|not recogni[sz]ed) (\\w+ ){0,7}(outside|stuck|my (room|door|flat|unit|apartment)|get in|dorm|halls|everyone|midnight|am|locked|cant)',
      'key (\\w+ ){0,3}(bent|snapped|doesnt fit|wont go in|is gone|broke off)|(keys?|purse|bag|handbag) (\\w+ ){0,4}(snatched|down the (lift|elevator)|fell down|at work|on the train|taken home|home with)|no key (to|and|on me|with me)|need (a )?locksmith|locksmith needed|(let me|someone let me|buzz me) (in|up) ',
      '(gate|barrier|gate arm|garage door|shutter) (\\w+ ){0,3}(stuck|frozen|jammed|dead|wont (open|lift|move)) (\\w+ ){0,5}(closed|shut|cars?|halfway|way out|in|out|inside|trapped)',
    ],
    unless: [
      '(mailbox|gym|storage|pool|package|laundry|bike|portal|account|website|online|amenity|locker|clubhouse)|no need to come|got in|window|oven|washer|dryer|stuck outside (the )?window|how much|replacement fob|extra fob|second fob',
    ],
  },
  {
    code: 'elevator-down',
    patterns: [
      '<elevator> (\\w+ ){0,5}(wont (come|move|leave|go|respond|start|close)|no response|bust|dead|dies|is off|switched off|not coming|not moving|blank|keeps (opening|reopening|stopping)|doesnt (come|answer|move)|fault|faulted|shows out|stalled|is down|down since|not answering|isnt answering|out since)|(neither|both|all|only|none of the) (\\w+ )?<elevator> (\\w+ ){0,3}(dead|down|out|off|broken|stopped|works?|working|answers?)|(stair ?lift|wheelchair (lift|platform)|platform lift) (\\w+ ){0,4}(stopped|stuck|dead|wont|broken|not)|doors (\\w+ )?keep (opening|reopening) (\\w+ ){0,6}<elevator>',
    ],
    unless: [
      'lights?|mirror|music|carpet|smell|certificate|fan|squeak\\w*|what do i do|what happens|fixed|works again',
    ],
  },
  {
    code: 'no-water',
    patterns: [
      'not a drop|(taps?|faucets?|spigots?) (\\w+ )?(dry|dead)|dry taps?|water (\\w+ )?(cut|gone|finished|stopped completely) (\\w+ )?(to|in|for|since|off)?|(bore|borewell|overhead tank|tank|water tank) (\\w+ ){0,2}(dry|dried up|empty)|(borewell|water pump|pumping machine|booster pump) (\\w+ ){0,4}(wont|not|burnt|spoil\\w*|dead|failed|stopped|tripped)|no water (\\w+ ){0,3}(tap|taps|flat|unit|building|block|house|since|at all|kitchen|bath|anywhere|in)|water no dey|nothing (from|out of) (the |any |all |both )?(taps?|faucets?)',
    ],
    unless: ['hot water|sump pump|fish|pool|fountain|sprinkler|irrigation|one tap|dispenser|filter|tank dry cleaned'],
  },
  {
    code: 'no-hot-water',
    patterns: [
      'cold water only|only cold water|cold only|(geyser|water heater|immersion|immersion heater|combi|hot water cylinder|hot water tank|hot tap) (\\w+ ){0,4}(not heating|not working|dead|bust|busted|packed up|tripping the|wont relight|wont light|pilot out|not lighting|blown|stopped|gone|cold|failed)|(showers?|water|taps?) (\\w+ ){0,3}(ice cold|stone cold|freezing cold|gone cold|went cold|running cold)|(ice cold|freezing) (showers?|water)|no (bath|hot bath|shower) (\\w+ )?(for|because|since)|bathing (\\w+ )?in cold water|(cold|freezing) showers? (since|again|all|for)|no warm water',
    ],
    unless: [
      'drinking fountain|cold tap|fridge|pool|hot tub|indicator|dishwasher|slightly|not as hot|a little cold|leak\\w*|burst|flood\\w*',
    ],
  },
  {
    code: 'no-heat',
    patterns: [
      'no (warm air|warmth|heating|central heating)|vents? (\\w+ )?blow(ing|s)? (\\w+ )?(cool|cold)|none of the radiators|(radiators|all radiators|every radiator) (\\w+ ){0,3}(cold|stone cold|off|dead)|(furnace|boiler|heating|heat pump|panel heater|storage heater|storage heaters|heaters?|warm air unit|underfloor heating|radiators) (\\w+ ){0,4}(failure|failed|packed (up|in)|gave up|locking out|locked out|locks out|stuck in cool|isnt responding|not responding|not blowing|conked|wont fire|wont ignite|gone off|kaput|been off|not come on|not coming on|cuts out|wont stay lit|tripped out)|(loss of|lost) (all )?(heat|heating)|(heat|heating) (\\w+ ){0,2}(lost|loss|failure)|blower (\\w+ )?(wont|doesnt|not) (\\w+ )?(come on|start|run)',
    ],
    unless: [
      'one radiator|spare room|box room|at the top|others|rest of|fan heater|towel|hot water (only|heater)|water heater|oven|pool|seat heater|question|schedule',
    ],
  },
  {
    code: 'no-cooling',
    patterns: [
      '(ac|a c|aircon|air con|chiller|compressor|cooling|cooler|evaporative unit|swamp cooler|air conditioner|air conditioning) (\\w+ ){0,4}(gone|kaput|quit|died|dead|is off|failed|packed (in|up)|locked|out|broken|broke|stopped|wont start|not working|lost its belt|shot|tripped|blowing (warm|hot))|no (ac|a c|aircon|cooling|air con)|no air (\\w+ ){0,3}(heat|hot|degrees|in)',
    ],
    unless: ['leak\\w*|drip\\w*|remote|noise|filter|smell'],
  },
  {
    code: 'dangerous-heat',
    patterns: [
      'heat (dome|emergency|index|alert|warning)|record (temps|temperatures|heat)|extreme heat|over ?heating|hot weather|heatstroke|(37|38|39|4\\d) (degrees|c) (\\w+ )?(in|inside|outside)|phoenix in (june|july|august)|(9[3-9]|1[01]\\d) (\\w+ )?(inside|in here|in my|in the)|swelter\\w*',
    ],
    unless: ['(stove|fridge|laptop|phone|engine|motor|boiler|water|dryer|charger) (\\w+ )?over ?heating'],
  },
  {
    code: 'volunteered-need',
    patterns: [
      'gran|granny|nan|nana|grandad|granddad|pregnant|preemie|premature|asthmatic|epilep\\w+|lupus|ms patient|multiple sclerosis|\\d\\d? (yo|yr old|y o)|(mum|mam|mom|dad|aunt|uncle|tenant|resident|wife|husband) (is |whos |who is |aged )?(7\\d|8\\d|9\\d)|(seventy|eighty|ninety) \\w+|im (7\\d|8\\d|9\\d)|sheltered (flat|housing)|care home|twins|wean|weans|chest infection|fever|chemo',
    ],
    unless: ['grandad clock|nan bread|granny (flat|square)|fridge|twins? (bed|beds)'],
  },
  {
    code: 'alarm-missing',
    patterns: [
      '(smoke|fire|co|carbon monoxide|monoxide|heat) (detectors?|alarms?|sensors?|heads|unit|units) (\\w+ ){0,6}(missing|removed|dead|disconnected|painted over|unplugged|stripped|yanked|silent|does nothing|doesnt (make|work|respond|sound)|wont (reset|sound|work|stop chirping even)|end of life|took down|taken down|took off|hanging by|fell off|ripped off|gone|torn off|no battery)|(detectors?|ceiling alarm|every detector) (\\w+ ){0,4}(missing|stripped|yanked|ripped off|hanging by|removed|doesnt make|disconnected)|(took|pulled|ripped|removed|yanked) (\\w+ )?(down |off |out )?(the |our |all )?(smoke|fire|co) (detectors?|alarms?)',
      '(sprinkler|sprinklers|fire alarm|fire panel|fire) (system |pump |panel |valve )?(\\w+ ){0,3}(shut off|switched off|off|disabled|isolated|failed|valve shut|out of service|dead|down)(?= .*(building|floor|system|panel|pump|sprinkler|contractor|test|tonight|we))|pull station (\\w+ )?(smashed|broken|missing)|fire (exit|door|doors) (\\w+ ){0,4}(chained|blocked|locked|nailed|wont (close|open)|will not close|padlocked)',
    ],
    unless: [
      'lawn|garden|irrigation|want|expires next|next year|normal|cover yellowed|going off|went off|flames|on fire',
    ],
  },
  {
    code: 'unsafe-structure',
    patterns: [
      'grab bar (\\w+ )?(pulled|has pulled|loose|out|broke|came)|(rail|railing|handrail|banister|balustrade|bannister) (\\w+ ){0,5}(screws|rusted through|rusts?|snapped|peeled|swings?|wobbl\\w*|pulled|came off|shattered|loose|missing|broken|detached|cracked)|(tread|treads|step|steps|stair|stairs) (\\w+ ){0,4}(rotten|loose|broke|broken|cracked|missing|rocks|gave|cracking|sinking)|(hole|gap) in (the )?(walkway|sidewalk|steps|pavement|landing|path|deck|ramp)|loose (slab|paver|paving|step|stair)|manhole (cover|lid) (\\w+ )?(missing|gone|broken)|(large |big |huge )?(branch|limb) (\\w+ )?hanging|(rotten|loose|broken) (tread|treads|step|steps|stair|slab)|black ice',
    ],
    unless: [
      'cosmetic|hairline|squeak\\w*|creak\\w*|paint|towel|curtain|rail itself is solid|shower rail|hanging basket|clothes',
    ],
  },
  {
    code: 'animal-inside',
    patterns: [
      '(snake|bat|raccoon|skunk|opossum|possum|monkey|fox|swarm of \\w+|alligator|owl) (\\w+ ){0,3}(inside|in|flying|loose|trapped in|under) (\\w+ ){0,2}(my|our|the) (\\w+ )?(apartment|bedroom|kitchen|house|room|living room|unit|bathroom|laundry|laundry room|hall|hallway|flat|toilet|lobby)',
    ],
    unless: ['pet snake|baseball|outside|yard|attic|toy'],
  },
  {
    code: 'refrigerated-medicine',
    patterns: [
      '(fridge|refrigerator|freezer|icebox|mini ?fridge|mini ?bar|med fridge) && (chemo|drugs|insulin|vaccines?|interferon|biologics?|medicines?|medication|meds|treatment|breast ?milk|injections?|seizure|eye drops)|med(icine)? fridge',
    ],
  },
];
