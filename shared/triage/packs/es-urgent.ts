import type { PackRule } from './pack.ts';

/** Spanish: what cannot wait (P1), and the circumstances that raise. */
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
      'tubo|tuberia|caneria',
    ],
  },
  {
    code: 'smoke',
    patterns: [
      '<humo>|(hay|sale|saliendo|mucho|veo|lleno de|con|huele a) (\\w+ )?smoke(?! (alarm|detector))|ahumando|esta ahumado|humeando|humea',
    ],
    unless: [
      '(detector|detectores|alarma|alarmas|sensor) de humos?(?!.* (hay|mucho|sale|lleno de|con) humo)',
      'humo ~ (cigarro|cigarrillo)',
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
      '(bateria|pila|baterias|pilas|cada (minuto|rato)|instalar|comprar|falta|cambiar|vencid[oa])(?!.*(mare|nause|cabeza))',
    ],
  },
  {
    code: 'fire-alarm',
    patterns: [
      '<alarma> (\\w+ ){0,5}?<suena>',
      '<suena> (\\w+ ){0,4}?<alarma>',
      '(alarma|alarmas) (de|contra) (incendio|incendios|fuego|humo)',
    ],
    unlessAnywhere: [
      '(bateria|pila|baterias|pilas|cada (minuto|rato|\\d+)|beep beep|pitido|prueba|simulacro|carro|coche|reloj|se callo|instalar|falta|cambiar|robo|cocinando|cocino)(?!.*(fuego|humo en))',
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
    unless: ['aire acondicionado'],
  },
  {
    code: 'violence',
    patterns: [
      '(pistola|arma|armado|armados|balazos?|disparos?|tiros|balacera|disparando|cuchillo|navaja|machete|apunalad\\w*|apunalo)',
      '(me|la|lo|nos) (pego|pega|esta pegando|golpeo|golpea|esta golpeando|amenazo|amenaza|esta amenazando|ataco|quiere matar|agredio|quiere pegar|va a matar|esta atacando|asaltaron)',
      'violencia domestica|violacion|bomba|secuestr\\w*|asalto',
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
      'me quede afuera|encerrad[oa]',
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
      '<nino> (\\w+ ){0,4}?(sol[oa]s?|solit[oa]s?|encerrad[oa]s?|atrapad[oa]s?) ?(\\w+ ){0,2}(adentro|dentro|casa|apartamento|cuarto|bano|carro)?',
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
  {
    code: 'structural-danger',
    patterns: [
      '(techo|pared|muro|balcon|escalera|escaleras|piso|plafon|cielo raso|edificio|terraza|barda|viga|losa|porche|marquesina|yeso|chimenea|barandal|suelo) (\\w+ ){0,5}?(cayo|cayendo|caer|cae|derrumb\\w+|colaps\\w+|hundio|hundiendo|hunde|venir abajo|vino abajo|viniendo abajo|desplom\\w+|desprend\\w+|vencid[oa]|pandead[oa]|pandeando|abombad[oa]|inflad[oa]|se viene)',
      '(cayo|derrumbo|colapso|hundio|desplomo|desprendio|vino abajo|vencio) (\\w+ ){0,3}?(techo|pared|muro|balcon|escalera|piso|plafon|cielo raso|barda|viga|losa|porche|yeso)',
      'derrumbe|arbol (\\w+ ){0,4}?(cayo|caido|encima) (\\w+ ){0,4}?(techo|casa|edificio|ventana|apartamento)?|(cayo|callo) un arbol|(baranda|barandal) del balcon ~ (sueltas?|suelto|floj[oa]|rot[oa])',
    ],
    unless: ['agua (\\w+ ){0,4}?(techo|cae|cayendo)', 'pintura|cuadro|repisa|cortina|persiana|azulejo|gabinete'],
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
      'inund\\w+|(agua|water) (\\w+ ){0,3}?(por todos lados|por todas partes|por todo|en todo|por donde quiera|everywhere|hasta (los tobillos|la rodilla))|(todo|toda) (\\w+ ){0,4}?(mojad[oa]|lleno de agua|llena de agua|encharcad[oa]|bajo el agua|empapad[oa])|(piso|sala|cuarto|cocina|bano|casa|sotano|pasillo|apartamento) (\\w+ ){0,3}?(llen[oa] de agua|encharcad[oa]|empapad[oa]|lleno de water)|charco (grande|enorme|gigante)|flooding|flooded|alberca',
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
    unless: ['mancha(?!.*(got|cae|sale|chorr|escurr))|stain'],
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
      'no deja salir|no baja el agua',
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
      '(congelando|congelamos|congelado|congelada|congelados|helando|helado|helada|helados|me congelo|nos congelamos|heladisimo|bajo cero|congelador|frio (horrible|terrible|insoportable|extremo|espantoso|tremendo|de muerte|brutal)|muriendo de frio|morimos de frio|muero de frio|hielera|titiritando|tiritando)',
    ],
    unless: [
      '(radiador|agua|comida|nevera|refri|refrigerador|ducha|regadera|tubo|tubos|tuberia|aire acondicionado) (\\w+ ){0,3}?(helad[oa]|congelad[oa]|helando|congelando)',
      'ducha|regadera',
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
