/**
 * Words by which a text says that what it names is not happening now: asked in the abstract, played, over, mended, or
 * mistaken for something else. Both languages stand together, because residents mix them. Read against normalised text.
 */

/** Right before the words: somebody asks what to do should it ever happen. */
export const ABSTRACT_BEFORE =
  / (?:if (?:i|we|you|they|residents|someone|anyone|there) (?:ever|should)|ever (?:\w+ ){0,3}(?:smell|smells|see|have|get|gets|stops?|breaks?|comes?)|if (?:\w+ ){1,3}ever|si (?:algun dia|alguna vez|un dia|llego a|llegara a|llegase a|hubiera|hubiese|uno)|in case (?:of|i|we|there)|en caso de|por si (?:acaso|un dia)|(?:who|whom|where|how)(?: \w+){1,6} (?:if|when|in case)|(?:a )?quien(?: \w+){1,5} si|hypothetical\w*|hipotetic\w*|what counts as|que cuenta como|is (?:a|an|it)(?: \w+){1,4} considered|what (?:happens|to do|would happen|do (?:i|we|you) do|should (?:i|we|one|residents|guests|tenants) do|number do (?:i|we) call)(?: \w+)? (?:if|when|in case)|que (?:pasa|hago|hacemos|se hace|hacer|debo hacer|debemos hacer|tengo que hacer)(?: \w+)? si|how (?:do|can|should|would) (?:i|we|you|one) (?:\w+ )?(?:keep|prevent|avoid|detect|recogni[sz]e)|como (?:evito|evitar|prevengo|prevenir|detecto|detectar|reconozco)|what does (?:\w+ ){0,4}|a que huele)(?= )/;

/** Right before the words: an `if` of its own, which makes a question out of them. */
export const IF_BEFORE =
  /(?<! (?:tell|sure|know|as|see|wondering|idea|ask|check|even|feel|se|seguro|segura|como|parece|ver|sabe|sabemos|aun|incluso|verdad|pero|claro|ahora|ahi|eso|yo|aqui|esta|ya)) (?:if|si)(?: [^ .?]+){0,7} $/;
export const ASKS =
  / (?:who|whom|what|where|would|will|should|could|is it|do i|do we|does|how|a quien|que (?:hago|pasa|hacemos|debo)|a donde|cuanto|puedo|debo|cubre|paga|pagan)(?= )/;

/** In the sentence: whether something is covered, counted or charged. */
export const COVER_ASKED =
  / (?:(?:could|can|would|does|do|will|is|are|am|if) (?:[^ .?]+ ){1,9}(?:covered|cover|covers|count|counted|counts as|considered|deductible|refundable|reimbursed)|(?:cubre|cubren|cubierto|cubierta|entra en el seguro|lo paga el seguro|cuenta como)|(?:smell|smells|sound|sounds|look|looks) like \?|(?:insurance|insurer|seguro) (?:\w+ ){0,4}(?:cover|covers|pay|pays|cubre|paga))(?= )/;

export const CURIOUS =
  / (?:just (?:asking|curious|wondering)|asking for (?:a|my) (?:friend|school|class|essay|book|novel)|for future reference|out of curiosity|por curiosidad|es (?:solo )?para saber|solo pregunto|nomas pregunto|pregunto nomas|solo por saber|welcome (?:packet|letter|book|pack)|(?:for|en|para) (?:the|a|our|el|la) (?:newsletter|flyer|training|class|handbook|boletin|folleto|manual|capacitacion|asamblea|proxima asamblea|proxima reunion)|pregunta (?:tonta|hipotetica|general|de rutina|para el futuro)|(?:silly|hypothetical|general) question)(?= )/;

/** In the text: a rehearsal. */
export const REHEARSED =
  / (?:(?<!(?:not|isnt|no|never) )(?:(?:this|it) is|its|just|only|esto es|es|solo es|fue) (?:only |just |solo )?(?:a|an|un|una) (?:\w+ )?(?:drill|test|exercise|simulation|rehearsal|test message|simulacro|prueba|ejercicio)|training (?:exercise|scenario|session|message)|test (?:message|scenario|report|ticket)|(?:leak|gas|fire|evacuation|flood|earthquake|lockdown) drills?|(?:prueba|mensaje) (?:de|del) (?:sistema|prueba|equipo)|(?<! no es )(?<! no es un )(?<! no fue )simulacro|role ?play\w*|ensayo de evacuacion)(?= )/;

/** Right before the words: make-believe. */
export const PRETENDED_BEFORE =
  / (?:pretend|pretending|suppose|supposing|lets say|imagine (?:that|there|a|we)|finge|finjan|finjamos|supongamos|supon|haz de cuenta|hagamos de cuenta|imaginen? que|imaginemos que)(?: [^ .?]+){0,5} $/;
