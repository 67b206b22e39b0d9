import type { PackRule } from './pack.ts';

/** Spanish: the textbook's other words for gas, fire, electricity, water and things coming down (P1). */
export const ES_TEXTBOOK: readonly PackRule[] = [
  {
    code: 'gas-odor',
    patterns: [
      '(huele|huelo|olemos|olor|olorcito|olorcillo|tufo|tufillo|tufito|peste|apesta|hiede|hedor|percib\\w+|oliendo) (\\w+ ){0,4}(gas|butano|propano|mercaptano|glp|gasolina)',
      '(rompi|rompimos|rompio|rompieron|pegue|pegaron|pego|perfor\\w+|pinch\\w+|cort\\w+|taladr\\w+|dan[oa]\\w*|reventaron|revento|parti\\w+) (\\w+ ){0,5}(de|del) gas',
      '(tubo|tuberia|manguera|linea|cano|caneria|conexion|regulador|valvula|medidor|contador|goma) (de |del )?gas (\\w+ ){0,3}(rot[oa]|abiert[oa]|silba|sisea|chifla|sopla|revento|suelt[oa]|pierde|fuga|fugando|suena)',
      '(cilindro|bombona|tanque|garrafa|balon|pipeta|regulador) (\\w+ ){0,4}(silba|sisea|chifla|pierde|fuga|fugando|escapa|sopla|tira gas|silbando|botando)',
      '(hornilla|quemador|perilla|estufa|cocina|horno|parrilla|fogon|hornalla|llave del gas) (\\w+ ){0,3}(abiert[oa]|prendid[oa] sin) (\\w+ ){0,5}(gas|huele|apesta|llama|olor|intoxic\\w+|toda la noche)|gas (\\w+ )?abierto|(se oye|escucho|oigo|se escucha) (\\w+ ){0,3}(escapar|escapando|silbar|salir) (\\w+ )?gas',
      '(no (\\w+ )?(puedo|puede|podemos|se puede) cerrar|no cierra) (la llave del |el )gas|alarma de gas (\\w+ ){0,4}(sonando|suena|pita|activ\\w+)|intoxic\\w+ (\\w+ ){0,3}gas',
    ],
    unless: ['(cuenta|recibo|factura|compania|contrato|contador nuevo)|drenaje|desague|coche|carro'],
  },
  {
    code: 'fire',
    patterns: [
      '(se (\\w+ )?prendio|se (\\w+ )?prendieron|se (\\w+ )?encendio|agarro fuego|agarro lumbre|se (esta )?quem(a|ando)|arde|ardio|arden|esta ardiendo|se (\\w+ )?incendi\\w+|esta prendid[oa]) (\\w+ ){0,3}(cortinas?|toalla|toldo|colchon|sofa|sillon|basura|contenedor|bote|campana|cocina|horno|freidora|sarten|olla|aceite|secadora|cama|sauna|extension|arbolito|arbol|pasto|techo|cuarto|casa|carro|coche|moto|bodega|balcon|terraza|alfombra|ropa|trapo|enchufe|cable|cables|bateria|motor|microondas|lavadora|refri|edificio|piso|pared|ducto|chimenea|regleta)',
      '(cortinas?|toalla|toldo|colchon|sofa|sillon|basura|basurero|contenedor|campana|cocina|horno|freidora|sarten|aceite|secadora|cama|sauna|extension|regleta|carro|coche|moto|bateria|motor|microondas|chimenea|ducto|techo|balcon|alfombra) (\\w+ ){0,4}(se (\\w+ )?prendio|se (\\w+ )?incendi\\w+|prendid[oa]|ardiendo|arde|en llamas|agarro (fuego|lumbre)|se (esta )?quema\\w*|con brasas?|brasa)',
      '(ha )?(prendio|prendido|prendieron) (el |la |un |una |fuego )(\\w+ )?(toldo|toalla|cortina|colchon|sofa|basura|contenedor|carro|casa|puerta|local)|flamazo|llamarada|(hay|veo|cogio|agarro|prendio) candela|candela en|(le prendieron|prendieron) fuego|(quiere|va a|amenaza con) (\\w+ )?(quemar|prender fuego)',
    ],
    unless: [
      'no (\\w+ )?(prendio|prende|enciende|encendio)|foco|bombilla|(se prendio|prendida|prendido|encendio) (\\w+ )?(la luz|el foco|el aire|la tele|sol[oa])|piloto|comida|arroz|tortilla|frijoles|luz|pantalla|olor|huele|lumbre (baja|alta)',
    ],
  },
  {
    code: 'smoke',
    patterns: [
      '(empezo a|esta|sigue) (\\w+ )?(humear|humeando|ahumar|echando humo|sacando humo|botando humo|tirando humo|soltando humo)|(echa|saca|bota|tira|suelta|larga) humo|columna (negra|de humo)|nube (negra|gris)|neblina gris|no se ve (\\w+ ){0,3}(humo|pasillo)|huele a humo|humazo|humarada',
    ],
  },
  {
    code: 'carbon-monoxide',
    patterns: [
      '(alarma|detector|medidor) (\\w+ ){0,2}(co|monoxido) (\\w+ ){0,5}(sonando|suena|activ\\w+|dispar\\w+|pitando|marca|ppm|no para)|\\d+ ppm|(hollin|llama amarilla|flama amarilla) (\\w+ ){0,6}(mare\\w+|nause\\w*|jaqueca|dolor de cabeza|vomit\\w+)|(todos|toda la familia|despertamos) (\\w+ ){0,3}(maread[oa]s|vomitando|con (nauseas|jaqueca|dolor de cabeza|mareo))',
    ],
    unless: ['prueba|bateria|pila|comida|estomago|0 ppm'],
  },
  {
    code: 'fire-alarm',
    patterns: [
      '(detectores|alarmas?|sirenas?|detector) (\\w+ ){0,5}(aull\\w+|sonando|suena sin parar|suenan|a todo volumen|no (se )?callan?|dispar\\w+|se activo|activad\\w+|no (para|paran) de (sonar|pitar))',
    ],
    unless: [
      'carro|coche|auto|moto|pila|bateria|minuto|cada|pitido|prueba|simulacro|reloj|robo|intrus\\w+|ascensor|elevador|gato|temporada|cocin\\w+|celular|policia|de vez en cuando',
      'monoxido|vapor|ducha',
    ],
  },
  {
    code: 'burning-smell',
    patterns: [
      '(huele|huelo|olor|tufo|peste|apesta|oliendo|hiede) (\\w+ ){0,4}(quemad[oa]|chamuscad[oa]|cable quemado|plastico (quemado|derretido)|baquelita|bakelita|goma quemada|electrico|chamusquina|achicharrad[oa])',
    ],
    unless: ['comida|arroz|pan|tortilla|cocin\\w+|vela|incienso|carne|cana|vecino cocin\\w+'],
  },
  {
    code: 'sparks',
    patterns: [
      '(fogonazo|fogonazos|chisporrot\\w+|chispot\\w+|chispazos?|lucecitas (azules|saltando)|arco electrico|chasquidos) (\\w+ ){0,6}(enchufe|contacto|tomacorriente|toma|interruptor|apagador|breaker|panel|tablero|cable|cables|medidor|poste|transformador|diferencial|automatico|caja|regleta|clavija|cuadro)',
      '(enchufe|contacto|tomacorriente|toma|interruptor|apagador|breaker|panel|tablero|cables?|medidor|poste|transformador|diferencial|automatico|regleta|clavija|cuadro|caja de (luz|fusibles|breakers)|mufa|alambre|extension|marquesina) (\\w+ ){0,5}(fogonazo|chisp\\w+|flamazo|tronando|echa lucecitas|explot[oa]|arde|exploto|trono|echando chispas|tira chispas|pega un fogonazo)',
      'cables? (\\w+ ){0,3}(caid[oa]s?|cayo|cayeron|en el suelo|en la banqueta|en la acera|en el piso|reventad[oa]s?|tocando|de alta tension)|(cayo|cayeron|se cayo) (\\w+ ){0,3}(un |el |los )?(cables?|poste)( de (luz|alta tension))?|corto ?circuito',
    ],
    unless: ['wifi|internet|telefono|tele|fibra|cargador|hdmi|coraje|apenas|lluvia fina|lunes|martes|ya lo repusieron'],
  },
  {
    code: 'electric-shock',
    patterns: [
      '(da|dio|dan|dando|pega|pego|hace|recib\\w+|paso|pasa|suelta|solto|pasan|tira|siento|senti) (\\w+ ){0,3}(calambres?|calambrazos?|descargas?|corrientazos?|toques|toque electrico|corriente|hormigueo|chispazo|cosquilleo|sacudon|latigazo)',
      '(hay|tiene|pasa|pasando) (\\w+ )?(corriente|electricidad) (en|por) (el |la |los |las )?(agua|regadera|ducha|grifo|llave|reja|porton|lavadora|refri|nevera|pared|baranda|barandal|metal|puerta)|(quedo|esta|se quedo) (pegad[oa]|electrocutad[oa]) (al|a la|en el) (cable|alambre|poste|cerca|reja)|calambrazo|electrocut\\w+',
    ],
    unless: [
      'pierna|pie|brazo|musculo|estomago|no (me |le )?da corriente|no (hay|llega|pasa) corriente|sin corriente|(puerta|pared|techo|piso|suelo) ~ patadas|patadas (a|en) (la|el|mi|su) (puerta|pared|balon)|a patadas|descargas? (de|del) (inodoro|agua|bano|wc|app|archivo)|no da descarga|corriente de aire',
    ],
  },
  {
    code: 'hot-outlet',
    patterns: [
      '(enchufe|contacto|tomacorriente|toma|interruptor|apagador|breaker|panel|tablero|cable|cables|clavija|regleta|extension|outlet|cargador|pastilla|automatico|cuadro electrico|diferencial) (\\w+ ){0,5}(quema|que quema|ardiendo|derritiendo|derretid[oa]|derritio|fundid[oa]|fundio|chamuscad[oa]|carbonizad[oa]|tostad[oa]|hirviendo|al rojo|humeando|muy caliente|caliente al tocar\\w*|negr[oa]|se quemo)',
      '(tapa|placa|caja) (\\w+ ){0,4}(enchufe|contacto|tomacorriente|interruptor|interruptores|luz|breakers) (\\w+ ){0,4}(derretid[oa]|caliente|negra|doblada|quemada|quema|no se puede tocar)',
    ],
    unless: ['celular|telefono|agua|color negro|foco|bombill[oa]|no (esta )?caliente|cinta'],
  },
  {
    code: 'exposed-wires',
    patterns: [
      '(cables?|alambres?|cableado|barras|conexiones) (\\w+ ){0,4}(pelad[oa]s?|al aire|a la vista|descubiert[oa]s?|expuest[oa]s?|viv[oa]s?|colgando|sin (cinta|aislar|forro))|(cuelga|cuelgan|colgando) (\\w+ ){0,3}(cables?|alambres?)|(enchufe|contacto|tomacorriente|toma|interruptor|apagador|tablero|caja de (luz|breakers)) (\\w+ ){0,4}(colgando|arrancad[oa]|zafad[oa] de la pared|sin tapa ~ (cables?|ninos?))',
    ],
    unless: ['internet|wifi|telefono|tele|tv|antena|alarma|detector|timbre|camara|fibra'],
  },
  {
    code: 'pipe-burst',
    patterns: [
      '(latiguillo|flexo|flexible|tuberia|tubo|cano|caneria|manguera|contador de agua|medidor de agua|bajante|codo|llave de paso|valvula|union|conexion|grifo|llave|boiler|calentador|termo|bidon|tinaco|tanque|cisterna|rotoplas|toma de agua|manguerita|regadera|cespol|montante|sprinkler|aspersor|radiador|calefon|acumulador) (\\w+ ){0,4}(revento|reventad[oa]|reventaron|exploto|explotaron|estallo|se (\\w+ )?zafo|zafad[oa]|se (\\w+ )?solto|se (\\w+ )?partio|partid[oa]|se (\\w+ )?rajo|rajad[oa]|se (\\w+ )?rompio|rot[oa]|se (\\w+ )?quebro|trono|se (\\w+ )?abrio|se (\\w+ )?volo|salto|se vino|se (\\w+ )?safo) (\\w+ ){0,6}(agua|chorro|moja\\w*|inund\\w*|banqueta|suelo|piso|cocina|bano|pared|todo|sale|saliendo|terraza|cuarto|presion|geiser|bana|para)',
      '(latiguillo|flexo|tuberia|tuberias|cano|caneria|contador de agua|medidor de agua|bajante|montante) (\\w+ ){0,3}(revento|reventad[oa]|exploto|estallo|rot[oa]|rompio|partid[oa]|quebro)|(pinch\\w+|taladr\\w+|perfor\\w+|rompi\\w*|pique|picaron|revento|reventaron|exploto) (\\w+ ){0,4}(tuberia|tubo de agua|cano de agua|caneria|montante|flexible)',
    ],
    unless: ['gas|manija|perilla|mango|embellecedor|alcachofa|tapa|escape|luz'],
  },
  {
    code: 'water-running',
    patterns: [
      '(agua|chorro) (\\w+ ){0,4}(a chorros?|a borbotones|a presion|a raudales|sin control|por debajo de la puerta|por (la|las) pared(es)?|por el piso|avanza|se viene|encima|metiendose|hasta (la|el) (pasillo|sala|cuarto|escalera))|(brota|brotando|chorrea|chorreando|a chorros|escupe|dispara|disparando|regando|bana|banando|vaciandose|vacio todo|se vacia|derram\\w+) (\\w+ ){0,5}(agua|pared|piso|suelo|cocina|bano|cuarto|pasillo|todo|calentador|boiler|tanque|techo)',
      '(no doy abasto|no damos abasto|no dan abasto|ya (llene|llevo|llevamos|van) (\\w+ )?(cubetas|baldes|toallas|cubos))|(cubetas?|baldes?|toallas?|cubos?) (\\w+ ){0,3}(no (alcanzan|bastan|dan abasto)|se llenan?)|(no (encuentro|alcanzo|hallo|puedo cerrar|cierra)) (\\w+ ){0,2}llave de (paso|corte)|cascada|catarata|aguacero (\\w+ )?adentro|geiser (en|de|sale)',
      '(lavadora|lavaplatos|lavavajillas|calentador|boiler|tubo|tuberia|manguera|grifo|llave|regadera|inodoro|cisterna|tinaco|pared|lavabo|fregadero|bajante) (\\w+ ){0,5}(chorrea\\w*|saca (un )?chorro|tira (un )?chorro|echa agua|avienta agua|aventando agua|botando agua (por todos|en todo|a)|tirando agua (por todos|en todo|a|sin)|regando agua|sale agua a|vomitando agua|vaciandose)',
    ],
    unless: [
      'no (\\w+ )?(sale|hay|llega|cae|sube) (\\w+ )?agua|poc[oa]|poquit[oa]|hilito|gotita|pasto|jardin|macetas?|maseta|acera|llanto|ruido|se oye|suena|(suben|baja) de precio|descarga|sabor|fria|tibia|color|lodo|turbia|barbacoa',
    ],
  },
  {
    code: 'flooding',
    patterns: [
      '(bodega|sotano|garaje|cochera|pasillo|sala|cuarto|cocina|bano|casa|depa|departamento|apartamento|local|salon|lobby|elevador|foso|escalera|recamara|piso|parqueo|habitacion|patio interior) (\\w+ ){0,4}(llenando(se)? de agua|llen[oa] de agua|anegad[oa]|encharcad[oa]|inundad[oa]|bajo (el )?agua|ahogando|(hecho|hecha|parece|es|como|convertid[oa] en|quedo) (\\w+ )?(una |un )?(alberca|piscina|laguna|rio|lago|pileta|lagunita))',
      '(parquet|muebles|cajas|zapatos|alfombra|colchon) (\\w+ ){0,3}(flotando|nadando|empapad[oa]s?)|agua (\\w+ ){0,4}(hasta (los|las|la|el|mis|mi) (tobillos?|rodillas?|pantorrilla|enchufes?|cama)|llega a (la|los|las) (rodilla|tobillos|pantorrilla))|(dos|tres|cinco|diez|\\d+) (cm|centimetros|dedos) de agua|anegad[oa]|(todo|toda) (\\w+ ){0,3}(anegad[oa]|hech[oa] (un |una )?(rio|alberca|laguna))',
    ],
    unless: ['calle|banqueta|jardin|lavadora (esta )?llena|cubeta llena|tina llena|estacionamiento exterior'],
  },
  {
    code: 'water-through-ceiling',
    patterns: [
      '(llueve|lloviendo|llover|esta lloviendo|nos llueve|cae un aguacero) (\\w+ )?(dentro|adentro|en (mi|la|el) (cuarto|sala|cocina|recamara|bano|depa|casa|pasillo|habitacion))|(del|por el|desde el) (techo|plafon|cielo raso|tragaluz|downlight|falso techo|cubo de luz|claraboya) (\\w+ ){0,4}(chorr\\w+|cascada|agua|cae agua|sale agua|a chorros)',
      '(techo|plafon|cielo raso|tragaluz|claraboya|lampara) (\\w+ ){0,4}(llorando|chorrea\\w*|echa agua|suelta agua|escurre agua|tira agua)|(vecin[oa] de arriba|piso de arriba|de arriba|los de arriba|depa de arriba) (\\w+ ){0,5}(inund\\w+|moja\\w*|cae agua|caer agua|filtra\\w*|chorrea\\w*|nos (llueve|moja))',
    ],
    unless: ['mancha|poquito|cuando llueve|una gota|gotita|cada rato|aire de arriba|balcon|macetas?'],
  },
  {
    code: 'overflowing',
    patterns: [
      '(mingitorio|urinario|plato de ducha|jacuzzi|hidromasaje|vater|retrete|wc|pila|lavadero|tinaco|rotoplas|bidet|lavamanos|poceta|lavaplatos|lavadora|inodoro|tina|banera) (\\w+ ){0,4}(se (esta )?(desbord\\w+|derram\\w+|rebos\\w+|rebals\\w+|rebas\\w+)|desbordad[oa]|derramandose|rebosando|desbordandose|rebalsando|desborda|rebosa|rebalsa|se desbordo)',
      '(tire|jale|baje|solte) (de )?(la )?(cadena|palanca) (\\w+ ){0,3}(se )?(desbord\\w+|derram\\w+|rebos\\w+|salio todo|rebals\\w+)',
    ],
    unless: ['no (se )?(ha )?(desborda|derrama|rebosa|desbordado|derramado)|casi|a punto|basura|bote'],
  },
  {
    code: 'sewage',
    patterns: [
      '(arqueta|registro|fosa|fosa septica|alcantarilla|atarjea|pozo negro|bajante|colector|drenaje|coladera|cloaca|camara septica|tanque septico|resumidero|rejilla|sifon|sumidero|desague) (\\w+ ){0,4}(rebos\\w+|desbord\\w+|revento|se reventaron?|escup\\w+|vomit\\w+|brot\\w+|regurgit\\w+|se (esta )?regres\\w+|devolv\\w+|devuelve|rebals\\w+|borbote\\w+|sube (agua|lodo|mierda|todo)|saca (agua|todo)|sale (agua|lodo|todo))',
      '(rebosa|reboso|rebosando|desborda|desbordo|revento|se revento|regurgita|escupe|vomita|rebalso|rebalsa|se regreso|se regresa|se esta regresando) (\\w+ ){0,3}(arqueta|registro|fosa|alcantarilla|bajante|colector|drenaje|coladera|vater|cloaca|inodoro|excusado|wc|taza)',
      '(vater|inodoro|excusado|taza|poceta|wc|retrete|sanitario) (\\w+ ){0,4}(escup\\w+|vomit\\w+|regurgit\\w+|devolv\\w+|devuelve|se (esta )?regres\\w+|regresando|borbote\\w+ y sube|sube hasta|saca todo)',
      '(lo del (bano|inodoro|vater|excusado)|aguas? fecal(es)?|fecales|agua (sucia|puerca|podrida|cafe|negra)|lodo negro|porqueria|desechos|papel higienico|inmundicia|suciedad del bano|caca|popo) (\\w+ ){0,5}(sale|saliendo|salen|sube|subiendo|brota|brotando|aparece|regresa|regresando|entra|entrando|cayendo|chorrea|tina|ducha|regadera|patio|pasillo|cuarto|por)',
      '(sale|saliendo|sube|subiendo|brota|brotando|aparece|regresa|regresando|entra|entrando) (\\w+ ){0,4}(lo del (bano|inodoro|vater|excusado)|aguas? fecal(es)?|fecales|caca|mierda|popo|porqueria)|(se metio|se mete|entro) (\\w+ )?drenaje|(sale|sube|regresa|salio) todo (por|en) (el|la) (vater|tina|ducha|regadera|coladera|inodoro|taza|lavadora|fregadero)',
    ],
    unless: ['perro|gato|paloma|mascota|olor a|huele a (?!fecal)|bicho\\w*|cucaracha\\w*|de mierda|una mierda'],
  },
  {
    code: 'structural-danger',
    patterns: [
      '(techo|losa|plafon|cielo raso|cornisa|marquesina|muro|pared|barda|balcon|columna|viga|vigas|forjado|entrepiso|tapanco|escalera|porche|terraza|azotea|pilar|fachada|chimenea|andamio|suelo|piso|lamina|laminas|ventanal|lampara|toldo|tejado|voladizo|cubierta) (\\w+ ){0,4}(cediendo|cedio|ceda|se (\\w+ )?desplom\\w+|se (\\w+ )?derrumb\\w+|se (\\w+ )?despeg\\w+|se (esta )?hund\\w+|hundiendo|se (esta )?partiendo|se partio|partid[oa]|a punto de caer\\w*|se va a caer|se (esta )?viene abajo|se vino abajo|se (esta )?cayendo|se cayo|se desprendi\\w+|desprendid[oa]|se vencio|colapso|colapsad[oa]|se (\\w+ )?volo|se abrio|separando(se)?|se esta colgando|colgando|pandeando|tiene una panza|se recargo|se (\\w+ )?bajo|crujiendo|soltando (trozos|pedazos))',
      '(se (\\w+ )?(desplom\\w+|derrumb\\w+|hundio|cayo|vino abajo|desprendio|vencio|partio|volo)|cayo|colapso|cedio) (\\w+ ){0,3}(techo|losa|plafon|cielo raso|cornisa|marquesina|muro|pared|barda|balcon|columna|viga|entrepiso|escalera|porche|terraza|pilar|fachada|chimenea|andamio|ventanal|lampara|tejado|laminas?)',
      '(caen|cayendo|cayeron|se caen|cae|cayo|soltando|desprend\\w+) (\\w+ ){0,3}(pedazos|trozos|cascotes|ladrillos?|bloques|escombros|tejas|concreto|cemento|vidrios) (\\w+ ){0,4}(techo|fachada|balcon|cornisa|losa|acera|banqueta|patio|edificio|entrada|calle|pasillo|encima|sobre|de)|(arbol|palmera|rama|fresno|pino|poste|antena|grua|palo|tronco|eucalipto|ceiba) (\\w+ ){0,5}(cayo|caido|encima|sobre|contra|vencido|recargado|atravesad[oa]) (\\w+ ){0,4}(techo|casa|tejado|tejas|edificio|ventana|carro|coche|balcon|cuarto|barda|cochera|portal|azotea|terraza|porche)|(cayo|callo) (\\w+ )?(arbol|palmera|rama|fresno|pino|poste|antena|palo|tronco) (\\w+ ){0,3}(sobre|encima|en el techo|contra)',
      '(carro|coche|auto|camion|camioneta|troca|autobus|bus|tractor|taxi|moto|trailer) (\\w+ ){0,4}(se (\\w+ )?(empotr\\w+|estrello|metio)|choco|choque|empotrad[oa]|golpeo|tumbo|contra) (\\w+ ){0,3}(portal|casa|edificio|pared|muro|esquina|columna|pilar|fachada|entrada|local|salon|sala|cuarto|lobby|barda|porche|gas)|socavon|se abrio un (hoyo|hueco|agujero)|(grietas?|grieta) (\\w+ ){0,5}(por minutos|creciendo|crece|cada vez|nuevas|cabe (la|mi) mano|se abre|abriendose)',
    ],
    unless: [
      'pintura|persiana|cortina|cuadro|repisa|azulejo|gabinete|mancha|espejo|cortinero|manija|estante|ropa|lluvia|agua|foco|wifi|internet|tapiz|moldura|zocalo|capilar|fina|hilo|polvo',
      'flojo|floja|sin peligro|nada grave|no se cae|hace tiempo|viej[oa] grieta|de gasto',
    ],
  },
];
