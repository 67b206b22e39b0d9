import type { PackRule } from './pack.ts';

/** English: people at risk whom nobody calls a repair for, and the plain words for it (P1). */
export const EN_AT_RISK: readonly PackRule[] = [
  {
    code: 'self-harm',
    patterns: [
      '(kill|hurt|harm|cut|hang|shoot) (myself|himself|herself|themselves|themself)|suicid\\w+|end (my|his|her|their) (own )?life|take (my|his|her|their) own life',
      '(dont|do not|doesnt) want to (live|be alive|be here anymore|wake up anymore)|want(s)? to die|better off dead|no reason to live',
    ],
    unless: ['wifi|password|awareness|prevention (week|month|flyer)'],
  },
  {
    code: 'sewage',
    patterns: [
      '(all|every|both|several|multiple|three|two) (of )?(the |our |my )?drains? (\\w+ ){0,3}(backing|backed|back|coming) up',
    ],
    unless: ['slow'],
  },
  {
    code: 'welfare',
    patterns: [
      '(nobody|no one|none of us|i havent|havent|we havent) (has |have )?(seen|heard from) (\\w+ ){0,6}(in|for|since) (\\w+ )?(days|weeks|a week|week|monday|tuesday|wednesday|thursday|friday|saturday|sunday)',
      '(neighbor|neighbour|tenant|resident|lady|man|he|she) ~~ (not|doesnt|isnt|wont|hasnt) (\\w+ )?answer\\w* (\\w+ ){0,4}(days|week|worried|door)',
      '(crying|calling|yelling|screaming|shouting|begging) (out )?for help|hear ~ (cry|cries|crying|scream|screams|screaming) for help|welfare check',
    ],
    unless: ['customer service|leasing|office|your (team|staff)|emails?|phone line'],
  },
  {
    code: 'violence',
    patterns: [
      '(hear|hearing|there is|theres) ~ (fight|fighting|beating) && (baby|child|kid|kids|woman|screaming|help)',
      '(ex|boyfriend|husband|stalker|man|guy) ~ (outside|at (my|the) door) ~~ (banging|pounding|kicking|wont leave|threatening)|(following|followed|chasing|chased) me (to|into|in|through|home|up|down|around)',
    ],
    unless: ['(with|about|on) (emails|ads|twitter|instagram)'],
  },
  {
    code: 'break-in',
    patterns: ['(found|came home to|front|my|the) ~ door ~ (open|ajar) ~~ (scared|afraid|frightened) to (go|come) in'],
  },
  {
    code: 'co-symptoms',
    patterns: [
      '(feel|feels|feeling|felt|get|gets|getting) (\\w+ )?(sick|ill|dizzy|nauseous|woozy|faint|lightheaded|unwell) && (furnace|heater|heating|boiler|stove|generator|exhaust)',
      '(headache|headaches|dizzy|nausea) && (furnace|heater|heating|boiler|generator|exhaust|garage) (\\w+ )?(runs|running|on|kicks in|started)',
    ],
    unless: ['price|bill|of (waiting|asking|calling)|sick of'],
  },
  {
    code: 'medical',
    patterns: [
      '(my|his|her) chest (hurts|is hurting|aches|burns)|(not|isnt|arent) making (any )?sense|(is|seems|acting|looks) (very |really |so )?(confused|delirious|disoriented)',
      '(took|swallowed) (too|so|way too) many pills',
    ],
    unless: [
      '(lease|bill|notice|letter|email|invoice|instructions|form) ~ (not making|confus\\w+)|(confused|makes? (any |no )?sense) (by|about|why|whether)|im confused|i am confused',
    ],
  },
  {
    code: 'medical-equipment',
    patterns: [
      '(oxygen|concentrator|ventilator|o2) (\\w+ ){0,4}(run|running|runs|ran) (out|low)|(almost|nearly) out of oxygen',
    ],
  },
  {
    code: 'child-alone',
    patterns: [
      '(baby|infant|toddler|newborn|child|kid) (\\w+ ){0,2}(inside|in there) && (stove|oven|burner|candle|iron) (is )?(on|lit)',
    ],
  },
  {
    code: 'structural-danger',
    patterns: [
      '(a|the|my|our|this) wall (just |suddenly )?(moved|shifted|shook|is moving|bulged|gave way|leans|is leaning)',
    ],
    unless: ['clock|unit|art|mount|picture|paper'],
  },
];
