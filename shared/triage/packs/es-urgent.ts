import type { PackRule } from './pack.ts';

/** Spanish: danger to people and homes that cannot wait (P1). */
export const ES_URGENT: readonly PackRule[] = [
  {
    code: 'gas-odor',
    patterns: [
      '(huele|huelo|olor|oliendo|olia|olemos|apesta|peste|smell|oler) (mucho |fuerte |bien |muy |como |algo |un poco |raro |feo |horrible |intenso |medio |poquito |bastante |leve |extrano |, )*(a |al |de |como a |como |tipo |of |like )*<gas>',
      '(fuga|escape|perdida|salida|leak|olor|tufo) (\\w+ )?(de |a |del )?(gas|propano|gasolina)|gas leak',
      '(se (esta )?(escapa|escapando|sale|saliendo|fuga|fugando|tira|tirando)) (el |mucho )?gas|(sale|saliendo|escapando|escapa|tirando|botando|perdiendo|pierde) (\\w+ )?gas|gas ~ (escapando|saliendo|fuga|escapa|tirando)',
      'huevos? podridos?|detector de gas ~ <suena>|(sono|suena) ~ detector de gas|(silbido|silba|zumbido|sisea) ~ gas',
      '(olor|huele) ~ gas',
    ],
    unless: ['pan|comida podrida'],
  },
  {
    code: 'fire',
    patterns: [
      'incendio|incendios|incendiando|incendia|incendio|se incendio|llamas|llamarada|llamaradas|en llamas|fuego',
      '(se|esta|estan) (esta |estan )?(quemando|prendiendo fuego|ardiendo)|(se quema|se queman|se prendio|arde|ardiendo) (la |el |algo |un |una |todo )?(cocina|casa|apartamento|edificio|basura|bote|basurero|estufa|horno|cuarto|techo|carro|secadora|pared|sillon|cortina|cama|algo|balcon|contenedor)|prendio fuego|(agarro|esta en) (fuego|lumbre)|lumbre',
      'exploto|explosion',
    ],
    unless: [
      'alarma (de|contra) (incendio|incendios|fuego)(?!.*(hay|humo))',
      '(foco|bombilla|ampolleta) ~ exploto',
      '(olor|huele) ~ quem',
      '(a fuego (lento|bajo|alto))',
      'no ~ llama|(hornilla|quemador|piloto|estufa) ~ (llama|fuego)',
      'tubo|tuberia|caneria|avisan? del? fuego',
    ],
  },
  {
    code: 'smoke',
    patterns: [
      '<humo>|(hay|sale|saliendo|mucho|veo|lleno de|con|huele a) (\\w+ )?smoke(?! (alarm|detector))|ahumando|esta ahumado|humeando|humea',
    ],
    unless: [
      '(detector|detectores|alarma|alarmas|sensor) de humos?(?!.* (hay|mucho|sale|lleno de|con) humo)',
      'humo ~ (cigarro|cigarrillo)|campana ~ humo|vecino ~ humo',
      '(avisan?|aviso) del? (humo|fuego)|(la|el|una|ni) de humos?|(detector(es)?|alarmas?|sensor(es)?|aparatos?) (\\w+ ){0,3}humos?(?!.* (hay|mucho|sale|lleno de|con) humo)',
      'vecino ~ fum',
    ],
  },
  {
    code: 'carbon-monoxide',
    patterns: [
      'monoxido( de carbono)?',
      '(mareo|mareos|mareado|mareada|mareados|nausea|nauseas|dolor de cabeza|duele la cabeza|vomitando) && (calentador|caldera|calefaccion|estufa|boiler|detector|alarma|gas|todos|generador|heater)',
      '(alarma|detector) (de )?co ~ <suena>|co (alarm|detector) ~ <suena>',
    ],
    unlessAnywhere: [
      '(no hay|falta|sin|desconect\\w+|compremos|quitaron) (\\w+ ){0,4}monoxido|monoxido (\\w+ ){0,5}(se cayo|se quebro|no (funciona|sirve)|falta|rot[oa]|desconectad[oa])',
      '(bateria|pila|baterias|pilas|cada (minuto|rato)|instalar|comprar|falta|cambiar|vencid[oa])(?!.*(mare|nause|cabeza))',
    ],
  },
  {
    code: 'fire-alarm',
    patterns: ['<alarma> (\\w+ ){0,5}?<suena>', '<suena> (\\w+ ){0,4}?<alarma>'],
    unlessAnywhere: [
      '(bateria|pila|baterias|pilas|cada (minuto|rato|\\d+)|minuto|de vez en cuando|probar|probe|prueban|arranco|quito|quitaron|beep beep|pitido|prueba|simulacro|carro|coche|reloj|se callo|instalar|falta|cambiar|robo|cocinando|cocino)(?!.*(fuego|humo en))',
      'monoxido',
    ],
  },
  {
    code: 'burning-smell',
    patterns: [
      '(huele|huelo|olor|oliendo|olia|apesta|tufo|smell) (\\w+ ){0,4}?(quemado|quemando|quemada|chamuscado|quemarse|cable quemado|plastico|derretido|humo|burning|goma quemada|electrico|achicharrado|chamusquina)',
      'algo (se )?(esta )?(quema|quemando|derritiendo)|se (esta )?(derrite|derritiendo|derritio)|se esta quemando algo',
    ],
  },
  {
    code: 'smoking-device',
    patterns: [
      '(enchufe|contacto|tomacorriente|toma|interruptor|apagador|breaker|panel|cable|tablero|foco|lampara|outlet) (\\w+ ){0,4}?(humo|humeando|humea)',
      'humo ~~ (enchufe|contacto|tomacorriente|interruptor|apagador|breaker|panel|cable|tablero|outlet)',
    ],
  },
  {
    code: 'sparks',
    patterns: [
      '(chispas|chispa|chispazo|chispazos|chispea|chispeando|chispeo|chisporrotea|chisporroteando|chispero|chisporroteo|sparks|sparking|arcos electricos)',
      '(corto ?circuito|cortocircuito|corto electrico|hizo corto|hay un corto|esta en corto|hace corto)',
      '(enchufe|contacto|breaker|panel|tomacorriente|interruptor|medidor|cable|transformador|outlet) ~ (trono|exploto|tronando|truena|reventando|crepita)',
      'cables? (\\w+ )?(caid[oa]s?|de alta tension ~ cai\\w*)',
    ],
    unless: ['esta chispeando (afuera|la lluvia)|lluvia', 'coraje|saltan los plomos'],
  },
  {
    code: 'electric-shock',
    patterns: [
      '(me|nos|le|les) (dio|da|pego|pega|solto|dan|agarro|tiro|esta dando|ha dado) (\\w+ ){0,3}?(corriente|toque|toques|calambre|calambres|descarga|descargas|corrientazo|choque|electricidad|electrico|shock|un toque)',
      '(descarga|descargas) electricas?|corrientazo|toques electricos|electrocut\\w+|(da|pasa|pasando|tiene|dan|hace) (\\w+ )?(toques|corriente|calambre|calambres|corrientazos)( ~ (tocar|lavadora|refrigerador|llave|regadera|ducha|estufa|pared))',
    ],
  },
  {
    code: 'exposed-wires',
    patterns: [
      'cables? (\\w+ ){0,3}?(pelad[oa]s?|expuest[oa]s?|suelt[oa]s?|colgando|al aire|descubiert[oa]s?|a la vista|viv[oa]s?|quemad[oa]s?|salid[oa]s?)',
      '(alambres?|cableado|instalacion electrica) (\\w+ ){0,3}?(pelad[oa]s?|expuest[oa]s?|colgando|descubiert[oa]s?|al aire)',
    ],
    unless: ['cable (de|del) (internet|tv|telefono)'],
  },
  {
    code: 'hot-outlet',
    patterns: [
      '(enchufe|contacto|tomacorriente|interruptor|apagador|breaker|panel|cable|cables|toma|outlet|pared) (\\w+ ){0,4}?(caliente|calienta|hirviendo|derretid[oa]|quemad[oa]|quemo|ardiendo|derrite|negro|quemados|quemandose|derritio)',
    ],
    unless: ['agua caliente', 'no (calienta|esta caliente)'],
  },
  {
    code: 'near-electricity',
    patterns: [
      '(<agua>|fuga|gotera|goteando|gotea|mojad[oa]|moja|filtracion) ~~ (enchufe|enchufes|contacto|contactos|tomacorriente|tomacorrientes|interruptor|apagador|breaker|breakers|panel|foco|focos|lampara|lamparas|la luz|las luces|una luz|cables?|caja de (luz|breakers|fusibles)|electric[oa]s?|electricidad|medidor|tablero|outlet|light)',
      '(enchufe|contacto|tomacorriente|interruptor|panel|foco|lampara|breaker) (\\w+ ){0,3}?(mojad[oa]|con agua|agua|goteando|gotea|lleno de agua)',
    ],
    unless: [
      '(no hay|sin|no tengo|ni|se fue|tampoco) (\\w+ ){0,3}?(agua|luz)',
      'agua caliente|agua y luz|luz y agua|agua y la luz|calentador',
      'recibo|cuenta|factura',
    ],
  },
  {
    code: 'medical',
    patterns: [
      'no (puedo|puede|podemos) (\\w+ )?respirar|me (ahogo|estoy ahogando)|(necesito|necesitamos|manden|llamen|llame|pidan|una) (\\w+ )?ambulancia|ambulancia',
      'inconsciente|se desmayo|desmayad[oa]|no (responde|reacciona|despierta)|infarto|ataque al corazon|convulsion\\w*|derrame cerebral|(duele|dolor en|dolor de) (el )?pecho|sangrando|sangra mucho|no respira|sobredosis|suicid\\w+|esta (muy )?herid[oa]|de parto|dando a luz|se cayo ~ (no (se )?puede|golpe|herid)|esta mal herid[oa]',
    ],
    unless: [
      'aire acondicionado|elevador|ascensor|cabina|boton|teclado|cerradura|control|termostato|timbre|interfon|app|caldera|panel|pantalla|detector|aparato|aparatos|breaker|en la ambulancia|con la ambulancia|no respira bien',
    ],
  },
  {
    code: 'violence',
    patterns: [
      '(pistola|arma|armado|armados|balazos?|disparos?|tiros|balacera|disparando|cuchillo|navaja|machete|apunalad\\w*|apunalo)',
      '(me|la|lo|nos) (pego|pega|esta pegando|golpeo|golpea|esta golpeando|amenazo|amenaza|esta amenazando|ataco|quiere matar|agredio|quiere pegar|va a matar|esta atacando|asaltaron)',
      'violencia domestica|violacion|(amenaza|aviso) de bomba|(hay|pusieron|dejaron) una bomba|secuestr\\w*|asalto',
    ],
    unless: ['(me|nos|le|les) pego (la )?(corriente|un toque)', 'bomba de agua|silicon'],
  },
  {
    code: 'intruder',
    patterns: [
      '<alguien> (\\w+ ){0,4}?(entrar|entrando|abrir|forzar|forzando|meterse|metiendose|metio|tratando|intentando|queriendo|quiere|intenta|trata|adentro|dentro|pateando|tumbando|brincando|brinco) ?(\\w+ ){0,3}(puerta|ventana|casa|apartamento|cerradura|chapa|departamento|cuarto)?',
      '(pateando|tumbando|forzando|golpeando|rompiendo) (\\w+ )?(puerta|ventana|cerradura|chapa)|intruso|intrusos|(hay|tengo) (un |unos )?(ladron|ladrones|rateros?)|(quieren|quiere|tratan de|intentan|estan tratando de|estan queriendo) (meterse|entrar|abrir|robar|forzar|entrar a robar)',
      '(se (esta |estan )?(meti[oe]\\w*|metiendo|mete)) (\\w+ ){0,3}?(casa|apartamento|departamento|ventana|cuarto|balcon)',
    ],
    unless: [
      '(perro|gato|agua|raton|rata|animal|rat[oa]nes|murcielago|bebe|nino|nina|hij[oa]|elevador|ascensor|lluvia|frio|humo) ',
    ],
  },
  {
    code: 'break-in',
    patterns: [
      '(entraron|se metieron|metieron|entro|se metio) (\\w+ ){0,3}?(robar|robo|ladron|ladrones|rateros)|(me|nos) (robaron|asaltaron|entraron)|robaron (\\w+ ){0,3}?(casa|apartamento|departamento|depa)|robo (a|en|con) (\\w+ )?(casa|apartamento|departamento)|(forzaron|patearon|tumbaron|rompieron|reventaron|violaron|violentaron) (\\w+ ){0,3}?(puerta|cerradura|chapa|ventana|porton|candado|vidrio)|se metieron (a|en) (mi|la|el|nuestro|nuestra)',
    ],
    unless: [
      '(carro|coche|auto|troca|camioneta|bici|bicicleta|paquete|paquetes|correo|buzon|moto)',
      'ratas|ratones|animales|cucarachas|hormigas',
    ],
  },
  {
    code: 'cannot-secure',
    patterns: [
      '<puerta> (\\w+ ){0,7}?(no (\\w+ )?(cierra|cierran|cerrar|asegura|traba|puedo cerrar|se puede cerrar|tranca|pega|agarra)|abierta|tumbada|forzada|reventada|destrozada|caida|violada|pateada)',
      'no (\\w+ ){0,3}?(cerrar|asegurar|trabar|poner (el )?seguro|trancar|cierra|cierra bien) (\\w+ ){0,4}?(puerta|ventana|casa|apartamento|departamento|chapa|cerradura|porton)',
      '(cerradura|chapa|cerrojo|seguro|candado) (\\w+ ){0,6}?(entrada|principal|calle|afuera|frente|apartamento|departamento|casa) (\\w+ ){0,6}?(rot[oa]|quebrad[oa]|descompuest[oa]|danad[oa]|forzad[oa]|no (sirve|cierra|funciona)|reventad[oa])',
      '(rot[oa]|quebrad[oa]|descompuest[oa]|danad[oa]) (\\w+ ){0,3}?(cerradura|chapa|cerrojo) (\\w+ ){0,4}?(entrada|principal|calle|afuera|frente)|(cerradura|chapa) rota ~ puerta (principal|de entrada)',
      '(ventana|ventanas|vidrio|vidrios|cristal|cristales|puerta de vidrio) (\\w+ ){0,5}?(quebro|quebrad[oa]|rompieron|hizo pedazos|hecho pedazos|reventad[oa]|estrellad[oa]|no cierra)|(rompieron|quebraron|rompio|quebro|reventaron) (\\w+ ){0,3}?(ventana|vidrio|cristal|puerta)',
    ],
    unless: [
      '(refrigerador|nevera|refri|closet|bano|gabinete|alacena|horno|lavadora|secadora|carro|coche|cochera remoto|microondas|regadera|cajon|armario|dificil|cuesta)',
      'no (cierra|cierran) (\\w+ )?(llave|agua|grifo|canilla|paso)',
      'me quede afuera|encerrad[oa]|ascensor|elevador|cabina|azotea|bicis|pileta|piscina|alberca|(del|piso) (segundo|tercero|cuarto|quinto|sexto|septimo|octavo|noveno|\\d+)|(segundo|tercer|cuarto|quinto|sexto) piso|no se cae|garaje comunitario|trastero|baranda|hace tiempo|engancha si|cocina',
    ],
  },
  {
    code: 'trapped',
    patterns: [
      '(atrapad[oa]s?|encerrad[oa]s?|atorad[oa]s?|atascad[oa]s?|trabad[oa]s?|quedad[oa]s?|quede|quedo|quedamos|quedaron|stuck|metid[oa]s?) (\\w+ ){0,7}?<elevador>',
      '<elevador> (\\w+ ){0,8}?(con (\\w+ )?(gente|personas?|alguien|ninos?|hij[oa]|mama|nosotros|senora|senor|vecin[oa])|gente|conmigo|(hij[oa]|nin[oa]s?|persona|personas|alguien|senora|mama|esposa|esposo|abuel[oa]|vecin[oa]) (adentro|dentro|atrapad[oa])|adentro|atrapad[oa]s?|encerrad[oa]s?)',
      '(gente|personas?|alguien|nin[oa]s?|hij[oa]|mama|abuel[oa]|vecin[oa]|senora) (\\w+ ){0,4}?(en el|dentro del|adentro del) <elevador>',
    ],
  },
  {
    code: 'cannot-get-out',
    patterns: [
      'no (\\w+ )?(puedo|puede|podemos|pueden) salir( de(l)? (\\w+ )?(casa|apartamento|cuarto|bano|departamento|balcon))?|(encerrad[oa]|atrapad[oa]|trabad[oa]) (\\w+ )?(en|dentro|adentro) (de |del |el |la |mi )*(bano|cuarto|casa|apartamento|balcon|habitacion|recamara|closet|departamento)',
    ],
    unless: ['contrato|carro|coche|estacionamiento|cochera'],
  },
  {
    code: 'child-alone',
    patterns: [
      '<nino> (\\w+ ){0,6}?(sol[oa]s?|solit[oa]s?|encerrad[oa]s?|atrapad[oa]s?) ?(\\w+ ){0,2}(adentro|dentro|casa|apartamento|cuarto|bano|carro)?',
      '(me quede afuera|quede fuera|quedaron las llaves|llaves adentro|puerta se cerro|se cerro la puerta|me quede (\\w+ )?sin llaves|no puedo entrar|locked out|cerro con llave|me cerre) && <nino> (\\w+ ){0,4}?(adentro|dentro|inside|durmiendo|en la cuna|en el (cuarto|apartamento)|sol[oa])',
    ],
    unless: ['<elevador>', '(conmigo|afuera con) '],
  },
  {
    code: 'medical-equipment',
    patterns: [
      '(sin (luz|electricidad|corriente|energia)|no (hay|tengo|tenemos) (luz|electricidad|corriente|energia)|se (fue|corto) la (luz|electricidad|corriente)|no power|apagon|se va la luz) && (oxigeno|dialisis|respirador|ventilador mecanico|cpap|concentrador|equipo medico|maquina (de|para) (\\w+ )?(respirar|dormir|oxigeno|dialisis)|nebulizador|aparato medico|aparatos medicos)',
    ],
  },
];
