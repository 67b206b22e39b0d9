import type { BothLanguages, LifeSafetyKind } from '#shared/contract';

/**
 * Fixed first words to a resident in danger, before any question. The company may word them for itself, within
 * what `template-trouble.ts` demands.
 *
 * One segment each, also in Spanish: its words are chosen so that no accent leaves the alphabet of SMS. They never ask to
 * look for the cause, never claim that 911 was called, never promise an arrival. Gas and carbon monoxide say in the first line to stop using the phone inside.
 */
export const LIFE_SAFETY_TEXT: Readonly<Record<LifeSafetyKind, BothLanguages>> = {
  gas: {
    en: 'GAS: get everyone out now. Do not use this phone or any switch inside. Once outside, call 911, then the gas company. This text does not alert 911.',
    es: 'GAS: salgan todos ya. No use este teléfono ni interruptores adentro. Ya afuera, llame al 911 y luego a la empresa de gas. Este mensaje no avisa al 911.',
  },
  fire: {
    en: 'FIRE: get everyone out now, close doors behind you, use the stairs. Once outside, call 911 and stay out. This text does not alert 911.',
    es: 'FUEGO: salgan todos ya, cierren las puertas y usen las escaleras. Ya afuera, llamen al 911 y no entren de nuevo. Este mensaje no avisa al 911.',
  },
  co: {
    en: 'CARBON MONOXIDE: get people and pets out to fresh air now. Once outside, call 911, say if anyone feels sick, and stay out. This text does not alert 911.',
    es: 'GAS VENENOSO (CO): salgan todos, y las mascotas, al aire libre ya. Ya afuera, llamen al 911 y no entren de nuevo. Este mensaje no avisa al 911.',
  },
  electric: {
    en: 'ELECTRICAL DANGER: keep away and touch nothing wet or metal near it. Fire, smoke or someone shocked: get out, call 911. This text does not alert 911.',
    es: 'PELIGRO DE CORRIENTE: nadie se acerque ni toque nada mojado o de metal. Si hay fuego, humo o un herido, salgan y llamen al 911. Este mensaje no avisa al 911.',
  },
  medical: {
    en: 'If anyone is hurt, cannot breathe well or depends on medical equipment that stopped, call 911 now. This text does not alert 911.',
    es: 'Si hay un herido, alguien que no respira bien o que depende de un aparato sin corriente, llame al 911 ya. Este mensaje no avisa al 911.',
  },
  danger: {
    en: 'If anyone is in danger, call 911 now and go where you are safe. This text does not alert 911.',
    es: 'Si alguien corre peligro, llame al 911 ya y vaya a un lugar seguro. Este mensaje no avisa al 911.',
  },
  police: {
    en: 'Call 911 now if you can do it safely. Stay where you are safe and do not go in to check. This text does not alert 911.',
    es: 'Llame al 911 ya si puede hacerlo sin riesgo. Quédese en un lugar seguro y no entre a revisar. Este mensaje no avisa al 911.',
  },
  trapped: {
    en: 'Press the alarm or phone button, stay inside, do not force the doors. Someone hurt or ill, or nobody answers: call 911. This text does not alert 911.',
    es: 'Oprima la alarma del elevador y quédese adentro; no fuerce las puertas. Si hay un herido o nadie contesta, llame al 911. Este mensaje no avisa al 911.',
  },
  evacuate: {
    en: 'Get everyone out of that room and keep others away. If anyone is hurt, or it still moves or creaks, get out and call 911. This text does not alert 911.',
    es: 'Salgan todos de ese cuarto y nadie se acerque. Si hay heridos, o sigue cediendo o tronando, salgan y llamen al 911. Este mensaje no avisa al 911.',
  },
  welfare: {
    en: 'Please call 911 now and ask for a welfare check; give the address and the unit. Do not go in yourself. This text does not alert 911.',
    es: 'Por favor llame al 911 ya y pida que vean a la persona; dé el domicilio y el apartamento. No entre usted. Este mensaje no avisa al 911.',
  },
  selfHarm: {
    en: 'If you or someone else is in danger now, call 911. You can call or text 988 at any hour to talk to someone. This text does not alert 911.',
    es: 'Si usted u otra persona corre peligro, llame al 911 ya. Para hablar con alguien a cualquier hora, llame al 988 y oprima 2. Este mensaje no avisa al 911.',
  },
  water: {
    en: 'If it is safe, close the water valve. Keep away from wet outlets and lights; do not touch sewage. In danger, call 911. This text does not alert 911.',
    es: 'Si puede sin riesgo, cierre la llave del agua. No toque enchufes mojados ni aguas negras. En peligro, llame al 911. Este mensaje no avisa al 911.',
  },
  climate: {
    en: 'If anyone is confused, hard to wake or breathing badly, call 911 now. Never heat with an oven, stove or grill. This text does not alert 911.',
    es: 'Si alguien se ve confundido, no despierta bien o respira mal, llame al 911 ya. No use horno, estufa ni asador para calentar. Este mensaje no avisa al 911.',
  },
};
