import { spellingTable } from './pack.ts';

/** Word classes of the Spanish pack: regional names, with the English words that US Spanish borrows. */
export const ES_CLASSES = {
  agua: 'agua|aguas|water|chorro|chorros',
  techo: 'techo|techos|cielo raso|cielorraso|plafon|tejado|losa|ceiling|roof|tragaluz|cielo falso|placa',
  arriba:
    'arriba|piso de arriba|vecino de arriba|vecina de arriba|vecinos de arriba|departamento de arriba|apartamento de arriba|de encima|upstairs',
  sale: 'sale|saliendo|salio|salen|cae|cayendo|cayo|caen|chorrea|chorreando|corre|corriendo|brota|brotando|entra|entrando|entro|baja|bajando|escurre|escurriendo|filtra|filtrando|gotea|goteando|tira|tirando|bota|botando|cayendose|saliendose|derrama|derramando|escapa|escapando|sube|subiendo|metiendo|mete|llueve|lloviendo|fluye|fluyendo|pierde|viene|cascada|leaking|coming',
  fuga: 'fuga|fugas|perdida|perdidas|escape|filtracion|filtraciones|gotera|goteras|liqueo|leak|leaks|liqueando|leaking|leaquea|fuga de agua|salidero|botadero',
  grande:
    'grande|enorme|gigante|importante|fuerte|tremenda|tremendo|grandisima|bastante|mucha|urgente|grave|horrible|incontrolable|masiva|considerable|terrible|activa|severa',
  tubo: 'tubo|tubos|tuberia|tuberias|caneria|canerias|cano|canos|pipa|pipe|pipes|manguera|flexible|llave de paso|calentador|boiler|termotanque|tanque de agua|tinaco|calefon|lavadora|caldera|radiador|toma de agua|linea de agua',
  reventado:
    'reventada|reventado|reventadas|rota|roto|rompio|revento|reventaron|rompieron|exploto|partio|quebro|trono|quebrada|quebrado|partida|partido|estallo|congelada|congelado|congelo|congelaron|rotura|reventon|burst',
  inodoro:
    'inodoro|inodoros|excusado|escusado|excusados|taza|toilet|sanitario|poceta|wc|water|retrete|servicio|bano|trono|toile|poza',
  aparato:
    'enchufe|enchufes|contacto|contactos|tomacorriente|tomacorrientes|toma corriente|toma|tomas|interruptor|interruptores|apagador|apagadores|switch|suiche|breaker|breakers|pastilla|pastillas|termica|panel|caja de (breakers|luz|fusibles)|tablero|cable|cables|foco|lampara|luz|luces|medidor|outlet|plug|caja electrica|instalacion electrica|socket|abanico',
  gas: 'gas|propano|huevo podrido|huevos podridos|azufre|gasolina|rotten eggs',
  humo: 'humo|humareda|humito|humaso',
  alarma: 'alarma|alarmas|detector|detectores|sensor|co detector',
  suena:
    'suena|sonando|sono|suenan|pita|pitando|activo|activada|disparo|activado|encendida|prendida|no para|no deja|no se calla|pitidos|chillando|gritando',
  puerta: 'puerta|puertas|porton|reja|cerradura|chapa|cerrojo|candado|chapas|lock|front door|puerta principal|door',
  calefaccion:
    'calefaccion|calefactor|calenton|caldera|radiador|radiadores|furnace|heater|heat|calefa|boiler de calefaccion|heating|estufa de gas|la calefa|calentador de ambiente|calentador de aire',
  muerto:
    'no (\\w+ )?(funciona|funcionan|sirve|sirven|prende|prenden|enciende|encienden|anda|andan|jala|jalan|calienta|calientan|arranca|trabaja|da|va|trae|esta funcionando|esta sirviendo|esta jalando|quiere prender)|dejo de (funcionar|servir|calentar|jalar|andar)|se (descompuso|dano|apago|rompio|averio|echo a perder|jodio|murio|fue)|esta (descompuest[oa]|danad[oa]|rot[oa]|averiad[oa]|apagad[oa]|muert[oa]|fri[oa])|descompuest[oa]|averiad[oa]|danad[oa]|rot[oa]|apagad[oa]|se quedo sin|fuera de servicio|parado|malogrado',
  elevador: 'elevador|elevadores|ascensor|ascensores|elevator',
  casa: 'casa|apartamento|departamento|depa|depto|unidad|piso|vivienda|cuarto|apartment|edificio|hogar|unit|recamara|habitacion',
  cloaca:
    'aguas negras|agua negra|aguas servidas|aguas residuales|drenaje|cloaca|cloacas|caca|mierda|popo|excremento|heces|desechos|alcantarilla|alcantarillado|desague|materia fecal|sewage|agua sucia|agua puerca|aguas sucias|aguas cloacales|agua del inodoro|agua del excusado|septico',
  nino: 'bebe|beba|nino|nina|ninos|ninas|hijo|hija|hijos|hijas|nene|nena|abuela|abuelo|abuelita|abuelito|recien nacido|mama|papa|madre|padre|anciano|anciana|baby|ninito|ninita|chiquito|chiquita|nieto|nieta|suegra|muchacho|muchachita|senora mayor',
  necesidad:
    'bebe|bebes|beba|bebito|bebita|recien nacid[oa]|ninos|ninas|nino|nina|hijos chiquitos|nenes|adultos? mayor(es)?|anciano|anciana|ancianos|abuela|abuelo|abuelita|abuelito|abuelos|discapacitad[oa]|discapacidad|silla de ruedas|oxigeno|dialisis|respirador|asma|asmatic[oa]|enfisema|embarazada|embarazo|enferm[oa]|diabetic[oa]|cancer|corazon|baby|newborn|tercera edad|mi (mama|madre|papa|padre|suegra) (es |esta )?(mayor|enferm[oa]|de (7|8|9)\\d)|(7|8|9)\\d anos|meses de nacid[oa]|operad[oa]',
  alguien:
    'alguien|un hombre|hombres|un tipo|tipos|una persona|un desconocido|desconocidos|un extrano|extranos|un ladron|ladrones|un senor|un muchacho|mi ex|unos tipos|se metieron|gente desconocida',
} as const;

