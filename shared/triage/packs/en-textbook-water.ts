import type { PackRule } from './pack.ts';

/** English: the textbook's other words for water, sewage and things coming down (P1). */
export const EN_TEXTBOOK_WATER: readonly PackRule[] = [
  {
    code: 'pipe-burst',
    patterns: [
      '(pipe|pipes|line|riser|rising main|supply|connector|fitting|faucet|tap|valve|joint|elbow|coupling|pvc|tank|cylinder|geyser|water heater|boiler|cistern|sprinkler head|sprinkler|spigot|basin|flexi|supply line|supply hose|inlet hose|washer hose|hydrant|water meter|main|water main) (\\w+ ){0,3}(let go|blew off|blew out|sheared|sheared off|come apart|came apart|split|split open|ripped off|ripped out|flew off|popped off|snapped|snapped off|broke off|broke clean off|ruptured|burst|bursts|nailed through|exploded|knocked off|froze and broke)',
      '(hose|hoses) (\\w+ ){0,4}(let go|blew off|burst|split|popped off|snapped|ripped|came off|ruptured|flew off)',
      '(nailed|drilled|punctured|hit|cut|sliced|screwed|cracked|severed) (\\w+ )?(a |an |the |into a |into the |through a |through the )(\\w+ )?(pipe|water line|water main|water pipe|riser)|water main (break|broke|burst|rupture)',
    ],
    unless: [
      '(handle|handles|knob|lever|button|cap|cover|trim|aerator|escutcheon|seat|lid|rack|door|element|thermostat|trap cover) (\\w+ ){0,3}(broke|broken|snapped|came|come|popped|fell|split|flew|cracked)|element|gas|lpg|propane|power lines?|phone|fishing|clothes ?line|washing line|line up|zip ?line|waiting line|dryer|vent|dehumidifier|vacuum|garden|hand ?held|shower hose|lawn|irrigation|overhead line|fence|tank top|fish tank|battery|tap dance|bike',
    ],
  },
  {
    code: 'water-running',
    patterns: [
      '<water> (\\w+ ){0,3}(sheeting|surging|spurting|erupting|jetting|cascading|hammering down|gushing|emptying|getting deeper|squirting|spilling out|shooting|spraying|pouring|streaming)',
      '(squirting|spurting|gushing|spewing|spraying|jetting|hemorrhaging|cascading|pouring|surging|raining) (\\w+ ){0,3}(water|wall|walls|ceiling|floor|everywhere|pipe|kitchen|bathroom|mirror|room|hall|hallway|corridor|cabinet|closet|lobby|laundry|basement|below|downstairs|stairs)',
      '(pipe|pipes|hose|tap|faucet|toilet|supply line|valve|connector|fitting|heater|washer|washing machine|dishwasher|tank|wall|meter|boiler|radiator|sprinkler head|line|connection|cistern|spigot|stopcock|joint) (\\w+ ){0,3}(squirting|spurting|gushing|spewing|spraying|erupting|pouring|hemorrhaging|jetting|shooting|raining|streaming|cascading|emptying itself)',
      '(leak|leaking|drip|dripping|it|its) (\\w+ )?(turned into|now|is now|became|become) (\\w+ )?(a )?(stream|pour|pouring|gusher|waterfall|river|torrent|fountain)|jet of (hot )?water|fountain (in|of water)|like a (tap|fountain|hose|fire hose|burst main)',
      '(buckets?|towels?|mop|mops|wet vac|pump|we|i) (cant|cannot|couldnt|wont|not) (\\w+ )?(keep up|keep pace|hold it|holding it)|wont stop filling|(cant|cannot) (find|reach|turn|close|shut|work) (\\w+ ){0,3}(shut ?off|stopcock|main valve|water main|isolation valve|stop valve)|cant stop it',
      '(left|leave) (the |a |her |his |their )?(bath|tub|tap|taps|sink|faucet|shower) (on|running) ~~ (below|through|overflow\\w*|flood\\w*|ours|ceiling|drenched|soaked|everywhere)',
      '<water> (\\w+ ){0,2}(coming|entering|getting|seeping|flowing|rushing|leaking|pushing) (\\w+ )?(into|in|under|through|up) (\\w+ ){0,3}(house|unit|flat|apartment|room|rooms|kitchen|bedroom|basement|living|lobby|hallway|hall|door|floor|garage|wall|walls|window|carpet|foundation|below|parlour|corridor)',
    ],
    unless: [
      '(shower ?head|hand ?held|bidet|sprayer|pull ?down|dishwasher arm|lawn|irrigation|garden|sprinklers (water|spray|on the lawn)|humidifier|perfume|ants|roaches|light|smoke|music|noise|people|money)(?! (leak|wall))',
      '(no|without|barely any|little|hardly any|isnt any|not any) (\\w+ )?(hot |cold )?water|water (pressure|bill|smell\\w*|tastes?|colou?r)|brown|rusty|cloudy|a (drop|drip|trickle)|slowly|when it rains|if it rains|kettle|glass of water|bottle',
    ],
  },
  {
    code: 'flooding',
    patterns: [
      '(basement|garage|lobby|unit|crawl ?space|closet|elevator pit|room|hallway|hall|kitchen|bathroom|floor|laundry|corridor|stairwell|flat|house|parking|living room|bedroom|apartment) (\\w+ ){0,2}(awash|swamped|submerged|filling (up )?(with|fast)|filling|(is|like|looks like|turned into|become|becoming) a (\\w+ )?(river|lake|pool|pond|swimming pool|waterfall|swamp|paddling pool))',
      '(carpet|floorboards|hardwood|parquet|furniture|mattress|stuff|boxes|shoes) (\\w+ ){0,3}(floating|afloat|under water|underwater)|water (\\w+ ){0,3}(ankle|knee|shin|inches? deep|inch deep|cm deep|up to my)|(theres|there is|like|have|got|is) a geyser (in|of|from|coming|spraying|shooting)|(huge|giant|massive) (puddle|pool of water|lake)|(spreading|growing) (puddle|pool|water)|puddle (\\w+ ){0,3}(spreading|growing|getting bigger)',
    ],
    unless: [
      'rain outside|street|outside|driveway|yard|lawn|toys?|pool area|mosquito|filling (in|out)|filling (cabinet|form)|car park puddle|solar geyser',
    ],
  },
  {
    code: 'water-through-ceiling',
    patterns: [
      '(ceiling|roof|skylight|light well|vent|smoke vent|chandelier|light fixture|downlight) (\\w+ ){0,3}(pouring|raining|gushing|cascading|spraying|leaking (badly|bad|water|fast|everywhere)|weeping water|letting in water|letting water)',
      '(upstairs|above|overhead|neighbou?r upstairs|tenant above|flat above|people upstairs) (\\w+ ){0,4}(flooded|flooding|flooding us|overflow\\w*|raining|pouring|leaking|running) (\\w+ )?(into|in|on|onto|through|down|us|our|my|below)',
      '(coming|came|comes|pouring|leaking|running|raining|gushing|seeping|flowing) (down |right )?(through|thru) (the |my |our |to the )?(\\w+ )?(ceiling|ceilings|roof|light|lights|light fitting|floor below|flat below|kitchen below|unit below)|(rain|raining|pouring) (in|inside) (\\w+ ){0,2}(bedroom|living|kitchen|house|flat|apartment|unit|room|hall|hallway|stairwell)',
    ],
    unless: [
      'light (coming|comes)|sun|noise|sound|voices|music|smoke|smell|draft|draught|(mice|rats|ants|roaches)|(when|whenever|every time|if) it rains|stain|a drop|drop every|slow',
    ],
  },
  {
    code: 'overflowing',
    patterns: [
      '(urinal|basin|bath|cistern|sump|sump pit|tank|tub|bathtub|toilet|toilets|sink|bidet|washer|laundry|hot tub|overhead tank|loo|commode|lavatory|washing machine|dishwasher|shower tray|water tank) (\\w+ ){0,4}(overflow\\w*|brimming|spilling|over the rim|running over|pouring over|brimmed over|bubbling over|flowing over)',
    ],
    unless: [
      'overflow (hole|pipe|drain|plate|cover|hose|valve|smell\\w*)|(about to|almost|nearly|before it|might|may|could|didnt|doesnt|not|isnt|hasnt|without|close to) (\\w+ )?(overflow\\w*|spill\\w*)|basin overflow|sink overflow|bin|trash|smell|smells|gutter',
    ],
  },
  {
    code: 'sewage',
    patterns: [
      '(waste|poo|poop|crap|shit|sewage|sewerage|sludge|filth|muck|goo|gunk|brown water|black water|dirty water|foul water|grey water|gray water|soil water|effluent|turds?|feces|faeces|toilet water|toilet paper|nasty water) (\\w+ ){0,3}(coming|comes|came|rising|bubbling|backing|surging|spewing|spilling|pouring|flowing|erupting|gurgling|oozing|entering|seeping|vomiting|shooting|back) (\\w+ ){0,2}(up|out|through|from|into|over|across|in|of)',
      '(drains?|shower drain|floor drain|bathtub|tub|shower|sink|sinks|toilets?|loo|loos|cleanout|manhole|stack|gully) (\\w+ ){0,3}(vomit\\w*|belching|spewing|erupting|erupted|bubbling up|backing up into|spitting up|throwing up|regurgitating|coming back up|backed up into|backed up onto)',
      '(coming|comes|came|bubbling|rising|backing|gurgling|welling|pushing) (back )?up (through|from|out of|in|into|inside) (the |my |our |a |both |every )?(\\w+ )?(drains?|shower|tub|bathtub|bath|floor drain|toilets?|sinks?|loo|basin|plughole|gully)',
      '(septic|sewer|sewage|main line|grease trap|manhole|stp|cleanout|soakaway|cesspit|sewer line|sewer main|soil pipe|waste pipe|soil stack) (\\w+ ){0,2}(overflow\\w*|spilling|spewing|erupting|backing up|backed up|flooding|surfacing|burst|collapsed|coming (up|into|in))|overflowing (septic|sewer|manhole|drain|gully|cesspit)',
      '(flush|flushes|flushed|flushing) ~~ (comes|came|coming) (back )?(up|out)',
      'filling (up )?with (\\w+ )?(waste|sewage|poop|crap|shit|poo)|(raw )?sewage (\\w+ ){0,2}(everywhere|on the|in the|in my|all over|leak|leaking|flood\\w*|spill)',
    ],
    unless: [
      '(smell|smells|odou?r|stink|stinks|whiff|stench|ants?|roach(es)?|cockroach(es)?|bugs?|flies|noise|noises|hair|rats?|air|sounds?|gurgl\\w* (noise|sound)s?)(?!.*(water|sewage|poop|waste|crap|shit|overflow))',
      'smells? (\\w+ ){0,3}(coming|comes|rises?)|dog|cat|bird|goose|pigeon|bags?|sewage (bill|charge|treatment)|(outside|in the) (street|road|alley)',
    ],
  },
  {
    code: 'structural-danger',
    patterns: [
      '(chunks?|slabs?|bricks?|concrete|masonry|stucco|cornice|facade|coping|parapet|ledge|roof tiles?|roof slates?|cladding|plasterboard|drywall) (\\w+ ){0,4}(fell|falling|raining|came down|coming down|dropped|landed|crashed|about to (fall|drop)|tumbling|hanging over)',
      '(car|truck|van|bus|lorry|suv|vehicle|forklift|driver|pickup|jeep) (\\w+ ){0,3}(hit|crashed|rammed|drove|ploughed|plowed|backed|slammed|reversed|smashed|went) (\\w+ ){0,2}(building|bldg|wall|house|lobby|corner of|column|pillar|porch|unit|apartment|garage|balcony|storefront|entrance|living room|bedroom|gas meter)',
      '(tree|branch|limb|pine|oak|palm|crane|scaffold|scaffolding|antenna|pole|eucalyptus|gum tree|trunk) (\\w+ ){0,4}(fell|fallen|through|crashed|smashed|landed|came down|toppled|snapped|resting|leaning|crushed|collapsed) (\\w+ ){0,4}(roof|house|window|building|unit|bedroom|car|balcony|garage|conservatory|room|porch|deck|wall|stairs|power|carport|home|patio)',
      '(beam|joist|joists|column|pillar|lintel|chimney|wall|parapet|retaining wall|balcony|stairs|staircase|stairwell|landing|floor|roof|ceiling|deck|slab|carport|canopy|awning|scaffolding|porch|foundation|walkway|fire escape|pergola|ramp|bridge) (\\w+ ){0,3}(snapped|toppled|collaps\\w+|caved|gave way|giving way|buckled|buckling|bowed|bowing|bulging|leaning over|split open|hanging by|came down|coming down|about to (fall|go|come|collapse)|gonna (fall|collapse|come)|going to (fall|collapse)|pulled away|pulling away|separating from|separated from|tore off|torn off|ripped off|sinking under|dropped several|just fell)',
      'roof (\\w+ ){0,2}(blew|blown|ripped|torn|lifted|flew) (\\w+ )?(off|away)|(part|half|section|piece|pieces|chunk|most) of (the |my |our )?(\\w+ )?(ceiling|roof|wall|balcony|building|stairs|chimney|facade) (\\w+ ){0,2}(fell|fallen|down|gone|collapsed|came|caved|missing|falling)|sink ?hole|cave in',
    ],
    unless: [
      '(paint|wallpaper|curtain|shelf|blinds?|towel|mirror|cabinet|picture|closet|trim|baseboard|handle|fan|light|vent cover|tile|tiles|leaves|gate|sewer|drain|screen|caulk|grout|dust|crumb|crumbs|popcorn)(?! (hit|crushed))',
      '(heat|heating|rent|prices?|paint|dust) (came|coming|come) down|fell (behind|asleep)|coming down with|cosmetic|hairline|pressure|minor|small',
    ],
  },
];
