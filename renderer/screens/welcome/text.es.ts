import type { Translation } from '../../app/locales/en.ts';
import type { welcome as english } from './text.en.ts';

export const welcome: Translation<typeof english> = {
  hello: '¿Quién vela esta noche?',
  first: 'La mesa que vela con usted',
  firstWords:
    'Nightdesk toma la llamada, juzga qué tan urgente es, despierta a la persona indicada y guarda el registro. Los datos quedan en esta computadora.',
  demo: 'Ver la demostración',
  demoWords:
    'Una compañía inventada con propiedades, residentes y personal de guardia. Los teléfonos se dibujan en pantalla; nada sale.',
  setUp: 'Configurar mi compañía',
  setUpWords:
    'Ahora nombre, zona horaria y su PIN; propiedades y personas después, por importación. En práctica hasta que usted decida.',
  setUpTitle: 'Su compañía',
  company: 'Nombre de la compañía',
  zone: 'Zona horaria de la mesa',
  language: 'Idioma de la mesa',
  yourName: 'Su nombre',
  pin: 'PIN',
  pinNew: 'Su PIN (de 4 a 12 dígitos)',
  pinHint: 'Con él inicia sesión cada noche.',
  begin: 'Empezar',
  back: 'Volver',
  staff: 'Personal',
  signIn: 'Iniciar sesión',
  demoPin: 'PIN {{pin}}',
  demoPins: 'Demostración: los PIN se muestran aquí.',
  pinAgain: 'PIN otra vez',
  pinShow: 'Mostrar',
  pinHide: 'Ocultar',
  problem: {
    nameMissing: 'La compañía necesita un nombre.',
    yourNameMissing: 'Hace falta su nombre: cada acto de la noche lleva uno.',
    pinWrong: 'Un PIN tiene de 4 a 12 dígitos, nada más.',
    pinDiffers: 'Los dos PIN no son iguales.',
  },
  working: 'Un momento…',
  version: 'Nightdesk {{version}}',
};
