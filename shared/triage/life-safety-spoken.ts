import type { BothLanguages, LifeSafetyKind } from '#shared/contract';

/**
 * What the coordinator reads out to a caller in danger, before any question: the fixed text as one says it. A caller hears
 * no headline and holds no text; what must not be misunderstood is that talking to us alerts nobody.
 */
export const LIFE_SAFETY_SPOKEN: Readonly<Record<LifeSafetyKind, BothLanguages>> = {
  gas: {
    en: 'Please get everyone out now. Do not touch any switch, and do not stay on this phone inside: hang up and go. Once you are outside, call 911, then the gas company. Talking to us does not alert 911.',
    es: 'Por favor, salgan todos ahora. No toque ningún interruptor ni siga al teléfono adentro: cuelgue y salga. Ya afuera, llame al 911 y luego a la compañía de gas. Hablar con nosotros no avisa al 911.',
  },
  fire: {
    en: 'Please get everyone out now, close the doors behind you and use the stairs. Once you are outside, call 911 and stay out. Talking to us does not alert 911.',
    es: 'Por favor, salgan todos ahora, cierren las puertas al salir y usen las escaleras. Ya afuera, llame al 911 y no vuelva a entrar. Hablar con nosotros no avisa al 911.',
  },
  co: {
    en: 'Please get everyone out to fresh air now, pets too. Once you are outside, call 911, tell them if anyone feels sick, and stay out. Talking to us does not alert 911.',
    es: 'Por favor, salgan todos al aire libre ahora, también las mascotas. Ya afuera, llame al 911, diga si alguien se siente mal y no vuelva a entrar. Hablar con nosotros no avisa al 911.',
  },
  electric: {
    en: 'Please keep everyone away from it. Do not touch it, or any water near it. If there is fire or smoke, or someone was shocked, get out and call 911. Talking to us does not alert 911.',
    es: 'Por favor, aléjense todos. No lo toque, ni el agua que esté cerca. Si hay fuego o humo, o alguien recibió una descarga, salgan y llame al 911. Hablar con nosotros no avisa al 911.',
  },
  medical: {
    en: 'If anyone is hurt, cannot breathe well or depends on medical equipment that stopped, please hang up and call 911 now. Talking to us does not alert 911.',
    es: 'Si alguien está herido, no respira bien o depende de un equipo médico que se apagó, cuelgue y llame al 911 ahora, por favor. Hablar con nosotros no avisa al 911.',
  },
  danger: {
    en: 'If anyone is in danger, please hang up, call 911 now and go where you are safe. Talking to us does not alert 911.',
    es: 'Si alguien está en peligro, por favor cuelgue, llame al 911 ahora y vaya a un lugar seguro. Hablar con nosotros no avisa al 911.',
  },
  police: {
    en: 'If you can do it safely, please hang up and call 911 now. Stay where you are safe, and do not go in to check. Talking to us does not alert 911.',
    es: 'Si puede hacerlo sin peligro, cuelgue y llame al 911 ahora, por favor. Quédese en un lugar seguro y no entre a revisar. Hablar con nosotros no avisa al 911.',
  },
  trapped: {
    en: 'Please press the alarm or phone button and stay inside. Do not force the doors or climb out. If anyone is hurt or ill, or nobody answers, call 911. Talking to us does not alert 911.',
    es: 'Por favor, oprima el botón de alarma o de teléfono y quédese adentro. No fuerce las puertas ni intente salir. Si alguien está herido o enfermo, o nadie contesta, llame al 911. Hablar con nosotros no avisa al 911.',
  },
  evacuate: {
    en: 'Please get everyone out of that room now and keep others away. If anyone is hurt, or it still moves or creaks, leave and call 911. Talking to us does not alert 911.',
    es: 'Por favor, salgan todos de ese cuarto ahora y que nadie se acerque. Si alguien está herido, o sigue moviéndose o tronando, salgan y llamen al 911. Hablar con nosotros no avisa al 911.',
  },
  welfare: {
    en: 'Please hang up, call 911 now and ask for a welfare check; give them the address and the unit. Please do not go in yourself. Talking to us does not alert 911.',
    es: 'Por favor, cuelgue, llame al 911 ahora y pida que revisen a la persona; dé la dirección y el apartamento. Por favor, no entre usted. Hablar con nosotros no avisa al 911.',
  },
  selfHarm: {
    en: 'If you or someone else is in danger right now, please call 911. Somebody to talk to is there at any hour under the number 988. I am telling a person on our team. Talking to us does not alert 911.',
    es: 'Si usted u otra persona está en peligro ahora, llame al 911, por favor. En el número 988 hay con quién hablar a cualquier hora; para español, oprima 2. Le aviso a una persona de nuestro equipo. Hablar con nosotros no avisa al 911.',
  },
  water: {
    en: 'If it is safe and you know where it is, please close the water valve. Keep away from outlets, lights and cords that are wet, and do not touch sewage. If anyone is in danger, call 911. Talking to us does not alert 911.',
    es: 'Si no hay peligro y sabe dónde está, cierre la llave del agua, por favor. Aléjese de enchufes, luces y cables mojados y no toque aguas negras. Si alguien está en peligro, llame al 911. Hablar con nosotros no avisa al 911.',
  },
  climate: {
    en: 'If anyone is confused, hard to wake or has trouble breathing, please call 911 now. Never heat with an oven, a stove or a grill. Talking to us does not alert 911.',
    es: 'Si alguien está confundido, no despierta bien o respira con dificultad, llame al 911 ahora, por favor. Nunca se caliente con horno, estufa o asador. Hablar con nosotros no avisa al 911.',
  },
};