/** Spellings without h, with k, with b and v exchanged, and short forms. */
export const ES_SPELLINGS = spellingTable(
  'uele>huele huelle>huele guele>huele wele>huele weles>huele ole>huele uelo>huelo hueli>huele olr>olor holor>olor ai>hay ahi>ahi ay>hay aki>aqui akí>aqui ' +
    'k>que q>que ke>que xq>porque pq>porque porke>porque x>por tb>tambien tmb>tambien toy>estoy ta>esta sta>esta stan>estan stoy>estoy ' +
    'aguas>agua agwa>agua auga>agua hagua>agua awa>agua umo>humo jumo>humo humos>humo fuego>fuego fueg>fuego insendio>incendio incndio>incendio ' +
    'vaño>bano vano>bano baño>bano bño>bano cosina>cocina coziina>cocina kocina>cocina tuvo>tubo tuberia>tuberia tubreia>tuberia tuveria>tuberia ' +
    'inundasion>inundacion inundand>inundando inudando>inundando inundo>inundo innundando>inundando ynundando>inundando saliend>saliendo salindo>saliendo caiendo>cayendo callendo>cayendo cayend>cayendo calle>calle ' +
    'calefacion>calefaccion calefasion>calefaccion calefaxion>calefaccion kalefaccion>calefaccion calefaccin>calefaccion calefacsion>calefaccion calentadr>calentador kalentador>calentador ' +
    'detecto>detector dtector>detector monoxid>monoxido alarna>alarma chispaz>chispas chizpas>chispas chispaso>chispazo enchufle>enchufe enxufe>enchufe ' +
    'elebador>elevador asensor>ascensor acensor>ascensor ascensr>ascensor atrapad>atrapado atorad>atorado encerad>encerrado enserrado>encerrado enserrada>encerrada encerrao>encerrado ' +
    'yave>llave llabe>llave yaves>llaves llabes>llaves yabes>llaves zerradura>cerradura serradura>cerradura puelta>puerta pueta>puerta bentana>ventana vntana>ventana rompiero>rompieron ' +
    'exusado>excusado escusao>excusado inodro>inodoro hinodoro>inodoro inodorro>inodoro drenage>drenaje drenja>drenaje desborda>desborda desvorda>desborda desvordando>desbordando derramand>derramando ' +
    'frio>frio frioo>frio elado>helado elada>helada helando>helando elando>helando congelandonos>congelando bevé>bebe veve>bebe vebe>bebe bb>bebe nene>nene oxijeno>oxigeno ' +
    'apto>apartamento aptos>apartamento depa>departamento depto>departamento dpto>departamento lus>luz luss>luz electrisidad>electricidad elctricidad>electricidad corrient>corriente ' +
    'techop>techo tcho>techo tehco>techo gotiando>goteando gotea>gotea goteano>goteando chorriando>chorreando chorrea>chorrea quemao>quemado kemado>quemado quemando>quemando kemando>quemando kemo>quemo ' +
    'emergensia>emergencia ambulansia>ambulancia ladrn>ladron ovo>huevo uevo>huevo guevo>huevo huebo>huevo podrio>podrido prende>prende prnde>prende sirbe>sirve cirve>sirve ciirve>sirve fnciona>funciona funsiona>funciona fuciona>funciona',
);

/** Words worth correcting to. */
export const ES_VOCABULARY: readonly string[] = (
  'inundando inundacion inundado inundo goteando saliendo cayendo tuberia reventada reventado revento chorreando desbordando desbordo ' +
  'calefaccion calentador monoxido carbono detector chispas chispazo enchufe tomacorriente interruptor quemado quemando incendio ' +
  'fuego llamas huele podrido elevador ascensor atrapado atrapada encerrado encerrada cerradura ventana puerta llaves ladron ' +
  'inodoro excusado drenaje apartamento departamento electricidad corriente temperatura grados congelando helando oxigeno ' +
  'refrigerador medicina insulina filtracion gotera cocina afuera ambulancia emergencia techo funciona'
).split(' ');

/** One slip from the vocabulary, and not meant. */
export const ES_LOOKALIKES: readonly string[] = (
  'gotea gotean gotear podrida podridas escusado huelo alarma alarmas radiador radiadores tocando botando saltando salgo cerrada cerrado cerradas puesta puerto fuerte fuertes luego llave llevar llevas lleva llenar llegar quejando quitando grabado gradas apartamentos quedando quemar quemas quemados enchufado conocida cocinar cocinero quemada quemadas saliente salido goteado puertas puerto ventanas llegas hueles huelen carbona fuera juego luego fuegos llama llamar llamas llaman llamo ' +
  'cocinas cocino cerraduras grado grande grandes incendios calentadores caliente corrientes corriendo medicinas techos tecnico lecho hecho funcionan funciono ' +
  'pendiente vendado enchufes goteras goteros ladrones ladrona inundada inundados chispa elevadores atrapados encerrados drenajes cayeron cayendose afueras'
).split(' ');
