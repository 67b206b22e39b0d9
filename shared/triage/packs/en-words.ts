import { spellingTable } from './pack.ts';

/** Word classes of the English pack. */
export const EN_CLASSES = {
  be: 'is|are|was|were|be|been|being|got|keeps|kept|started|starting|just|still|now|its|theres',
  water: 'water|waters|rainwater|liquid',
  flows:
    'coming|comes|came|pouring|pours|poured|gushing|gushes|gush|spraying|sprays|shooting|shoots|rushing|streaming|flowing|flows|cascading|spewing|squirting|seeping|leaking|leaks|leaked|raining|entering|falling|bubbling|bursting|exploding|spilling|dripping|drips|trickling|running|rising|blasting|flooding',
  torrent:
    'pouring|pours|poured|gushing|gushes|gush|spraying|sprays|shooting|rushing|streaming|cascading|spewing|squirting|bursting|blasting|exploding|rising|spreading|shooting out',
  fixture:
    'sink|faucet|tap|toilet|commode|tub|bathtub|shower|pipe|pipes|piping|line|hose|spigot|valve|drain|water heater|hot water heater|boiler|radiator|washer|washing machine|dishwasher|fridge|refrigerator|tank|sprinkler|plumbing|disposal|ac|air conditioner|supply line|shutoff',
  pipe: 'pipe|pipes|piping|water line|water main|main line|water pipe|supply line|hose|plumbing|water heater|hot water heater|hot water tank|water tank|radiator|boiler|sprinkler|shutoff|valve',
  burst:
    'burst|bursted|busted|bust|broke|broken|ruptured|exploded|blew|blown|snapped|split|popped|came off|came apart|bursting',
  above: 'ceiling|ceilings|roof|light fixture|upstairs|above|overhead|skylight|attic',
  everywhere:
    'everywhere|all over|all around|over the (floor|place|kitchen|bathroom|carpet)|across the floor|onto the floor everywhere|throughout|into the (hallway|hall|living room|bedroom|carpet|unit below|apartment below|downstairs)|down the (wall|walls|hall|hallway|stairs)|out of control',
  toilet: 'toilet|toilets|commode|crapper|potty',
  device:
    'outlet|outlets|socket|sockets|plug|plugs|receptacle|switch|switches|light switch|breaker|breakers|breaker box|breaker panel|panel|fuse box|fusebox|electrical box|switchboard|switch board|meter|meter box|wire|wires|wiring|light|light fixture|lights|chandelier|cord|power strip|extension cord|electric meter|electrical|electrics|electricity',
  outlet:
    'outlet|outlets|socket|sockets|wall socket|plug|receptacle|switch|switches|light switch|breaker|breakers|breaker box|breaker panel|panel|electrical panel|fuse box|switchboard|switch board|power strip|light fixture',
  gas: 'gas|propane|methane|natural gas|sulfur|sulphur|rotten eggs?|rotten egg|gasoline|lpg|butane|mercaptan|cooking gas|petrol',
  smell: 'smell|smells|smelling|smelled|smelt|odor|odour|odors|stench|stink|stinks|reek|reeks|whiff|fumes|scent',
  alarm:
    'smoke (alarm|alarms|detector|detectors)|fire (alarm|alarms|detector)|(smoke|co|carbon) .{0,12}(alarm|detector)|alarm|detector|smoke and co detector',
  sounding:
    'going off|went off|goes off|blaring|ringing|sounding|screaming|wont stop|alarming|blasting|triggered|activated|wailing|wont shut off|wont quit|beeping nonstop|nonstop|constantly',
  outside:
    'front|back|main|entry|entrance|exterior|outside|apartment|apt|unit|patio|balcony|sliding|sliding glass|house|home|garage|lobby|building|my|our|the|side|security|deadbolt',
  door: 'door|doors|deadbolt|dead bolt|entry door|gate',
  window: 'window|windows',
  dead: 'not working|isnt working|aint working|doesnt work|dont work|wont work|not work|stopped working|stopped|quit|quit working|died|dead|is out|went out|gone out|been out|hasnt worked|havent worked|hasnt been working|has not worked|not been working|not work|out again|are out|is off|broke|broken|broke down|failed|not on|wont turn on|not turning on|wont come on|not coming on|doesnt turn on|wont start|not starting|wont ignite|wont light|wont kick on|not kicking on|not running|isnt running|wont fire|kaput|busted|shot|malfunctioning|down|no longer works|not functioning|has been out|conked out|not heating|wont heat|isnt heating|tripped|not producing',
  heater:
    'heat|heater|heaters|heating|furnace|radiator|radiators|boiler|baseboard|baseboards|heat pump|central heat|heating system|heating unit',
  air: 'ac|a c|air conditioning|air conditioner|air con|aircon|air|hvac|cooling|central air|airconditioner|airconditioning|mini split|cooler|swamp cooler',
  elevator: 'elevator|elevators|lift|lifts',
  home: 'apartment|apt|unit|house|home|place|condo|flat|room|building|bedroom|living room|studio|crib|townhouse',
  sewage:
    'sewage|sewer|raw sewage|black water|feces|poop|waste water|wastewater|sewer water|shit|human waste|dirty water|brown water|toilet water|turds|fecal',
  child:
    'baby|newborn|infant|toddler|child|kid|kids|children|son|daughter|babies|year old|grandson|granddaughter|grandma|grandmother|grandpa|grandfather|elderly|mother|father|mom|dad',
  need: 'newborn|infant|baby|babies|toddler|toddlers|(small|little|young) (children|kids|child|ones)|kids|children|child|elderly|senior citizen|(grand)?(mother|father|mom|dad|parents) (who )?(is |are )?(\\d\\d|sick|elderly|old|disabled)|grandma|grandmother|grandpa|grandfather|(8|9)\\d years? old|\\d years? old|months? old|disabled|disability|wheelchair|oxygen|dialysis|ventilator|cpap|nebulizer|asthma|emphysema|copd|pregnant|bedridden|chemo|cancer|heart condition|medical condition|medically|hospice|post op|surgery|diabetic|sick',
  appliance:
    'dishwasher|washer|washing machine|dryer|stove|oven|range|cooktop|burner|microwave|disposal|garbage disposal|disposer|ice maker|icemaker|freezer|laundry machine|hood|range hood|appliance|appliances|stovetop',
  fridge: 'fridge|refrigerator|freezer|frig|fridges',
} as const;

