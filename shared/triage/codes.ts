import type { BothLanguages, Category, Language, LifeSafetyKind, Tier } from '#shared/contract';

/** What a rule means, whatever the language it was recognised in; so both languages get the same tier. */
export type CodeMeaning = {
  readonly category: Category;
  readonly tier: Tier;
  /** Among problems of one tier the heavier comes first: danger to people before damage, specific before vague. */
  readonly weight: number;
  readonly label: BothLanguages;
  readonly lifeSafety?: LifeSafetyKind;
  /** Belongs to the first of these categories that the text shows by itself (a burning smell at an outlet is electrical). */
  readonly joins?: readonly Category[];
  /** Said in answer to any card, it stays a case of that card. */
  readonly isAnywhere?: true;
  /** Still counts when it happened yesterday (a break-in, a fall through the porch). */
  readonly countsWhenPast?: true;
};

type Optional = Omit<CodeMeaning, 'category' | 'tier' | 'weight' | 'label'>;

function code(
  category: Category,
  tier: Tier,
  weight: number,
  en: string,
  es: string,
  more: Optional = {},
): CodeMeaning {
  return { category, tier, weight, label: { en, es }, ...more };
}

/** Every reason a verdict can give. */
export const CODES = {
  // Danger to people first.
  'gas-odor': code('gas', 'P1', 60, 'gas smell or leak', 'olor o fuga de gas', { lifeSafety: 'gas' }),
  fire: code('fire', 'P1', 59, 'fire', 'fuego', { lifeSafety: 'fire' }),
  smoke: code('fire', 'P1', 57, 'smoke', 'humo', { lifeSafety: 'fire' }),
  'carbon-monoxide': code('fire', 'P1', 58, 'carbon monoxide', 'monóxido de carbono', {
    lifeSafety: 'co',
  }),
  'fire-alarm': code('fire', 'P1', 52, 'alarm sounding', 'alarma sonando', {
    lifeSafety: 'fire',
  }),
  'burning-smell': code('fire', 'P1', 51, 'burning smell', 'olor a quemado', {
    lifeSafety: 'fire',
    joins: ['electrical'],
  }),
  'person-in-danger': code('general', 'P1', 56, 'someone in danger', 'alguien en peligro', {
    lifeSafety: 'danger',
    isAnywhere: true,
  }),
  'co-symptoms': code('fire', 'P1', 58, 'signs of carbon monoxide', 'señales de monóxido de carbono', {
    lifeSafety: 'co',
  }),
  'self-harm': code('general', 'P1', 57, 'somebody may harm themselves', 'alguien puede hacerse daño', {
    lifeSafety: 'selfHarm',
    isAnywhere: true,
  }),
  welfare: code(
    'general',
    'P1',
    54,
    'somebody may need help behind a door',
    'alguien puede necesitar ayuda tras una puerta',
    {
      lifeSafety: 'welfare',
    },
  ),
  medical: code('general', 'P1', 56, 'medical emergency', 'emergencia médica', {
    lifeSafety: 'medical',
    isAnywhere: true,
  }),
  violence: code('security', 'P1', 55, 'violence or threat', 'violencia o amenaza', { lifeSafety: 'police' }),
  intruder: code('security', 'P1', 54, 'someone breaking in', 'alguien entrando a la fuerza', { lifeSafety: 'police' }),
  'child-alone': code(
    'lockout',
    'P1',
    53,
    'child or helpless person alone inside',
    'niño o persona indefensa sola adentro',
    {
      lifeSafety: 'danger',
    },
  ),
  'medical-equipment': code(
    'electrical',
    'P1',
    50,
    'medical equipment without power',
    'equipo médico sin electricidad',
    {
      lifeSafety: 'medical',
    },
  ),
  'electric-shock': code('electrical', 'P1', 49, 'electric shock', 'descarga eléctrica', { lifeSafety: 'electric' }),
  sparks: code('electrical', 'P1', 48, 'sparks', 'chispas', { lifeSafety: 'electric' }),
  'smoking-device': code('electrical', 'P1', 58, 'electrical part smoking', 'pieza eléctrica echando humo', {
    lifeSafety: 'fire',
  }),
  'exposed-wires': code('electrical', 'P1', 46, 'bare or hanging wires', 'cables pelados o colgando', {
    lifeSafety: 'electric',
  }),
  'hot-outlet': code('electrical', 'P1', 45, 'outlet or switch hot or melting', 'enchufe o interruptor caliente', {
    lifeSafety: 'electric',
  }),
  'near-electricity': code('electrical', 'P1', 47, 'water near electricity', 'agua cerca de la electricidad', {
    lifeSafety: 'electric',
    joins: ['plumbing', 'sewer', 'appliance'],
  }),
  trapped: code('elevator', 'P1', 44, 'someone trapped in the elevator', 'alguien atrapado en el elevador'),
  'cannot-get-out': code('lockout', 'P1', 43, 'someone cannot get out', 'alguien no puede salir'),
  'structural-danger': code('structural', 'P1', 42, 'structural danger', 'peligro estructural'),
  'break-in': code('security', 'P1', 41, 'break-in', 'robo con entrada forzada', {
    countsWhenPast: true,
    lifeSafety: 'police',
  }),
  'cannot-secure': code(
    'security',
    'P1',
    40,
    'door or window cannot secure the home',
    'puerta o ventana que no asegura la casa',
  ),
  sewage: code('sewer', 'P1', 39, 'sewage backing up', 'aguas negras regresándose'),
  'water-through-ceiling': code('plumbing', 'P1', 36, 'water through the ceiling', 'agua por el techo'),
  flooding: code('plumbing', 'P1', 38, 'flooding', 'inundación'),
  'pipe-burst': code('plumbing', 'P1', 37, 'burst pipe', 'tubería reventada'),
  'water-running': code('plumbing', 'P1', 35, 'water running', 'agua corriendo'),
  overflowing: code('plumbing', 'P1', 34, 'overflowing', 'desbordándose'),
  'relief-valve': code('plumbing', 'P1', 33, 'water heater under pressure', 'calentador con presión peligrosa'),
  'left-on-inside': code('lockout', 'P1', 32, 'something left on inside', 'algo quedó encendido adentro'),
  'cold-inside': code('heat', 'P1', 31, 'too cold inside', 'demasiado frío adentro'),
  'freezing-inside': code('heat', 'P1', 30, 'freezing cold inside', 'frío de congelarse adentro'),

  // Tonight.
  'no-heat': code('heat', 'P2', 25, 'no heat', 'sin calefacción'),
  'no-hot-water': code('plumbing', 'P2', 29, 'no hot water', 'sin agua caliente'),
  'no-water': code('plumbing', 'P2', 24, 'no water', 'sin agua'),
  'locked-out': code('lockout', 'P2', 26, 'locked out', 'se quedó afuera'),
  'elevator-down': code('elevator', 'P2', 23, 'elevator down', 'elevador descompuesto'),
  'no-power': code('electrical', 'P2', 22, 'no power in the unit', 'sin luz en el apartamento'),
  'only-toilet': code('plumbing', 'P2', 21, 'only toilet unusable', 'único inodoro inservible'),
  leak: code('plumbing', 'P2', 15, 'leak', 'fuga', { joins: ['appliance'] }),
  'refrigerated-medicine': code(
    'appliance',
    'P2',
    20,
    'medicine needs the refrigerator',
    'medicina que necesita refrigeración',
  ),
  'alarm-missing': code('fire', 'P2', 19, 'no working alarm', 'sin alarma que funcione'),
  'unsafe-structure': code('structural', 'P2', 18, 'unsafe stairs, rail or floor', 'escalera, baranda o piso inseguro'),
  'lock-broken': code('security', 'P2', 17, 'lock does not work', 'cerradura que no funciona'),
  'suspicious-person': code('security', 'P2', 16, 'suspicious person', 'persona sospechosa'),
  'wiring-concern': code('electrical', 'P2', 14, 'wiring looks or sounds unsafe', 'instalación eléctrica insegura'),
  'strange-smell': code('general', 'P2', 8, 'smell not yet explained', 'olor sin explicar'),

  'animal-inside': code('pest', 'P2', 12, 'wild animal inside', 'animal salvaje adentro'),

  // Next business day.
  'sewer-smell': code('sewer', 'P3', 9, 'smell of drains', 'olor a drenaje'),
  'no-cooling': code('cooling', 'P3', 13, 'no cooling', 'aire acondicionado sin enfriar'),
  'alarm-chirp': code('fire', 'P3', 12, 'alarm chirping', 'alarma con pitido de batería'),
  drip: code('plumbing', 'P3', 11, 'drip', 'goteo'),
  plumbing: code('plumbing', 'P3', 9, 'plumbing repair', 'reparación de plomería'),
  fixture: code('plumbing', 'P3', 6, 'bath or kitchen fixture', 'baño o cocina'),
  clog: code('plumbing', 'P3', 10, 'clogged drain', 'drenaje tapado'),
  'toilet-clogged': code('plumbing', 'P3', 10, 'toilet clogged', 'inodoro tapado'),
  'outlet-or-light': code('electrical', 'P3', 9, 'outlet, light or breaker', 'enchufe, luz o breaker'),
  'partial-power': code('electrical', 'P3', 12, 'part of the power out', 'sin luz en una parte'),
  refrigerator: code('appliance', 'P3', 12, 'refrigerator', 'refrigerador'),
  appliance: code('appliance', 'P3', 11, 'appliance', 'electrodoméstico'),
  heating: code('heat', 'P3', 9, 'heating repair', 'reparación de calefacción'),
  cooling: code('cooling', 'P3', 10, 'cooling repair', 'reparación de aire acondicionado'),
  elevator: code('elevator', 'P3', 12, 'elevator', 'elevador'),
  access: code('lockout', 'P3', 8, 'key, lock, gate or intercom', 'llave, cerradura, portón o interfón'),
  security: code('security', 'P3', 7, 'security concern', 'asunto de seguridad'),
  pest: code('pest', 'P3', 13, 'pests', 'plagas'),
  structural: code('structural', 'P3', 7, 'building repair', 'reparación del edificio'),
  noise: code('noise', 'P3', 8, 'noise', 'ruido'),
  office: code('general', 'P3', 6, 'billing, leasing or office', 'pagos, contrato u oficina'),
  information: code('general', 'P3', 14, 'question, not a report', 'pregunta, no un reporte'),
  nuisance: code('general', 'P3', 9, 'neighbors or common areas', 'vecinos o áreas comunes'),

  // Circumstances: they raise a problem, and are none by themselves.
  'volunteered-need': code('general', 'P3', 0, 'need the resident volunteered', 'necesidad que mencionó el residente'),
  'freezing-weather': code('general', 'P3', 0, 'freezing weather', 'clima helado'),
  'dangerous-heat': code('general', 'P3', 0, 'dangerous heat', 'calor peligroso'),
  'cold-temperature': code('general', 'P3', 0, 'low temperature', 'temperatura baja'),
  'hot-temperature': code('general', 'P3', 0, 'high temperature', 'temperatura alta'),
  wording: code('general', 'P3', 5, 'the way it is worded', 'la forma en que está dicho'),
  answer: code('general', 'P3', 5, 'an answer the caller gave', 'una respuesta de quien llama'),
  'company-phrase': code('general', 'P3', 5, 'a phrase of the company', 'una frase de la empresa'),
  'chosen-urgency': code('general', 'P3', 4, 'urgency the resident chose', 'urgencia que eligió el residente'),
  'inside-temperature': code('general', 'P3', 0, 'temperature inside is known', 'se sabe la temperatura adentro'),
  'ruled-out': code('general', 'P3', 0, 'mentioned, but ruled out', 'mencionado, pero descartado'),
  'not-recognized': code('general', 'P3', 0, 'nothing recognized yet', 'nada reconocido todavía'),
} as const satisfies Record<string, CodeMeaning>;

