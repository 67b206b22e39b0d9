/**
 * Words of both languages that stand for one thing at a maintenance desk, as folded by `normalise.ts` (lower case, no accents).
 * The model learns from a concept what it has seen said in other words, or in the other language. A word may stand for several.
 */
const CONCEPTS = {
  water: 'water agua liquid liquido waters aguita rainwater',
  leak: 'leak leaks leaking leaked leaky leakage seep seeps seeping seepage ooze oozing fuga fugas filtracion filtraciones filtra filtrando liqueo salidero perdida pierde gotera goteras',
  drip: 'drip drips dripping dripped dribble dribbling trickle trickling trickles goteo gotea goteando gotita gotitas hilito droplets drops gotas',
  gush: 'gush gushes gushing gushed spray sprays spraying sprayed spurt spurting spurts squirt squirting shooting jetting blasting pouring pours poured pour cascading cascade torrent streaming stream fountain geyser chorro chorros chorrea chorreando brota brotando borbotones dispara cascada cataratas chorrazo',
  flow: 'flow flows flowing flowed running runs coming comes enters entering spills spilling spilled sale saliendo salio corre corriendo cae cayendo entra entrando baja bajando escurre escurriendo derrama derramando',
  flood:
    'flood floods flooding flooded inundated swamped underwater submerged soaked drenched lake pond river pool swimming ankle knee inunda inundo inundando inundacion inundada inundado anega anegado anegada encharcado encharcada empapado empapada lago rio alberca charco puddle puddles pooling',
  overflow:
    'overflow overflows overflowing overflowed spill spillover brimming rebosa rebosando rebosado desborda desbordando desbordado desbordo rebalsa rebalsando',
  burst:
    'burst bursts bursting bursted ruptured rupture snapped split splitting exploded explode blew popped busted cracked broke revento reventada reventado reventando revienta exploto estallo estallido rompio rota partio rajo quebro',
  spread:
    'spread spreading spreads rising rises everywhere throughout reaching reached growing extiende extendiendo sube subiendo avanza avanzando esparce todos todas partes',
  pipe: 'pipe pipes piping plumbing line hose main supply joint fitting tuberia tubo tubos cano canos caneria canerias manguera flexible latiguillo conducto',
  tank: 'tank cistern tanque tinaco cisterna deposito estanque',
  waterheater: 'heater boiler geyser calentador boyler termo termotanque calefon califont caldera tank',
  faucet: 'faucet faucets tap taps spigot spout mixer grifo grifos llave llaves canilla canillas pluma',
  sink: 'sink basin lavabo lavamanos fregadero lavaplatos lavatrastos pileta bacha pila',
  toilet: 'toilet toilets commode loo wc bowl inodoro excusado escusado taza vater poceta retrete sanitario bano',
  tub: 'tub bathtub shower bath banera tina regadera ducha',
  drain: 'drain drains drainage gully manhole plughole desague drenaje coladera alcantarilla sumidero resumidero',
  clog: 'clog clogged clogs blocked blockage plugged backed stopped tapado tapada tapo atascado atascada atasco obstruido obstruida',
  sewage:
    'sewage sewer sewerage feces faeces poop waste shit excrement septic effluent aguas negras residuales cloaca cloacas heces mierda caca fecales',
  ceiling:
    'ceiling ceilings roof rooftop overhead above upstairs attic loft techo techos cielorraso plafon tejado azotea arriba',
  wall: 'wall walls plaster drywall sheetrock pared paredes muro muros tabique',
  floor: 'floor floors flooring carpet rug tile tiles laminate hardwood piso suelo alfombra baldosa losa azulejo',
  basement: 'basement cellar crawlspace sotano subsuelo',
  gas: 'gas propane methane butane lpg gases propano butano',
  gassmell: 'rotten egg eggs sulfur sulphur mercaptan podrido huevo huevos azufre',
  smell:
    'smell smells smelling smelled smelt odor odour odors stench stink stinks stinking reek reeks whiff fumes scent aroma huele olor olores hedor tufo peste apesta uele',
  hiss: 'hiss hisses hissing whistling silbido silba soplido siseo',
  fire: 'fire fires flame flames flaming blaze blazing ablaze burning inferno ignite ignited fuego incendio incendios llamas llama llamarada ardiendo arde quemandose prendio incendia',
  smoke: 'smoke smoking smoky smokey smoulder smouldering smoldering haze hazy humo humareda humeando ahumado',
  burnt:
    'burnt burned scorched charred melted melting singed burn burns quemado quemada quema chamuscado chamuscada derretido derretida derritiendo achicharrado',
  alarm: 'alarm alarms detector detectors siren sirens alarma alarmas detectores sirena',
  sounding:
    'blaring blares sounding screaming wailing ringing shrieking nonstop suena sonando sono chilla chillando pita pitando',
  chirp: 'chirp chirps chirping chirped beep beeps beeping beeped pitido pitidos bip bips',
  co: 'monoxide carbon monoxido carbono',
  dizzy:
    'dizzy dizziness headache headaches nausea nauseous nauseated lightheaded woozy faint queasy mareo mareos mareado mareada mareados nauseas jaqueca cabeza vomito',
  spark:
    'spark sparks sparking sparked arc arcs arcing arced flash flashes flashing chispa chispas chispazo chispazos chispea chispeando chisporrotea chisporroteo',
  shock:
    'shock shocked shocks shocking zapped zap zaps electrocuted electrocution tingle tingling jolt calambre calambres calambrazo toque toques descarga corrientazo electrocuto patada',
  outlet:
    'outlet outlets socket sockets plug receptacle enchufe enchufes tomacorriente tomacorrientes contacto contactos toma',
  switch: 'switch switches dimmer interruptor interruptores apagador apagadores',
  panel:
    'panel breaker breakers fuse fuses fusebox switchboard meter mcb rcd tablero pastilla pastillas breker termica termicas fusible fusibles medidor contador plomos',
  wire: 'wire wires wiring cable cables cord conductor cableado alambre alambres cordon',
  power: 'power electricity electric electrical mains current luz electricidad corriente electrico electrica',
  outage: 'outage blackout dark darkness dead apagon corte oscuras oscuridad',
  light:
    'light lights bulb bulbs lamp lamps fixture fluorescent foco focos bombillo bombillos bombilla ampolleta lampara lamparas luces',
  flicker: 'flicker flickers flickering flickered blink blinking parpadea parpadean parpadeando titila',
  buzz: 'buzz buzzing buzzes hum hums humming crackle crackling crackles sizzle sizzling zumba zumbido zumbando cruje',
  heat: 'heat heating furnace radiator radiators baseboard hvac warmth calefaccion calefactor radiador radiadores estufa boiler caldera',
  cold: 'cold chilly chill freezing frigid freeze frozen icy ice frost frio fria helado helada helando congelado congelando congelados hielo',
  winter: 'winter snow snowstorm blizzard subzero minus invierno nieve nevada nevando',
  hot: 'hot heatwave sweltering boiling stifling sauna scorching roasting calor caluroso bochorno horno sofocante',
  ac: 'ac aircon conditioning conditioner cooling minisplit hvac split aire acondicionado clima',
  fan: 'fan fans ventilation extractor ventilador ventiladores abanico',
  baby: 'baby babies newborn infant toddler child children kid kids son daughter bebe bebes recien nacido nina nino ninos ninas hijo hija',
  elderly:
    'elderly senior seniors grandmother grandma grandfather old aged wheelchair disabled abuela abuelo ancianos anciana anciano mayor mayores discapacitado',
  ill: 'sick ill asthma asthmatic oxygen ventilator nebulizer cpap dialysis insulin medical medicine medication pregnant cancer enfermo enferma asma oxigeno insulina medicinas medicamento embarazada dialisis respirador',
  hurt: 'hurt injured injury bleeding blood unconscious collapsed fainted fell fallen breathe breathing choking seizure stroke heart chest overdose herido herida sangre sangrando inconsciente desmayo desmayado cayo respira respirar convulsion infarto pecho',
  ambulance:
    'ambulance paramedic paramedics police cops emergency ambulancia policia bomberos emergencia emergencias firefighters brigade',
  weapon:
    'gun guns knife weapon weapons machete shots gunshots gunshot shooting stabbed stabbing pistola cuchillo arma armas navaja disparos balazos tiros',
  violence:
    'attack attacked attacking fight fighting beating hitting assault assaulted threatening threatened threat threats kill scream screaming screams pelea peleando golpea golpeando golpes pega pegando amenaza amenazando amenazo ataque agredido gritos grita gritando',
  intruder:
    'intruder burglar robber thief prowler stranger trespasser unknown unauthorised unauthorized masked ladron ladrones extrano desconocido intruso sujeto',
  breakin:
    'burglary burgled burglarized robbed robbery stolen theft forced kicked smashed jimmied pried broken robo robaron robado asalto forzaron forzada forzado forzando patearon metieron',
  door: 'door doors doorway gate gates entrance entry puerta puertas porton portones reja entrada portal',
  window: 'window windows glass pane ventana ventanas vidrio vidrios cristal cristales',
  lock: 'lock locks deadbolt bolt latch latches cerradura cerraduras chapa cerrojo pestillo seguro candado bombin',
  secure:
    'secure close closes closed closing shut shuts locks cierra cierran cerrar cerrado traba asegura asegurar insecure',
  key: 'key keys fob fobs card keycard code intercom llaves llavero tarjeta tag codigo telefonillo interfono citofono portero',
  lockedout: 'lockout locked stranded afuera fuera encerrado encerrada',
  trapped: 'trapped stuck entrapped atrapado atrapada atrapados atascado encerrados atorado atorada',
  elevator: 'elevator elevators lift lifts cab car ascensor ascensores elevador elevadores',
  inside: 'inside within indoors people person someone somebody adentro dentro personas persona alguien gente',
  alone: 'alone helpless solo sola solos solito solita',
  collapse:
    'collapse collapsed collapsing caved caving crumbling falling fell sagging bulging buckling giving derrumbe derrumbo derrumba cayendo cayo desploma desplomo colapso colapsado hundido hundiendo pandeado vencido abombado',
  balcony:
    'balcony balconies railing railings rail banister stair stairs staircase steps step deck porch balcon barandal baranda barandilla pasamanos escalera escaleras escalon peldano terraza',
  tree: 'tree trees branch branches limb arbol rama ramas',
  storm: 'storm storms hurricane wind tornado lightning hail tormenta huracan viento rayo granizo',
  crack: 'crack cracks cracked chip chipped fissure grieta grietas fisura rajadura cuarteado',
  stain: 'stain stains stained discoloration mark marks mancha manchas',
  mold: 'mold mould mildew moldy damp dampness moisture humid moho humedad hongos hongo',
  paint: 'paint painting painted peeling scuff scratch scratches dent grout caulk pintura pintar raspon despintado',
  cabinet:
    'cabinet cabinets cupboard drawer drawers shelf shelves closet counter hinge hinges handle knob gabinete alacena cajon cajones armario bisagra manija perilla',
  blinds: 'blinds blind curtain curtains screen shade persiana persianas cortina cortinas mosquitero',
  appliance:
    'appliance refrigerator fridge freezer stove oven range cooktop microwave dishwasher washer dryer disposal laundry refrigerador nevera heladera refri congelador horno microondas lavavajillas lavadora lavarropas secadora cocina',
  pest: 'pest pests roach roaches cockroach cockroaches ant ants mouse mice rat rats rodent bedbug bedbugs bugs termites spider wasps bees cucaracha cucarachas hormigas raton ratones rata ratas chinches chinche plaga plagas bichos aranas avispas',
  noise:
    'noise noisy noises loud music party barking barks stomping banging racket ruido ruidos ruidoso musica fiesta ladra ladrando ladridos escandalo',
  neighbor: 'neighbor neighbors neighbour neighbours upstairs downstairs vecino vecina vecinos vecinas',
  billing:
    'rent payment pay paid bill billing invoice fee fees charge charged deposit refund receipt autopay renta alquiler pago pagar pague cobro cobraron factura recibo deposito cuota expensas multa',
  lease:
    'lease contract renew renewal sublet roommate tenancy notice contrato renovar renovacion arrendamiento inquilino',
  parking: 'parking parked spot garage estacionamiento parqueo cochera parqueadero',
  info: 'question wondering curious asking policy hours office information pregunta preguntar saber horario oficina informacion consulta',
  amenity: 'gym pool laundry package packages mailbox wifi internet gimnasio piscina paquete paquetes buzon lavanderia',
  fixed:
    'fixed repaired resolved solved replaced mended done sorted handled cleared arreglado arreglaron arreglo reparado repararon solucionado resuelto cambio cambiaron listo',
  past: 'yesterday ago earlier previously formerly last ayer anoche antier pasado pasada hace antes',
  future: 'if should would could might ever tomorrow si fuera podria manana cuando alguna',
  now: 'now currently immediately urgent asap hurry help quick ahora ahorita ya urgente auxilio ayuda rapido',
  minor:
    'minor small slight slightly little tiny bit cosmetic occasional loose squeaky creaky menor pequeno pequena leve poco poquito tantito ligero',
  severe:
    'severe major serious huge massive dangerous terrible heavy grave severo fuerte enorme peligroso peligrosa tremendo mucho mucha muchisima',
  working:
    'working works work functioning operational funciona funcionan funcionando sirve sirven jala anda prende enciende arranca',
  broken:
    'broken broke busted defective damaged faulty malfunctioning kaput roto rota danado danada descompuesto descompuesta averiado averiada estropeado malo mala',
  none: 'no not without never nothing sin nunca nada ningun ninguna',
  medicaldevice: 'oxygen concentrator cpap ventilator nebulizer machine respirador concentrador nebulizador maquina',
  vehicle: 'car truck vehicle van scooter ebike battery coche carro auto camion moto bateria',
  explosion: 'explosion explode exploded exploding bang boom exploto estallo estallido explota',
  valve: 'valve valves shutoff stopcock llave valvula valvulas',
  pressure: 'pressure presion',
  extinguisher: 'extinguisher sprinkler sprinklers extintor extintores rociador rociadores',
  'child-in': 'locked inside alone adentro encerrado',
  test: 'test testing drill practice simulation simulacro prueba probar ensayo',
  joke: 'joke kidding lol haha jaja broma chiste',
  'water-below': 'downstairs below neighbors abajo',
  remote: 'remote control controle mando',
  furniture: 'bed desk chair table sofa mattress cama silla mesa escritorio sillon colchon',
  mirror: 'mirror espejo mirrors',
  tile: 'tile tiles tiling azulejo azulejos loseta losetas ceramica',
  garden: 'garden weeds lawn grass bush bushes hedge sprinkler landscaping jardin cesped pasto maleza plantas',
  fence: 'fence fencing compound cerca barda muro valla',
  road: 'driveway sidewalk pavement path walkway ramp acera banqueta vereda rampa',
  roofleak: 'roof rain raining rains lluvia llueve lloviendo techo gotera',
  gutter: 'gutter gutters downspout canaleta canalon canaletas',
  camera: 'camera cameras cctv camara camaras',
  guard: 'guard watchman security guardia vigilante portero vigilancia',
  trash: 'trash garbage rubbish dumpster bin bins recycling basura contenedor basurero',
  'smokealarm-missing': 'missing removed disabled taken falta faltan quitaron',
  expired: 'expired overdue inspection certificate tag vencido vencida caducado inspeccion',
  cooking:
    'cooking toast bacon kettle steam candle incense barbecue bbq grill vapor vela incienso asado parrilla tostada',
  cigarette: 'cigarette cigarettes weed marijuana vape cigarro cigarrillo marihuana tabaco',
  thermostat: 'thermostat termostato',
  pilot: 'pilot piloto igniter ignition',
  lowpressure: 'weak low barely pressure baja bajo poca',
  rust: 'rust rusty rusted brown discolored cloudy oxido oxidado turbia cafe',
  'running-toilet': 'running runs constantly refill siphon cisterna flapper',
  'garbage-disposal': 'disposal disposer triturador',
  washer: 'washer washing dishwasher lavadora lavavajillas lavarropas',
  refrigerator: 'refrigerator fridge freezer refrigerador nevera heladera refri',
  oven: 'oven stove range cooktop burner burners hob cooker horno hornilla hornallas fogon estufa cocina quemador',
  dryer: 'dryer tumble secadora lint vent',
  garage: 'garage cochera garaje',
  mail: 'mail mailbox package parcel correo paquete buzon',
  thanks: 'thanks thank gracias appreciate',
  complaint: 'complaint complain rude staff queja quejarme',
  schedule: 'schedule appointment reschedule when date cita agendar fecha cuando',
  approx: 'maybe possibly probably perhaps might seems quiza quizas tal vez parece probablemente creo',
  noresponse: 'unresponsive respond answer responde contesta reacciona despierta',
  weaponfire: 'shots gunfire shooting disparos balacera tiroteo',
  follow: 'following followed stalking harassing siguiendo acosando acosa persigue',
  loiter: 'loitering sleeping lurking hanging merodeando durmiendo dormido rondando',
  drugs: 'drugs drug drunk dealing drogas droga borracho ebrio',
  animal: 'snake raccoon squirrel bat possum skunk dog cat serpiente culebra murcielago mapache perro gato',
  bite: 'bite bit bitten bites stung sting mordio picadura picaduras',
  allergy: 'allergic allergy reaction alergia alergico alergica',
  suicide: 'suicide suicidal overdose suicidio matarse sobredosis',
  'missing-person': 'missing wandered desaparecido desaparecida perdido',
  pool: 'pool alberca piscina pileta',
  generator: 'generator generador planta inverter inversor ups',
  transformer: 'transformer transformador pole poste substation',
  ev: 'ebike scooter charger charging battery lithium cargador bateria',
  meter: 'meter medidor contador',
  spill: 'spill spilled oil diesel fuel chemical bleach derrame aceite combustible quimico cloro',
  smellother: 'musty mouldy stale cigarette paint food dead animal humedad viejo comida pintura',
  roofcollapse: 'roof caved collapsed ceiling drywall plaster falling down techo cayo derrumbo yeso',
  hole: 'hole gap agujero hoyo hueco boquete',
  swollen: 'swollen warped buckled buckling hinchado hinchada combado levantado',
  shake: 'shaking vibrating vibration trembling tiembla vibra vibracion temblor earthquake terremoto sismo',
  bang: 'bang banging clanking knocking thumping golpeteo golpes tronido',
  squeak: 'squeak squeaky squeaking creak creaky creaking squeal rechina rechinan chirria chirrian cruje',
  stuckopen: 'jammed stuck wedged trabado trabada atorado atorada atascada',
  ajar: 'ajar open wide propped abierta abierto entreabierta',
  unlocked: 'unlocked unlockable wont lock sin seguro',
  thief: 'steal stealing stole stolen theft robo robar robaron hurto',
  'broken-glass': 'shattered smashed broken glass vidrio roto cristal estrellado',
  warm: 'warm lukewarm tepid tibia tibio templado templada',
  notworking: 'out off dead died stopped quit kaput bust nothing murio apagado apagada',
  allhouse: 'whole entire all every todo toda entero completo complete',
  oneonly: 'one single just only solo solamente unico unica uno',
  another: 'another other second otro otra',
} as const;

/** The concepts of each word. */
export const CONCEPTS_OF: ReadonlyMap<string, readonly string[]> = (() => {
  const byWord = new Map<string, string[]>();
  for (const [concept, words] of Object.entries(CONCEPTS))
    for (const word of words.split(' ')) byWord.set(word, [...(byWord.get(word) ?? []), concept]);
  return byWord;
})();