/** Together: somebody tells the desk what to make of it, instead of what is wrong. */
export const COMMANDED = / (?:ignore|forget|disregard|override|bypass|ignora|ignoren|olvida|olviden|omite)(?= )/;
export const LABEL_BEFORE =
  / (?:mark|classify|label|treat|tag|rate|say|answer|output|marca|marcalo|clasifica|clasificalo|responde|pon|di)(?: [^ .?]+){0,5} $/;

const MONTHS =
  'january|february|march|april|may|june|july|august|september|october|november|december|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre';

export const LONG_AGO =
  / (?:(?:last|previous) (?:week|month|year|winter|summer|spring|fall|autumn|monsoon|season|time|tenant|semester|christmas|monday|tuesday|wednesday|thursday|friday|saturday|sunday)|(?:a|two|three|few|couple|several|many|\d+) (?:of )?(?:days|weeks?|months?|years?) ago|(?:weeks|months|years|long) ago|(?<! where(?: [^ .?]+){1,4} )used to|back in|(?:la semana|el mes|el ano|el invierno|el verano|el otono|el lunes|el martes|el miercoles|el jueves|el viernes|el sabado|el domingo) pasad[oa]|hace (?:\w+ )?(?:semanas?|mes(?:es)?|anos?|tiempo)|cuando vivia)(?= )/;

/** A month says that it is over only beside a word of the past: "no heat in January" is of today. */
export const IN_A_MONTH = new RegExp(` (?:in|from|during|en|de) (?:early |late )?(?:${MONTHS})(?= )`);
export const OF_THE_PAST =
  / (?:was|were|had|happened|did|since|following|about|hubo|tuvimos|fue|paso|estaba|aquella|aquel|inundo|revento|rompio|cayo|quemo|salio)(?= )/;

const DONE =
  'fixed|repaired|resolved|replaced|cleared|cleaned|mopped|dried|patched|sealed|capped|mended|sorted|stopped it|taken care of|aired out|arrested|caught|restored|extinguished|shut off and fixed|tightened|swapped|patched up';
export const MENDED = new RegExp(
  `(?<! (?:no|nunca|nadie|not|never|ni|sin)) (?:(?:was|were|been|got|is|its|all|already|they|has|have|had|now|and|i|he|she|we|tech|plumber|super|maintenance|mechanic|company) (?:already |been |just |now |since |all |finally |quickly )?(?:${DONE})|(?:ya|lo|la|los|las|fue|se|le) (?:lo |la |se |le |me |nos |esta |quedo |fue |todo )*(?:arregl(?:o|e|aron|ad[oa]|amos)|repar(?:o|e|aron|ad[oa]|amos)|seco|secaron|resolvi\\w+|quito|callo|limpi(?:o|aron|ad[oa]|amos)|solucion(?:o|aron|ad[oa])|sell(?:o|aron|ad[oa])|repus\\w+|cambi(?:o|aron)|destap(?:o|aron|e)|ventil(?:o|aron|ad[oa]|amos)|mejor(?:o|aron)|detuvieron|arrest\\w+|sustituid[oa])|ya (?:quedo|paro|paso(?= [.,?])|esta bien|no huele|no sale|no gotea|esta todo bien|funciona|volvio|regreso|se fue|se acabo)|(?:works?|working|running|fine|normal|okay) (?:again|now|normally)|back to normal|panel (?:was |is )?reset|put (?:it|them|the fire|the flames) out|(?:was|were|been|is) put out|ya (?:lo |la |se |los )?apag(?:o|ue|aron)|fue apagad[oa])(?= )`,
);
/** Right before the words: what was mended, or thanked for, is named after it. */
export const MENDED_BEFORE =
  / (?:(?:thanks?|thank you|thx|gracias|agradezco|kudos)(?: [^ .?]+){0,5} (?:for|por)(?: (?!there |theres |i |we |hay |is |are |its |but |pero )[^ .?]+){0,6}|(?:fixed|repaired|resolved|patched|sealed|capped|mended|cleared|cleaned up|put out|extinguished)(?: (?:the|my|our|a|that|this))?(?: [^ .?]+)?|(?:arregl(?:o|e|aron|amos)|repar(?:o|e|aron|amos)|sell(?:o|aron)|apag(?:o|ue|aron|amos)|solucion(?:o|aron)|resolvi(?:o|eron)) (?:el|la|los|las|un|una|ese|esa)(?: [^ .?]+)?|(?:cancel|close|cancelar|cancelen|cerrar|cierren)(?: (?:the|my|this|that|our|el|la|mi|ese))?(?: [^ .?]+)? (?:ticket|request|report|call|order|complaint|case|reporte|solicitud|orden)(?: [^ .?]+){0,5}) $/;