export type ReasonCode = keyof typeof CODES;

/** Whether this version of the packs knows the code. */
export function isReasonCode(name: string): name is ReasonCode {
  return Object.hasOwn(CODES, name);
}

/** What a code means, with the optional properties visible. */
export function meaningOf(reasonCode: ReasonCode): CodeMeaning {
  return CODES[reasonCode];
}

/** Somebody depends on heat, power or water more than others do. */
export const VOLUNTEERED_NEED = 'volunteered-need' satisfies ReasonCode;

/** Codes that only raise a problem named by another code. */
export const CIRCUMSTANCES: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  VOLUNTEERED_NEED,
  'freezing-weather',
  'dangerous-heat',
  'cold-temperature',
  'hot-temperature',
  'inside-temperature',
  'ruled-out',
  'not-recognized',
]);

/** The words for every reason code, as screens and documents show them. */
export const REASON_LABELS: Readonly<Record<ReasonCode, BothLanguages>> = Object.fromEntries(
  Object.entries(CODES).map(([name, meaning]) => [name, meaning.label]),
  // `fromEntries` forgets the keys; they are those of CODES by construction.
) as Record<ReasonCode, BothLanguages>;

/** A reason in words. A code stamped by another version of the packs, which this one does not know, stays as it is. */
export function reasonLabel(code: string, language: Language): string {
  return Object.hasOwn(REASON_LABELS, code) ? REASON_LABELS[code as ReasonCode][language] : code; // hasOwn has just said so
}
