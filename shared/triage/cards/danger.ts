import { answer, both, card, raises, settles } from './build.ts';

/** What a smell that nobody has named yet may be. What cannot be told is gas until somebody knows better. */
export const SMELLS = [
  answer('gas', 'Gas or rotten eggs', 'A gas o a huevo podrido', 'P1', 'gas-odor'),
  answer('burning', 'Burning', 'A quemado', 'P1', 'burning-smell'),
  answer('sewage', 'Sewage', 'A drenaje', 'P3', 'sewer-smell'),
  answer('other', 'Something else', 'A otra cosa', 'P3'),
  answer('unknown', 'Cannot tell', 'No se sabe', 'P1', 'gas-odor'),
];

export const GAS = card('gas', {
  questions: [
    settles('what-smell', 'What does it smell like?', '¿A qué huele?', SMELLS, {
      about: ['strange-smell', 'wording'],
      unless: ['gas-odor'],
    }),
  ],
  // Nothing is read out beside the life-safety text: nobody looks for the cause, opens anything or comes back.
});

export const FIRE = card('fire', {
  questions: [
    settles(
      'alarm-pattern',
      'Is it one short chirp a minute, or a loud alarm that does not stop?',
      '¿Es un pitido corto cada minuto, o una alarma fuerte que no para?',
      [
        answer('alarm', 'A loud alarm', 'Una alarma fuerte', 'P1'),
        answer('chirp', 'One short chirp a minute', 'Un pitido corto cada minuto', 'P3', 'alarm-chirp'),
        answer('stopped', 'It was on and has stopped', 'Sonó y ya paró', 'P1'),
        answer('unknown', 'Cannot tell', 'No se sabe', 'P1'),
      ],
      {
        about: ['fire-alarm', 'carbon-monoxide', 'alarm-chirp', 'wording'],
        unless: ['fire', 'smoke', 'burning-smell', 'co-symptoms'],
      },
    ),
    raises(
      'anyone-sick',
      'Does anyone feel dizzy or sick, or have a headache?',
      '¿Alguien tiene mareo, náusea o dolor de cabeza?',
      [answer('no', 'No', 'No'), answer('sick', 'Yes', 'Sí', 'P1', 'co-symptoms')],
      { about: ['carbon-monoxide', 'alarm-chirp'], unless: ['co-symptoms'] },
    ),
    raises(
      'anything-burning',
      'Is there any smoke, fire or burning smell?',
      '¿Hay humo, fuego u olor a quemado?',
      [answer('no', 'No', 'No'), answer('burning', 'Yes', 'Sí', 'P1', 'smoke')],
      { about: ['fire-alarm', 'alarm-chirp', 'alarm-missing'], unless: ['fire', 'smoke', 'burning-smell'] },
    ),
  ],
});

export const ELECTRICAL = card('electrical', {
  questions: [
    raises(
      'sparks-or-burning',
      'Are there sparks, a burning smell, heat or buzzing?',
      '¿Hay chispas, olor a quemado, calor o zumbido?',
      [
        answer('no', 'No', 'No'),
        answer('sparks', 'Yes, sparks or buzzing', 'Sí, chispas o zumbido', 'P1', 'sparks'),
        answer('burning', 'Yes, heat or a burning smell', 'Sí, calor u olor a quemado', 'P1', 'hot-outlet'),
      ],
      {
        about: ['outlet-or-light', 'partial-power', 'wiring-concern', 'no-power', 'wording'],
        unless: ['sparks', 'burning-smell', 'hot-outlet', 'smoking-device', 'electric-shock'],
      },
    ),
    settles(
      'whole-unit-dark',
      'Is the whole unit without power, or only a part?',
      '¿Todo el apartamento está sin luz, o solo una parte?',
      [
        answer('whole', 'The whole unit', 'Todo el apartamento', 'P2', 'no-power'),
        answer('part', 'Only a part', 'Solo una parte', 'P3'),
        answer('building', 'The whole building or street', 'Todo el edificio o la calle', 'P2', 'no-power'),
      ],
      { about: ['partial-power', 'wording'], unless: ['no-power'] },
    ),
    raises(
      'breaker-tried',
      'Has the breaker been switched off and on once?',
      '¿Ya se apagó y encendió el interruptor una vez?',
      [
        answer('no', 'No', 'No'),
        answer('trips', 'Yes, it trips again', 'Sí, se vuelve a botar'),
        answer('holds', 'Yes, it holds', 'Sí, se mantiene'),
      ],
      {
        about: ['no-power', 'partial-power'],
        unless: ['sparks', 'burning-smell', 'near-electricity'],
        isForTechnician: true,
      },
    ),
  ],
  advice: [
    both(
      'Do not touch the outlet, switch or wire, and keep everyone away from it.',
      'No toque el enchufe, interruptor o cable, y mantenga a todos lejos.',
    ),
    both(
      'Do not go to the breaker panel if the floor is wet or it is hot, buzzing or sparking.',
      'No se acerque al tablero si el piso está mojado o si está caliente, zumba o echa chispas.',
    ),
  ],
  photos: both(
    'The outlet, switch or panel from a safe distance.',
    'El enchufe, interruptor o tablero desde una distancia segura.',
  ),
});