/** Mended once does not mean mended now. */
export const NOT_MENDED =
  / (?:(?:never|not|isnt|wasnt|hasnt|havent|didnt|no|nunca|nadie|nobody|still|again|todavia|otra vez|supposedly|supuestamente|badly)(?: \w+){0,3} (?:fixed|repaired|resolved|replaced|cleared|dried|arregl\w+|repar\w+)|(?:nobody|no one|nadie|never)(?: (?!needs?|has|have|tiene)\w+){0,2} (?:came|come|comes|showed|venido|vino|viene))(?= )/;

/** What it really was; in the text, after the words. */
export const MISTAKEN =
  / (?:turned out|turns out|false alarm|all clear|(?:please|you can|pls|puede|pueden|favor de) (?:disregard|cancel\w*|ignorar)|cancelen|no need to (?:come|send|rush)|nobody needs to come|(?:close|cierren|cerrar) (?:my|the|this|that|ese|este|el) (?:ticket|request|report|reporte)|falsa alarma|result(?:o|aron) (?:ser|que)|no (?:manden|envien|vengan|hace falta|es necesario)|all (?:good|fine|ok|okay|dry) now|everything(?: is|s)? (?:fine|ok|okay|good|dry) now|(?:ya esta|ahora) todo (?:bien|normal|seco|en orden|tranquilo)|todo (?:bien|normal|seco|en orden|tranquilo) (?:ya|ahora)|(?:just|only) for (?:your|the) records?|(?:tech|mechanic|firefighters|tecnico) (?:\w+ )?got (?:them|him|her|us|everyone|everybody|me|people) out)(?= )/;
const INNOCENT =
  'candles?|vela|toast|toaster|cooking|bbq|barbecue|barbacoa|asado|parrilla|parrillada|grill|braai|incense|incienso|kettle|steam|vapor|condensat\\w+|condensation|garbage|trash|basura|fireworks?|firecrackers?|cohetes|cuetes|movie|tv|video ?games?|videojuegos?|fog|churrera|carne|perfume|deodorant|desodorante|bacon|noodles|dinner|food|comida|pizza|hair|straightener|quema|sprinkler|cat|gato|mop|fregona|party|fiesta|radio|costume|joke|broma|toy|juguete|hedge|vacuum|puerco|paella|fritanga|cigarette|cigarro|cig';
/** Right after the words: an everyday thing that explains them. */
export const INNOCENT_AFTER = new RegExp(
  `^ (?:[^ .?,]+ ){0,4}(?:was|were|is|era|eran|fue|es|son|came from|comes from|viene)(?: [^ .?,]+){0,6} (?:${INNOCENT})(?= )`,
);

/** Paper about it: in the text, with the words named as a matter ("the invoice for the burst pipe"). */
export const PAPERWORK =
  / (?:invoices?|insurance|insurer|reimburse\w*|reimbursement|claim|billed|report number|incident report|police report|copy of the report|receipt|adjuster|factura|seguro|aseguradora|reembolso|indemniz\w*|(?:copia|numero) (?:de|del) (?:\w+ )?(?:informe|reporte|acta)|follow(?:ing)? up (?:on|about|regarding)|(?:in|with) reference to|seguimiento)(?= )/;
export const MATTER_BEFORE =
  / (?:for|about|on|of|from|after|to|regarding|cover|covers|covered|por|sobre|de|del|al|cubre|cubren) (?:the|that|last|this|a|an|my|our|la|el|los|las|esa|ese|una|un)?(?: ?[^ .?]+){0,2} $/;

export const PRESENT =
  / (?:right now|now|currently|at the moment|as we speak|still|again|ahora|ahorita|todavia|sigue|siguen|otra vez|de nuevo|tonight|esta noche|keeps|today|hoy|(?:wasnt|werent|not) there (?:last|before|yesterday)|no estaba)(?= )/;
/** Begun then and going on: "since last week", "hace dos semanas que". */
export const GOING_ON =
  / (?:is|are|has been|have been|keeps|since|esta|estan|desde|lleva|llevamos|sigue|hace(?: \w+){1,3} que)(?= )/;
export const STILL = / (?:still|again|todavia|sigue|siguen|otra vez|de nuevo|keeps|back) /;
/** These say that an answer is awaited or that all is well again, not that the trouble goes on. */
export const HARMLESS_STILL =
  / (?:(?:thanks|thank you|sorry|gracias) (?:again|otra vez|de nuevo)|still (?:waiting|await\w*|need|needs|want|owed|unpaid|missing|no (?:letter|refund|answer|reply))|(?:works?|working|running|fine) again|back (?:to normal|in|on|from)|hook(?: \w+){0,3} back|(?:todavia|aun) (?:espero|esperando|falta|me deben)|sigo esperando)(?= )/g;