/** Texting and phonetic spellings. */
export const EN_SPELLINGS = spellingTable(
  'wtr>water watr>water watre>water wter>water wate>water h2o>water comin>coming cumin>coming ' +
    'cming>coming runnin>running leakin>leaking leekin>leaking leek>leak leeks>leaks leeking>leaking ' +
    'leking>leaking lekin>leaking lik>leak leeked>leaked drippin>dripping pourin>pouring floodin>flooding ' +
    'smokin>smoking sparkin>sparking burnin>burning workin>working freezin>freezing goin>going ' +
    'beepin>beeping chirpin>chirping blowin>blowing overflo>overflowing overflowin>overflowing ' +
    'overflowd>overflowed overflows>overflowing thru>through thro>through threw>through celing>ceiling ' +
    'cieling>ceiling ceilin>ceiling sealing>ceiling cealing>ceiling evrywhere>everywhere ' +
    'everwhere>everywhere evrywere>everywhere everywere>everywhere erywhere>everywhere evrywhr>everywhere ' +
    'tolet>toilet toliet>toilet tolit>toilet toilit>toilet bathrm>bathroom bathrom>bathroom ' +
    'kitchn>kitchen kichen>kitchen ktchn>kitchen lite>light lites>lights ligt>light pwr>power powr>power ' +
    'elec>electric lectric>electric bldg>building bldng>building lockd>locked lokd>locked loked>locked ' +
    'locced>locked apt>apartment apartmnt>apartment appt>apartment het>heat heatr>heater frezing>freezing ' +
    'freezng>freezing freez>freeze frezzing>freezing gass>gas smel>smell smeel>smell ' +
    'smll>smell smelll>smell smoak>smoke smok>smoke fier>fire fyre>fire sprk>spark sparkling>sparking ' +
    'outlit>outlet alrm>alarm dor>door windo>window windw>window flor>floor flr>floor w>with cnt>cant ' +
    'cudnt>couldnt dosnt>doesnt dosent>doesnt doesent>doesnt isn>isnt didn>didnt doesn>doesnt ' +
    'brokn>broken brokin>broken brok>broke hav>have hav3>have plz>please pls>please rn>now ' +
    'sumthing>something smthing>something sumone>someone sm1>someone burnning>burning busted>burst ' +
    'bursted>burst brusted>burst sewege>sewage sewadge>sewage suage>sewage swege>sewage elevater>elevator ' +
    'elavator>elevator carbonmonoxide>carbon_monoxide monoxid>monoxide refridgerator>refrigerator ' +
    'refrigrator>refrigerator frige>fridge flodding>flooding floded>flooded floodded>flooded fload>flood ' +
    'floading>flooding ',
);

