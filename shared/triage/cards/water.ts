import { answer, both, card, raises, settles } from './build.ts';

const NEAR_ELECTRICITY = raises(
  'near-electricity',
  'Is the water near a light, an outlet or the breaker panel?',
  '¿El agua está cerca de una luz, un enchufe o el tablero eléctrico?',
  [
    answer('no', 'No', 'No'),
    answer('near', 'Yes', 'Sí', 'P1', 'near-electricity'),
    answer('unknown', 'Cannot tell', 'No se sabe'),
  ],
  {
    about: ['leak', 'water-running', 'water-through-ceiling', 'flooding', 'pipe-burst', 'overflowing', 'sewage'],
    unless: ['near-electricity'],
    isForTechnician: true,
  },
);

export const PLUMBING = card('plumbing', {
  questions: [
    settles(
      'is-water-running',
      'Is water running or spreading right now?',
      '¿El agua está corriendo o extendiéndose en este momento?',
      [
        answer('running', 'Yes, running or spreading', 'Sí, corre o se extiende', 'P1', 'water-running'),
        answer('slow', 'Slowly, a bucket or towel holds it', 'Poco, lo contiene una cubeta o toalla', 'P2'),
        answer('drops', 'Only drops, or only when used', 'Solo gotas, o solo al usarlo', 'P3'),
        answer('stopped', 'No, the water is shut off', 'No, el agua está cerrada', 'P2'),
      ],
      { about: ['leak', 'wording'] },
    ),
    NEAR_ELECTRICITY,
    settles(
      'only-toilet',
      'Is it the only toilet in the unit?',
      '¿Es el único inodoro del apartamento?',
      [
        answer('only', 'Yes, the only one', 'Sí, el único', 'P2', 'only-toilet'),
        answer('another', 'No, there is another', 'No, hay otro', 'P3'),
      ],
      { about: ['toilet-clogged'] },
    ),
    raises(
      'sewage-or-water',
      'Is dirty water or sewage coming back up?',
      '¿Se está regresando agua sucia o del drenaje?',
      [answer('no', 'No', 'No'), answer('sewage', 'Yes', 'Sí', 'P1', 'sewage')],
      { about: ['toilet-clogged', 'only-toilet', 'clog'], unless: ['sewage'] },
    ),
    raises(
      'shut-off-known',
      'Can you reach the shut-off valve?',
      '¿Puede llegar a la llave de paso?',
      [
        answer('closed', 'Yes, and it is closed', 'Sí, y está cerrada'),
        answer('open', 'Yes, still open', 'Sí, sigue abierta'),
        answer('unknown', 'No, or does not know where', 'No, o no sabe dónde está'),
      ],
      { about: ['water-running', 'flooding', 'pipe-burst', 'overflowing'], isForTechnician: true },
    ),
  ],
  advice: [
    both(
      'If you can do it safely, close the valve under the fixture or the main shut-off.',
      'Si puede hacerlo sin peligro, cierre la llave del aparato o la llave de paso principal.',
    ),
    both(
      'Stay out of water that touches outlets, cords or the breaker panel.',
      'No pise el agua que toque enchufes, cables o el tablero eléctrico.',
    ),
    both(
      'Move what you want to keep dry, and put a bucket under the drops.',
      'Aparte lo que no deba mojarse y ponga una cubeta bajo la gotera.',
    ),
  ],
  photos: both('Where the water comes out, and how far it has spread.', 'De dónde sale el agua y hasta dónde llegó.'),
});

export const SEWER = card('sewer', {
  questions: [
    settles(
      'sewage-where',
      'Where does the dirty water come up?',
      '¿Por dónde sale el agua sucia?',
      [
        answer('inside', 'Inside the home', 'Adentro de la casa', 'P1', 'sewage'),
        answer('outside', 'Only outside or in a street drain', 'Solo afuera o en una alcantarilla', 'P2'),
        answer('smell', 'Nowhere, it only smells', 'Por ningún lado, solo huele', 'P3'),
      ],
      { about: ['wording', 'clog', 'sewer-smell'] },
    ),
    NEAR_ELECTRICITY,
    raises(
      'more-than-one-drain',
      'Is it in one drain, or in several?',
      '¿Es en un solo desagüe o en varios?',
      [
        answer('one', 'One', 'Uno'),
        answer('several', 'Several', 'Varios'),
        answer('unknown', 'Does not know', 'No sabe'),
      ],
      { about: ['sewage', 'clog'], isForTechnician: true },
    ),
  ],
  advice: [
    both(
      'Do not use any water or toilet until somebody has looked.',
      'No use agua ni inodoros hasta que alguien lo revise.',
    ),
    both(
      'Keep people and pets away from the dirty water and wash your hands.',
      'Mantenga a personas y mascotas lejos del agua sucia y lávese las manos.',
    ),
  ],
  photos: both('The drain, and the floor around it.', 'El desagüe y el piso alrededor.'),
});
