import type { Translation } from '../../../app/locales/en.ts';
import type { ahead as english } from './text.en.ts';

export const ahead: Translation<typeof english> = {
  title: 'Próximos 14 días',
  nothing:
    'Nada que hacer: cada oficio tiene titular y suplente con número, y todos los recordatorios fueron contestados.',
  remindersOn_one: 'Recordatorio por mensaje 1 hora antes de la guardia.',
  remindersOn_other: 'Recordatorio por mensaje {{count}} horas antes de la guardia.',
  remindersOff: 'No se envían recordatorios antes de la guardia.',
  remindersChange: 'Cambiar',
  decide: 'Aceptar o proveedor',
  accepted: 'Lo sabe {{name}} hasta {{until}}: {{reason}}',
  places: 'En {{places}}.',
  morePlaces: '{{count}} más',
  reminders: 'Recordatorios',
  reminderCounts: '{{confirmed}} confirmados, {{due}} por enviar.',
  reminderOf: '{{trades}}, desde {{from}}',
  reminderState: {
    sent: 'enviado, sin respuesta todavía',
    delivered: 'entregado, sin respuesta todavía',
    failed: 'no llegó: llame a esta persona',
    due: 'todavía no se envía',
    confirmed: 'confirmado',
  },
  confirmed: 'Confirmado por teléfono',
  idle: 'Suplencias sin efecto',
  idleCover:
    'La suplencia de {{name}} en {{duty}} desde {{from}} (la anotó {{by}}) no cambia nada: otra suplencia está por encima, o ya estaba de guardia.',
  settings: 'Recordatorios antes de la guardia',
  settingsMeans:
    'Se envía un mensaje a quien va a estar de guardia y se pide la palabra CONFIRMO como respuesta; OK también sirve si no hay nada más pendiente. Quien no contestó aparece en «Próximos 14 días».',
  isOn: 'Enviar recordatorios',
  hoursBefore: 'Horas antes de la guardia',
  summary_zero: 'Próximos 14 días: todo bien',
  summary_other: 'Próximos 14 días: {{count}}',
  summary_one: 'Próximos 14 días: 1',
};
