import type { PackRule } from './pack.ts';

/** Spanish: damage and cold that cannot wait (P1), and the circumstances that raise. */
export const ES_DAMAGE: readonly PackRule[] = [
  {
    code: 'structural-danger',
    patterns: [
      '(techo|pared|muro|balcon|escalera|escaleras|piso|plafon|cielo raso|edificio|terraza|barda|viga|losa|porche|marquesina|yeso|chimenea|barandal|suelo) (\\w+ ){0,5}?(cayo|cayendo|caer|cae|derrumb\\w+|colaps\\w+|hundio|hundiendo|hunde|venir abajo|vino abajo|viniendo abajo|desplom\\w+|desprend\\w+|vencid[oa]|pandead[oa]|pandeando|abombad[oa]|inflad[oa]|se viene)',
      '(cayo|derrumbo|colapso|hundio|desplomo|desprendio|vino abajo|vencio) (\\w+ ){0,3}?(techo|pared|muro|balcon|escalera|piso|plafon|cielo raso|barda|viga|losa|porche|yeso)',
      'derrumbe|arbol (\\w+ ){0,4}?(cayo|caido|encima) (\\w+ ){0,4}?(techo|casa|edificio|ventana|apartamento)?|(cayo|callo) un arbol',
    ],
    unless: [
      'agua (\\w+ ){0,4}?(techo|cae|cayendo)',
      'pintura|cuadro|repisa|cortina|persiana|azulejo|gabinete|rampa|(barandal|baranda|escalon|escalones|pasamanos) (\\w+ ){0,5}(desprend\\w+|floj[oa]|hund\\w+)|la casa de mi|en otra ciudad',
    ],
  },
  {
    code: 'sewage',
    patterns: [
      '(aguas? negras?|aguas servidas|aguas residuales|aguas cloacales|caca|mierda|popo|excremento|heces|materia fecal|sewage|agua puerca)',
      '(drenaje|desague|cloaca|cloacas|alcantarilla|coladera|caneria|drain|resumidero|fosa|septico) (\\w+ ){0,5}?(regresa|regresando|regreso|devuelve|devolviendo|devolvio|rebosa|rebosando|reboso|desborda|desbordando|desbordo|saliendo|sale|brota|brotando|sube|subiendo|sacando|vomita|tirando|backing up|backup)',
      '(regresa|regresando|devuelve|devolviendo|sube|subiendo|sale|saliendo|brota) (\\w+ ){0,5}?(drenaje|cloaca|cloacas|coladera|resumidero|desague|alcantarilla)( |$)?',
      '(agua sucia|aguas sucias|agua (\\w+ )?(cafe|apestosa|con caca)) (\\w+ ){0,5}?(sale|saliendo|sube|subiendo|regresa|regresando|brota|brotando|tina|regadera|ducha|coladera|inodoro|excusado)',
    ],
    unless: ['gotea|perro|perros|mascota|olor a (drenaje|caneria)', 'pinche|de mierda|una mierda'],
  },
  {
    code: 'flooding',
    patterns: [
      'inund\\w+|(agua|water) (\\w+ ){0,3}?(por todos lados|por todas partes|por todo|en todo|por donde quiera|everywhere|hasta (los tobillos|la rodilla))|(todo|toda) (\\w+ ){0,4}?(mojad[oa]|lleno de agua|llena de agua|encharcad[oa]|bajo el agua|empapad[oa])|(piso|sala|cuarto|cocina|bano|casa|sotano|pasillo|apartamento) (\\w+ ){0,3}?(llen[oa] de agua|encharcad[oa]|empapad[oa]|lleno de water)|charco (grande|enorme|gigante)|flooding|flooded',
    ],
    unless: ['calle inundada|estacionamiento'],
  },
  {
    code: 'pipe-burst',
    patterns: [
      '<tubo> (\\w+ ){0,4}?<reventado>',
      '<reventado> (\\w+ ){0,4}?<tubo>',
      'rotura de (\\w+ )?(tuberia|tubo|caneria|cano)',
    ],
    unless: [
      '(radiador|caldera|lavadora|boiler|calentador|calefon|termotanque) (\\w+ ){0,3}?(rot[oa]|rompio|quebro|trono)(?!.*agua)',
      'manguera ~ jardin',
    ],
  },
  {
    code: 'water-through-ceiling',
    patterns: [
      '(<agua>|fuga|gotera|goteras|gotea|goteando|filtracion|filtraciones|filtra|gotas|llueve|chorro|leak|leaking) (\\w+ ){0,8}?(techo|techos|plafon|cielo raso|cielorraso|tejado|losa|ceiling|de arriba|vecino de arriba|piso de arriba|departamento de arriba|apartamento de arriba|roof|upstairs)',
      '<techo> (\\w+ ){0,5}?(gotea|goteando|agua|goteras|gotera|chorrea|chorreando|filtra|filtrando|filtracion|escurre|escurriendo|llueve|lloviendo|leaking|liqueando|tira agua|moja|mojando|fuga)',
    ],
    unless: [
      'mancha(?!.*(got|cae|sale|chorr|escurr))|stain|cuando llueve|paro|una gota|aire (de arriba|acondicionado)|minisplit|macetas?',
    ],
  },
  {
    code: 'water-running',
    patterns: [
      '(agua|aguas) (\\w+ ){0,3}?(sale|saliendo|salio|salen|cae|cayendo|cayo|chorrea|chorreando|brota|brotando|entra|entrando|baja|bajando|escurre|escurriendo|derrama|derramando|corre|corriendo|tirando|botando|saliendose|subiendo|metiendo|llego|llegando|leaking|coming)',
      '(sale|saliendo|salio|cae|cayendo|chorrea|chorreando|brota|brotando|entra|entrando|entro|baja|bajando|escurre|escurriendo|derrama|derramando|tira|tirando|bota|botando|corre|corriendo|metiendo|mete|regando|riega|perdiendo|pierde) (\\w+ ){0,4}?<agua>',
      '(fuga|perdida|gotera|filtracion|leak|liqueo|escape) (\\w+ ){0,4}?<grande>|(tremenda|gran|fuerte|enorme|mucha|big|grave) (fuga|perdida|filtracion|leak|gotera)',
      '(fuga|leak|gotera|agua|liqueando|leaking) (\\w+ ){0,5}?(no para|no deja|sin parar|no se detiene|no se cierra|extendiendo|empeorando|por todos|cada vez (mas|peor)|se esta pasando|pasando al|rapido|everywhere|corriendo|sin control)',
      '(no (\\w+ )?(puedo|puede|podemos|se puede|se deja|para|logro) (\\w+ )?(cerrar|parar|detener|apagar)) (\\w+ ){0,3}?(agua|llave|grifo|canilla|regadera|ducha|fuga)|(llave|grifo|canilla|regadera) (\\w+ ){0,3}?(no (\\w+ )?(cierra|se cierra|puedo cerrar|para))( |$)?(?=.*(agua|chorro|sale|tira))',
      '(chorro|chorros|cascada) (de )?(agua|por)|a chorros|agua (a presion|a borbotones)',
    ],
    unless: [
      'no (\\w+ ){0,3}?(sale|entra|cae|llega|baja|corre|hay|tengo|me sale) (\\w+ ){0,2}?agua',
      '(sale|saliendo|salen) (\\w+ ){0,4}?(poca|poquita|fria|helada|tibia|cafe|oxidada|turbia|amarilla|caliente|con poca)',
      'agua (\\w+ )?(sale|esta saliendo|salio) (\\w+ )?(fria|tibia|cafe|turbia|oxidada|amarilla|sucia|con poca|poca|helada)',
      'lavadora no (saca|tira)',
      'agua (no (sale|llega|entra|baja|corre))',
      'aire (acondicionado )?(\\w+ )?(gotea|tira|bota)',
      '(pierde agua|tira agua|pierde) (\\w+ ){0,2}?(abajo|poquita|un poco)',
      '(ducha|cisterna|termotanque|canilla|grifo|llave) pierde',
      'pierde agua abajo',
      'no deja salir|no baja el agua|sabor|con olor|grados|hilito|lodo|torcida|acera|macetas?|minisplit|pasto|se oye|cuando ~ se bana|presion baja',
    ],
  },
  {
    code: 'overflowing',
    patterns: [
      '(desborda|desbordando|desbordo|desbordado|desbordada|rebosa|rebosando|reboso|rebalsa|rebalsando|rebalso|derramando|derramo|se esta tirando|se (esta )?saliendo|overflowing|se salio|rebozando|desbordandose)(?= .*(inodoro|excusado|escusado|taza|toilet|bano|tina|banera|lavabo|fregadero|lavadora|tanque|agua|sanitario|poceta|pileta|drenaje|tinaco|cisterna|sink))',
      '(inodoro|excusado|escusado|taza|toilet|tina|banera|lavabo|fregadero|lavadora|tanque|sanitario|poceta|pileta|tinaco|cisterna|sink) (\\w+ ){0,5}?(desborda|desbordando|desbordo|desbordado|rebosa|rebosando|reboso|rebalsa|rebalsando|rebalso|derramando|derramo|saliendo|sale agua|tirando agua|botando agua|overflowing|desbordandose|overflow|regando)',
    ],
    unless: ['no saliendo|no (desborda|rebosa)|basura|casi'],
  },
  {
    code: 'relief-valve',
    patterns: [
      '(calentador|boiler|caldera|termotanque|calefon|water heater) (\\w+ ){0,5}?(silba|silbando|va a explotar|explotar|vapor|valvula|hirviendo|chilla)',
      'valvula de (presion|seguridad|alivio) (\\w+ ){0,4}?(sale|tira|gotea|vapor|saliendo|tirando|bota)',
    ],
  },
  {
    code: 'freezing-inside',
    patterns: [
      '(congelando|congelamos|congelado|congelada|congelados|helando|helado|helada|me congelo|nos congelamos|heladisimo|bajo cero|(como|parece|es) (un |una )?(congelador|hielera)|frio (horrible|terrible|insoportable|extremo|espantoso|tremendo|de muerte|brutal)|muriendo de frio|morimos de frio|muero de frio|titiritando|tiritando)',
    ],
    unless: [
      '(radiador|agua|comida|nevera|refri|refrigerador|ducha|regadera|tubo|tubos|tuberia|aire acondicionado) (\\w+ ){0,3}?(helad[oa]|congelad[oa]|helando|congelando)',
      'ducha|regadera|boiler|calentador|bano con|helados|congelador ~ hielo|fridge',
    ],
  },
  {
    code: 'freezing-weather',
    patterns: [
      'helada|nevando|nieve|bajo cero|congelando|tormenta de nieve|helando|(frio|helado) afuera|ventisca|freezing|hielo',
    ],
  },
  {
    code: 'volunteered-need',
    patterns: ['<necesidad>'],
    unless: ['ninos (gritan|gritando|corren|corriendo|jugando|juegan)'],
  },
  {
    code: 'dangerous-heat',
    patterns: [
      'ola de calor|calor (insoportable|horrible|extremo|terrible|infernal|tremendo|peligroso|de muerte)|calorón|caloron|golpe de calor|(un|como) (horno|sauna)|asandonos|nos asamos|muriendo de calor|morimos de calor',
    ],
  },
];
