import type { PackRule } from './pack.ts';

/** Spanish: other words, regional ones among them, for what must be seen to tonight (P2). */
export const ES_TONIGHT_MORE: readonly PackRule[] = [
  {
    code: 'no-power',
    patterns: [
      '(casa|departamento|depa|apartamento|piso|edificio|vivienda|unidad|torre|bloque|residencia|todo|toda|todos|estamos|quedamos|seguimos|me quede|cabana|local) (\\w+ ){0,5}(a oscuras|sin (luz|electricidad|corriente|suministro|energia)|todo negro|en tinieblas)|no (tiene|tenemos|tengo|hay) (\\w+ )?(electricidad|corriente|suministro electrico|energia)|(salto|saltado|salta|dispar\\w+|bota|boto|brinco) (\\w+ ){0,3}(general|diferencial|principal|magnetotermico|automatico general|termica general) (\\w+ ){0,6}(no (se )?(rearma|sube|aguanta|queda)|todo|casa|vivienda|a oscuras)|(diferencial|general|automatico general|pastilla principal|termica general|breaker principal|magnetotermico principal) (\\w+ ){0,4}(no (se )?(rearma|sube|aguanta|queda)|disparad[oa]|se (baja|bota|cae))|(se (\\w+ )?(cayo|fue)) (\\w+ )?(una |la )?fase|sin suministro electrico|apagon',
    ],
    unless: [
      'programad[oa]|aviso|ya (volvio|regreso)|diez minutos|foco|un cuarto|cuarto de bano|escalera|pasillo|estacionamiento|media casa',
    ],
  },
  {
    code: 'locked-out',
    patterns: [
      '(se (me |le |nos )?(cerro|bloqueo|trabo)|hizo clac|cerro) (\\w+ ){0,4}(puerta|corredera|porton) (\\w+ ){0,8}(llaves?|afuera|fuera|adentro|dentro|pijama|celular|sali)|(sali|salio|baje|bajo) (\\w+ ){0,8}(se (me|le|nos) (cerro|quedo|quedaron))|(estoy|estamos|sigo|seguimos|quede|quedamos|me dejaron|esperando|ando) (\\w+ ){0,3}(en la calle|afuera|fuera|en el pasillo|en el portal|en la banqueta|abajo) (\\w+ ){0,8}(llaves?|codigo|tarjeta|teclado|puerta|portal|entrar|fob|app|porton)?',
      '(codigo|tarjeta|teclado|app|huella|llavero|fob|lector|clave|pulsera) (\\w+ ){0,5}(no (\\w+ )?(funciona|abre|lee|acepta|reconoce|sirve|responde|la reconoce)|muert[oa]|bloquead[oa]|rechaz\\w+) (\\w+ ){0,7}(calle|afuera|fuera|entrar|habitacion|cuarto|portal|puerta|abajo|abre|residentes|vecinos|cerradura|piso)|(no puede|no podemos|no pueden|no puedo) entrar|necesito entrar|no gira la llave|(llave|llaves) (\\w+ ){0,4}(no (gira|abre|entra)|se (fue|fueron|llevo|quedaron?) |partid[oa]|rota)|ninguna llave|(recepcion cerrada) (\\w+ ){0,4}(no abre|entrar)|necesito (un )?cerrajero',
      'porton (\\w+ ){0,3}(se trabo|no abre|atorado|trabado|no se abre) (\\w+ ){0,6}(coche|carro|carros|calle|salir|entrar|adentro|vecinos)',
    ],
    unless: [
      'buzon|gimnasio|alberca|bodega|portal de (pagos|residentes)|cuenta|aplicacion de pagos|nevera|lavadora|estoy (afuera|fuera) (de|todo)|cuanto cuesta|copia|trabajo|viaje|de vacaciones|fuga|fuego|humo|gas',
    ],
  },
  {
    code: 'elevator-down',
    patterns: [
      '(<elevador>|ascensores|elevadores|montacargas|cabina|salvaescaleras) (\\w+ ){0,5}(muert[oa]s?|sin servicio|bloquead[oa]|no (\\w+ )?(arranca|responde|reacciona|sube|baja|funciona|se mueve|viene|contesta)|parad[oa]|detenid[oa]|averiad[oa]|cinta amarilla|apagad[oa]|fuera de servicio|descompuest[oa]|plantad[oa]|pantalla (apagada|en rojo)|se queda con la puerta)|(cerraron|sin arreglar) (\\w+ ){0,2}<elevador>|(cinco|seis|siete|ocho|nueve|diez|doce|trece|catorce|\\d+) pisos a pie|subir (\\w+ )?(pisos )?por (la )?escalera (\\w+ ){0,4}(pisos|no hay)',
    ],
    unless: ['luz|espejo|foco|musica|limpieza|ya funciona'],
  },
  {
    code: 'no-water',
    patterns: [
      '(ni (una )?gota|no llega agua|nadie tiene agua|no sube (el )?agua|estamos secos|llaves (siguen )?secas|se cayo el suministro de agua|(cortaron|sin) (el )?(suministro de agua|agua en))|(tinaco|cisterna|aljibe|tanque|rotoplas) (\\w+ ){0,3}(vaci[oa]|sec[oa]|sin agua|no tiene (agua|nada))|(bomba|hidroneumatico|bomba de agua) (\\w+ ){0,4}(no (\\w+ )?(arranca|jala|levanta|sube|prende|enciende|funciona|manda)|se (quemo|paro|descompuso))|sale un (chorrito|hilito|hilo) (\\w+ ){0,6}(todas|toda|todo|no alcanza)|(hilito|chorrito) (\\w+ ){0,4}(en todo|en toda|de todas)',
    ],
    unless: ['agua caliente|calefaccion|calor|jardin|fuente|bano tapado|taza|alberca|piscina'],
  },
  {
    code: 'no-hot-water',
    patterns: [
      'sin (acs|agua caliente)|(solo|puro|pura|nomas) (sale )?(agua )?(fria|helada|cold water)|banandonos (\\w+ ){0,3}(ollas?|fri[oa]s?|fria|jicarazos|cubeta)|agua (fria|helada) (para|en) (banarse|banarnos|toda|todas|la ducha|la regadera)|ban(arse|arme|arnos) (\\w+ ){0,3}(fria|helada|imposible)|(boiler|calentador|termo|calefon|caldera|therma|terma|rapiducha|ducha electrica) (\\w+ ){0,6}(no (\\w+ )?(enciende|prende|calienta|jala|arranca)|se apaga|parpadea y se apaga|apagad[oa]|dio el viejazo|agua fria)|ni tantito tibia',
    ],
    unless: ['calefaccion|radiador(es)?|fuga|revento|gas|sin agua (?!caliente)'],
  },
  {
    code: 'no-heat',
    patterns: [
      '(ningun radiador|radiadores|los radiadores|todos los radiadores) (\\w+ ){0,4}(fri[oa]s?|no (\\w+ )?calienta\\w*|helad[oa]s|apagad[oa]s?|muert[oa]s?|se apagaron)|ningun radiador calienta|calefaccion (\\w+ ){0,4}(no da senal|muert[oa]|apagad[oa]|caid[oa]|averiad[oa]|cortad[oa])|(no llega|nadie tiene|sin|no hay|no da) (\\w+ )?(calor|calefaccion|suelo radiante)|(bomba de calor|aerotermia|pellet|estufa de pellets?|calefactor|caldera|caldera comunitaria|calenton|suelo radiante|hogar) (\\w+ ){0,5}(no (\\w+ )?(arranca|arranco|prende|calienta|enciende|da)|en error|se (atasco|murio|paro|fundio|apago)|bloquead[oa]|muert[oa]|error)',
    ],
    unless: ['un radiador|agua caliente|acs|ruido|aire acondicionado|hace (mucho )?calor|sin calor humano'],
  },
  {
    code: 'no-cooling',
    patterns: [
      '(aire|aire acondicionado|clima|minisplit|split|climatizacion|compresor|ac|cooler|climatizador) (\\w+ ){0,5}(muert[oa]|ha muerto|no (\\w+ )?(tira|enfria|enciende|prende|arranca|funciona|sopla)|se (\\w+ )?(apago|murio|descompuso)|sopla (\\w+ )?(caliente|natural|tibio))|sin climatizacion|no sopla nada',
    ],
    unless: ['agua|gotea|ruido|control'],
  },
  {
    code: 'dangerous-heat',
    patterns: [
      '(3[5-9]|4\\d) (grados|adentro|afuera|dentro|fuera)|a (3[5-9]|4\\d)|ola de calor|sudando a mares|asandonos|alerta (roja )?por calor|calor extremo',
    ],
    unless: ['agua|calentador|lavadora|fiebre'],
  },
  {
    code: 'volunteered-need',
    patterns: [
      'embarazad[oa]|premat\\w+|bast[oo]n|silla de ruedas|silla motorizada|muletas|cirugia|(mama|papa|tia|tio|abuel[oa]|suegr[oa]|madre|padre|senor|senora) (\\w+ ){0,2}(de )?(7\\d|8\\d|9\\d)|tengo (7\\d|8\\d|9\\d) anos|residencia de mayores|personas? mayor(es)?|gemel[oa]s|con fiebre|reciennacid[oa]|carriola',
    ],
  },
  {
    code: 'alarm-missing',
    patterns: [
      '(detector(es)?|alarmas?|sensor(es)?|aparatos?|aparato blanco) (de |del |que avisan? del? )?(humos?|monoxido|incendios?|fuego|co) (\\w+ ){0,6}(no (\\w+ )?(hace|funciona|suena|prende|enciende|da|sirve|responde)|muert[oa]s?|se (cayo|rompio|quebro|callo)|falta\\w*|desconectad[oa]s?|rot[oa]|apagad[oa]|arrancad[oa]|quitaron|se lo llevo|se la llevo)|(arranco|quito|quitaron|desconectaron|desconecto|falta|le falta|sin|no hay|tapo|taparon|pintaron) (\\w+ ){0,3}(detector(es)?|alarmas?|sensor(es)?|aparatos?) (de |del |que avisa del? )?(humos?|monoxido|incendios?|fuego)|(donde iba|falta) el aparato que avisa del (humo|fuego)|que avisan? del (humo|fuego) (\\w+ ){0,5}(no|ninguno|ni)|panel (de|contra) incendios (\\w+ )?(apagad[oa]|muerto)|(rociadores|aspersores contra incendio) (\\w+ )?(cerrad[oa]s|apagad[oa]s|fuera)|alarma de incendios (\\w+ ){0,3}(muerta|no (suena|funciona))',
    ],
    unless: ['comprar|instalar uno|asamblea|cotizacion'],
  },
  {
    code: 'unsafe-structure',
    patterns: [
      '(peldano|peldanos|escalon|escalones|baranda|barandilla|barandal|pasamanos|rellano|tapa de (alcantarilla|registro|cisterna)|rejilla|losa|baldosa|tabla|rampa|descanso) (\\w+ ){0,6}(falta|suelt[oa]s?|floj[oa]s?|hundid[oa]|se (hunde|hundio|mueve|solto|vino)|partid[oa]|rot[oa]s?|tornillos? sueltos?|desprendid[oa]|un solo tornillo|bailando|cabe un pie|estrellad[oa]|podrid[oa]s?|oxidad[oa]s?)|falta (un|el|una|la) (peldano|escalon|barandilla|tapa|pasamanos|rejilla)|sin (barandilla|baranda|pasamanos|barandal)|se salio el tubo donde|(hoyo|hueco|agujero) (\\w+ ){0,4}(pasillo|banqueta|acera|entrada|escalera|cochera)|(agarradera|barra de apoyo|asidero) (\\w+ ){0,3}(suelt[oa]|se (salio|solto|cayo)|floj[oa])',
    ],
    unless: ['cosmetic\\w*|rechina|cruje|pintura|cortina|toalla|oxido superficial'],
  },
  {
    code: 'animal-inside',
    patterns: [
      '(serpiente|culebra|vibora|murcielago|mapache|zarigueya|tlacuache|zorrillo|mono|enjambre|iguana|alacran) (\\w+ ){0,3}(dentro|adentro|en (el|la|mi)|volando|suelt[oa]|se metio) (\\w+ ){0,3}(casa|cuarto|cocina|bano|sala|departamento|habitacion|recamara|pasillo|lavanderia|cama)?',
    ],
    unless: ['patio|jardin|arbol|afuera|fuera'],
  },
  {
    code: 'only-toilet',
    patterns: [
      '(un solo|solo (hay|tengo|tenemos|un|uno)|solo hay uno|unico|unica|no hay otro|sin aseo comun|no tengo otro) (\\w+ ){0,6}(bano|vater|inodoro|taza|excusado|wc|retrete|sanitario|aseo)|(vater|inodoro|taza|excusado|wc|retrete|bano) (\\w+ ){0,7}(solo hay uno|no hay otro|el unico|es unico|no tengo otro|sin aseo|es el unico)',
    ],
    unless: ['(uso|usamos|usar) el otro|(?<!no )hay otro'],
  },
  {
    code: 'refrigerated-medicine',
    patterns: [
      '(refri|refrigerador|nevera|heladera|minibar|frigo|frigobar|congelador) && (medicinas?|medicamentos?|insulina|vacunas?|interferon|tratamiento|inyecciones|quimio\\w*|leche materna|remedios?)',
    ],
  },
];
