import type { PackRule } from './pack.ts';

/** English: damage and cold that cannot wait (P1), and the circumstances that raise. */
export const EN_DAMAGE: readonly PackRule[] = [
  {
    code: 'structural-danger',
    patterns: [
      '(ceiling|roof|wall|floor|balcony|deck|porch|stairs|staircase|stairway|stairwell|chimney|building|foundation|drywall|beam|carport|awning|patio|retaining wall|plaster) ~ (collapse|collapsed|collapsing|caved|caving|cave|falling|fell|fallen|giving way|gave way|coming down|came down|buckling|about to (fall|collapse|come)|detached|pulling away|going to fall)',
      '(collapse|collapsed|collapsing|caved in|caving in|falling|fallen|fell) (\\w+ )?(ceiling|roof|wall|floor|balcony|deck|stairs|chimney|beam)',
      '(ceiling|wall) (is |was |has )*(sagging|bubbling|bulging|bowing|swelling|ballooning)|(sagging|bulging|bowing) (ceiling|wall|roof|porch|balcony|floor)|(roof|porch|balcony|deck|beam) ~ sagging',
      'tree ~ (fell|fallen|through|crashed|on (the|my|our|top)|leaning on|landed|hit|uprooted|came down) ~ (roof|house|building|apartment|home|window|balcony|power|wall|car)?|(tree|branch|limb) (\\w+ )?(through|on|onto|into) ~ (roof|house|window|building|ceiling)',
      '(fell|fall|falling|falls) (off|through|from) (of )?(the |my |our )?(\\w+ )?(balcony|floor|stairs|deck|porch|roof|second story|story|railing)',
      '(exposed to the outside|hole in (the|my) (roof|ceiling|outside wall)|sinkhole|building ~ shaking|car ~ (crashed|hit|drove|ran) (into|through) ~ (building|wall|house|apartment|garage))',
    ],
    unless: [
      '(cabinet|shelf|shelves|hinge|hinges|handle|knob|towel|curtain|blinds|picture|tile|tiles|paint|closet|drawer|door|off ~ hinges|blind|rod|mirror|outlet cover|screen|trim|baseboard|piece of trim|fence) (\\w+ )?(fell|falling|fallen|came|coming|door)',
      '(paint|dust|popcorn texture|wallpaper) ~ (falling|coming)',
      'rain|water (is )?(coming|falling|pouring) ~ ceiling',
      'cosmetic|hairline',
      'asleep|fell behind|behind (on )?rent|not ~ collaps\\w*',
    ],
  },
  {
    code: 'sewage',
    patterns: [
      '(sewage|raw sewage|sewer|septic|main drain|drains|drain) (water )?(is |are |has |was |keeps |just |line |started )*(backing up|backed up|back up|coming (up|back|out|through)|coming back up|overflowing|bubbling up|backup|flooding|flowing|everywhere|gurgling up|spilling) ?(into|in|from|through|up|onto|out)?(?= .*(tub|shower|sink|floor|basement|bathroom|drain|sewage|sewer|kitchen|everywhere|yard|apartment|unit|flat|flats|garage|poop|feces|waste))',
      '(sewage|raw sewage|feces|poop|shit|fecal|human waste|black water|sewer water|waste water|wastewater|toilet water|turds|sewerage) (is |are |was |water |has |keeps |just |coming |all |backup |back up |backing |)*(coming|comes|came|everywhere|all over|in|on|into|up|out|overflow\\w*|leak\\w*|backup|backing|backed|flood\\w*|from|smell coming up|through)',
      '(sewage|sewer|septic|drain line|main line|sewer line) (back ?ups?|backing|overflow|backed|leak|spill|flood)',
      '(sludge|muck|gunk) ~ (backing|coming|bubbling) (up|out)|backing up into ~ (tub|shower|sink|bathtub) ~~ (sewer|sewage)',
      '(its|it is|with|full of|covered in|theres|there is) (raw sewage|sewage|black water|feces|poop|human waste|sewer water)',
      '(black|brown|dirty|nasty|gross|poop|toilet|sewer) water ~ (coming|backing|rising|came) ~ (up|out|back|tub|shower|sink|drain)',
      '(coming|come|came|comes|backing|backs|backed) up ~ (into|in|through|from|out|of) ~ (tub|bathtub|shower|floor drain|basement drain|drains|other sink)(?= .*(toilet|flush|sewage|drain|waste|poop|brown|black))',
      '(when|whenever|every time) ~ flush ~~ (tub|shower|sink) ~~ (fills|comes up|backs up|rises)',
    ],
    unless: ['(sewer|sewage) bill', 'clogged (?!.*(sewage|poop|feces|waste|coming up))'],
  },
  {
    code: 'flooding',
    patterns: [
      '(flooding|flooded|floods|a flood|flood|inundated|underwater|under water|submerged|ankle deep|knee deep|inches? of water|feet of water|foot of water|(lake|river|pond|swimming pool|waterfall|niagara) (in|of|on|from|coming|down)|soaked through)',
      '(filling|fills|filled|full) (up )?(with|of) <water>|(water heater|water tank|hot water tank) let go|standing water|<water> (is )?(everywhere|all over|throughout|rising|spreading|covering|filling|up to)|(everywhere|all over) ~ water',
      '<water> ~ (all over|everywhere|throughout|spreading|rising)',
      '(carpet|floor|floors|bedroom|kitchen|bathroom|hallway) (is |are |was |all |completely |totally |getting )*(soaked|drenched|under water|flooding|swimming)',
    ],
    unless: [
      'flood ?lights?',
      'after the flood(ing)?|washer drum|(pot|bucket|bathtub|pool|ice tray|bottle|kettle) ~ (full|fill\\w*)|(fill|filling) (the |my )?(pot|bucket|pool|tub)',
      '(street|parking lot|lawn|yard|garden|sprinklers?) ~ (flood\\w*|standing|puddle\\w*)',
      'flood ~ (insurance|zone|warning|watch|policy)',
      'dishwasher ~ standing|standing water ~ (dishwasher|tub|shower|sink|dish)|(dishwasher|tub|shower|sink) ~~ standing water',
      'no water everywhere|out of water',
    ],
  },
  {
    code: 'pipe-burst',
    patterns: [
      '<pipe> (is |has |done |just |have |had |that |in the \\w+ |under the \\w+ |behind the \\w+ |to the \\w+ )*<burst>',
      '(burst|busted|ruptured|broken|exploded|snapped|cracked|bursting|frozen) (\\w+ )?<pipe>',
      '<pipe> (are |is |have |has )?(frozen|froze|freezing)|frozen pipes?',
      '(main|hydrant|water main) ~ (broke|burst|broken|ruptured)|burst pipes?',
    ],
    unless: [
      '(water heater|hot water heater|boiler|radiator|hot water tank|sprinkler|valve) ~ (broke|broken|blew|broke down)(?!.*(water|leak|flood))',
      '(vape|crack|exhaust|dryer|stove) pipe',
      'lawn|no leak|thawed|dehumidifier|nothing (from|out of)|no water|lid',
      'tap|hose (nozzle|holder)',
    ],
  },
  {
    code: 'water-through-ceiling',
    patterns: [
      '(<water>|leak|leaks|leaking|leaky|drip|dripping|drips|pouring|raining|rain|wet) ~~ (from|through|in|out of|down|inside|thru|via) (\\w+ )?(\\w+ )?(ceiling|ceilings|roof|light fixture|upstairs|above|overhead|attic|skylight|apartment above|unit above|floor above|neighbors? upstairs|upper|vent|ac vent)',
      '(ceiling|ceilings|roof|ceiling fan|light fixture|skylight|ceiling vent) (is |are |has |got |just |started |keeps |in \\w+ \\w+ |in the \\w+ |above \\w+ \\w+ |of \\w+ \\w+ |a |bad |badly |now |over \\w+ \\w+ |starting to )*(leak|leaks|leaking|leaked|drip|dripping|drips|dripped|raining|pouring|water coming|water leaking|water dripping|spraying|gushing|sagging with water|wet and dripping)',
      '(roof|ceiling) leaks?|(leaky|leaking|dripping) (roof|ceiling)',
      '(upstairs|above) (neighbor|neighbors|unit|apartment|tenant|bathroom|toilet|people)? ?(\\w+ ){0,3}?(leaking|flooding|flooded|overflowed|dripping|leak|water) ~ (into|down|through|my|our|below|onto)',
      '(<water>|leak|leaking) ~~ (from|through) (the )?(apartment|unit|floor|neighbor|neighbors|upstairs|place) (above|upstairs)|<water> (coming |is |leaking |pouring |dripping )*(down )?from (above|upstairs)',
      '(dripping|leaking|water) ~ (into|to|onto) (the )?(apartment|unit|floor|neighbor|neighbors|flat) (below|downstairs|under)',
      'ceiling ~ got water',
    ],
    unless: [
      '(stain|spot|mark|stained)(?!.*(drip|leaking|pour|coming|wet))',
      '(when|whenever|every time|if) it rains',
      'shower head|gutter',
      'ac vent ~ (noise|dust)',
      'no active leak|no longer (leaking|dripping)',
    ],
  },
  {
    code: 'water-running',
    patterns: [
      '<water> (is |was |are |keeps |just |actively |still |now |has been |been |started |the |starts )*(pouring|pours|gushing|gushes|spraying|sprays|shooting|shoots|rushing|streaming|cascading|spewing|squirting|flowing|rising|blasting|exploding|bursting)',
      '<water> (is |was |are |keeps |just |actively |still |now |started |all )*(coming|comes|came|running|leaking|seeping|leaks|entering|dripping|flowing|spilling|bubbling|getting) (out |in |down |up |all |back |from |and flooding |everywhere |on |onto |into |really |pretty |fast |nonstop |constantly )*(everywhere|fast|nonstop|out|in|into|down|up|through|from|onto|over|under|inside|across|of|everywhere|everyplace|all)(?! (low|slow|slowly|brown|cold|warm|rusty|cloudy|weak|discolored|yellow|the faucet (brown|cold|slow|weak)))',
      '(pouring|gushing|spraying|shooting|spewing|squirting|gushes|flowing|blasting) ~ <water>|<water> ~~ <torrent>',
      '(leak|leaks|leaking|leaked|drip|dripping|lick) ~~ (everywhere|all over|badly|bad|really bad|heavily|a lot|a ton|nonstop|profusely|like crazy|wont stop|cant stop|getting worse|worse|worsening|spreading|fast|quickly|severely|downstairs|down the wall|down the walls|into the (hall|hallway|unit|apartment|living|bedroom)|out of control)',
      '(big|bad|huge|major|massive|serious|severe|large|heavy|terrible|active|enormous|gushing|spreading|urgent|crazy|emergency) (\\w+ )?(leak|leaks|leakage|water leak|plumbing leak|pipe leak)',
      '(cant|cannot|wont|unable to|doesnt|couldnt|not able to) (\\w+ )?(turn|shut|stop|turning|shutting) (\\w+ )?(\\w+ )?(the )?(\\w+ )?(water|faucet|tap|leak|shower|off)(?= .*(water|faucet|tap|leak|flood|overflow|shower|toilet|pipe|tub))',
      '(faucet|tap|shower|bathtub|tub|hose|bathtub faucet|toilet|spigot) (wont|will not|cant|doesnt) (\\w+ )?(shut off|turn off|stop (running water|flowing|spraying|gushing|overflowing))',
      '(pouring|gushing|spraying|shooting|flowing) (out |from |down |everywhere |all |onto |in |into |through )+(the |my |our )?(\\w+ )?(pipe|wall|floor|ceiling|sink|toilet|faucet|heater|tank|washer|dishwasher|bathroom|kitchen|cabinet|everywhere|over)?',
      '<water> (pooling|puddling|spreading|collecting) ~ (fast|everywhere|quickly|floor|carpet|hall)',
      '(soaked|soaking|wet) ~ (carpet|floor|walls?) ~~ (spreading|growing|getting bigger|getting worse)|(leak|puddle|water) (is |keeps )*(spreading|growing|getting bigger|getting worse)|getting worse ~ (leak|water)',
      '(broken|cracked) water (pipe|line)|water (pipe|line) ~ (broken|broke|cracked)|plumbing emergency',
      'water wont (stop|shut off|turn off)|wont stop (running|leaking|flowing|pouring|dripping) ~ (water|floor|everywhere)',
    ],
    unless: [
      '(no|without|dont have|not getting|isnt|lost) (\\w+ )?(hot |running |warm |cold )?water (?!everywhere|all over)(coming|running|is coming|comes)',
      'water (pressure|bill|heater flush)|dribble|thin stream|down the drain|into the sink|like pencil|all the way|fully',
      '(when|whenever|every time) it rains',
      'dripping (under|beneath|below) ~ sink',
      '(trickle|barely|hardly|only|low|slow) ~ (water|coming|comes)|water ~ (barely|trickle|slowly|discolored|brown|rusty|cloudy|lukewarm)',
      'toilet ~ (running|runs)(?!.*(floor|overflow|everywhere))',
      'faucet ~ (drip|dripping|drips)(?!.*(everywhere|all over))',
      'hot water (comes|coming)',
      '(no|not a|isnt a|nothing) (big|major|huge) ~ leak|not (really )?(leaking )?(bad|a lot|badly)',
    ],
  },
  {
    code: 'overflowing',
    patterns: [
      '(toilet|toilets|commode|sink|tub|bathtub|shower|washer|washing machine|tank|drain|drains|bathroom|dishwasher|water|basin) (is |was |has |just |keeps |are |started |and |in \\w+ \\w+ |upstairs |wont stop |cant stop |will not stop |bowl )*(overflowing|overflowed|overflow|overflows|overflown|running over|ran over|spilling over|flowing over|over flowing|overflwing|flooding over)',
      '(overflowing|overflowed) (\\w+ )?(toilet|sink|tub|bathtub|shower|washer)|overflowing (?!trash|with)',
      'toilet ~ (wont stop|spilling|pouring|everywhere|all over the floor|gushing|spraying)',
      'toilet water water',
    ],
    unless: [
      '(not|isnt|hasnt|never|about to|almost|nearly) (yet )?(overflow\\w*|running over|over)',
      'to the brim but not over',
      'toilet wont stop running',
    ],
  },
  {
    code: 'relief-valve',
    patterns: [
      '(water heater|boiler|hot water tank|heater) ~~ (hissing|hiss|about to (explode|blow)|pressure valve|relief valve|explode|explosion|whistling|boiling)',
      '(pressure|relief) (relief )?valve ~~ (hissing|dripping|leaking|spraying|discharging|steam)',
      '(steam|boiling water|scalding) ~ (coming|shooting|spraying|leaking|pouring|everywhere|water heater|radiator)',
    ],
  },
  {
    code: 'freezing-inside',
    patterns: [
      '(freezing|frigid|below freezing|frostbite|subzero|freezing cold|see (my|our) breath|hypothermia|so cold we|freezing to death|like (an |a )?(freezer|ice ?box)|arctic)',
      '(im|we|were|are|i am|kids are|about to|gonna|boutta) (\\w+ )?(freezing|freeze|frozen)',
    ],
    unless: [
      '(radiator|heater|shower|water|food|fridge|freezer|refrigerator|pipes?|ac|ice) (is |are |was |feels |went |)*(freezing|frozen|ice cold|freeze)(?!.* (in here|inside|apartment|house|room|outside))',
      'freezing (outside|out|weather|rain|temp\\w*)(?!.*(in here|inside|indoors))',
      '(showers?|water|radiator|tub|bath|coffee|furnace|toilet seat|taps?|pipes?) (\\w+ ){0,4}(ice cold|freezing|frozen)|(ice cold|freezing) (cold )?(showers?|water)',
    ],
  },
  {
    code: 'freezing-weather',
    patterns: [
      'freezing (outside|out|weather|rain|temperatures?|temps)',
      '(below|sub) zero|snowing|snowstorm|blizzard|ice storm|polar vortex|dead of winter|middle of winter|below freezing|single digits|negative temperatures|freezing',
    ],
  },
  {
    code: 'volunteered-need',
    patterns: ['<need>'],
    unless: [
      '(no|without|dont have|have no) (kids|children|babies|medical|elderly)',
      '(kids|children) (running|screaming|playing|stomping|room|bedroom)',
    ],
  },
  {
    code: 'dangerous-heat',
    patterns: [
      'heat ?wave|extreme(ly)? (hot|heat)|(unbearabl[ey]|dangerously|insanely|ridiculously) hot|(like |an? |a )(sauna|oven|furnace)|(heat|hot) advisory|heat (stroke|exhaustion)|(three|triple) digits?|triple digits|(burning|boiling|sweltering|scorching)( up)? (hot|in here|inside)|sweltering|scorching',
    ],
  },
];
