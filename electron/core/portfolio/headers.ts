import { foldText } from './natural-key.ts';
import { IMPORT_KINDS, type ImportKind } from './plan-types.ts';

/**
 * Column names as people and property-management programs write them, in English and Spanish. Within a field the
 * earlier name wins when a file has both: AppFolio's "Property" is name and address in one, "Property Name" is better.
 * Names are compared folded: case, accents, spaces, underscores and punctuation do not count.
 */
// biome-ignore format: word lists read as lists
const PHONE = [
  'mobile phone', 'cell phone', 'mobile', 'cell', 'phone', 'phone number', 'phone numbers', 'telephone', 'tel',
  'contact phone', 'primary phone', 'telefono', 'telefono movil', 'celular', 'movil', 'numero de telefono',
] as const;
const LANGUAGE = ['language', 'preferred language', 'lang', 'idioma', 'lengua', 'idioma preferido'] as const;
// biome-ignore format: word lists read as lists
const PROPERTY = [
  'property name', 'property', 'building', 'building name', 'community', 'site', 'propiedad', 'nombre de la propiedad',
  'edificio', 'inmueble',
] as const;
// biome-ignore format: word lists read as lists
const UNIT = [
  'unit number', 'unit name', 'unit', 'unit label', 'unit no', 'apartment', 'apt', 'apt number', 'door', 'label', 'unidad',
  'numero de unidad', 'apartamento', 'departamento', 'depto', 'apto', 'puerta',
] as const;

// biome-ignore format: word lists read as lists
const SYNONYMS = {
  properties: {
    name: [...PROPERTY, 'name', 'nombre'],
    address: [
      'property address', 'address', 'street address', 'property street address 1', 'street address 1', 'address 1',
      'address line 1', 'street', 'direccion', 'domicilio', 'calle',
    ],
    addressLine2: ['property street address 2', 'street address 2', 'address 2', 'address line 2'],
    city: ['property city', 'city', 'town', 'ciudad'],
    state: ['property state', 'state', 'province', 'estado', 'provincia'],
    postalCode: ['property zip', 'zip', 'zip code', 'postal code', 'codigo postal'],
    zone: ['time zone', 'timezone', 'zone', 'tz', 'zona horaria', 'zona', 'huso horario'],
    nightStart: ['night start', 'after hours start', 'after hours from', 'night from', 'inicio de la noche', 'noche desde'],
    nightEnd: ['night end', 'after hours end', 'after hours until', 'night until', 'fin de la noche', 'noche hasta'],
    greetingEn: ['greeting en', 'greeting english', 'english greeting', 'greeting', 'saludo en ingles', 'saludo ingles'],
    greetingEs: ['greeting es', 'greeting spanish', 'spanish greeting', 'saludo en espanol', 'saludo espanol', 'saludo'],
    calledNumber: ['called number', 'maintenance line', 'after hours number', 'numero marcado', 'linea de mantenimiento', ...PHONE],
    shutOff: [
      'shut off', 'shutoff', 'shut off location', 'shut off locations', 'shut offs', 'water shut off', 'main shut off',
      'llave de paso', 'llave de corte', 'valvula de corte',
    ],
    accessNotes: ['access notes', 'access', 'entry notes', 'site notes', 'notas de acceso', 'acceso'],
    emergencyCentre: [
      '911 center', '911 centre', '911 center number', '911 centre number', 'emergency center', 'emergency centre',
      'emergency centre number', 'psap', 'dispatch center', 'centro 911', 'centro de emergencias',
    ],
    coordinates: ['coordinates', 'lat lon', 'lat long', 'latitude longitude', 'gps', 'coordenadas', 'latitud longitud'],
    latitude: ['latitude', 'lat', 'latitud'],
    longitude: ['longitude', 'lon', 'long', 'lng', 'longitud'],
    weatherZone: ['weather zone', 'nws zone', 'forecast zone', 'zona del clima', 'zona meteorologica'],
    group: ['property group', 'group', 'portfolio', 'grupo de propiedades', 'grupo', 'cartera'],
  },
  units: { property: PROPERTY, unit: [...UNIT, 'name', 'nombre'] },
  residents: {
    property: PROPERTY,
    unit: UNIT,
    name: [
      'tenant name', 'tenant', 'primary tenant', 'resident name', 'resident', 'primary resident', 'full name', 'name', 'lessee',
      'inquilino', 'nombre del inquilino', 'residente', 'nombre completo', 'arrendatario', 'nombre',
    ],
    firstName: ['first name', 'given name', 'tenant first name', 'nombre de pila', 'primer nombre'],
    lastName: ['last name', 'surname', 'family name', 'tenant last name', 'apellido', 'apellidos'],
    phone: [
      'tenant mobile phone', 'tenant phone number', 'tenant phone', 'primary tenant phone number', 'resident phone',
      'telefono del inquilino', ...PHONE,
    ],
    language: ['tenant language', ...LANGUAGE],
    needs: ['volunteered needs', 'needs', 'accessibility needs', 'necesidades', 'necesidades comunicadas'],
  },
  responders: {
    name: [
      'responder name', 'responder', 'technician', 'technician name', 'contact name', 'contact', 'full name', 'name', 'vendor name',
      'vendor', 'tecnico', 'nombre completo', 'nombre', 'proveedor',
    ],
    firstName: ['first name', 'given name', 'nombre de pila', 'primer nombre'],
    lastName: ['last name', 'surname', 'family name', 'apellido', 'apellidos'],
    company: ['company name', 'company', 'business name', 'firm', 'empresa', 'compania', 'nombre de la empresa'],
    role: ['role', 'position', 'job title', 'funcion', 'cargo', 'puesto', 'rol'],
    trades: ['vendor trades', 'trades', 'trade', 'specialty', 'skills', 'oficios', 'oficio', 'especialidad', 'especialidades'],
    phone: ['after hours phone', 'emergency phone', 'vendor phone', 'telefono de emergencia', ...PHONE],
    language: LANGUAGE,
    isEmergencyVendor: ['emergency vendor', 'is emergency vendor', 'emergency', 'proveedor de emergencia', 'emergencia', 'emergencias'],
    active: ['active', 'is active', 'activo', 'activa'],
    doNotUse: ['do not use for work order', 'do not use', 'inactive', 'no usar', 'inactivo'],
  },
} as const satisfies Record<ImportKind, Record<string, readonly string[]>>;

