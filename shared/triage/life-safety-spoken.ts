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
};
