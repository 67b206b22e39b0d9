import type { PackRule } from './pack.ts';

/** English: what must be seen to tonight (P2). */
export const EN_TONIGHT: readonly PackRule[] = [
  {
    code: 'no-heat',
    patterns: [
      '(no|without|zero|lost|lack of|not any|dont have|dont have any|doesnt have|havent had|out of|not getting|not getting any|need|aint got no|have no|has no) (\\w+ )?(heat|heating|heater)(?! (wave|pump filter|advisory))',
      '(heat|heater|heaters|heating|furnace|boiler|radiators?|baseboards?|heat pump|central heat|heating (system|unit)) (\\w+ ){0,4}?<dead>',
      '(heat|heater|heating|furnace|boiler|radiator|radiators) (\\w+ ){0,3}?(cold|stone cold|ice cold|freezing|not hot|not warm|blowing cold|cold air)',
      '(broken|dead|busted) (heat|heater|heating|furnace|boiler|radiator|heat pump)',
      '(heater|heat|furnace|vents?|hvac) ~ (blowing|blows) (\\w+ )?cold|(blowing|blows) cold air(?= .*(heat|furnace|winter|thermostat))',
      '(cant|cannot|wont|unable to|not able to) ~ (heat|warm) (up )?(the |my |our )?(apartment|house|unit|place|room|up)|(wont|not|doesnt|isnt) (get|getting|warm|warming) (warm|up)',
      '(thermostat) ~~ (heat|heating|furnace|cold|heater) ~~ (nothing|not|wont|doesnt|isnt)',
      '(its|it is|is|getting|so|really|very|super|too|extremely) (\\w+ )?cold (in here|inside|in (my|the|our) (apartment|unit|house|bedroom|room|place|home))|(apartment|house|unit|home|place) (is |was |are |feels |getting |gets )+(\\w+ )?(cold|freezing)',
      'furnace wont fire|pilot light( went| is| has gone| goes)? out|heats? (is |has |been |went |just )*(out|off|gone|dead)',
    ],
    unless: [
      '(hot water heater|water heater|hot water|oven|stove|dryer|pool|hot tub|sauna|seat|dishwasher|toilet|iron)(?!.*(no heat|heat is|furnace|heating|freezing))',
      '(heat|heating) (bill|included|pump filter|wave|needed|yet)',
      '(ac|air conditioner|air conditioning|cooling) (is |was )?(out|broken|not|blowing)',
      '(radiator|heater|furnace|boiler) ~ (noise|banging|clanking|knocking|hissing|rattling)',
      'cold air (comes|coming) (in|through) ~ (window|windows|door)',
    ],
  },
  {
    code: 'no-hot-water',
    patterns: [
      '(no|without|zero|lost|not any|dont have|dont have any|doesnt have|havent had|out of|not getting|not getting any|aint got no|have no|isnt any|never any) (\\w+ )?(hot|warm) ?water',
      '(hot water|hot water heater|water heater|hot water tank|hotwater) (\\w+ ){0,4}?(<dead>|cold|lukewarm|gone|runs out|ran out)',
      '(water|shower|showers) (\\w+ ){0,3}?(cold|ice cold|freezing|freezing cold|lukewarm|wont get hot|never gets hot|not hot|isnt hot|not getting hot|isnt getting hot|doesnt get hot|not heating)',
      '(only|just|nothing but) (\\w+ )?cold (water|showers?)|cold showers?|hot water ~ (isnt|not|wont|doesnt|never) ~ (coming|working|hot|come|work)',
      '(broken|dead) (hot )?water heater|pilot ~ water heater|water heater ~ pilot',
    ],
    unless: [
      '(no cold water)',
      'fridge|refrigerator',
      'heat(er|ing)? (is|are|was) ~ cold',
      '(its|it is) (\\w+ )?cold (in|inside|outside)',
    ],
  },
  {
    code: 'no-water',
    patterns: [
      '(no|without|zero|lost|lost all|dont have|dont have any|doesnt have|havent had|out of|not getting any|have no|isnt any|there isnt) (any |running |cold |tap |the )*(water|water supply|running water)(?! (pressure|bill|damage|coming (from|through)|leak\\w*|stain|heater|on the|everywhere|under))',
      '(water|water supply) (is |was |has been |has |just |went |been |got |completely |totally |suddenly )*(off|out|shut off|turned off|cut off|not working|isnt working|not coming out|stopped|gone|stopped working|stopped coming|down|not running)(?! (of|onto|from|the (ceiling|wall|pipe)))',
      'nothing (comes|coming) out ~ (faucets?|taps?)|(faucets|taps|all the faucets|none of the faucets) ~ (nothing|not working|dry|no water|dont work)',
    ],
    unless: [
      'hot water|warm water|water heater',
      '(shower|dishwasher|washer|washing machine|ice maker|fridge|refrigerator|bathtub|one sink|kitchen sink|hose|water dispenser|fountain) (is |was |wont |has |isnt |turn |\\w+ )*(no|not|broken|turn|water)',
      'scheduled|will be|going to be|when will',
    ],
  },
  {
    code: 'locked-out',
    patterns: [
      'locked (\\w+ )?out|lock out|lockout|locked (myself|me|us|ourselves|himself|herself|my wife|my husband) out|locked out',
      '(lost|forgot|left|misplaced|dropped|broke|snapped|stolen|cant find) (\\w+ )?(\\w+ )?(house |apartment |front door |door |unit )?keys?(?! (fob|card|for the (gym|mailbox|storage|pool)))',
      '(cant|cannot|unable to|wont let me|couldnt|not able to|cant even) (\\w+ )?(get|enter|go|come) (back )?(in|into|inside|inside of)( (my|the|our) (apartment|unit|house|home|building|place|flat|condo|front door))?',
      '(keys?|fob) (are |is |were |got |left |locked |still )*(inside|in the (apartment|house|unit)|in there)|keys? (broke|snapped|stuck|wont turn|doesnt work|doesnt turn|wont work|broken) ~ (lock|door|apartment)|key (wont|doesnt|will not|does not|isnt) (\\w+ )?(turn|turning|work|working|open)',
      '(fob|key card|keycard|access card|door code|key fob|keypad) ~~ (cant get in|locked out|front door|my (apartment|unit) door)',
      '(lock|front door) ~ (jammed|stuck)(?= .*(front|apartment|get in|unit))|(door|apartment) wont (open|unlock)',
    ],
    unless: [
      '(mailbox|mail box|gym|storage|pool|clubhouse|package|laundry|bike|portal|account|website|app|online|garage remote|amenity|fitness|bedroom|room door|closet|email|parking)',
      'locked (in|inside) (?!the apartment)',
      'cant get (in|into) (touch|contact|the shower|the tub|to)',
      'oven|dishwasher|washer|dryer|fridge|window',
      '(let|needs? access|give) ~ (walker|guest|cleaner|friend|contractor|in tomorrow)',
    ],
  },
  {
    code: 'elevator-down',
    patterns: [
      '<elevator> (\\w+ ){0,5}?(<dead>|stuck|stopped|not moving|wont move|wont open|wont go|stays|jammed|out of (order|service)|shaking|jerking|dropped|drops|snapping|grinding|unsafe|not responding|not respond\\w*)',
      '(broken|stuck|dead) <elevator>|no <elevator>|out of (order|service) ~ <elevator>',
    ],
    unless: [
      '(light|mirror|music|inspection|certificate|smell|dirty|scratch|floor mat|carpet|button light|camera) ~ <elevator>|<elevator> (light|lights|mirror|music|inspection|smell|fan|phone|carpet)',
      '(fork|face|chair) ?lift',
    ],
  },
  {
    code: 'no-power',
    patterns: [
      '(no|without|lost|lost all|zero|dont have|dont have any|doesnt have|have no|out of|havent had) (\\w+ )?(power|electricity|electric|lights|current)(?! (in|to) (the |my |one |half )?(outlet|bathroom|kitchen|bedroom|living room|half|part|one|garage|hallway))',
      '(power|electricity|electric|lights) (is |are |was |has been |has |just |went |been |all |completely |still |got |keeps )*(out|off|gone|down|cut|cut off|shut off|dead|outage|went out|going out|not working)(?! (in|to|of) (the |my |one |half )?(outlet|bathroom|kitchen|bedroom|living room|hallway|half|stove|garage|stairwell|parking))',
      '(power|electrical|electricity) (outage|failure|cut|loss)|blackout|black out|(whole|entire) (apartment|unit|house|building|place|flat) (is |has |went |without |lost )*(dark|no power|no electricity|power|electricity)|main breaker ~ (tripped|wont|off)',
    ],
    unless: [
      '(lights?|light bulbs?|bulbs?) (is |are |in |on )*(out|flicker\\w*|off|not) (in|on|at|above) (the|my)',
      '(half|part|one room|some|bedroom|garage|outlet|hallway light|lights? flicker\\w*) ',
      'power (washer|button|steering|drill|window)',
      'parking lot|stairwell|hallway lights?',
    ],
  },
  {
    code: 'only-toilet',
    patterns: [
      '(only|one|sole|single) (\\w+ )?(toilet|bathroom|commode) && (wont|not|doesnt|cant|broken|clogged|stopped|unusable|backed|stuck|flush|flushing|blocked|out of order)',
      '(wont|not|doesnt|cant|broken|clogged|unusable|backed) ~ (toilet|flush) ~~ (only|one) (\\w+ )?(toilet|bathroom|one|we have|i have)',
      '(cant|cannot) (use|flush) (the |my |our |any )?(toilet|bathroom|toilets)|no (working )?(toilet|toilets|bathroom)|(both|all) (the )?toilets? ~ (clogged|backed|wont|not|broken|dont)',
    ],
    unless: ['(other|second|another|guest) (toilet|bathroom)'],
  },
  {
    code: 'leak',
    patterns: [
      '(leak|leaks|leaking|leaked|leaky|leakage|seeping)(?! (proof))',
      'puddles?|(<water>|wet) (is )?(pooling|under|on|in|around|beneath|inside) (the |my |our )?(\\w+ )?(sink|floor|cabinet|toilet|tub|water heater|bathroom|kitchen|fridge|washer|carpet|basement|unit|closet|hallway)',
      '(floor|carpet|wall|cabinet) (is |was |are |keeps |getting |all |feels )*(wet|damp|soggy|soaking)',
      '<water> (is )?dripping|(its|is|started|now) (\\w+ )?dripping( now)?',
    ],
    unless: [
      '(no|not|isnt|never|stopped|any) (\\w+ )?(active )?(leak|leaks|leaking)(?! (stop|yet))',
      '(faucet|tap|showerhead|shower head|spigot) ~ (drip|drips|dripping)',
      '(small|slow|minor|little|tiny) (\\w+ )?(leak|drip)',
      '(gas|oil|freon|refrigerant|information|air|coolant) leak',
      '(how|what) (quickly|long|much|is)',
      '(dishwasher|fridge|refrigerator|freezer|ice maker|ac|air conditioner) (\\w+ ){0,3}(leak|leaks|leaking|leaked)',
      '(faucet|tap) (is |\\w+ )?leak\\w*|leak\\w* (faucet|tap)|leaky',
    ],
  },
  {
    code: 'refrigerated-medicine',
    patterns: [
      '(fridge|refrigerator|freezer|frig) && (medicine|medication|medications|insulin|meds|breast ?milk|vaccine|prescription|ozempic)',
    ],
  },
  {
    code: 'alarm-missing',
    patterns: [
      '(no|missing|dead|broken|without|disconnected|doesnt have a|need a new) (working )?(smoke|co|carbon monoxide|fire) (detector|alarm|detectors|alarms)',
      '(smoke|co|carbon monoxide|fire) (detector|alarm|detectors|alarms)s? (\\w+ )?(missing|dead|broken|not working|doesnt work|isnt working|wont work|fell off|expired|not functioning|not connected)',
    ],
  },
  {
    code: 'unsafe-structure',
    patterns: [
      '(stairs?|staircase|stair|step|steps|stairway|handrail|hand rail|railing|banister|porch|deck|balcony|floorboard|floor board|fire escape|walkway|ramp) (\\w+ ){0,4}?(broken|broke|unsafe|loose|rotten|rotted|rotting|cracked|missing|wobbly|dangerous|gave|unstable|hazard|soft|shaky|collapsing)',
      '(broken|unsafe|loose|rotten|rotted|rotting|missing|wobbly|dangerous) (\\w+ )?(stairs?|staircase|steps?|handrail|railing|banister|porch|deck|balcony|fire escape)',
      '(dangerous|black) ice|icy and dangerous|(walkway|walkways|sidewalk|stairs|driveway|steps|parking lot) (\\w+ ){0,2}(icy|ice|iced over)|ice (buildup|overhanging|hanging)|icicles?|(foot|leg) (\\w+ )?through (the )?(floor|porch|deck|stair|step)',
      '(ceiling|wall|floor) (\\w+ ){0,3}?(soft|spongy|bubbling|sinking|separating)|big crack|(large|huge|growing|widening) crack',
      'windows? (\\w+ )?leak\\w*',
    ],
    unless: ['cosmetic|hairline|squeak\\w*|creak\\w*|paint|noise|tile'],
  },
  {
    code: 'lock-broken',
    patterns: [
      '(lock|locks|deadbolt|latch|front door|entry door|entry system|entry gate) (\\w+ ){0,4}?(broken|broke|busted|jammed|stuck|damaged|wont lock|not locking|doesnt lock|wont latch|wont close|doesnt close|not closing|malfunctioning|not working|doesnt work|failing|falling off|fell off)',
      '(broken|busted|jammed|damaged|faulty) (\\w+ )?(lock|locks|deadbolt|latch|window lock|window latch)',
      'window ~ (wont|doesnt|cant|not|broken) ~ (lock|latch|shut|secure)|(broken|cracked) window|window (is |got |was |glass |has )*(broken|broke|cracked)',
      '(gate|entry|entrance|lobby door|building door) (\\w+ ){0,3}(wont (close|lock|latch)|propped open|broken|unlocked|stuck open|not locking)',
    ],
    unless: [
      '(mailbox|mail|cabinet|closet|bathroom|bedroom door|interior|storage|locker|shower|fridge|washer|dryer|gym|pool|oven) (\\w+ )?(lock|door|latch|locks)',
      'intercom|buzzer|call box|handle|knob|window (blind|blinds|shade|screen|ac|sill)',
      'cold air comes',
      'lock(ed)? out',
    ],
  },
  {
    code: 'suspicious-person',
    patterns: [
      '(suspicious|strange|unknown|weird|creepy|random) (person|man|guy|people|woman|men|individual|car|vehicle|activity)',
      '(stranger|strangers|someone|somebody|homeless|trespasser|trespassers|trespassing|squatter|squatters|loiter\\w*) (\\w+ ){0,4}?(loitering|lurking|hiding|sleeping|following|followed|knocking|wandering|in (the )?(building|hallway|stairwell|lobby|garage|basement|laundry)|peeking|watching|outside my (door|window)|without buzzing)',
      'trespass\\w*|loitering|prowling|squatters?|broke into (my|the|a|our) (car|vehicle|truck|storage|mailbox)|(car|vehicle|truck|storage unit|mailboxes|mailbox) (was |got |has been |were |been )*broken into',
    ],
  },
  {
    code: 'wiring-concern',
    patterns: [
      '(outlet|outlets|socket|switch|panel|breaker|wiring|wires|electrical|light|fixture) (\\w+ ){0,4}?(buzz|buzzing|buzzes|humming|crackling|crackle|popping|unsafe|dangerous|hazard)',
      '(unsafe|dangerous|faulty|bad|old) (electrical )?(wiring|electrics|electrical|outlet)|(buzzing|crackling|popping) (\\w+ ){0,3}(outlet|panel|switch|wall|breaker|light)|wall (\\w+ ){0,5}buzzing|short circuit\\w*',
    ],
  },
  {
    code: 'strange-smell',
    patterns: [
      '(weird|strange|odd|funny|chemical|bad|unusual|awful|foul|horrible|terrible|nasty) (\\w+ )?(smell|smells|odor|odour)|<smell> (\\w+ )?(weird|strange|odd|funny|off|chemical|chemicals)',
    ],
    unless: [
      'disposal|trash|garbage|carpet|mold|musty|mildew|urine|pet|dog|cat|weed|marijuana|cigarette|drain|sink|fridge|dryer|dishwasher|washer|neighbor cooking|sewer|food|hallway trash|ac |air conditioner|toilet|water',
    ],
  },
];