export type FieldOf<K extends ImportKind> = keyof (typeof SYNONYMS)[K] & string;

/** Fields without which a row of the kind says nothing; of an inner list any one suffices. */
const REQUIRED: Readonly<Record<ImportKind, readonly (readonly string[])[]>> = {
  properties: [['name']],
  units: [['property'], ['unit']],
  residents: [['property'], ['unit'], ['name', 'lastName', 'firstName']],
  responders: [['name', 'company', 'lastName', 'firstName']],
};

/** A lone name column could head any list; one of these shows that it is this one. */
const TELLING: Readonly<Record<ImportKind, readonly string[]>> = {
  properties: [
    'address',
    'zone',
    'nightStart',
    'calledNumber',
    'shutOff',
    'accessNotes',
    'emergencyCentre',
    'coordinates',
    'latitude',
    'weatherZone',
    'greetingEn',
    'greetingEs',
  ],
  units: ['unit'],
  residents: ['unit'],
  responders: ['phone', 'trades', 'role', 'company', 'isEmergencyVendor'],
};

export type HeaderMap = {
  /** Field to the index of its column. */
  readonly columnOf: ReadonlyMap<string, number>;
  readonly mapping: readonly { readonly column: string; readonly field: string }[];
  readonly unknownColumns: readonly string[];
  /** Required fields, by the first of their names, that no column gives. */
  readonly missing: readonly string[];
};

/** Column name as compared: `Tenant_Phone-Number ` → `tenant phone number`. */
export function foldHeader(name: string): string {
  return foldText(name.replace(/[^\p{L}\p{N}]+/gu, ' '));
}

/** Which column of a header is which field of `kind`. */
export function recogniseHeader(kind: ImportKind, header: readonly string[]): HeaderMap {
  const folded = header.map(foldHeader);
  const fieldAt = new Map<number, string>();
  for (const [field, names] of Object.entries<readonly string[]>(SYNONYMS[kind])) {
    for (const name of names) {
      const at = folded.findIndex((column, index) => column === name && !fieldAt.has(index));
      if (at === -1) continue;
      fieldAt.set(at, field);
      break;
    }
  }
  const fields = new Set(fieldAt.values());
  return {
    columnOf: new Map([...fieldAt].map(([at, field]) => [field, at])),
    mapping: header.flatMap((column, at) => {
      const field = fieldAt.get(at);
      return field === undefined ? [] : [{ column, field }];
    }),
    unknownColumns: header.filter((column, at) => column !== '' && !fieldAt.has(at)),
    missing: REQUIRED[kind].flatMap((anyOf) => (anyOf.some((field) => fields.has(field)) ? [] : anyOf.slice(0, 1))),
  };
}

/** On a tie the kind that asks more comes first; a bare list of names and phones is one of people, not of buildings. */
const KINDS_BY_DEMAND: readonly ImportKind[] = ['residents', 'units', 'responders', 'properties'];

/** What a header lists, or null when it does not show: the kind that explains the most columns. */
export function recogniseKind(header: readonly string[]): ImportKind | null {
  let best: { readonly kind: ImportKind; readonly known: number } | null = null;
  for (const kind of KINDS_BY_DEMAND) {
    const { columnOf, missing } = recogniseHeader(kind, header);
    if (missing.length > 0 || !TELLING[kind].some((field) => columnOf.has(field))) continue;
    if (!best || columnOf.size > best.known) best = { kind, known: columnOf.size };
  }
  return best?.kind ?? null;
}

/** How many names of a record are column names of `kind`, or of the kind they fit best. */
export function scoreHeader(kind: ImportKind | 'auto', cells: readonly string[]): number {
  const kinds = kind === 'auto' ? IMPORT_KINDS : [kind];
  return Math.max(...kinds.map((each) => recogniseHeader(each, cells).columnOf.size));
}
