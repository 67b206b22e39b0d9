import { answer, both, card, settles } from './build.ts';

export const HEAT = card('heat', {
  questions: [
    settles(
      'inside-temperature',
      'What is the temperature inside right now?',
      '¿Qué temperatura hay adentro en este momento?',
      [
        answer(
          'cold',
          'Below {coldInsideF} °F ({coldInsideC} °C)',
          'Menos de {coldInsideF} °F ({coldInsideC} °C)',
          'P1',
          'cold-inside',
        ),
        answer('cool', '{coldInsideF} °F or more', '{coldInsideF} °F o más', 'P2'),
        answer(
          'unknown',
          'No thermometer, it feels very cold',
          'Sin termómetro, se siente mucho frío',
          'P1',
          'freezing-inside',
        ),
        answer('mild', 'No thermometer, it is bearable', 'Sin termómetro, es soportable', 'P2'),
      ],
      { about: ['no-heat', 'wording'], unless: ['cold-temperature', 'inside-temperature'] },
    ),
    settles(
      'heat-works',
      'Does the heating work at all?',
      '¿La calefacción funciona algo?',
      [
        answer('none', 'Not at all', 'Nada', 'P2', 'no-heat'),
        answer('some', 'Yes, but poorly, or only a noise', 'Sí, pero mal, o solo hace ruido', 'P3'),
      ],
      { about: ['heating'], unless: ['no-heat'] },
    ),
    settles(
      'heat-whole-unit',
      'Is it one room, the whole unit, or the whole building?',
      '¿Es un cuarto, todo el apartamento o todo el edificio?',
      [
        answer('room', 'One room', 'Un cuarto'),
        answer('unit', 'The whole unit', 'Todo el apartamento'),
        answer('building', 'The whole building', 'Todo el edificio'),
      ],
      { about: ['no-heat'], isForTechnician: true },
    ),
  ],
  advice: [
    both('Do not heat with the stove, the oven or a grill.', 'No se caliente con la estufa, el horno ni un asador.'),
    both('Let a faucet drip if the pipes could freeze.', 'Deje gotear una llave si las tuberías pueden congelarse.'),
    both(
      'Close the doors of rooms you do not need and use blankets.',
      'Cierre los cuartos que no use y abríguese con cobijas.',
    ),
  ],
  photos: both('The thermostat, with its reading.', 'El termostato, con lo que marca.'),
});

export const COOLING = card('cooling', {
  questions: [
    settles(
      'how-hot',
      'How hot is it inside right now?',
      '¿Cuánto calor hace adentro en este momento?',
      [
        answer(
          'dangerous',
          '{hotInsideF} °F ({hotInsideC} °C) or more',
          '{hotInsideF} °F ({hotInsideC} °C) o más',
          'P2',
          'no-cooling',
        ),
        answer('warm', 'Less than {hotInsideF} °F', 'Menos de {hotInsideF} °F', 'P3'),
        answer(
          'unknown',
          'No thermometer, it feels dangerous',
          'Sin termómetro, se siente peligroso',
          'P2',
          'no-cooling',
        ),
      ],
      { about: ['no-cooling', 'wording'], unless: ['hot-temperature'] },
    ),
    settles(
      'water-from-unit',
      'Does the unit drip or leak water?',
      '¿El aparato gotea o tira agua?',
      [answer('no', 'No', 'No'), answer('drops', 'Yes', 'Sí')],
      { about: ['no-cooling', 'cooling'], isForTechnician: true },
    ),
  ],
  advice: [
    both('Switch the unit off if it is iced over or drips.', 'Apague el aparato si tiene hielo o gotea.'),
    both(
      'Drink water, close blinds, and go somewhere cool if anyone feels unwell.',
      'Tome agua, cierre persianas y vaya a un lugar fresco si alguien se siente mal.',
    ),
  ],
  photos: both('The thermostat, and the unit where it drips.', 'El termostato, y el aparato donde gotea.'),
});
