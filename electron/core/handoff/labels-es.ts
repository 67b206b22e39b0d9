import type { Labels } from './labels.ts';

/** Usted throughout, as one writes to a manager. */
export const SPANISH: Labels = {
  title: 'Entrega de la mañana',
  practice: 'PRÁCTICA',
  practiceExplained:
    'Ningún mensaje salió de esta computadora: lo que se envió fue a los teléfonos de la pantalla Práctica y Nightdesk no avisó a nadie.',
  partlyPractice: 'EN PARTE PRÁCTICA',
  partlyExplained: (onScreenCount, leftCount) =>
    `${onScreenCount === 1 ? 'Un mensaje fue' : `${onScreenCount} mensajes fueron`} solo a los teléfonos de la pantalla Práctica y no ${onScreenCount === 1 ? 'llegó' : 'llegaron'} a nadie; ${leftCount} ${leftCount === 1 ? 'salió' : 'salieron'} de verdad por una pasarela. Más abajo, cada mensaje de práctica lo dice.`,
  demo: 'EMPRESA DE DEMOSTRACIÓN',
  demoExplained: (leftCount) =>
    `La empresa, su gente y sus números son inventados.${leftCount === 0 ? '' : ` Aun así, ${leftCount === 1 ? 'un mensaje salió' : `${leftCount} mensajes salieron`} de verdad por una pasarela.`}`,
  night: (from, to) => (from === to ? `Noche del ${from}` : `Noche del ${from} al ${to}`),
  desk: (turns) => `Turno de mesa: ${turns}`,
  turn: (name, from, to) => `${name} · de ${from} a ${to}`,
  handedOver: (from, to, when) => `Mesa entregada a las ${when}: de ${from} a ${to}`,
  saidAtHandOver: (name, when, words) => `Dicho cuando ${name} recibió la mesa a las ${when}: ${words}`,
  nobodySignedIn: 'sin nadie en la mesa',
  page: (page, pages) => `Página ${page} de ${pages}`,
  logHead: 'Cabeza del registro',
  generated: (when, version) => `Nightdesk ${version} · hecho el ${when}`,
  continued: 'continuación',
  unprintable:
    'Un signo de interrogación puede ocupar el lugar de un carácter que estas fuentes no tienen; la consola muestra el texto original.',
  days: (days) => `${days} días`,
  late: 'TARDE',
  summary: {
    contacts: (count) => (count === 1 ? 'contacto' : 'contactos'),
    inTime: 'aceptados a tiempo',
    ofAll: (part, all) => `${part} de ${all}`,
    median: 'mediana hasta la aceptación',
    steps: (mostOfOne) => `pasos necesarios, máximo ${mostOfOne} en un caso`,
    triageMarks: (marked, all) =>
      `Marcas del triaje de esta noche: ${marked} de ${all} marcados${marked < all ? ' (consola: Informes, Revisión del triaje)' : ''}.`,
    tier: { P1: 'P1 ahora', P2: 'P2 esta noche', P3: 'P3 mañana' },
  },
  weather: {
    on: (mode, from, to) =>
      `${{ freeze: 'Modo helada', heat: 'Modo calor', off: 'Modo del clima apagado' }[mode]} desde ${from} ${to === null ? 'y hasta el fin de la noche' : `hasta ${to}`}`,
    everywhere: ', en todas partes',
    at: (names, more) => ` en ${names.join(', ')}${more > 0 ? ` y ${more} más` : ''}`,
    byPerson: (name, words) => `. A mano, ${name}: ${words}`,
    byDocument: (degrees, alert, readAt) =>
      `. Por ${degrees === null ? `la alerta “${alert}”` : `el pronóstico de ${degrees} °F`} de las ${readAt}`,
  },
  failures: {
    title: 'Qué falló',
    none: 'Nada: ningún mensaje se perdió ni salió tarde, la pasarela no se cayó, la mesa nunca estuvo a ciegas ni desatendida, toda alarma se oyó y el reloj no cambió.',
    undelivered: (to, when, why, isNotKnown) =>
      `Mensaje para ${to}, ${when}: ${isNotKnown ? 'no se sabe si llegó' : 'no entregado'}. ${why}`,
    waiting: (to, count, since, why) =>
      `${count === 1 ? `Un mensaje para ${to} todavía no había salido, escrito` : `${count} mensajes para ${to} todavía no habían salido, el primero escrito`} ${since}. ${why}`,
    outage: (from, ended, why, lateCount, mostLate) =>
      `Pasarela caída ${from}${ended === null ? ' y sigue caída' : ` a ${ended[0]} (${ended[1]})`}: ${why}. ${
        lateCount === 0
          ? 'Ningún mensaje salió tarde por eso.'
          : lateCount === 1
            ? `Por eso un mensaje salió tarde: ${mostLate}.`
            : `Por eso ${lateCount} mensajes salieron tarde, hasta ${mostLate}.`
      }`,
    late: (count, mostLate) =>
      count === 1 ? `Un mensaje salió tarde: ${mostLate}.` : `${count} mensajes salieron tarde, hasta ${mostLate}.`,
    blind: (from, to, length, why) => `Mesa a ciegas de ${from} a ${to} (${length}). ${why}`,
    unattended: (from, ended, called) =>
      `Mesa desatendida desde ${from}${ended === null ? '' : ` hasta ${ended[0]} (${ended[1]})`}: nadie oyó allí la alarma. ${called === '' ? 'No se pudo escribir a nadie en su lugar.' : `Se escribió en su lugar a ${called}.`}`,
    unheard: (since, called, when) =>
      `Alarma que sonó desde ${since} y que nadie oyó en la mesa. ${called === '' ? 'No se pudo escribir a nadie.' : `Se escribió ${when}: ${called}.`}`,
    clockMoved: (when, length, isForward) =>
      `El reloj de la computadora se ${isForward ? 'adelantó' : 'atrasó'} ${length}, ${when}; los plazos en curso se movieron con él.`,
    tooManyAlarms: (count) =>
      `${count} alarmas en una noche. Más de diez es un hallazgo: se dejan de oír. Revise qué regla o qué hueco las hizo sonar.`,
    alarms: (count) =>
      count === 0 ? 'No sonó ninguna alarma.' : count === 1 ? 'Sonó una alarma.' : `Sonaron ${count} alarmas.`,
  },
  open: {
    title: 'Sigue abierto',
    none: 'No queda nada abierto.',
    item: 'Caso',
    problem: 'Problema y próximo paso',
    age: 'Antigüedad',
    owner: 'Quién lo tiene',
    nobody: 'NADIE',
    since: (when) => `desde ${when}`,
    legend: 'La antigüedad cuenta desde el primer contacto: ! desde 4 días, !! desde 5.5 días.',
  },
  calls: {
    title: 'Llamadas por devolver',
    none: 'No hay llamadas por devolver.',
    who: 'Quién',
    wish: 'Sobre qué',
    received: 'Recibida',
    promised: 'Prometida para',
  },
  queue: {
    title: 'Cola P3, por prioridad',
    none: 'La cola P3 está vacía.',
    item: 'Caso',
    where: 'Dónde y quién',
    problem: 'En palabras del residente',
    enter: 'Puede entrar',
    promised: 'Prometido para',
    permission: { yes: 'Sí', no: 'No', unknown: 'Sin preguntar' },
    noPromise: 'ninguna promesa',
  },
  incidents: {
    title: 'P1 y P2 en detalle',
    none: 'Esta noche no hubo P1 ni P2.',
    why: (tier) => `Por qué ${tier}`,
    answered: 'Respondió',
    answeredAfter: (name, length) => `${name}, a los ${length}`,
    nobody: 'nadie',
    reopened: (when, by) => `reabierto ${when}, después: ${by}`,
    target: 'Meta',
    sla: {
      kept: 'Cumplida',
      missed: 'INCUMPLIDA',
      running: 'En curso',
      none: 'Ninguna: se cerró o se bajó antes de que alguien tuviera que responder',
    },
    outcome: 'Resultado',
    review: '¿Fue correcto el nivel?',
    right: 'Correcto',
    tooHigh: 'Muy alto',
    tooLow: 'Muy bajo',
  },
  responders: {
    title: 'Personal de guardia',
    none: 'No hubo que avisar a nadie.',
    name: 'Nombre',
    notified: 'Avisos',
    answered: 'Respondió',
    declined: 'Rechazó',
    median: 'Respuesta mediana',
    never: 'nunca respondió',
  },
  codes: { title: 'Códigos por cambiar', place: 'Lugar', what: 'Qué código', why: 'Entregado a' },
  categories: {
    plumbing: 'Plomería',
    sewer: 'Drenaje',
    gas: 'Gas',
    fire: 'Fuego, humo, CO',
    electrical: 'Electricidad',
    heat: 'Calefacción',
    cooling: 'Aire acondicionado',
    lockout: 'Sin llaves',
    security: 'Seguridad',
    elevator: 'Elevador',
    appliance: 'Electrodoméstico',
    structural: 'Estructura',
    pest: 'Plagas',
    noise: 'Ruido',
    general: 'General',
  },
};
