import type { PackRule } from './pack.ts';

/** Spanish: the textbook's other words for people in danger, break-ins and doors that do not hold (P1). */
export const ES_TEXTBOOK_PEOPLE: readonly PackRule[] = [
  {
    code: 'medical',
    patterns: [
      '(persona|senor|senora|hombre|mujer|vecin[oa]|abuel[oa]|abuelit[oa]|mama|papa|espos[oa]|marido|mujer|hij[oa]|nin[oa]|bebe|companer[oa]|roommate|inquilin[oa]|huesped|conserje|trabajador|plomero|anciano|anciana|alguien|suegr[oa]|herman[oa]|tio|tia|chic[oa]|guardia|portero) (\\w+ ){0,5}(no (responde|reacciona|despierta|se mueve|respira|abre los ojos|tiene pulso|habla)|inconsciente|desmayad[oa]|se desmayo|desplomad[oa]|se desplomo|convuls\\w+|perdio el conocimiento|sangra|sangrando|desangr\\w+|tirad[oa] en|no puede (levantarse|respirar|moverse)|atragant\\w+|infarto|apunalad[oa]|ahogandose|electrocutad[oa])',
      '(perdio el conocimiento|no tiene pulso|no le entra aire|no puede levantarse|labios (\\w+ )?(morados|azules|hinch\\w+)|mucha sangre|sangre por tod[oa]s?|hay sangre|charco de sangre|se corto (las venas|la muneca|el brazo)|se (esta )?desangr\\w+|hueso (de |a)?fuera|boca abajo en la|flotando boca abajo|pidiendo auxilio|(pide|piden|gritan|grita) (auxilio|socorro|ayuda)|auxilio|socorro)',
      '(se (quiere|va a|quieren) (matar|tirar|suicidar|quitar la vida|aventar|lanzar)|no quiere vivir(?! (aqui|en))|quiere morir\\w*|se tomo (\\w+ ){0,3}(pastillas|cloro|veneno|liquido|sarricida|raticida|blanqueador))|(cayo|se cayo|caido) (\\w+ ){0,2}(del|de la|de un|desde) (\\w+ )?(andamio|escalera|techo|azotea|balcon|segundo piso|tercer piso|tejado|barandal|arbol)|(se rompio|se quebro|se fracturo) (\\w+ )?(la pierna|el brazo|la cadera|la muneca|el tobillo|la cabeza)|(mordio|ataco) (\\w+ )?(a )?(mi|una|un|la|el) (\\w+ )?(bebe|nin[oa]|hij[oa]|vecin[oa]|senora|cara)|(agua|aceite) hirviendo (\\w+ ){0,4}(quemad[oa]|pierna|brazo|cara|mano|cayo)|esta de parto|se le vino el bebe|rompio (la )?fuente|reaccion alergica',
    ],
    unless: [
      'elevador|ascensor|boton|teclado|control|app|portal de pagos|termostato|timbre|interfon|correo|mensaje|no respira bien|foco|luz|puerta no|boiler|calentador|pintura|downlight|lampara',
    ],
  },
  {
    code: 'violence',
    patterns: [
      '(con|trae|traen|tiene|tienen|saco|sacaron|porta|lleva) (un |una |el |la )?(\\w+ )?(armas?|pistolas?|cuchillos?|navajas?|machetes?|rifle|escopeta|revolver|palanca|hacha)|navajazos?|cuchillazos?|(apunta|apuntando|apunto) (con|a)|encapuchad[oa]s?|enmascarad[oa]s?|atrinchera\\w*',
      '(pelea|pleito|bronca|rina|golpiza) (\\w+ ){0,5}(sangre|navajas?|cuchillos?|botellas?|golpes|sangra|palos|armas?)|(le|la|lo|les|me|nos) (esta |estan )?(pegando|golpeando|ahorcando|amenazando|acosando|estrangulando|atacando|apunalando|pego|golpearon|empujo|empujaron|amenazo|amenazan|ataco)|(amenaza|amenazando|amenazo|amenazan) (con|de|a|en|de muerte)|(quiere|va a) (matar|quemar|golpear|pegar)\\w*|(me|nos) (siguio|siguieron|viene siguiendo|esta siguiendo|siguen)|desnudo (\\w+ ){0,4}(amenaz\\w+|pasillo|escalera)|(se|esta) (\\w+ )?(masturb\\w+|exhib\\w+)|(no me deja salir|me tiene encerrada|me quito el celular)|(golpea|golpeando|pega|pegando) a (su|mi|la|una|un) (\\w+ )?(mujer|espos[oa]|novia|hij[oa]|nin[oa]|mama|pareja|senora)|disparos?|balaceras?|balazos|tiroteo|casquillos',
    ],
    unless: [
      '(amenaza\\w*) (con )?(demand\\w+|multa\\w*|desaloj\\w+|denunciar|irme|llover|lluvia|cortar\\w*)|cohetes|juguete|pelicula|videojuego|disparo la alarma|se disparo|dispar[oa] (la|el) (alarma|breaker|precio|diferencial|automatico|termica)|(le|me|nos) pego (la corriente|un toque|el sol)|disparos? de (foto|agua)',
    ],
  },
  {
    code: 'intruder',
    patterns: [
      '(alguien|hombre|hombres|tipos?|tio|desconocid[oa]s?|extran[oa]s?|ladron(es)?|rateros?|sujetos?|borracho|encapuchad[oa]s?|mi ex|individuos?|muchachos?|personas?|unos|vandalos) (\\w+ ){0,5}(manipula|manipulando|intenta\\w*|intentando|forcej\\w+|forzando|quiere (abrir|entrar|meterse)|trata de|tratando de|tratan de|brinc\\w+|salt\\w+|trep\\w+|escal\\w+|se (metio|metieron|mete|colo|colaron|esta metiendo)|esta (en|dentro|adentro)|dentro de|adentro de|anda[n]? (en|por)|rompiendo|pateando|empujando) (\\w+ ){0,4}(mi|la|el|nuestr[oa]|casa|cuarto|puerta|ventana|cerradura|barda|patio|azotea|depa|departamento|terraza|balcon|cocina|reja|chapa|sala|bano|habitacion|garaje|cochera|techo)',
      '(se (brincaron|brinco|saltaron|salto|metieron|metio|colaron|colo|treparon)) (\\w+ ){0,3}(barda|reja|muro|casa|patio|departamento|apartamento|depa|cuarto|ventana|azotea|balcon|techo|terraza|porton|garaje|cochera|bodega|sala)|(escucho|oigo|siento|se oyen|se escuchan) (\\w+ ){0,3}(pasos|voces|ruidos|vidrios rotos|gente) (\\w+ ){0,3}(dentro|adentro|en (mi|la) (casa|sala|cocina|azotea))|ganzua|(se metio|entro|entraron) a la fuerza|esta(n)? (forzando|tumbando|pateando|rompiendo) (\\w+ )?(puerta|ventana|cerradura|chapa|reja|porton)|espiando|(siguen|sigue) (ahi )?(adentro|dentro)',
    ],
    unless: [
      '(perro|gato|agua|raton|rata|animal|ratones|murcielago|bebe|nin[oa]|hij[oa]|elevador|ascensor|lluvia|frio|humo|paloma|mapache|abejas|aire|plomero|tecnico|electricista|cerrajero|mensajero|repartidor|pajaro|ardilla|iguana|cucaracha\\w*|hormigas|drenaje)|alberca|piscina|gimnasio',
    ],
  },
  {
    code: 'break-in',
    patterns: [
      '(encontre|encontramos|llegue|llegamos|volvi|regrese|volvimos|regresamos) (\\w+ ){0,7}(puerta (abierta|forzada|rota|tirada|reventada)|chapa (\\w+ )?(suelo|rota|forzada|tirada|piso)|cerradura (forzada|rota)|revuelt[oa]|patas arriba|robad[oa]|vaci[oa]|ventana (rota|abierta|forzada)|candado (roto|cortado))',
      '(puerta|cerradura|chapa|ventana|cristal|candado|reja) (\\w+ ){0,3}(forzad[oa]|reventad[oa]|violentad[oa]|destrozad[oa]|desde fuera|palanquead[oa]) (\\w+ ){0,6}(falta|faltan|robaron|llevaron|cosas|portatil|tele|cajones|adentro|anoche|entraron)|(forzaron|patearon|tumbaron|reventaron|violentaron|rompieron|palanquearon) (\\w+ ){0,3}(puerta|cerradura|chapa|ventana|porton|candado|cristal|reja) (\\w+ ){0,6}(entrar\\w*|robar\\w*|llevaron|sacaron|cosas)|(se llevaron|robaron) (\\w+ ){0,4}(tele|television|computadora|laptop|joyas|portatil|todo|cosas de (mi|la) casa)|(entraron|entro) (\\w+ ){0,5}(revolvieron|mientras (dorm\\w+|cen\\w+|no estab\\w+|trabaj\\w+))|robo en curso|estan robando|nos robaron|me robaron (en|la) casa|revolvieron todo',
    ],
    unless: [
      'carro|coche|auto|troca|camioneta|bici|bicicleta|paquetes?|correo|buzon|moto|mochila|bolso|cartera|celular|(hace|cuando vivia)|pasad[oa]|(en )?(enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)|vivero|bodega|trastero',
    ],
  },
  {
    code: 'cannot-secure',
    patterns: [
      'puerta (\\w+ ){0,3}(principal|de entrada|de la calle|de mi (casa|cuarto|depa|departamento|apartamento|piso)|de la casa|del (depa|departamento|apartamento|piso)|de afuera|trasera|corrediza|de servicio) (\\w+ ){0,4}(no (\\w+ )?(cierra|asegura|traba|tranca|engancha|pega|queda cerrada)|no (\\w+ )?(puedo|se puede|puede|pudo) (cerrar|asegurar)\\w*|sin (chapa|cerradura|seguro|llave)|tirada|desprendid[oa])',
      '(mi|la) (cerradura|chapa) (\\w+ ){0,3}(de (mi|la) (puerta|casa|entrada) )?(\\w+ ){0,2}(falta|se cayo|desaparecio|arrancada|la arrancaron|se salio|esta en el (suelo|piso))|falta la (cerradura|chapa)|(no (puedo|podemos|logro|pude) (cerrar|asegurar|trancar) (\\w+ )?(mi |la )(puerta|casa|ventana de (abajo|la planta baja)))|(ventana|ventanal|corrediza|puerta corrediza) (\\w+ ){0,5}(planta baja|de abajo|del bajo|en el bajo|primer piso|a la calle|al callejon|pie de calle) (\\w+ ){0,5}(no (\\w+ )?(cierra|asegura|traba|tranca)|rot[oa]|sin (vidrio|cristal|seguro)|quebrad[oa])|(planta baja|bajo|pie de calle) (\\w+ ){0,5}(ventana|ventanal|corrediza) (\\w+ ){0,4}(no (\\w+ )?(cierra|asegura|traba)|rot[oa]|sin (vidrio|cristal|seguro)|quebrad[oa])|(cualquiera|cualquier persona) (\\w+ )?(entra|puede entrar|se mete)',
    ],
    unless: [
      '(refrigerador|nevera|refri|closet|bano|gabinete|alacena|horno|lavadora|secadora|carro|coche|microondas|regadera|cajon|armario|ascensor|elevador|alberca|piscina|pileta|bicis|bicicletas|azotea|trastero|bodega|gimnasio|buzon|horno|oven|garaje|cuarto de)|(segundo|tercer|tercero|cuarto|quinto|sexto|septimo|octavo|noveno) piso|del (sexto|quinto|cuarto|tercero)|me quede afuera|cuesta|apretad[oa]|hinchad[oa]',
    ],
  },
  {
    code: 'trapped',
    patterns: [
      '(atrapad[oa]s?|encerrad[oa]s?|atorad[oa]s?|trabad[oa]s?|quedad[oa]s?|metid[oa]s?|varad[oa]s?) (\\w+ ){0,4}(<elevador>|cabina|montacargas|entre (pisos|plantas))|(estoy|estamos|seguimos|esta mi \\w+|llevo|llevamos) (\\w+ ){0,4}(en el|dentro del|adentro del) (<elevador>|montacargas) (\\w+ ){0,6}(no (se mueve|abre|abren|sube|baja|responde)|parad[oa]|detenid[oa]|atorad[oa]|\\d+ minutos|media hora|hora)',
      '(cabina|<elevador>|montacargas|plataforma) (\\w+ ){0,5}(con (\\w+ )?(gente|personas?|pasajer[oa]s?|alguien|ninos?|nin[oa]|hij[oa]|mi \\w+|una \\w+ mayor|nosotros|senora?|pareja|el arriba) (\\w+ )?(dentro|adentro|arriba|atrapad[oa]s?|entre|encerrad[oa]s?)?|entre (plantas|pisos|el \\w+ y el \\w+) (\\w+ ){0,4}con )|no abren las puertas del (elevador|ascensor) (\\w+ )?(estoy|estamos)|no sale del (elevador|ascensor)|entre (pisos|plantas) (\\w+ ){0,4}(con|estoy|estamos|somos)|(mano|brazo|pie|pierna) (\\w+ ){0,3}(prensad[oa]|atrapad[oa]|atorad[oa]) (\\w+ ){0,3}(puertas?|cabina|<elevador>)',
    ],
    unless: [
      'nadie|vaci[oa]|sin (gente|nadie)|que pasa si|ya (salio|salieron|la sacaron|lo sacaron|los sacaron|funciona)|perrito|llavero|paquete|celular|telefono ~ cayo|carrito|ya lo tengo|sin cobertura',
    ],
  },
  {
    code: 'cannot-get-out',
    patterns: [
      '(encerrad[oa]s?|atrapad[oa]s?|trabad[oa]s?|quedamos|me quede|se quedo|encerraron) (\\w+ )?(encerrad[oa]s? |atrapad[oa]s? )?(en|dentro de|adentro de) (el |la |un |una |mi |su )?(\\w+ )?(azotea|aula|bodega|trastero|sotano|terraza|salon|lavanderia|cuarto|bano|cocina|garaje|balcon|recamara|habitacion|gimnasio|sauna|estudio|aseo|vestidor|oficina|patio|escalera)|(saquen(me|nos) (de aqui|del (bano|cuarto|elevador|ascensor|trastero|sotano|garaje))|nadie puede salir|no (abre|abren) (desde|por) (dentro|adentro))',
    ],
    unless: ['elevador|ascensor|gato|perro|olor|humedad|paquete|llaves (quedaron|adentro)|mi celular|agua|calor|raton'],
  },
  {
    code: 'child-alone',
    patterns: [
      '(nin[oa]|bebe|hij[oa]|hijit[oa]|nene|nena|abuel[oa]|abuelit[oa]|herman[oa]|hermanit[oa]|mama|papa|suegr[oa]|gemelit[oa]s?|anciana|anciano|mi chiquit[oa]) (\\w+ ){0,6}(sol[oa] (adentro|dentro|y yo afuera)|encerrad[oa]|(echo|puso|le puso|trabo|cerro) (\\w+ )?(el |la |con )?(cerrojo|pasador|seguro|pestillo|llave)|dentro (del|de la|con) (carro|coche|casa|cuarto|las llaves|bano)|(adentro|dentro) (\\w+ ){0,3}(sol[oa]|llorando|con fiebre|trabada|sin)|no sabe (abrir|quitarlo|quitar))|(trabada|trabo|cerrada|cerro) (\\w+ ){0,5}puerta (\\w+ ){0,5}(nin[oa]|bebe|hij[oa]|gemelit[oa]|abuel[oa]) (\\w+ )?(adentro|dentro)',
    ],
    unless: ['<elevador>|conmigo|afuera con|mudar|bolsas'],
  },
];
