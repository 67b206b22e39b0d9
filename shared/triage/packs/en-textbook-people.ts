import type { PackRule } from './pack.ts';

/** English: the textbook's other words for people in danger, break-ins and doors that do not hold (P1). */
export const EN_TEXTBOOK_PEOPLE: readonly PackRule[] = [
  {
    code: 'medical',
    patterns: [
      'drown(ed|ing) (in|at) (the |our )?(pool|tub|bath|hot tub)|(not|isnt|hardly|barely) (breathing|responding|moving|waking)|(wont|cant|doesnt|does not) (wake|respond)( up)?|(cant|cannot|could not) breathe|blood (everywhere|all over)|lots of blood|bleeding (\\w+ ){0,3}(badly|heavily|lot|everywhere|head|wont stop|from)|no pulse|turning blue|lips (are |is |going |turned )?blue|dead body|body in (the )?(pool|stairwell|hallway|hall|bathtub)',
      '(took|swallowed|drank|ate|overdosed) (\\w+ ){0,4}(pills|tablets|bleach|cleaner|poison|drain opener)|slashed (his|her|my|their) (wrists?|arms?)|(threatening|threatens|about|going|wants|trying) to jump|hanging off (the |a )?(balcony|roof|ledge)|(wants|going|trying) to (kill (himself|herself|myself|themselves)|end (his|her|my) life)',
      '(fell|fallen|falls) (off|from|down) (a |the |his |her |my )?(\\w+ )?(ladder|roof|scaffold\\w*|stairs|staircase|balcony|window|escalator) (\\w+ ){0,6}(hurt|bleeding|unconscious|moving|injured|head|leg|back|hip|get up|breathing|ankle|wrist|arm)|(worker|man|woman|kid|child|boy|girl|gardener|painter|roofer|guest|resident|tenant|neighbou?r|dad|mom|mum|he|she|someone|somebody) (\\w+ )?fell off (a |the )?(\\w+ )?(ladder|roof|scaffold\\w*|balcony)',
      '(someone|somebody|man|woman|lady|resident|tenant|neighbou?r|guest|dad|mom|mum|nan|gran|grandma|grandpa|he|she|kid|child|boy|girl|student|worker) (\\w+ ){0,3}(collapsed|unconscious|unresponsive|having a (stroke|seizure|heart attack)|fitting|stabbed|drowning|electrocuted|choking|had a stroke)',
      '(hip|leg|arm|wrist|ankle|skull|collarbone) (is |looks |maybe |may be )*broken|broke (his|her|my|their|an?) (leg|arm|hip|wrist|ankle|neck|back)|(fell|fallen|collapsed|slipped) (\\w+ ){0,4}(cant|cannot|couldnt) (\\w+ )?(get up|move|stand)|chest (is )?(hurting|tight|pains?)|(allergic|anaphyla\\w+) (reaction|shock)|having (a |the )baby|water broke|(scalded|burned|burnt) (his|her|my|their) (hand|arm|leg|face|back|foot)',
      '(dog|rat|snake|raccoon) (\\w+ ){0,2}(bit|bitten|attacked|attacking) (\\w+ )?(my|a|the|me|him|her|someone|neighbou?r)|(cut|gashed) (\\w+ ){0,4}(to the bone|very deep|badly)|(is|are|was|were|got|been) (seriously|badly|severely) (hurt|injured|burned|cut)|head (is )?bleeding|medical emergency|emergency services needed',
    ],
    unless: [
      '(bed ?bugs?|mosquito\\w*|spider|flea|fleas)|light|lights|elevator|lift|door|button|thermostat|app|portal|website|intercom|keypad|fridge|oven|dishwasher|washer|dryer|furnace|water heater|fan|screen|router|camera|rent|detector|alarm',
    ],
  },
  {
    code: 'violence',
    patterns: [
      '(with|has|had|got|holding|pulled|waving|swinging|carrying|wielding|brandishing|flashing|drew|using) (a |an |his |her |the |out a )?(\\w+ )?(knife|knives|machete|gun|pistol|rifle|weapon|firearm|handgun|shotgun|hatchet|crowbar|axe|sword|blade)|(at|by) (knife|gun) ?point|brandishing|wielding',
      '(fist ?fight|fist fights|fighting|fight|brawl|brawling) (\\w+ ){0,4}(blood|bleeding|knives|knife|bottles|hallway|lobby|stairwell|corridor|courtyard|parking|pool|outside|next door|broke out)|(man|guy|neighbou?r|husband|boyfriend|someone|people|they|drunk|tenant|mob|he|she) (\\w+ ){0,3}(beating|attacking|attacked|assaulting|assaulted|strangling|choking|stabbing|stabbed|hitting|punching|throwing (stones|rocks|bottles|punches)) (\\w+ )?(my|his|her|the|a|on|me|up|people|someone|somebody|residents?|girlfriend|wife|woman|guard|each other|at)',
      'attacked by|being (beaten|attacked|followed|assaulted|stalked|held)|beaten up|beating (his|her|up)|(threatening|threatened|threatens) (to (kill|hurt|burn|stab|shoot|hit|beat|attack|jump)|me|us|him|her|people|residents?|my|everyone|staff|guests|the guard)|death threats?|(held|tied) (me|us|him|her|up) (at|up|hostage)|hijackers?|hijacking|carjack\\w*|kidnapp\\w*|robbers|armed robber\\w*|(being|getting|got|was) (mugged|robbed|assaulted|groped|molested)|expos(ing|ed) himself|stalker|bullet holes?|hear (\\w+ )?(gun ?)?shots|(heard|hearing) (\\w+ )?(gun ?shots|shots)|domestic (violence|abuse|dispute)|screaming (\\w+ ){0,3}for help|(yelling|crying|calling|shouting) for help',
    ],
    unless: [
      '(threaten\\w*|threats?) (\\w+ )?(me |us )?(to |with )?(sue|evict\\w*|call|leave|report|move|withhold|fine|charge|tow|legal|cancel|a fine)|video ?game|movie|tv|fighting (with|over) (the )?(portal|app|website|rent|parking|washer|laundry)|(cats?|dogs?|birds?|raccoons?) (\\w+ )?fight\\w*|heart attack|panic attack|(heat|cold|smoke)',
    ],
  },
  {
    code: 'intruder',
    patterns: [
      '(someone|somebody|man|men|guys?|stranger|drunk|ex|thie(f|ves)|burglars?|robbers?|he|they|bloke|fella|boys|lads|prowler|homeless man|intruder|kid|kids|people|person|woman) (\\w+ ){0,3}(climb\\w+ (in|into|over|through|up)|(jumped|jumping|over|scaled|hopped) (the |our |my )?(\\w+ )?(fence|wall|gate)|forc\\w+ (his |their |open )?(way|my|the|our|open)|kicking (in |at |down )?(my|the|our|a) (\\w+ )?door|pick\\w+ (my|the|our) lock|prying|jimmying|rattling (my|the|our|door)|let (himself|herself|themselves) in(to)?|rushed (the )?(\\w+ )?gate|breaking (in|into|down)|smashing (in |into )?(my|our|the) (\\w+ )?(door|window)|hiding in (my|our|the))',
      '(someone|somebody|man|men|guys?|stranger|drunk|ex|thie(f|ves)|burglars?|robbers?|bloke|fella|prowler|intruder|husband|boyfriend) (\\w+ ){0,4}(trying|tried|tries|attempting|attempted) (to )?(\\w+ )?(get|open|enter|break|force|come|turn|unlock|kick) (\\w+ ){0,3}(in|into|inside|door|doors|window|windows|lock|handle|knob|gate|apartment|unit|room|house)',
      '(someone|somebody|man|stranger|drunk|ex|thief|guy|intruder|burglar|voices|footsteps|bloke) (\\w+ ){0,3}(inside|in) (my|our) (\\w+ )?(room|house|home|apartment|flat|unit|kitchen|bedroom|bathroom|garage|backyard|yard|attic|basement|closet|balcony|patio|living room|dorm|hall)',
      '(theyre|hes|shes|they are|he is|someone is|someones) (\\w+ )?(kicking|breaking|forcing|smashing|prying|climbing|banging down|ramming|trying) (\\w+ )?(my|our|the|in|into|down|to get in|through) (\\w+ ){0,2}(door|window|gate|lock|balcony|house|apartment|in)?|peeping tom|peeping (\\w+ )?(in|at|through)|masked (man|men|guys?|people)|(tried|trying|rattled|jiggling|turning) (our|my|the) (\\w+ )?door ?(handle|knob)|home invad\\w+|(wont|refuses? to) leave (my|our) (apartment|unit|room|house|flat)',
    ],
    unless: [
      'plumber|technician|tech|maintenance|locksmith|contractor|delivery|movers|electrician|super|handyman|bird|squirrel|cat|dog|mouse|mice|rat|rats|raccoon|bat|upstairs|neighbou?r above|in touch|elevator|lift|jammed|stuck|locked me out|roommate|noise|party|music|swallows|pigeons?|ants|roach\\w*|camera|gym|pool|package|video',
    ],
  },
  {
    code: 'break-in',
    patterns: [
      '(came|got|arrived|returned|back) (back |home |in )*(to |and )?(find |found |see )?(\\w+ ){0,4}(broken into|wide open|forced|ransacked|smashed|kicked in|broken open|jimmied|pried)',
      '(tv|laptop|jewel\\w+|stuff|things|everything|electronics|drawers) (\\w+ ){0,2}(gone|missing|stolen|taken|pulled out|dumped) ~~ (door|window|lock|screen|padlock|forced|open)|(window|door|screen|lock|padlock|deadbolt) (\\w+ ){0,3}(forced|pried|kicked in|jimmied|smashed in|broken open|drilled out|drilled|cut) ~~ (stolen|gone|missing|taken|stuff|laptop|tv|someone|somebody|thief|thieves)',
      '(pry|jimmy) marks|lock (was |is |been |has been )*(drilled out|picked|forced|snapped|pried)|(ransacked|burgled|burglari[sz]ed)|(door|window) (was |is |has been |been |got )*(forced|kicked in|pried open|jimmied|bashed in|smashed in|kicked down)|(somebody|someone|thie(f|ves)|burglars?) (\\w+ ){0,3}(climbed in|been in (my|our)|was in (my|our)|got in (through|via)|came in (through|over)|entered|broke in|broke (down )?(my|our|the|a) (\\w+ )?(door|window|lock)|broke into (my|our|the) (apartment|unit|flat|house|home|room|lobby|office|building))',
    ],
    unless: [
      '(car|truck|vehicle|bike|mailbox|mailboxes|trunk|van|storage|locker|laundry machine|vending)|fire department|firefighters|locksmith|(last|previous) (week|month|year|summer|winter)|(weeks?|months?|years?) ago|in (january|february|march|april|may|june|july|august|september|october|november|december)|insurance (would|pay|cover)|if (someone|somebody)|squirrel|raccoon',
    ],
  },
  {
    code: 'cannot-secure',
    patterns: [
      '(front|entry|main|entrance|apartment|unit|our|my|hall|outside|house|room|back|patio|flat|balcony|street|building) door (\\w+ ){0,4}(wont|cant|doesnt|will not|does not|cannot|wouldnt) (\\w+ )?(be )?(lock|locked|latch|bolt|secure|secured|shut|close|closed)|^ door (wont|cant|doesnt|will not) (\\w+ )?(lock|latch|bolt)|(wont|cant|doesnt) (\\w+ )?(lock|latch|bolt) (my|our|the) (front|entry|main|apartment|unit|back|patio|outside|room)? ?door',
      'deadbolt (\\w+ ){0,2}(wont|doesnt|cant) (\\w+ )?(extend|lock|engage|catch|throw|turn|latch)|deadbolt (is |has |\\w+ )?(gone|missing|fell off|fell out|snapped|broke off|sheared)|(no|missing) lock on (my|our|the) (\\w+ )?door|door (has|with|had) no lock|nothing (holds|keeping|holding|keeps) (the |my |our )?(\\w+ )?door|door (just )?(pushes|swings|blows|pops) (right |wide )?open|(strike plate|door ?frame|door jamb|jamb|hinges) (\\w+ ){0,2}(torn|ripped|split|busted|splintered|kicked|shattered|destroyed|broke off)',
      '(ground floor|first floor|street level|downstairs|ground level|basement|fire escape) && (window|windows|slider|sliding door|patio door|french doors?|glass door) ~ (broken|shattered|smashed|gone|missing|forced|unlocked|wont|doesnt|cant|no|cannot|lock)',
      'lock (on|of) (my|our|the) (front|entry|main|apartment|unit|back|patio|room) ?(door)? (\\w+ ){0,2}(broken|broke|gone|missing|fell off|busted|snapped|wont lock|doesnt lock|doesnt work)|(door|place|unit|home|apartment) (\\w+ ){0,2}(wide open|unsecured) (all night|and|cant|since|tonight)|(cant|cannot|unable to) (lock up|secure (the|my|our) (door|unit|apartment|home|place|house))',
    ],
    unless: [
      '(bedroom|closet|bathroom|cabinet|cupboard|interior|pantry|shower|fridge|oven|refrigerator|dishwasher|mailbox|dryer|washer|microwave|car|storage|garage remote|screen|trash|pool|gym|elevator|lift|laundry|shed|locker|office|stairwell|fire door|wardrobe|medicine|drawer)|(upstairs|third|fourth|fifth|sixth|second|2nd|3rd|4th|5th|high) (floor|storey|story|window)|locked out|lock(ed)? (me|us|myself) out|cant get in|key (wont|broke)|sticks|stiff|swollen|squeak\\w*|cold air|draft|gap|painted',
    ],
  },
  {
    code: 'trapped',
    patterns: [
      '(stuck|trapped|stranded|locked|caught|jammed|shut|imprisoned) (\\w+ ){0,2}(in|inside) (\\w+ ){0,2}<elevator>',
      '(yelling|banging|screaming|shouting|crying|calling|knocking|voices|someone|somebody|people|kids?|child|lady|man|woman|resident|guest|mom|mum|mother|dad|grandma|passengers?) (\\w+ ){0,4}(in|inside|from) (the |a |our )?(\\w+ )?<elevator>( shaft| car)? ?(stuck|cant|wont|crying|yelling|banging|shouting|screaming|for|not moving|trapped)?(?= (for|crying|yelling|and|banging|shouting|stuck|since|now|help|[.,]|\\d+))',
      '(stuck|trapped|jammed|stopped|stranded|halted) (\\w+ )?between (floors|\\w+ and \\w+|levels|stories) (\\w+ ){0,3}(with|we|me|us|people|someone|inside|help|for|im)|(trapped|stranded|we are stuck|were stuck|im stuck|i am stuck) (\\w+ )?between (floors|\\w+ and \\w+|levels)',
      '<elevator> (\\w+ ){0,3}(stuck|stopped|jammed|wont open|not moving|stalled|halted) (\\w+ ){0,4}(with|we|me|us|people inside|someone inside|im inside|were inside|inside it)(?! nobody)|<elevator> doors? (\\w+ )?(closed|shut) on (\\w+ )?(\\w+ )?(arm|leg|hand|foot|me|him|her|child|woman|man)',
    ],
    unless: [
      '(nobody|no one|noone|none|nothing|empty|everyone (is )?out|all out|got (them|him|her|everyone|us|me) out|what happens|hypothetical|music|smell|poster|notice|package|parcel|cart|key|keys|dog pee|trash|button|smoking|vomit|bike|ring|phone|wallet) ?',
      'if (i|we|someone|it|the)|(bird|cat|package|pram|pizza)',
    ],
  },
  {
    code: 'cannot-get-out',
    patterns: [
      '(locked|shut|trapped|stuck|imprisoned) (\\w+ )?(in|inside) (\\w+ ){0,3}(bathroom|toilet|loo|closet|stairwell|terrace|storage|cage|basement|garage|gym|laundry|pump house|pantry|shed|cellar|shower|sauna|corridor|walk in|library|bedroom|room|study|attic|lobby|vestibule|roof|office)',
      '(trapped|stuck|locked) (out )?(on|up on) (the |our |my )?(\\w+ )?(roof|balcony|terrace|fire escape)|(we|im|i am|we are|were|people|residents|guests) (are |is )?trapped|cannot (get out|exit)|door (wont|doesnt|cant) (\\w+ )?open (\\w+ )?from (the )?inside',
    ],
    unless: [
      '(key|keys|bike|package|parcel|phone|wallet|cat|dog|stuff|things|laundry|clothes|ball|bag|bird|raccoon|squirrel|mouse|rat|air|heat|smell|steam|moisture|water|card|lease|contract|car|food|machine) (\\w+ ){0,4}(locked|stuck|trapped|shut)|locked out|nobody|no one|empty',
    ],
  },
  {
    code: 'child-alone',
    patterns: [
      '(toddler|kid|child|baby|infant|newborn|grandma|grandmother|grandad|grandpa|nan|son|daughter|yo|year old|yr old|twins|little one|wean) (\\w+ ){0,5}(locked (herself|himself|themselves|itself|me out)|shut (herself|himself|themselves)|alone inside|alone in there|all alone|locked inside|locked in|shut in|trapped (in|inside)|inside (and )?(alone|locked)|stuck inside|in (the )?(crib|cot|bath|tub) (\\w+ ){0,4}(locked|door|out|alone))',
      '(i|im|me|we) (\\w+ )?(outside|in (the )?(hall|hallway|corridor)|locked out|on (the )?balcony) ~~ (baby|infant|toddler|newborn|kid|child|grandma|yo|year old|yr old|son|daughter) (\\w+ ){0,2}(inside|in there|in the (crib|cot|tub|bath|apartment|flat))|(baby|infant|toddler|newborn|child|kids|yo|year old|yr old|son|daughter) (\\w+ ){0,3}(inside|in (the )?(crib|cot|bath|tub)) ~~ (locked|outside|keys|hall|door shut|shut)',
    ],
    unless: ['<elevator>|with me|not alone|noise|daycare|playing'],
  },
];
