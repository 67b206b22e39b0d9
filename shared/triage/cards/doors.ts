import { answer, both, card, raises, settles } from './build.ts';

export const LOCKOUT = card('lockout', {
  questions: [
    raises(
      'anyone-inside',
      'Is a child, or someone who cannot help themselves, alone inside?',
      '¿Hay un niño, o alguien que no puede valerse, solo adentro?',
      [answer('no', 'No', 'No'), answer('child', 'Yes', 'Sí', 'P1', 'child-alone')],
      { about: ['locked-out', 'access', 'wording'], unless: ['child-alone'] },
    ),
    raises(
      'stove-on',
      'Was anything left on inside: stove, water, a candle?',
      '¿Quedó algo encendido o abierto adentro: estufa, agua, una vela?',
      [answer('no', 'No', 'No'), answer('on', 'Yes', 'Sí', 'P1', 'left-on-inside')],
      { about: ['locked-out'] },
    ),
    settles(
      'locked-out-now',
      'Can you get into your home tonight?',
      '¿Puede entrar a su casa esta noche?',
      [answer('no', 'No', 'No', 'P2', 'locked-out'), answer('yes', 'Yes', 'Sí', 'P3')],
      { about: ['access'], unless: ['locked-out'] },
    ),
    raises(
      'identity',
      'Can you show an ID, or give the name on the lease and the unit?',
      '¿Puede mostrar una identificación, o dar el nombre del contrato y el apartamento?',
      [
        answer('matches', 'Yes, and it matches', 'Sí, y coincide'),
        answer('no', 'No, or it does not match', 'No, o no coincide'),
      ],
      { about: ['locked-out', 'access'], isForTechnician: true },
    ),
  ],
  advice: [
    both(
      'Wait where it is lit and safe; do not force the door or a window.',
      'Espere en un lugar seguro y con luz; no fuerce la puerta ni una ventana.',
    ),
  ],
  identityRule: both(
    'Nobody is let in before the name on the lease or an ID matches. Read the "do not admit" notes first; when in doubt, the manager decides.',
    'Nadie entra antes de que coincida el nombre del contrato o una identificación. Lea primero las notas de "no admitir"; en duda, decide la gerencia.',
  ),
});

export const SECURITY = card('security', {
  questions: [
    raises(
      'still-there',
      'Is the person still there, or someone hurt?',
      '¿La persona sigue ahí, o hay alguien herido?',
      [
        answer('no', 'No', 'No'),
        answer('there', 'Yes, still there', 'Sí, sigue ahí', 'P1', 'intruder'),
        answer('hurt', 'Yes, someone is hurt', 'Sí, hay un herido', 'P1', 'medical'),
      ],
      { about: ['suspicious-person', 'break-in', 'security', 'wording'], unless: ['intruder', 'violence'] },
    ),
    settles(
      'can-home-be-locked',
      'Can the outside door or window be closed and locked tonight?',
      '¿La puerta o ventana de la calle se puede cerrar con seguro esta noche?',
      [
        answer('no', 'No', 'No', 'P1', 'cannot-secure'),
        answer('other-lock', 'Yes, another lock holds', 'Sí, otro seguro aguanta', 'P2'),
        answer('yes', 'Yes', 'Sí', 'P3'),
      ],
      { about: ['lock-broken', 'wording'], unless: ['cannot-secure'] },
    ),
    raises(
      'police-report',
      'Has the police been called?',
      '¿Ya se llamó a la policía?',
      [answer('yes', 'Yes', 'Sí'), answer('no', 'No', 'No')],
      { about: ['break-in', 'intruder', 'violence', 'suspicious-person'], isForTechnician: true },
    ),
  ],
  advice: [
    both(
      'Stay behind a locked door and do not confront anyone.',
      'Quédese tras una puerta con seguro y no enfrente a nadie.',
    ),
    both('Leave everything as it is for the police.', 'Deje todo como está para la policía.'),
  ],
  photos: both(
    'The lock, door or window, from where you are safe.',
    'La cerradura, puerta o ventana, desde un lugar seguro.',
  ),
});

export const ELEVATOR = card('elevator', {
  questions: [
    settles(
      'anyone-trapped',
      'Is anyone inside the elevator?',
      '¿Hay alguien adentro del elevador?',
      [
        answer('trapped', 'Yes', 'Sí', 'P1', 'trapped'),
        answer('no', 'No', 'No', 'P2'),
        answer('unknown', 'Cannot tell', 'No se sabe', 'P1', 'trapped'),
      ],
      { about: ['elevator-down', 'wording'], unless: ['trapped'] },
    ),
    settles(
      'elevator-runs',
      'Does the elevator still run?',
      '¿El elevador todavía funciona?',
      [answer('yes', 'Yes', 'Sí', 'P3'), answer('no', 'No', 'No', 'P2', 'elevator-down')],
      { about: ['elevator'], unless: ['elevator-down', 'trapped'] },
    ),
    raises(
      'another-elevator',
      'Is there another elevator that works?',
      '¿Hay otro elevador que funcione?',
      [answer('yes', 'Yes', 'Sí'), answer('no', 'No', 'No')],
      { about: ['elevator-down', 'trapped'], isForTechnician: true },
    ),
  ],
  advice: [
    both(
      'Stay inside and press the alarm button. Do not force the doors or climb out.',
      'Quédese adentro y oprima el botón de alarma. No fuerce las puertas ni intente salir.',
    ),
  ],
});
