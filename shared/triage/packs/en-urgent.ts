import type { PackRule } from './pack.ts';

/** English: danger to people and homes that cannot wait (P1). */
export const EN_URGENT: readonly PackRule[] = [
  {
    code: 'gas-odor',
    patterns: [
      '<smell> (strongly )?(like |of |a |some |the |strong |faint |something like |kind of |a bit of |a little |slight )*<gas>',
      '(gas|propane|sulfur|sulphur|egg|eggs|gasoline) (like )?(smell|smells|odor|odour|odors|leak|leaks|leaking|fumes|escaping|hissing|detector ~ <sounding>)',
      '(smell|smells|odor|odour|smelling|smelled) ~ (gas|propane|rotten|sulfur|gasoline)',
      '(gas|propane|gasoline) ~ (leak|leaks|leaking|leaked|hissing|escaping|smell|odor|detector going off)',
      '(leak|leaking|hissing) ~ (gas|propane|gasoline)',
      '(hear|hearing|hissing|hiss) ~ gas( line| pipe| meter| stove)?',
      '(stove|burner|gas line|gas meter|oven|range) ~ hissing|hissing ~ (stove|burner|gas line|gas meter|oven|range)',
      'rotten eggs?',
      '(cant tell|not sure|dont know|no idea|unsure|wondering) (if|whether) ~ (gas|propane)',
      '<smell> && (cant tell if|not sure if|might be|maybe|could be) ~ gas',
      '(burner|stove|knob) ~~ (wont turn off|cant turn ~ off) ~~ (no flame|without flame)',
    ],
    unless: ['refund|deposit', 'food ~ rotten|rotten ~ food'],
  },
  {
    code: 'fire',
    patterns: [
      '(on|caught|catching|catches|caught on|set on) fire',
      '(there is|theres|there was|is|its|a|an|big|small|actual|real|the|electrical|kitchen|grease|stove|oven|dryer|trash|dumpster|car|house|apartment|building|brush|wall|roof|active) fires?',
      '(fire|fires) ~ (in|at|on|inside|outside|near|behind|upstairs|downstairs|spreading|help|hurry)',
      'flames?|blaze|ablaze|in flames|fire fire|fire . fire',
      'fire (?=[.?])',
      '(is|are|its) burning (down|up)',
      'exploded|explosion|blew up',
    ],
    unless: [
      '(furnace|heater|boiler|pilot) ~ fire( up)?',
      'fire (alarm|detector|door|panel|lane|system|watch|safety)(?!.* (in flames|on fire|actual fire|real fire|due to))(?!.* there is .*fire)',
      'no flame|pilot flame|(pilot|burner|stove|oven) ~~ (no|without|wont) ~ flame',
      'light bulb (exploded|blew)|bulb ~ (exploded|blew)',
    ],
  },
  {
    code: 'smoke',
    patterns: [
      '(smell|smells|smelling|smelled|see|seeing|saw|odor|smell of) (of |like |the |some |a lot of |lots of |black |white |thick )*smoke',
      'smoke (is|was|everywhere|coming|filling|pouring|billowing|rising|all|in|inside|from|out|spreading|through|seeping)',
      '(there is|theres|there are|is|a lot of|lots of|black|white|thick|heavy|full of|filled with|filling with|some|visible|with|then|and|see|due to fire) smoke',
      '(is|are|started|was|its|keeps|starts|began|and|banging noises and) (smoking|smouldering|smoldering)',
      'smoky|smokey',
    ],
    unless: [
      'smoke (alarm|alarms|detector|detectors)(?!.* smoke (?!alarm|detector))(?!.*smoke.* smoke detector)',
      '(neighbor|neighbors|guy|lady|tenant|man|woman) ~ smokes',
    ],
  },
  {
    code: 'carbon-monoxide',
    patterns: [
      'carbon monoxide(?! (alarm|detector)s? ?(~ )?(chirp|chirping|chirps|battery|low|missing|expired|replace|install|one|is|needs|not))',
      '(co|carbon|monoxide) (detector|alarm|sensor|monitor)s? ~~ (<sounding>|beep|beeping|beeps|alarm|alarming|off|loud)',
      '(detector|alarm) ~~ (carbon|monoxide|co)(?= .*(off|beep|sound))',
      '(dizzy|headache|headaches|nauseous|nausea|faint|lightheaded) && (furnace|heater|stove|boiler|generator|exhaust|detector|alarm|everyone|whole family|all of us)',
    ],
    unlessAnywhere: [
      '(chirp|chirps|chirping|battery|batteries|low batt|every (minute|\\d+ seconds|few minutes)|once a minute|replace|install|need|needs|missing|expired|test)(?!.*(dizzy|headache|nause|sick|faint))',
    ],
  },
  {
    code: 'fire-alarm',
    patterns: [
      '(smoke|fire|building|hallway) ?(alarm|alarms|detector|detectors) ~~ (<sounding>|beeping|beep|beeps|loud|wont stop|going)',
      'alarms? (is |are |keeps |has been |been |just |started )*(going off|blaring|sounding|ringing|went off)',
    ],
    unlessAnywhere: [
      '(chirp|chirps|chirping|battery|batteries|low batt|low|every (minute|\\d+ (seconds|minutes)|few (minutes|seconds)|night)|cada (minuto|rato)|bateria|pila|once a minute|one beep|a minute|test|tests|testing|drill|car alarm|clock|alarm clock|when i cook|cooking|burned (my )?(toast|food|dinner)|false)(?!.*(actual|real fire|fills|filling))',
      '(is|are|has) (missing|not working|broken|dead)|took down|without putting|fire exit|deodorant|noodles|toast|reset',
    ],
  },
  {
    code: 'burning-smell',
    patterns: [
      '(burn|burnt|burning|burned|melting|scorched|electrical|smoky|smoke|char|plastic|hot) (\\w+ )?(smell|smells|odor|odour|scent)',
      '<smell> ~ (burning|burnt|burned|melting|electrical|scorched|smoke|smoky|on fire|charred|hot plastic|hot wires)',
      'something ~ (burning|smoldering)',
      '(burning|melting) (plastic|wires?|rubber|wood|hair|insulation)',
    ],
    unless: ['burn(t|ed)? (my )?(toast|food|dinner|popcorn)', 'oven ~ clean'],
  },
  {
    code: 'smoking-device',
    patterns: [
      '(outlet|outlets|socket|switch|breaker|plug|light fixture|power strip|wire|wires|fixture) ~ (smoking|smoke|smokes|smoldering)',
      '(sparking|sparks|sparked) and smok(e|ing)',
    ],
  },
  {
    code: 'sparks',
    patterns: [
      '(spark|sparks|sparking|sparked|arcing|arced|arc) ~~ <device>|<device> ~~ (spark|sparks|sparking|sparked|arcing|arced|arc flash)',
      '(there (are|is|was|were)|see|saw|seeing|seen|throwing|shooting|flying|had|a|big|shot|makes|making|made|with|and) (electrical )?(spark|sparks)',
      '(is|are|was|started|keeps|its|power) (sparking|arcing)|sparking|sparks (flying|coming|out|when)|sparks (?=[.,?])',
      '(outlet|socket|switch|breaker|panel|light|fixture) ~ (popped|exploded|blew up|caught|crackling|sizzling)',
      '(live|downed|loose) (wire|wires|power line|power lines|electric)',
      '(power|electric) lines? ~ (down|fell|fallen|on the ground)',
    ],
  },
  {
    code: 'electric-shock',
    patterns: [
      '(got|gets|getting|get|gave|gives|giving|received|felt|feel|feeling) (me |us |him |her |you |a |an |mild |little |small |electric |electrical |big |bad |some |my (kid|son|daughter|wife|husband) )*(shock|shocks|shocked|zapped|zap|electrocuted)',
      '(electric|electrical) shocks?|electrocut\\w+',
      '<device> ~ (shocked|shocks|zapped|zaps|shocking)|(shocked|zapped) (me|us|my|him|her|when|by (the|an|my) (outlet|switch|socket|stove|washer))',
      '(shock|shocks|shocked|zapped) ~ (from|by|when|touching) ~ (<device>|touch\\w*|railing|washer|faucet|shower)',
    ],
    unless: ['static'],
  },
  {
    code: 'exposed-wires',
    patterns: [
      '(exposed|bare|live|hanging|loose|dangling|frayed|uncovered|open|cut|chewed) (\\w+ )?(wire|wires|wiring|cable|cables|electrical|sockets?|electrics)',
      '(wire|wires|wiring|electrical cable|cables) ~ (exposed|hanging|bare|dangling|frayed|sticking out|showing|chewed)',
    ],
    unless: ['(tv|cable tv|internet|phone|speaker) (wire|wires|cable|cables)', 'smoke|detector|ceiling alarm|doorbell'],
  },
  {
    code: 'hot-outlet',
    patterns: [
      '<outlet> ~ (hot|warm|melted|melting|burnt|burned|scorched|charred|blackened|black marks?|burn marks?|burning)',
      '(hot|melted|melting|burnt|burned|scorched|burning|charred) (outlet|socket|switch|breaker|panel|plug|wall|wires|wire|wiring)',
      'wall (\\w+ ){0,3}?(is|feels|gets|getting) (\\w+ )?(hot|warm)',
    ],
    unless: ['hot water'],
  },
  {
    code: 'near-electricity',
    patterns: [
      '(<water>|leak|leaking|leaks|dripping|drips|flooding|wet|flood) ~~ (outlet|outlets|socket|sockets|light fixture|light fixtures|breaker|breakers|panel|fuse box|electrical|electric|electrics|electricity|wires|wiring|ceiling light|ceiling fan|light bulb|chandelier|power strip|(the|a|my|our|kitchen|ceiling|bathroom|hallway|bedroom) lights?)',
      '(outlet|outlets|socket|breaker|panel|light fixture|light|wiring) ~ (wet|soaked|water in|full of water|has water|got wet|leaking|dripping)',
    ],
    unless: [
      '(hot water|no water|water heater|water bill|water pressure)',
      'lights? (not|isnt|doesnt|dosnt|flicker\\w*|out|is out|wont|bulb)',
      'also (the |my )?lig?ht',
    ],
  },
  {
    code: 'medical',
    patterns: [
      '(cannot|cant|trouble|difficulty|hard to|having trouble) (breathe|breathing)',
      '(need|call|send|get) (an |a |the )?(ambulance|paramedics?|medic|emt)|ambulance',
      'unconscious|passed out|unresponsive|not breathing|heart attack|having a stroke|seizure|chest pains?|overdos\\w+|collapsed on the floor|suicid\\w+|kill myself|(is|was|im|am|bad|badly|wont stop) bleeding|choking|going into labor|in labor',
      '(fell|fallen|slipped) ~~ (cant get up|cannot get up|hurt|injured|broke)|(someone|neighbor|tenant|she|he|im|i am|badly|was|is|got|are) (badly |seriously )?(injured|hurt)',
    ],
    unless: [
      'ac (is )?out|air conditioning',
      '(detector|alarm|shelf|cabinet|blinds?|mirror|tile|door|light) (\\w+ )?(fell|fallen)',
    ],
  },
  {
    code: 'violence',
    patterns: [
      '(gun|guns|gunshots?|gunfire|shots fired|shooting(?! out)|stabbed|stabbing|knife|weapon|machete|armed)',
      '(hit|hitting|hits|beating|beat|attacked|attacking|assaulted|assaulting|punched|choked|threatening|threatened) (me|my (wife|kids?|mother|mom|daughter|son)|her|him|someone|us|his wife|his girlfriend)|(being|was|got|getting) (attacked|assaulted|beaten|mugged|robbed|stabbed)',
      '(domestic (violence|dispute)|going to kill|threatening to kill|kill me|physical fight|rape\\w*|hostage|kidnap\\w*|bomb)',
    ],
  },
  {
    code: 'intruder',
    patterns: [
      'intruders?|burglars?|prowlers?|trespassers? (inside|in) (my|our|the) (house|apartment|unit|flat|home)|home invasion',
      '(someone|somebody|man|guy|person|stranger|people|they|he|men|ex|boyfriend|husband) (is |are |was |keeps |just |still |now |right now )*(breaking|break|trying to (get|break|come|open|enter|force|kick)|attempting to|kicking|banging down|forcing|climbing|prying|trying) ~ (in|into|inside|door|window|open|lock|way)',
      '(someone|somebody|stranger|man|guy|unknown person) (is |was )?(inside|in) (my|our|the) (apartment|unit|house|home|bedroom|closet|attic)(?! elevator)',
      '(trying|attempting) to (break in|get in|open|enter|force)( ~ (door|window|through|apartment))?(?= .*(someone|somebody|man|guy|stranger))',
    ],
    unless: ['party|noise|upstairs walking', '^ *(i|we)( am| are|m)? trying'],
  },
  {
    code: 'break-in',
    patterns: [
      '(broke|broken|break|breaks|breaking) into(?! a| the car| my car| our car| cars| the mail| mail| mine car| the gym)|(someone|somebody|they|burglar) (broke|broken|has broken|breaking|break) in|(a|was|been|attempted|there was|there has been a|had a) (break in|breakin|burglary)|break in|breakin|burglary|burglarized|burgled|forced entry|home invasion',
      '(kicked|forced|pried|jimmied|busted|smashed|broke|broken|axed) (in |open |down |through )?(my |our |the )?(front |back |patio |entry )?(door|window|lock|deadbolt)(?= .*(someone|somebody|they|thief|thieves|burglar|robbed|stole|intruder)|$)',
      '(apartment|unit|house|home|place|we|i) (was|were|got|been|has been|just got) (robbed|burglarized|broken into|ransacked)',
      '(someone|somebody|they|police|cops|firefighters|he) ~ (kicked|forced|pried|axed|smashed|busted) ~ (door|window|lock)',
    ],
    unless: [
      '(my|our|the|a|his|her|into) (car|truck|vehicle|bike|mailbox|storage|cars|trunk)|(cars?|truck|vehicle|van) (was |got |were )?broken into',
      '(last|previous) (week|month|year|summer|winter|spring|fall)|(weeks?|months?|years?) ago|in (january|february|march|april|may|june|july|august|september|october|november|december)|(police|incident) report|swept|(after|since) the break in|insurance|across (town|the street)|if (someone|somebody)',
      'break in (period|the lease)',
    ],
  },
  {
    code: 'cannot-secure',
    patterns: [
      '(front|back|main|entry|entrance|exterior|outside|apartment|patio|balcony|sliding|sliding glass|garage entry|lobby|building|gate|main gate|unit) (\\w+ )?(door|doors|gate|lock|deadbolt) ~ (wont|will not|doesnt|does not|cant|cannot|not|isnt|unable to|no longer|couldnt) (\\w+ )?(be )?(lock|locking|locked|close|closing|closed|latch|latching|shut|secure|secured|stay (shut|closed)|properly (close|lock|latch))',
      '(front|back|main|entry|entrance|exterior|outside|apartment|patio|balcony|sliding|main gate|gate) (\\w+ )?(door|gate|lock|deadbolt) ~ (broken|busted|kicked in|off ~ hinges|wide open|hanging off|smashed|destroyed|shattered|axed|gone|missing|unlocked)(?! (handle|knob))',
      '(broken|busted|smashed|shattered|no|missing|damaged) (lock|deadbolt|locks|lock and|glass) (on|in|for|of) (my |our |the )?(front|back|main|entry|entrance|exterior|outside|apartment|patio|balcony|sliding|building|unit)',
      '(cant|cannot|unable to|no way to|couldnt|not able to) (\\w+ )?(lock|secure|close|shut) (up |properly )?(my|the|our)? ?(\\w+ )?(front|back|entry|patio|apartment|outside|exterior|home|house|doors?|place|unit|balcony|window|windows|building)',
      '(door|lock|deadbolt) (to|of|on) (my|our|the) (apartment|unit|house|building|home|place) ~ (wont|doesnt|cant|not|broken) ?(lock|close|latch|shut|locking)?',
      '(front|back|main|entry|our|my) door ~ got (axed|kicked|smashed|busted)|door ~ (got )?(axed|kicked in|kicked down|pried open|busted open|forced open)|(kicked|busted|pried) (in|open|down) ~ door',
      '(window|windows|patio door|glass door|entry glass|sliding door|glass) ~ (shattered|smashed|busted out|broken out|blown out|missing|wide open|broken ~ (storm|rock|brick|hail))',
      '(shattered|smashed|broken|busted) (\\w+ )?(window|windows|patio door|entry glass|glass door|front entry glass|front glass)( ~ (storm|ground floor|first floor|wide open|downstairs))',
      '(shattered|smashed) (\\w+ )*(window|glass|patio door)',
      '(wind|hail|storm|rock|brick|ball|tree) (\\w+ )?(broke|shattered|smashed|knocked out|through) ~ (window|glass|door)',
      '(lobby|building|unit|apartment|house|home|place) (is |was |left |wide )*(wide open|unsecured|not secured|open to anyone)|anyone can (just )?(walk|get|come|enter) (right )?in',
      '(somebody|someone|they) (kicked|forced|smashed) ~ door ~~ (wont|cant) (close|lock)',
    ],
    unless: [
      '(bedroom|closet|bathroom|cabinet|cupboard|interior|pantry|shower|fridge|oven|refrigerator|dishwasher|mailbox|dryer|washer|microwave|car|storage|garage remote|screen|trash) (door|doors|window|lock|cabinet)',
      'cant lock ~ portal|street gate|balustrade|window handle|glass door panel|upstairs window',
      '(phone|car|tv|screen|ipad|tablet|table|mirror|aquarium|cup|shower) (is |was |got )?(shattered|broken|smashed|glass)',
      'locked out|lock(ed)? (me|us|myself) out|cant get in',
    ],
  },
  {
    code: 'trapped',
    patterns: [
      '(stuck|trapped|entrap\\w*|caught|locked) (in|inside|on) (the |an |a |our |one of the )?(building |service )?<elevator>',
      '<elevator> ~~ (trapped|(people|person|someone|somebody|me|us|kids?|man|woman|lady|child|neighbor|tenant|mother|baby) (are |is )?(\\w+ )?(inside|in it|stuck|in there|trapped)|with (me|us|people|someone|somebody|a person) (in|inside|stuck))',
      'trapped && <elevator>',
      '<elevator> entrapment',
    ],
    unless: [
      '(key|phone|door|doors|button|bike|dog leash) (is |are |got )?stuck',
      '<elevator> (is |was |has been |got |keeps getting |gets )?stuck (on|between|at|again)(?!.*(inside|with|in it|trapped|people|someone))',
      'cart|package',
      'nobody|no one|noone|empty|no people|sofa|bird|wallet|freight|everyone (is )?out|got everyone out|deliver\\w*|doors open',
    ],
  },
  {
    code: 'cannot-get-out',
    patterns: [
      '(cant|cannot|unable to|couldnt|no way to) (\\w+ )?(exit|leave|get out|escape|go out) ?(of )?(the |my |our )?(house|apartment|unit|home|room|building|bathroom|balcony)?',
      '(trapped|locked|stuck) (inside|in) (the |my |our |a )?(bathroom|bedroom|room|apartment|unit|house|closet|stairwell|garage|basement|laundry room|balcony)',
      '(locked|stuck) (out )?on (the |my )?(balcony|roof)',
    ],
    unless: [
      'lease|stain|smell|wont come out|garage ~ car|car ~~ out|car|parking|driveway|contract|elevator|lift|grab bar|ramp',
    ],
  },
  {
    code: 'child-alone',
    patterns: [
      '(locked out|keys? (are |is )?inside|locked myself out|locked (in|inside)|door locked|cant get in|locked (us|me) out|shut behind me) && <child> ~ (is |are |alone |asleep |sleeping |left |still )*(inside|in there|alone|in the (crib|apartment|house|unit|car|bathroom|bedroom|tub|room))',
      '(baby|infant|toddler|child|kid|son|daughter|newborn|\\d years? old|grandma|grandmother|mother) ~ (locked (himself |herself |themselves |itself )?(in|inside)|trapped|stuck) ?(in|inside)?( (the|a|my))?( (room|bathroom|apartment|car|closet))?',
      '(baby|infant|toddler|child|kid|son|daughter|newborn|year old|kids|children) (is |are |was |left |home |all |in there |inside )*(alone|by (himself|herself|themselves|itself)|unattended|unsupervised)',
    ],
    unless: ['<elevator>', '(outside|with) (me|us)|not alone|with me'],
  },
  {
    code: 'medical-equipment',
    patterns: [
      '(no|without|lost|losing|out of|cut|need|power is out|power went out|outage|power out|electricity (is )?(out|off)) (reliable )?(power|electricity|electric|outage)? ?(\\w+ ){0,8}?(oxygen|medical (equipment|device|machine)|ventilator|cpap|dialysis|concentrator|nebulizer|breathing machine|feeding pump|life support|hospital bed|iv pump)',
      '(oxygen|medical (equipment|device|machine)|ventilator|cpap|dialysis|concentrator|breathing machine|nebulizer|life support) ~~ (no power|out of power|died|stopped|power (is )?out|without power|needs power|lost power|outage|shut off|battery)',
      '(power|electricity|lights) (is |are |has been |went |just )*(out|off|down|gone) && (oxygen|ventilator|cpap|dialysis|medical equipment|breathing machine|nebulizer|concentrator|insulin pump)',
    ],
    unless: ['carbon monoxide'],
  },
];
