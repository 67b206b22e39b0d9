import type { PackRule } from './pack.ts';

/** Spanish: tonight (P2) and the next business day (P3). */
export const ES_LATER: readonly PackRule[] = [
  {
    code: 'no-heat',
    patterns: [
      '(sin|no (hay|tengo|tenemos|tienen|hubo|da|sale|funciona la|sirve la|prende la|jala la|anda la|hay nada de)|falta( de)?|no nos (dan|ponen)|se (fue|acabo)|se (descompuso|dano|apago|rompio|averio) (la|el)|quede sin|quedamos sin) (\\w+ )?(calefaccion|calefactor|heat|heater|calefa|heating|furnace|calenton|caldera)',
      '<calefaccion> (\\w+ ){0,4}?<muerto>',
      '(calentador|boiler|estufa) (\\w+ ){0,4}?<muerto>(?= .*(frio|helad|congel|heat|grados adentro|cuarto|casa fria))',
      '(no (\\w+ )?(prende|enciende|funciona|sirve|jala|anda|calienta|arranca)) (\\w+ ){0,2}?<calefaccion>',
      '(hace|hay|tenemos|con|tengo|un|mucho|muchisimo|de|demasiado|esta) (\\w+ )?frio (\\w+ ){0,3}?(adentro|dentro|casa|apartamento|departamento|depa|cuarto|aqui|horrible)|(casa|apartamento|depa|cuarto|departamento) (\\w+ ){0,3}?(fri[oa]|helad[oa])|no calienta (la casa|el (cuarto|apartamento|departamento))|sale aire frio (\\w+ ){0,4}?(calefaccion|heater)',
    ],
    unless: [
      'agua caliente',
      '(refri|refrigerador|nevera|heladera|aire acondicionado|clima|minisplit|ducha|regadera) (\\w+ ){0,3}?(frio|fria|enfria)',
      'radiador ~ ruido|ruido ~ radiador',
      'no (esta )?(echa|echando|hace|saca|sale|da|tira) (aire )?frio',
    ],
  },
  {
    code: 'no-hot-water',
    patterns: [
      '(sin|no (hay|tengo|tenemos|sale|llega|me sale|nos llega|cae|tienen|ai|da)|falta|se acabo|quede sin|quedamos sin) (\\w+ )?(agua caliente|hot water|agua tibia|agua calientita)',
      'agua (\\w+ ){0,4}?(fria|helada|no (\\w+ )?calienta|no sale caliente|tibia)|(agua|ducha|regadera) (\\w+ )?(fria|helada)',
      '(calentador|boiler|calefon|termotanque|termo|water heater|tanque de agua caliente|terma|heater de agua|calentador de agua) (\\w+ ){0,4}?<muerto>',
      'no (\\w+ )?(prende|enciende|funciona|sirve|jala|calienta) (\\w+ ){0,2}?(calentador|boiler|calefon|termotanque|termo|water heater|agua)|banarme con agua fria',
    ],
    unless: [
      'calefaccion|radiador|frio horrible|caldera ~ (presion|enciende)(?!.*agua)|enciende la caldera',
      'no (hay|sale) agua fria',
    ],
  },
  {
    code: 'no-water',
    patterns: [
      '(sin|no (hay|tengo|tenemos|sale|llega|me sale|nos llega|cae|tienen|ai|esta llegando|ha llegado|entra)|falta|se (fue|corto|acabo)|cortaron|quitaron|quede sin|quedamos sin) (\\w+ ){0,2}?agua(?! (caliente|tibia|fria|en la lavadora|en el piso|por))',
      'agua (\\w+ )?(cortada|se fue|no (sale|llega|hay))',
    ],
    unless: [
      'agua caliente|calentador|boiler',
      '(lavadora|refri|refrigerador|nevera|inodoro|taza|cisterna)',
      'sin agua (en el piso|tirada)',
      'fuga|gotea|tirando',
    ],
  },
  {
    code: 'locked-out',
    patterns: [
      '(quede|quedo|quedamos|quedaron|deje|olvide|deje olvidadas|cerre|estoy|ando) (\\w+ ){0,4}?(afuera|fuera|sin llaves|sin (la |mis )?llaves?|las llaves (adentro|dentro)|llaves (adentro|dentro))(?! (del bano|de servicio))',
      '(perdi|perdimos|olvide|robaron|se me (perdieron|quedaron|olvidaron|cayeron|rompio|quebro|perdio)|deje|no encuentro|extravie) (\\w+ ){0,3}?llaves?',
      'no (\\w+ )?(puedo|podemos|puede|logro|me deja) (\\w+ )?(entrar|abrir) (\\w+ ){0,4}?(casa|apartamento|departamento|depa|puerta|edificio|unidad|piso)?|cerrajero|llave (\\w+ ){0,4}?(no (abre|gira|entra|da vuelta|funciona|sirve)|se (rompio|quebro|atoro|partio))|locked out|lockout|llaves? (\\w+ )?(adentro|dentro)|puerta (\\w+ ){0,2}?no (\\w+ )?abre',
    ],
    unless: [
      '(buzon|correo|gimnasio|alberca|bodega|lavanderia|portal|cuenta|aplicacion|pagina|llave (de|del) (agua|paso|gas|lavabo))',
      'ventana|refri|horno|lavadora|elevador',
    ],
  },
  {
    code: 'elevator-down',
    patterns: [
      '<elevador> (\\w+ ){0,5}?(<muerto>|detenido|se (quedo )?(parado|trabo|atoro|paro|detuvo|quedo)|atorado|trabado|atascado|no (sube|baja|abre|llega|se mueve)|brinca|se sacude)',
      'no (\\w+ )?(funciona|sirve|jala|anda|hay) (\\w+ )?<elevador>',
    ],
    unless: ['(luz|espejo|foco|musica|sucio|limpieza) (\\w+ )?del? <elevador>'],
  },
  {
    code: 'no-power',
    patterns: [
      '(sin|no (hay|tengo|tenemos|tienen|ai|llega)|se (fue|corto|nos fue|me fue|ha ido)|cortaron|quede sin|quedamos sin|fallo|falta( de)?) (\\w+ )?(luz|electricidad|corriente|energia|power)( electrica)?(?! (en|de) (un|una|el|la|mi|parte|medio|media|dos|algunos) (bano|cocina|sala|cuarto|recamara|pasillo|cochera|parte|enchufes?|contactos?|habitacion|habitaciones|foco|patio|escalera))',
      'apagon|corte de (luz|energia|electricidad)|(todo|toda) (\\w+ ){0,3}?(a oscuras|sin luz|apagado)',
    ],
    unless: ['(foco|bombilla|ampolleta) ', 'en un cuarto|en una parte|media casa|la mitad'],
  },
  {
    code: 'only-toilet',
    patterns: [
      '(unico|solo (tengo|tenemos|hay)( un)?|unica|only) (\\w+ ){0,2}?(inodoro|excusado|escusado|bano|taza|toilet|sanitario)',
      '(inodoro|excusado|escusado|taza|toilet|sanitario) (\\w+ ){0,8}?(es el unico|el unico|no tengo otro|no hay otro|unico que)',
      'no (\\w+ )?(puedo|podemos|se puede) usar (\\w+ )?(bano|inodoro|excusado|taza|toilet|ningun bano)',
    ],
    unless: ['(?<!no )(hay|tengo) otro bano|(uso|usamos|usar|pero|y) (el )?otro bano'],
  },
  {
    code: 'leak',
    patterns: [
      '(hay|tengo|entra|entro|salio) (mucha|muchisima|bastante|demasiada) (agua|water)(?! caliente| fria| tibia)|(fuga|fugas|filtracion|filtraciones|liqueo|liqueando|salidero|perdida de agua|gotera|goteras)|(pierde|tira|bota|perdiendo|tirando|botando|liquea|goteando|gotea) (\\w+ )?agua|charco|encharca|(piso|pared|alfombra|mueble) (\\w+ ){0,2}?(mojad[oa]|humed[oa])|se moja|techo gotea|gotea (el )?techo|esta goteando',
    ],
    unless: [
      'fuga de gas|gas leak',
      '(fuga|gotera|goteo) (pequena|chica|leve|chiquita|minima)|(pequena|leve) fuga',
      '(aire|clima|minisplit|aire acondicionado|grifo|llave|canilla|ducha|regadera|cisterna|refri|lavavajillas|lavaplatos) (\\w+ ){0,4}?(gotea|goteando|fuga|gotera|pierde|tira|bota)|(fuga|gotea|goteo) (\\w+ ){0,3}?(grifo|llave|canilla|ducha|regadera)',
      'no hay (\\w+ )?fuga|ninguna fuga',
    ],
  },
  {
    code: 'refrigerated-medicine',
    patterns: [
      '(refri|refrigerador|refrigeradora|nevera|heladera|fridge|frigorifico|congelador) && (medicina|medicinas|medicamento|medicamentos|insulina|vacuna|vacunas|leche materna|remedio|remedios)',
    ],
  },
  {
    code: 'alarm-missing',
    patterns: [
      '(no (hay|tengo|tenemos|funciona|sirve)|falta|sin) (\\w+ ){0,2}?(detector|alarma|detectores) (de )?(humo|monoxido|incendio)',
      '(detector|alarma) de (humo|monoxido|incendio) (\\w+ ){0,3}?(no (funciona|sirve|jala)|rot[oa]|danad[oa]|descompuest[oa]|falta)',
    ],
  },
  {
    code: 'unsafe-structure',
    patterns: [
      '(escalera|escaleras|escalon|baranda|barandal|pasamanos|balcon|porche|piso|suelo|terraza) (\\w+ ){0,5}?(rot[oa]|floj[oa]|suelt[oa]|insegur[oa]|peligros[oa]|podrid[oa]|quebrad[oa]|se mueve|hundid[oa]|blando)',
      'grieta (\\w+ )?(grande|enorme|crece|creciendo)|(gran|enorme) grieta|hielo (\\w+ ){0,3}?(escalera|entrada|banqueta|acera|pasillo)',
    ],
  },
  {
    code: 'lock-broken',
    patterns: [
      '(cerradura|chapa|cerrojo|candado|puerta (principal|de entrada|de la calle)|porton|reja) (\\w+ ){0,5}?(rot[oa]|danad[oa]|descompuest[oa]|floj[oa]|no (\\w+ )?(funciona|sirve|cierra|traba)|atorad[oa]|atascad[oa]|trabad[oa]|quebrad[oa]|quebro|rompio|averiad[oa])',
      'ventana (\\w+ ){0,4}?(rota|quebrada|no (\\w+ )?cierra)|(vidrio|cristal) (\\w+ )?(roto|quebrado)',
    ],
    unless: ['buzon|bano|closet|gabinete|cajon', 'persiana|cuesta'],
  },
  {
    code: 'suspicious-person',
    patterns: [
      '(persona|hombre|tipo|gente|carro|individuo|sujeto|alguien) (\\w+ ){0,2}?(sospechos[oa]s?|rar[oa]|extran[oa]|desconocid[oa])|merodea\\w*|merodeando|(desconocid[oa]s?|indigente|vagabundo) (\\w+ ){0,4}?(pasillo|edificio|escalera|lobby|lavanderia|entrada)|(abrieron|rompieron|robaron) (\\w+ ){0,4}?(carro|coche|auto|camioneta|troca)',
    ],
  },
  {
    code: 'wiring-concern',
    patterns: [
      '(enchufe|contacto|tomacorriente|interruptor|panel|breaker|luz|cable|instalacion) (\\w+ ){0,4}?(zumba|zumbando|zumbido|truena|peligros[oa]|insegur[oa]|hace ruido|falso contacto)|(saltan|salta|brincan|se botan) los (plomos|fusibles)',
    ],
  },
  {
    code: 'strange-smell',
    patterns: ['(huele|olor|huelo) (\\w+ ){0,2}?(raro|extrano|feo|quimico|fuerte|horrible|mal)|mal olor'],
    unless: ['basura|drenaje|caneria|perro|humedad|cigarro|mota|refri|fregadero|comida|gas|quemado|bano|coladera'],
  },

  {
    code: 'no-cooling',
    patterns: [
      '(sin|no (hay|tengo|tenemos|funciona el|sirve el|prende el|enfria el|jala el)|se (descompuso|dano|rompio|averio) el) (\\w+ )?(aire|aire acondicionado|clima|minisplit|ac|a c|cooling)',
      '(aire acondicionado|aire|clima|minisplit|ac|a c|split) (\\w+ ){0,6}?(no (\\w+ )?(enfria|funciona|sirve|prende|jala|anda|esta enfriando|echa frio|saca frio|arranca)|<muerto>|aire caliente|tibio|caliente)',
      'no (esta )?(echa|echando|saca|sale|sacando|tira|da) (aire )?frio|(no|sin) enfria(r|ndo)?|hace (mucho|muchisimo) calor',
    ],
    unless: ['(refri|refrigerador|nevera|heladera|congelador)', 'agua caliente|calefaccion'],
  },
  {
    code: 'cooling',
    patterns: [
      'aire acondicionado|minisplit|el clima|aire (hace|gotea|suena)|filtro (del|de) aire|ac|abanico|ventilador',
    ],
  },
  {
    code: 'alarm-chirp',
    patterns: [
      '(detector|detectores|alarma|alarmas|smoke alarm|smoke detector|sensor) (\\w+ ){0,6}?(pila|pilas|bateria|baterias|pitido|pita|pitando|beep|chirp|chilla|suena|sonando|callo)',
      '(detector|alarma) de humos?|smoke alarm',
    ],
  },
  {
    code: 'drip',
    patterns: [
      '(grifo|llave|canilla|regadera|ducha|cisterna|lavabo|pluma|fregadero|lavamanos|pileta) (\\w+ ){0,5}?(gotea|goteando|pierde|fuga|goteo|tira agua)|(gotea|goteando|goteo|fuga) (\\w+ ){0,3}?(grifo|llave|canilla|regadera|ducha|cisterna|lavabo|pluma|fregadero|lavamanos)|gotea|goteando|goteo|(fuga|gotera) (pequena|chica|leve|chiquita)|(pequena|leve) fuga',
    ],
    unless: ['aire'],
  },
  {
    code: 'plumbing',
    patterns: [
      'inodoro|excusado|escusado|taza del bano|toilet|grifo|llave del? (agua|lavabo|bano|fregadero|regadera)|canilla|regadera|ducha|lavabo|lavamanos|fregadero|lavatrastos|pileta|tina|banera|calentador|boiler|termotanque|calefon|tuberia|tuberias|tubo|caneria|plomero|plomeria|fontanero|presion (de|del) agua|poca (agua|presion)|cisterna|sink|agua|desague|drenaje|fuga|sumidero',
    ],
  },
  {
    code: 'toilet-clogged',
    patterns: [
      '(inodoro|excusado|escusado|taza|toilet|sanitario|poceta|bano|wc) (\\w+ ){0,5}?(tapad[oa]|tapo|no (\\w+ )?(baja|descarga|traga|jala|funciona)|atascad[oa]|obstruid[oa])',
      '(tapo|tapado|atasco|destapar) (\\w+ ){0,3}?(inodoro|excusado|escusado|taza|toilet|bano|wc)',
    ],
  },
  {
    code: 'clog',
    patterns: [
      '(fregadero|lavabo|lavamanos|tina|regadera|ducha|drenaje|desague|sink|lavatrastos|pileta|coladera|caneria|bidet|lavaplatos|cano) (\\w+ ){0,5}?(tapad[oa]|tapo|no (\\w+ )?(baja|traga|desagua)|lent[oa]|atascad[oa]|obstruid[oa]|atascado)|(tapo|tapado|tapada|destapar|atasco|atascado|obstruido) (\\w+ ){0,3}?(fregadero|lavabo|lavamanos|tina|regadera|ducha|drenaje|desague|sink|cano)|atasco|tapado',
    ],
  },
  {
    code: 'outlet-or-light',
    patterns: [
      'enchufes?|contactos?|tomacorrientes?|interruptor(es)?|apagador(es)?|breakers?|pastillas?|termicas?|fusibles?|plomos|focos?|bombillas?|ampolletas?|lamparas?|luz|luces|electricista|electric[oa]s?|electricidad|timbre|extractor|parpadea\\w*',
    ],
  },
  {
    code: 'partial-power',
    patterns: [
      '(sin|no (hay|tengo)|se fue la) (luz|electricidad|corriente) (\\w+ ){0,2}?(en|de) (un|una|el|la|mi|parte|medio|media|dos|algunos) (\\w+ )?(bano|cocina|sala|cuarto|recamara|pasillo|cochera|parte|habitacion|casa)|media casa|en un cuarto',
    ],
  },
  {
    code: 'refrigerator',
    patterns: ['refri|refrigerador|refrigeradora|nevera|heladera|frigorifico|congelador|fridge'],
  },
  {
    code: 'appliance',
    patterns: [
      'lavadora|secadora|estufa|horno|hornillas?|hornos|microondas|lavaplatos|lavavajillas|triturador|electrodomesticos?|parrilla|campana|vitroceramica|dishwasher|disposal|cocina (de gas|electrica|no (prende|enciende))|quemador|hornalla',
    ],
  },
  {
    code: 'heating',
    patterns: ['calefaccion|calefactor|calenton|caldera|radiador(es)?|termostato|heater|furnace|hace frio|mucho frio'],
  },
  { code: 'elevator', patterns: ['elevador(es)?|ascensor(es)?'] },
  {
    code: 'access',
    patterns: [
      'llaves?|llavero|cerradura|chapa|candado|interfon|portero( electrico)?|timbre|porton|control (del|de) (porton|garage|garaje|cochera)|tarjeta de acceso|codigo (de|del) (puerta|entrada|porton|acceso)|buzon|telefonillo|intercom|cerrojo|garaje|cochera|fob',
    ],
    unless: ['llave (de|del) (agua|paso|gas|lavabo|fregadero|bano|regadera)'],
  },
  {
    code: 'security',
    patterns: [
      'robo|robaron|robado|robaron|ladron|ladrones|vandalismo|grafiti|seguridad|insegur\\w*|camaras?|drogas|policia|paquete (\\w+ )?(robad\\w+|desaparec\\w+)',
    ],
  },
  {
    code: 'pest',
    patterns: [
      'cucarachas?|raton(es)?|ratas?|hormigas?|chinches?|plagas?|bichos?|aranas?|avispas?|abejas?|pulgas?|termitas?|mapaches?|murcielagos?|palomas?|moscas?|mosquitos?|fumiga\\w*|roedores|insectos|alacran(es)?|viboras?|polillas?',
    ],
  },
  {
    code: 'structural',
    patterns: [
      'ventanas?|puertas?|paredes|pared|techo|piso|pisos|suelo|alfombra|azulejos?|gabinetes?|cajon(es)?|pintura|persianas?|mosquitero|manija|picaporte|bisagras?|grietas?|moho|humedad|mancha|escaleras?|baranda|barandal|balcon|cerca|closet|repisas?|losetas?|yeso|cortinas?|desconchad\\w*|carpinteria|armario|encimera|parquet|azotea|zocalo|rodapie|muebles?',
    ],
  },
  {
    code: 'noise',
    patterns: [
      'ruidos?|ruidos[oa]s?|musica|fiestas?|ladra|ladran|ladrando|ladridos|gritos|gritan|gritando|volumen|taconeo|golpes|escandalo|bulla|no (me )?deja(n)? dormir|martill\\w*|construccion|obra|obras',
    ],
  },
  {
    code: 'office',
    patterns: [
      'renta|alquiler|contrato|deposito|pago|pagos|pagar|cobro|cobraron|cobran|cobrar|recibo|factura|multa|recargo|cuota|cuotas|deuda|expensas|mudar(me|se)?|mudanza|estacionamiento|parking|parqueo|mascotas?|oficina|gerente|administracion|administrador|dueno|portal|cuenta|basura|visitas?|aviso|gimnasio|alberca|piscina|wifi|internet|arrendamiento|arriendo|seguro|queja|limpieza|nadie (me )?contesta|zona comun|areas? comun(es)?|paraguas|perdido|jardin|pasto|desalojo|permiso|vecin[oa]s?|perros?|inquilin[oa]s?',
    ],
  },
  {
    code: 'information',
    patterns: [
      '(cuanto|cuando (tengo|es|debo|hay|puedo|abre)|como (puedo|hago|se|pago)|donde (puedo|pago)|a quien (llamo|hablo|contacto)|puedo (pagar|tener|pintar|instalar|usar|subarrendar|rentar|hacer)|quisiera saber|quiero saber|me gustaria saber|tengo una pregunta|es (solo )?para saber|necesito (una )?(copia|informacion))',
    ],
    unless: ['arreglar|reparar|fuga|gotea|roto|no (funciona|sirve)'],
  },
  { code: 'nuisance', patterns: ['cigarros?|cigarrillos?|mota|marihuana|fuman?|fumando'] },
];
