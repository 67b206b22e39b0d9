import { describe, expect, test } from 'vitest';
import type { Category, Tier } from '#shared/contract';
import { classify } from '#shared/triage';

type Row = readonly [text: string, tier: Tier, category: Category, reason?: string];

function check(rows: readonly Row[]): void {
  test.each(rows.map(([text, tier, category, reason]) => ({ text, tier, category, reason })))(
    '$text → $tier $category',
    ({ text, tier, category, reason }) => {
      const verdict = classify(text, {});
      expect({ tier: verdict.tier, category: verdict.category }).toEqual({ tier, category });
      if (reason !== undefined) expect(verdict.reasons.map((one) => one.code)).toContain(reason);
    },
  );
}

describe('Spanish and mixed: now (P1)', () => {
  check([
    ['Agua cayendo del techo sobre la luz', 'P1', 'plumbing', 'near-electricity'],
    ['Se está inundando la cocina', 'P1', 'plumbing', 'flooding'],
    ['se esta inundando el baño', 'P1', 'plumbing', 'flooding'],
    ['se reventó un tubo en el baño', 'P1', 'plumbing', 'pipe-burst'],
    ['sale mucha agua debajo del lavabo', 'P1', 'plumbing', 'water-running'],
    ['El excusado se está desbordando', 'P1', 'plumbing', 'overflowing'],
    ['hay una fuga de agua enorme en el pasillo', 'P1', 'plumbing'],
    ['Huele a gas en el pasillo', 'P1', 'gas', 'gas-odor'],
    ['uele a gas aki', 'P1', 'gas', 'gas-odor'],
    ['a lo mejor no es nada pero huele a gas', 'P1', 'gas', 'gas-odor'],
    ['hay olor a huevo podrido', 'P1', 'gas'],
    ['hay un incendio en la lavandería', 'P1', 'fire', 'fire'],
    ['Sale humo de la secadora', 'P1', 'fire', 'smoke'],
    ['ai umo en el pasillo', 'P1', 'fire', 'smoke'],
    ['La alarma de monóxido de carbono está sonando', 'P1', 'fire', 'carbon-monoxide'],
    ['el enchufe echa chispas', 'P1', 'electrical', 'sparks'],
    ['huele a quemado en el panel de los breakers', 'P1', 'electrical', 'burning-smell'],
    ['me dio un toque el apagador', 'P1', 'electrical', 'electric-shock'],
    ['Están saliendo aguas negras por la regadera', 'P1', 'sewer', 'sewage'],
    ['el drenaje se está regresando por la tina', 'P1', 'sewer', 'sewage'],
    ['No hay calefacción y estamos a 11 grados', 'P1', 'heat', 'cold-temperature'],
    ['no sirve la calefaccion y tengo un bebé', 'P1', 'heat', 'volunteered-need'],
    ['sin calefacción, nos estamos congelando', 'P1', 'heat', 'freezing-inside'],
    ['la puerta principal no cierra con seguro', 'P1', 'security', 'cannot-secure'],
    ['alguien está tratando de abrir mi puerta', 'P1', 'security', 'intruder'],
    ['Se metieron a robar a mi apartamento', 'P1', 'security', 'break-in'],
    ['mi mamá está atrapada en el elevador', 'P1', 'elevator', 'trapped'],
    ['Me quedé afuera y mi bebé está adentro', 'P1', 'lockout', 'child-alone'],
    ['se fue la luz y mi abuelo usa oxígeno', 'P1', 'electrical', 'medical-equipment'],
    ['se cayó el techo de la sala', 'P1', 'structural', 'structural-danger'],
    ['mi vecino no puede respirar', 'P1', 'general', 'medical'],
    ['hay water por todas partes en el kitchen', 'P1', 'plumbing'],
    ['oiga, huele a gas in the hallway', 'P1', 'gas'],
    ['my toilet está desbordando', 'P1', 'plumbing'],
  ]);
});

describe('Spanish and mixed: tonight (P2)', () => {
  check([
    ['Seguimos sin agua caliente', 'P2', 'plumbing', 'no-hot-water'],
    ['el calentador no prende y no sale agua caliente', 'P2', 'plumbing', 'no-hot-water'],
    ['no tenemos agua en todo el apartamento', 'P2', 'plumbing', 'no-water'],
    ['Me quedé afuera de mi apartamento', 'P2', 'lockout', 'locked-out'],
    ['perdí mis llaves', 'P2', 'lockout', 'locked-out'],
    ['el elevador no funciona', 'P2', 'elevator', 'elevator-down'],
    ['se fue la luz en mi apartamento', 'P2', 'electrical', 'no-power'],
    ['El único baño está tapado', 'P2', 'plumbing', 'only-toilet'],
    ['no enfría el aire y hace un calor insoportable', 'P2', 'cooling', 'dangerous-heat'],
    ['el refrigerador se descompuso y tengo insulina', 'P2', 'appliance', 'refrigerated-medicine'],
    ['no hay calefacción', 'P2', 'heat', 'no-heat'],
    ['hay una fuga debajo del fregadero', 'P2', 'plumbing', 'leak'],
    ['hay mucha agua en el piso del baño', 'P2', 'plumbing', 'leak'],
  ]);
});

describe('Spanish: next business day (P3), and words that do not mean it', () => {
  check([
    ['la llave del lavabo gotea', 'P3', 'plumbing', 'drip'],
    ['el triturador no sirve', 'P3', 'appliance'],
    ['hay cucarachas en la cocina', 'P3', 'pest'],
    ['los vecinos tienen la música muy alta', 'P3', 'noise'],
    ['¿Cuándo tengo que pagar la renta?', 'P3', 'general'],
    ['el detector de humo pita cada minuto', 'P3', 'fire', 'alarm-chirp'],
    ['se quemó el foco del pasillo', 'P3', 'electrical'],
    ['No huele a gas, solo quiero que revisen la estufa', 'P3', 'appliance'],
    ['la estufa no prende pero no hay olor a gas', 'P3', 'appliance'],
    ['Si algún día huelo gas, ¿a quién llamo?', 'P3', 'general'],
    ['la persiana de la sala no baja', 'P3', 'structural'],
  ]);
});