/** Words worth correcting to: those on which a tier can hang. */
export const EN_VOCABULARY: readonly string[] = (
  'water flooding flooded flood ceiling leaking leaked burst bursting pouring gushing spraying overflowing overflowed overflow ' +
  'toilet faucet bathroom kitchen basement upstairs everywhere sewage backing drain pipes smell smells smelling rotten ' +
  'smoke smoking burning flames alarm detector beeping chirping carbon monoxide sparks sparking sparked outlet switch breaker ' +
  'electrical electric electricity shocked exposed wires heater heating furnace radiator boiler freezing temperature thermostat ' +
  'degrees broken window elevator stuck trapped collapsed collapsing intruder breaking oxygen newborn infant elderly power ' +
  'refrigerator dishwasher washing machine disposal microwave plumbing plumber dripping working apartment building conditioning ' +
  'conditioner hallway spreading standing hissing medicine insulin locked shattered smashed'
).split(' ');

/** One slip from the vocabulary, and not meant. */
export const EN_LOOKALIKES: readonly string[] = (
  'leaving leaning leaves scattered scatter wasting swelling spelling collapse collapses collapsible flakes flames flake tripped tripping strapped spoke spokes drawn burns burner burners broker lighting flashing waiter water powdered choking stroke sparse clocked blocked rocked wooden goods draining training alarming chipping shipping whipping dropping swapping skipped baskets burden toward towards breaks breaker peeling ceiled tabled power powers smells smelly shortage leaking parks steam stream streams stuff stuffy lost locks closet closets costed shower showed lower trapped wrapped small spell shell swell floor floors weather heated later wafer switched smoked smokes smoky stock stuff stack burnt spark sparkle ' +
  'spares drains drained rain trains trained pine piped wired backed banking packing baking dipping broke boiled walking ' +
  'shower towers powder tower powers poured pours putting buster breakers wore wares reading heading hearing leading treating ' +
  'seating meeting ceilings building buildings burning turning outlets switches alarms detectors faucets toilets pipe wire window windows elevators ' +
  'freezer freezers hearting lacking lacked linking blinking drinking leasing looking locker locks lock trapping degree decrees ' +
  'morning standing stand spreads spread hall hallways apartments warning learning earning medicines rotted watery waters ' +
  'flooring blooding wording parking marking barking hiring firing wiring dishwashers machines basements kitchens bathrooms working ' +
  'alarmed floods flame blames frames shocks shock shocking stock stocked expose flashed smash dropping tripping gripping skipping ' +
  'stick stuck storm strapped wrapped hating heater heaters radiators bolter infants order older elder power lower slower'
).split(' ');
