import { foldHeader } from '#core/portfolio';

/** Names of columns as people head a rota, in English and Spanish; of several that fit a field the first wins. */
// biome-ignore format: word lists read as lists
const SYNONYMS = {
  startDate: ['start date', 'from date', 'begin date', 'fecha de inicio', 'fecha inicio', 'fecha inicial'],
  endDate: ['end date', 'to date', 'until date', 'fecha de fin', 'fecha fin', 'fecha final', 'fecha de termino'],
  date: ['date', 'day', 'shift date', 'on call date', 'duty date', 'night of', 'fecha', 'dia', 'fecha de guardia', 'noche del'],
  start: [
    'start', 'starts', 'starts at', 'start time', 'start date time', 'start datetime', 'start date and time', 'shift start', 'begin', 'begins',
    'from', 'from time', 'inicio', 'inicia', 'comienzo', 'comienza', 'empieza', 'desde', 'hora de inicio', 'hora inicio', 'hora inicial',
    'fecha y hora de inicio', 'entrada', 'de',
  ],
  end: [
    'end', 'ends', 'ends at', 'end time', 'end date time', 'end datetime', 'end date and time', 'shift end', 'finish', 'to', 'to time', 'until',
    'till', 'fin', 'final', 'termina', 'termino', 'hasta', 'hora de fin', 'hora fin', 'hora final', 'fecha y hora de fin', 'salida', 'a',
  ],
  primary: [
    'primary', 'primary on call', 'on call primary', 'primary tech', 'primary technician', 'first call', 'titular', 'principal', 'primario',
    'guardia principal', 'titular de guardia',
  ],
  backup: [
    'backup', 'back up', 'secondary', 'backup on call', 'on call backup', 'backup tech', 'backup technician', 'secondary on call', 'second call',
    'suplente', 'respaldo', 'secundario', 'reserva', 'guardia suplente',
  ],
  who: [
    'who', 'on call', 'oncall', 'who is on call', 'on call person', 'on duty', 'person', 'name', 'full name', 'technician', 'tech', 'responder',
    'employee', 'assigned to', 'assignee', 'staff', 'contact', 'subject', 'title', 'summary', 'quien', 'persona', 'nombre', 'nombre completo',
    'guardia', 'de guardia', 'tecnico', 'responsable', 'encargado', 'asignado a', 'asignado', 'empleado', 'contacto', 'asunto', 'titulo',
  ],
  trade: ['trade', 'trades', 'specialty', 'skill', 'discipline', 'oficio', 'oficios', 'especialidad'],
  role: ['role', 'on call role', 'shift role', 'primary or backup', 'primary backup', 'level', 'rol', 'funcion', 'titular o suplente', 'nivel'],
  property: ['property', 'property name', 'building', 'community', 'site', 'location', 'propiedad', 'edificio', 'inmueble', 'sitio', 'ubicacion'],
  group: ['property group', 'group', 'portfolio', 'region', 'grupo de propiedades', 'grupo', 'cartera', 'region'],
  phone: [
    'phone', 'mobile', 'cell', 'cell phone', 'mobile phone', 'phone number', 'telephone', 'tel', 'contact phone', 'telefono', 'celular', 'movil',
    'telefono movil', 'numero de telefono',
  ],
  email: ['email', 'e mail', 'email address', 'mail', 'correo', 'correo electronico'],
} as const;

export type Field = keyof typeof SYNONYMS;
export type Columns = ReadonlyMap<Field, number>;

/** Which column of a header is which field. */
export function columnsOf(header: readonly string[]): Columns {
  const folded = header.map(foldHeader);
  const taken = new Set<number>();
  const columns = new Map<Field, number>();
  for (const [field, names] of Object.entries(SYNONYMS) as [Field, readonly string[]][]) {
    // exactly its keys
    for (const name of names) {
      const at = folded.findIndex((column, index) => column === name && !taken.has(index));
      if (at === -1) continue;
      taken.add(at);
      columns.set(field, at);
      break;
    }
  }
  return columns;
}

/** Whether these columns can say who is on and when. */
export function isRota(columns: Columns): boolean {
  return missingIn(columns) === null;
}

/** Which of the two questions no column answers. */
export function missingIn(columns: Columns): 'who' | 'when' | null {
  const has = (...fields: readonly Field[]): boolean => fields.some((field) => columns.has(field));
  if (!has('who', 'primary', 'backup')) return 'who';
  return has('start', 'date', 'startDate') ? null : 'when';
}
