import type { PackRule } from './pack.ts';

/** Spanish: people at risk whom nobody calls a repair for, and the plain words for it (P1). */
export const ES_AT_RISK: readonly PackRule[] = [
  {
    code: 'self-harm',
    patterns: [
      '(me |se )(quiero|quiere|voy a|va a) (matar|morir|suicidar|quitar la vida)|(quiero|quiere) (matarme|morirme|matarse|suicidarme|suicidarse|morir)|suicid\\w+',
      'ya no (quiero|quiere|aguanto) (vivir|estar aqui|seguir viviendo)|quitarme la vida|acabar con (mi|su) vida|hacerme dano',
    ],
    unless: ['de (risa|calor|frio|ganas|pena|verguenza|sueno|hambre|aburrimiento)|jaja'],
  },
  {
    code: 'welfare',
    patterns: [
      '(hace|desde hace|llevamos|lleva) (\\w+ )?(dias|semanas|una semana) (que )?(\\w+ ){0,3}(nadie|no) (\\w+ ){0,3}(ve|vemos|veo|ven|sale|contesta|responde|sabemos)',
      '(pide|pidiendo|piden|gritando|grita|gritan) (\\w+ )?(ayuda|auxilio)|(vecin[oa]|senor[a]?|abuel[oa]) ~~ no (contesta|responde|abre) ~~ (dias|semana|preocup\\w+)',
    ],
    unless: ['oficina|administracion|atencion al cliente|correo'],
  },
  {
    code: 'violence',
    patterns: [
      '(se oye|se escucha|oigo|escucho|hay) ~ (pelea|golpes|golpiza) && (bebe|nino|nina|mujer|llorando|gritos|ayuda)',
      '(me|nos) (viene|vino|anda|esta|va) (siguiendo|persiguiendo)|(mi ex|un hombre|un tipo|alguien) ~ (afuera|en la puerta) ~~ (golpeando|pateando|amenaz\\w+)',
    ],
  },
  {
    code: 'break-in',
    patterns: [
      '(encontre|halle|esta|estaba) ~ puerta ~ abierta ~~ miedo (de|a) entrar|(forzaron|forzaban|patearon|tumbaron|reventaron) (\\w+ )?(puerta|cerradura|chapa|ventana|reja)',
    ],
  },
  {
    code: 'co-symptoms',
    patterns: [
      '(nos |me |se )?(sentimos|siento|siente|sienten|pone|ponemos) (\\w+ )?(mal|mareados?|mareadas?|enfermos?|con nausea\\w*) && (calefaccion|calentador|caldera|boiler|estufa|calefactor|generador)',
      '(mareo|mareos|dolor de cabeza|nauseas) && (calefaccion|calentador|caldera|boiler|calefactor|generador)',
    ],
  },
  {
    code: 'medical',
    patterns: [
      '(esta|anda|se ve|se puso) (muy |bien |como )?(confundid[oa]|desorientad[oa]|delirando)|me duele (mucho )?el pecho',
      '(tomo|trago|se tomo|se trago) (\\w+ )?(muchas|demasiadas|un monton de) (pastillas|pildoras)',
    ],
    unless: ['estoy confundid|(factura|recibo|contrato|aviso)'],
  },
  {
    code: 'medical-equipment',
    patterns: ['(se (le |me |nos )?(va a |esta )?(acab\\w+|termin\\w+)|queda poco|ya no hay) (\\w+ )?(el )?oxigeno'],
  },
  {
    code: 'child-alone',
    patterns: [
      '(bebe|nino|nina|hijo|hija) (\\w+ ){0,3}adentro && (estufa|horno|hornilla|vela) (\\w+ )?(prendid[oa]|encendid[oa])',
      '(bebe|nino|nina|hijo|hija) (\\w+ ){0,2}se (encerro|quedo encerrad[oa])',
    ],
  },
  {
    code: 'sparks',
    patterns: [
      '(esta|estan) chispeando (el |la |los |las )?(contacto|enchufe|apagador|toma|tomacorriente|cable|cables|breaker|foco)',
    ],
  },
  {
    code: 'structural-danger',
    patterns: ['(se )?(movio|mueve|esta moviendo|recorrio|vencio|inclino) (la |una |el )?(pared|muro|barda|techo)'],
  },
];
