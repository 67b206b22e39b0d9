import type { Language } from '#shared/contract';

/** A temperature somebody stated, in degrees Fahrenheit, and where its words stand in the normalised text. */
export type StatedTemperature = {
  readonly fahrenheit: number;
  readonly isOutside: boolean;
  /** False when only a phrase that may mean something else ("down to 54") makes it a temperature. */
  readonly isCertain: boolean;
  readonly start: number;
  readonly end: number;
};

const UNIT = '(?:degrees?|deg|grados?|fahrenheit|celsius|centigrados?|farenheit|[fc])';
const WITH_UNIT = new RegExp(
  `(?<= )(?<minus>minus |negative |menos )?(?<number>\\d{1,3}(?:\\.\\d+)?) (?<unit>${UNIT}(?: ${UNIT})?)(?<below> (?:below(?: zero)?|bajo cero))?(?= )`,
  'g',
);
const BELOW_ZERO = /(?<= )(?<number>\d{1,2}) (?:below(?: zero)?|bajo cero)(?= )/g;
const BY_CONTEXT =
  /(?<= )(?:(?:down to|dropped to|drops to|gets to|got to|reads|says|reading|shows|showing|at|its|is|only|barely|about|around|like|under|below|marca|estamos a|esta a|a|dice|bajo a|como)(?: (?:like|about|around|only|barely|almost|como))? (?<after>\d{1,3}(?:\.\d+)?)(?= (?:[.,?]|and|but|in|inside|outside|y|pero|adentro|afuera|aqui|en|now|right|with) |\s*$)|(?<before>\d{1,3}(?:\.\d+)?) (?:in here|inside|in (?:my|the|our) (?:apartment|apt|house|place|unit|room|bedroom|living)|outside|indoors|aqui adentro|adentro|afuera))(?= )/g;

const UNIT_OF_THE_BUILDING =
  / (?:unit|apt|apartment|(?<!(?:living|bed|dining|baby|sitting|family) )room|apartamento|depto|cuarto|number|building) (?:is )?$/;
// The oven's or the water's, or how far something is off.
const OF_A_THING =
  / (?:oven|freezer|fridge|refrigerator|pool|hot tub|horno|agua|nevera|refri|heladera|congelador|presion)(?: [a-z]+){0,3} $/;
function isOfSomethingElse(before: string, after: string): boolean {
  return (
    OF_A_THING.test(before) || / rellen[oa] (?:a )?$/.test(before) || /^ (?:off|apart|ppm|psi|bar|bares) /.test(after)
  );
}

// A wish, not a reading: "set to 55", "puse el termostato en 70".
const SETTING = / (?:set|setting|setpoint|puse|pongo|puesto|programe|turned(?: it)? up)(?: [a-z]+){0,4} $/;
const INSIDE_AFTER = /^ (?:in (?:here|my|our|the (?:apartment|house|unit|bedroom))|inside|indoors|adentro|aqui)(?= )/;
const OUTSIDE_AFTER = /^ (?:(?:[a-z]+ ){0,2})?(?:outside|outdoors|afuera|out there|out)(?= )/;
const OUTSIDE_BEFORE = / (?:outside|outdoors|afuera|forecast|weather)(?: [a-z]+){0,4} $/;

// 45 without a unit is a cold room in Fahrenheit, and a heatwave where the talk is of cooling.
const TALK_OF_HEAT = / (?:aire|clima|minisplit|split|compresor|calor|ventilador|sudando|climatizacion) /;
const TALK_OF_COLD = / (?:frio|calefaccion|calenton|heater|helad[oa]|cobijas?) /;

function toFahrenheit(value: number, unit: string, language: Language, text: string): number {
  const mostCelsius = TALK_OF_HEAT.test(text) && !TALK_OF_COLD.test(text) ? 51 : 40;
  const isCelsius =
    /\bc\b|celsius|centigrad/.test(unit) ||
    (!/\bf\b|fahr|faren/.test(unit) && value < mostCelsius && (language === 'es' || /grado/.test(unit)));
  return isCelsius ? (value * 9) / 5 + 32 : value;
}

function read(match: RegExpExecArray, text: string, language: Language): StatedTemperature | null {
  const groups = match.groups ?? {};
  const start = match.index;
  const end = start + match[0].length;
  const before = text.slice(Math.max(0, start - 60), start);
  if (SETTING.test(before) || UNIT_OF_THE_BUILDING.test(before) || isOfSomethingElse(before, text.slice(end)))
    return null;
  // "the guy in 2C", "techo del 4C": a unit of the building, not of temperature.
  if (/^\d{1,3} [cf]$/.test(match[0]) && / (?:in|of|from|to|unit|apartment|del?|la|el|en|al|and) $/.test(before))
    return null;
  const size = Number(groups.number ?? groups.after ?? groups.before);
  const isBelowZero = groups.minus !== undefined || /below|bajo cero/.test(match[0].replace(/^below \d/, ''));
  const fahrenheit = toFahrenheit(isBelowZero ? -size : size, groups.unit ?? '', language, text);
  const isOutside =
    /outside|afuera/.test(match[0]) ||
    OUTSIDE_AFTER.test(text.slice(end)) ||
    OUTSIDE_BEFORE.test(before) ||
    fahrenheit < 10;
  return {
    fahrenheit,
    isOutside,
    isCertain:
      groups.unit !== undefined || groups.before !== undefined || isBelowZero || INSIDE_AFTER.test(text.slice(end)),
    start,
    end,
  };
}

/** All temperatures stated in a normalised text. Spanish numbers under 40 without a unit are Celsius. */
export function findTemperatures(text: string, language: Language): StatedTemperature[] {
  if (!/\d/.test(text)) return [];
  const found: StatedTemperature[] = [];
  for (const expression of [WITH_UNIT, BELOW_ZERO, BY_CONTEXT]) {
    for (const match of text.matchAll(expression)) {
      const stated = read(match, text, language);
      const isNew = !found.some((other) => match.index < other.end && other.start < match.index + match[0].length);
      if (stated !== null && isNew) found.push(stated);
    }
  }
  return found;
}
