import { answer, both, card, raises, settles } from './build.ts';
import { SMELLS } from './danger.ts';

export const APPLIANCE = card('appliance', {
  questions: [
    raises(
      'appliance-burning',
      'Is there smoke, a burning smell, sparks or a smell of gas?',
      '¿Hay humo, olor a quemado, chispas u olor a gas?',
      [
        answer('no', 'No', 'No'),
        answer('burning', 'Smoke or burning', 'Humo o quemado', 'P1', 'smoking-device'),
        answer('sparks', 'Sparks', 'Chispas', 'P1', 'sparks'),
        answer('gas', 'Gas', 'Gas', 'P1', 'gas-odor'),
      ],
      { about: ['appliance', 'wording'], unless: ['smoke', 'burning-smell', 'sparks', 'gas-odor', 'smoking-device'] },
    ),
    settles(
      'appliance-water',
      'Is water running or spreading right now?',
      '¿El agua está corriendo o extendiéndose en este momento?',
      [
        answer('running', 'Yes', 'Sí', 'P1', 'water-running'),
        answer('slow', 'A little, it can be held', 'Poco, se puede contener', 'P2'),
        answer('stopped', 'No, it stopped when it was switched off', 'No, paró al apagarlo', 'P3'),
      ],
      { about: ['leak'] },
    ),
    raises(
      'medicine-in-refrigerator',
      'Is there medicine in the refrigerator that must stay cold?',
      '¿Hay medicinas en el refrigerador que deban mantenerse frías?',
      [answer('no', 'No', 'No'), answer('medicine', 'Yes', 'Sí', 'P2', 'refrigerated-medicine')],
      { about: ['refrigerator'], unless: ['refrigerated-medicine'] },
    ),
    raises(
      'appliance-model',
      'Whose appliance is it?',
      '¿De quién es el aparato?',
      [
        answer('company', 'It came with the unit', 'Venía con el apartamento'),
        answer('own', 'The resident’s own', 'Es del residente'),
      ],
      { about: ['appliance', 'refrigerator'], isForTechnician: true },
    ),
  ],
  advice: [
    both('Switch it off and do not use it until it was looked at.', 'Apáguelo y no lo use hasta que lo revisen.'),
  ],
  photos: both('The appliance, and the label with its model.', 'El aparato, y la etiqueta con el modelo.'),
});

export const STRUCTURAL = card('structural', {
  questions: [
    settles(
      'could-it-fall',
      'Could it fall or give way under someone?',
      '¿Podría caerse o ceder con alguien encima?',
      [
        answer(
          'falling',
          'Yes, parts come down or it sags',
          'Sí, caen partes o está vencido',
          'P1',
          'structural-danger',
        ),
        answer('loose', 'It is loose, nobody needs to go there', 'Está flojo, nadie tiene que pasar', 'P2'),
        answer('no', 'No', 'No', 'P3'),
      ],
      { about: ['unsafe-structure', 'wording'], unless: ['structural-danger'] },
    ),
    raises(
      'wet-structure',
      'Is water coming through it?',
      '¿Está entrando agua por ahí?',
      [
        answer('no', 'No, it is dry or only a stain', 'No, está seco o es solo una mancha'),
        answer('coming', 'Yes', 'Sí', 'P1', 'water-through-ceiling'),
      ],
      { about: ['structural'], unless: ['water-through-ceiling', 'water-running', 'leak'] },
    ),
  ],
  advice: [both('Keep everyone away from under and beside it.', 'Mantenga a todos lejos de ahí, abajo y a los lados.')],
  photos: both(
    'The damage from a few steps away, and close up only if it is safe.',
    'El daño desde unos pasos, y de cerca solo si es seguro.',
  ),
});

export const PEST = card('pest', {
  questions: [
    raises(
      'pest-where',
      'What is it, and in which rooms?',
      '¿Qué es, y en qué cuartos?',
      [
        answer('insects', 'Insects', 'Insectos'),
        answer('rodents', 'Rodents', 'Roedores'),
        answer('bedbugs', 'Bed bugs', 'Chinches'),
        answer('wild', 'A wild animal inside', 'Un animal salvaje adentro', 'P2', 'animal-inside'),
      ],
      { isForTechnician: true },
    ),
  ],
  photos: both('What you saw, and where.', 'Lo que vio, y dónde.'),
});

export const NOISE = card('noise', {
  questions: [
    raises(
      'noise-danger',
      'Does it sound as if somebody is being hurt?',
      '¿Suena como si estuvieran lastimando a alguien?',
      [answer('no', 'No', 'No'), answer('hurt', 'Yes', 'Sí', 'P1', 'violence')],
      { about: ['noise', 'nuisance', 'wording'], unless: ['violence'] },
    ),
  ],
});

export const GENERAL = card('general', {
  questions: [
    raises(
      'what-is-wrong',
      'What is wrong?',
      '¿Qué está pasando?',
      [
        answer('water', 'Water where it should not be', 'Agua donde no debe', 'P2', 'leak'),
        answer('power', 'Power or light', 'Luz o electricidad', 'P3', 'partial-power'),
        answer('climate', 'Too cold or too hot', 'Mucho frío o calor', 'P2', 'no-heat'),
        answer('door', 'Door, lock or key', 'Puerta, cerradura o llave', 'P2', 'lock-broken'),
        answer('smell', 'A smell, smoke or an alarm', 'Un olor, humo o una alarma', 'P2', 'strange-smell'),
        answer('person', 'Someone is hurt or in danger', 'Alguien está herido o en peligro', 'P1', 'person-in-danger'),
        answer('other', 'Something else, it can wait', 'Otra cosa, puede esperar', 'P3'),
      ],
      { about: ['not-recognized'] },
    ),
    settles('what-smell', 'What does it smell like?', '¿A qué huele?', SMELLS, {
      about: ['strange-smell'],
      unless: ['gas-odor'],
    }),
    raises(
      'how-bad',
      'Is it getting worse, or can it wait until morning?',
      '¿Está empeorando, o puede esperar a la mañana?',
      [answer('worse', 'Getting worse', 'Está empeorando', 'P2'), answer('waits', 'It can wait', 'Puede esperar')],
      { about: ['wording'] },
    ),
  ],
});
