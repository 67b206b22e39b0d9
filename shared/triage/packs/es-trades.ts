import type { PackRule } from './pack.ts';

/** Spanish: the vocabulary of each trade (P3), so that a text which is no hazard still finds its way. */
export const ES_TRADES: readonly PackRule[] = [
  {
    code: 'sewer-smell',
    patterns: [
      '(huele|olor|peste|apesta|tufo|tufillo|hiede) (\\w+ ){0,5}(drenaje|desague|coladera|caneria|cloaca|alcantarilla|sumidero|arqueta|fosa|cloacal)|(drenaje|desague|coladera|alcantarilla|sumidero|arqueta|fosa) (\\w+ ){0,3}(huele|apesta|hiede|mal olor)',
    ],
  },
  {
    code: 'cooling',
    patterns: [
      'ventilador(es)?|abanicos?|extractor(es)?|minisplit|splits?|aires?|clima|climatizacion|rejilla de ventilacion|filtros? del aire|compresor|condensador|cooler|enfriador|ducto|ductos|sopla|unidad exterior|purificador de aire',
    ],
    unless: ['aire libre|al aire|corriente de aire|sopla el viento|calefaccion|heater|ducto de basura|calentador'],
  },
  {
    code: 'alarm-chirp',
    patterns: ['detector(es)?|alarma (de|contra) (humo|incendios?|fuego|monoxido)|pita cada|pitido'],
    unless: ['gas|lavadora|refri|microondas|metales'],
  },
  {
    code: 'plumbing',
    patterns: [
      'grifos?|llave(s)? (de|del) (la )?(ducha|tina|cocina|patio|jardin|baño|bano)|poceta|retrete|vater|wc|taza|lavadero|tinaco|rotoplas|aljibe|cisterna|monomando|alcachofa|mampara|flotador|descarga|sifon|cespol|latiguillo|bomba de agua|presurizador|hidroneumatico|termo|ducha|tuberias?|medidor de agua|contador de agua|aspersor(es)?|riego|goteras?|filtracion|bajante|sarro|cal|acs',
    ],
    unless: ['(cal|termo) (de|y) (cafe|arena)|calle'],
  },
  {
    code: 'clog',
    patterns: [
      'tapad[oa]|atascad[oa]|se tapo|traga (muy )?lento|no traga|desagua lento|destapar|coladera|sumidero|desague',
    ],
    unless: ['huele|olor|nariz|fosa|arqueta|alcantarilla|timbre|llave|ascensor|elevador|puerta'],
  },
  {
    code: 'outlet-or-light',
    patterns: [
      'bombillos?|reflector(es)?|regletas?|clavija|cuadro electrico|diferencial|automatico|tablero|caja de (luz|fusibles|breakers)|medidor de luz|transformador|extension(es)? electricas?|lampara|plafon de luz|luminaria|farola|alumbrado|sensor de luz|cargador|corriente|voltaje|fundid[oa]|fundio|cables?|poste|salta la luz|se va la luz|luz de emergencia|apagon|planta electrica|panel(es)? solar(es)?|multicontacto|dimmer|tubo de luz|led',
    ],
    unless: ['cable (del?|de la) (internet|tele|tv)|agua corriente|cuenta corriente'],
  },
  {
    code: 'appliance',
    patterns: [
      'plancha|tostador(a)?|cafetera|licuadora|hervidor|freidora|arrocera|lavasecadora|vitro(ceramica)?|placa de induccion|induccion|encimera electrica|fogones?|cocineta|aspiradora|dispensador|secadora|lavadoras?|secadoras?|hornilla|horno|microondas|maquina (de|expendedora)|televisor|trituradora',
    ],
    unless: ['gas|plancha de (hierro|yeso)|flama'],
  },
  {
    code: 'heating',
    patterns: [
      'radiador(es)?|suelo radiante|calefaccion|calefactor(es)?|termostato|caldera|pellets?|calenton|chimenea|purgar|aerotermia|bomba de calor|estufa de pellets|piso radiante',
    ],
    unless: ['agua caliente|acs'],
  },
  {
    code: 'elevator',
    patterns: [
      'cabina|montacargas|salvaescaleras|plataforma (elevadora|salvaescaleras)|ascensor(es)?|elevador(es)?|escalera electrica|botonera',
    ],
    unless: ['telefonica|de la ducha'],
  },
  {
    code: 'access',
    patterns: [
      'tarjetas?|codigos?|teclado|videoportero|interfono|pluma|barrera|clave (de|del)|copia de (la )?llave|llaves?|mando(s)? (del?|de la)|buzones|lector|pulsera|telefonillo|control(es)? (remoto|del)|llavines?|talanquera|app (del|para) (porton|puerta)|lista de (visitas|accesos)|casillero|portones?',
    ],
    unless: [
      'llave (de|del) (agua|paso|gas|lavabo|fregadero|bano|regadera|ducha)|tarjeta de credito|codigo postal|codigo de error|pluma fuente|llave inglesa|el agua',
    ],
  },
  {
    code: 'security',
    patterns: [
      'guardias?|vigilantes?|vigilancia|velador|caseta|conserje dormido|mirilla|bombin|cilindro de la (puerta|cerradura)|cerraduras?|chapas?|cerrojos?|pestillo|pasador|cadena de la puerta|reja|rejas|cerca electrica|alarma de (robo|intrusos)|grabaciones?|cctv|video de la camara|sospechos\\w*|robaron|robo|hurto|roban|se llevaron|vandal\\w*|rayaron|pintas|merodea\\w*|desconocid[oa]s?|trasteros? abierto|intrusos?',
    ],
    unless: ['(reja|rejilla) (del|de la) (aire|bano|ventilacion|desague|piso)|llaves? perdid\\w*|buzon'],
  },
  {
    code: 'pest',
    patterns: [
      'lagartijas?|salamanquesas?|cuijas?|iguanas?|gatos? (callejeros?|ferales?|en celo)|perros? callejeros?|grillos?|escarabajos?|gusanos?|lombrices|caracoles|babosas|polillas?|pajaros?|nidos?|gaviotas?|ardillas?|tlacuaches?|zarigueyas?|ciempies|garrapatas?|piojos|gorgojos?|mosquitos?|zancudos?|moscos?|jejenes|excrementos? de (raton|rata)|roe|roen|mordid[oa]s? (de|por)|panal|enjambre|culebras?|sapos?|cotorras?|cucarach\\w+|comejen|hormiguero|picaduras?',
    ],
    unless: ['raton (de la|inalambrico)|mosquiteros?|gato hidraulico'],
  },
  {
    code: 'noise',
    patterns: [
      'arrastran?|muebles arriba|tacones|taconea\\w*|cohetes|petardos|bateria (de|a todo)|ensay\\w+|trompeta|guitarra|piano|reggaeton|karaoke|bocinas?|parlantes?|bafles?|aullid\\w+|aulla|maulla\\w*|gallos?|canta(n)? (el|toda)|llorando|llora|lloran|brincan|brincos|corren (arriba|por el pasillo)|patean (el|la) (balon|pelota)|pelota|taladr\\w+|podadora|escapes? (de|abierto)|motos? (toda|a)|portazos?|discut\\w+|pelean|vocer\\w+|algarabia|bar de (abajo|la esquina)|hasta las (2|3|4|5|dos|tres|cuatro)|vibra contra|no (me |nos )?(deja|dejan) dormir|estruendo|zumbido|relajo',
    ],
    unless: [
      '(lavadora|caldera|boiler|refri|nevera|ventilador|ascensor|elevador|tuberia|aire acondicionado|bomba) (\\w+ ){0,3}(zumbido|estruendo)|pila|detector',
    ],
  },
  {
    code: 'structural',
    patterns: [
      'canalon(es)?|canaletas?|tejas?|gotera vieja|mampara|espejos?|barandillas?|pasamanos|peldanos?|escalon(es)?|baldosas?|losas?|tarima|duela|parquet|rodapies?|zocalos?|alacenas?|encimeras?|cubiertas?|toldos?|marquesina|fachada|porton oxidado|banqueta|acera|baches?|adoquin\\w*|arbol(es)?|ramas?|rejillas?|cerrad[oa] de cristal|cristal(es)?|vidrios?|vidrio|marcos?|pomos?|perillas?|chapa de la alacena|humedad(es)?|goterones|condensacion|grieta|fisuras?|desconch\\w*|tapiz|papel tapiz|cielo raso|plafon|impermeabiliza\\w*|columpios?|cercas?|malla|bardas?|topes?|coladera destapada|tapa (de|del) (registro|alcantarilla|cisterna)|mosquiteros?|cortineros?|ventanal(es)?|tendedero|tablaroca|barniz|pintar',
    ],
  },
  {
    code: 'office',
    patterns: [
      'lista de correos|newsletter|junta|asamblea|acta|reglamento|recibos?|comprobante|constancia|carta|referencias?|paqueteria|paquetes?|repartidor|inventario|sala de (juntas|estudio|eventos)|salon (de eventos|social)|reserv\\w+|roommate|companer[oa] de (piso|cuarto)|colchon|muebles nuevos|bicicleter[oa]|cuarto de bicis|trasteros?|perdi (un|una|mi)|encontre (un|una)|felicit\\w*|encuesta|horario|abre la|permisos?|fianza|aval|traspaso|subarrend\\w*|renovar|renovacion|aumento|mensualidad|gasto comun|expensas|administracion|internet|router|wifi|impresora|jacuzzi|asador|tenis|cancha|pileta|alberca|piscina|gimnasio|olor a pintura|popo de perro|caca de perro',
    ],
  },
];
