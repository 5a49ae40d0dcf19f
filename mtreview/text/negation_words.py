"""Words and turns of phrase that deny something, or that stand where the other language denies it."""

from __future__ import annotations

# Turns with a negative word in them that say nothing negative, or that the other language often says without one.
SPANISH_TURNS = r"""
sin embargo|no obstante|(?:no|ni) (?:s[oó]lo|s[oó]lamente|[uú]nicamente|meramente|simplemente|tanto|ya|siquiera)|¿no
|no(?=\?)|no (?:se|fue)(?:an?|r|sen?|ran?)|a no ser|de no (?:ser|haber)|no ser[aá] que|no (?:cabe|hay|tengo) dudas?|
(?:que|como|antes|casi|cuanto) (?:nunca|nadie|nada|ning[uú]n[ao]?)|nada (?:m[aá]s|menos)|no va m[aá]s|ni que|
c[oó]mo no|casi no|hasta que no|si no (?:en|por|porque|que|con|a|tambi[eé]n)|hace \w+ que no|ahora o nunca|no o|o no|
no (?:hac|hic)\w+ (?:otra cosa|m[aá]s) que|
no (?:es )?(?:otra|m[aá]s|otro) \w+ (?:que|sino)|(?:nada|cosa) sino|no (?:m[aá]s|menos) (?:de|que)|(?:no|nunca|
sin) (?:\w{2,6} )?(?:par|ces|dej|acab|termin)\w{1,5} de|no (?:para|cesa|cese)[nrs]?|no (?:tard|vacil|dud|falt|olvid|
import|cab)\w+|no hace much\w+|(?:no|sin) (?:\w+ ){0,3}(?:problemas?|inconvenientes?|dificultad(?:es)?|desperdicio|
verg[uü]enza|secreto)|ni mucho menos|no (?:\w+ )?(?:descart|ausent|mayor|menor|super|exced|sobrepas|baj|perd)\w+|
no es (?:nada )?m[aá]s que|no (?:\w+ ){0,2}otra cosa|tampoco falt\w+|no sab\w+ qu[eé]|no (?:\w+ ){0,2}disuad\w+|
no (?:mucho|muy|poc[oa]s?|bien|obstante|en vano|en balde|est[aáeéoy]\w* de acuerdo|s[eé] qu[eé])|
no se trata (?:s[oó]lo|solamente)|sin (?:dudas?|dudar|dudarlo|pensar|fines|lugar|precedentes?|parar|cesar|falta|igual|
querer|par|fin|l[ií]mites?|ir m[aá]s|ton|tregua|contar|hogar|fondo|sentido|apenas|m[aá]s|olvidar|problemas?|rodeos|
vueltas|procesar|formato|formatear|uniforme|posibilidad(?:es)?|salida|mencionar|hablar|valor|vida|techo|empleo|
trabajo|cuartel|piedad|hilos|cables?|descanso)|no (?:\w+ ){0,2}evitar|
qued\w{1,5} sin
"""

ENGLISH_TURNS = r"""
not (?:only|that|entirely|far|directly|long|rare|all|every\w*|always|a few|few|just|merely|simply|solely|until|till|
least|to mention|necessarily|so much|even|un\w+|in\w+|so|really)|no (?:matter|longer|doubt|more|less|sooner|later|
fewer|wonder|uncertain|bounds|such|stranger|sooner|smoking)|nothing (?:but|more|less|to do with|short of)|
none the less|why (?:not|don't)|(?:or|than|if|but|whether) not|(?:cannot|can't|couldn't) (?:help|wait|but|stand)|
(?:don't|didn't|doesn't) (?:care|mind|worry|forget|you|think)|no\.? ?\d+|[cdhimsw]\w{1,5}n't(?: (?:i|you|he|she|it|
we|they))?(?=\?)|(?:won't|wouldn't|don't|doesn't|didn't|isn't|aren't|can't) (?:you|we|he|she|they|i|it)|(?:than|
or) never|never before|never ending|non\w*|without (?:a )?(?:doubt|question|fail|exception)|other than|yet to|
long before|if nothing else|to say nothing of
"""

# What may carry a denial inside a word, as beginnings of lower-cased words.
ENGLISH_BEARERS = r"""
un(?!fortun|der|t[io]|cle[s']?$|i[ocqtvf]|anim)\w{2}|dis(?:ab|adv|agr|appe|appr|arm|band|charg|claim|conn|cont|cour|
est|grac|hon|inte|joi|lik|lo[cy]|miss|obe|ord|pens|prov|qual|reg|res|rupt|satis|soc|solv|trust|use)|mis(?:under|tak|
us)|non|in(?:a(?:c|b|d[ev]|p|t)|cap|comp(?:l|at|eten)|con|corr|cred|cur|def|dep|diff|dire|disc|disp|eff|el|evit|
exper|exh|exp|fin|formal|grat|hum|nop|secu|sens|sign|sol|stab|suff|tang|tol|val|vis|vol)|im(?:poss|pati|perf|prac|
prop|prob|puni|mob|mor|mutab)|il(?:leg|lit|log)|ir(?:reg|rel|resp|rev|rep)|fail|lack|refus|den(?:[iy]|ounc)|rejec|
declin|avoi|preven|prohib|ban(?:s|ned|ning)?$|forb|stop|ceas|quit$|absen|exclud|except(?!ion)|exempt|free(?:$|ly|
ing)|empt|void|devoid|barely|scarce|rare(?:ly)?$|seldom|unless|otherwise|ignor|forg[eo]t|neglec|abst|refrai|oppose|
contrar|zero|nil$|null|rid$|vain|waiv|violat|breach|regardl|irresp|reluctan|never(?!the)|neither|nor$|nothing|none$|
nobody|nowhere|no$|not$|cannot|without|\w+n't$|withh|miss(?:ed|es|ing)$|idle|minus|lest$|depriv|devol|expir|stuck|
block|hate[sd]?$|disl|spare|abol|anonym|difficult|conflict|stripp?|underrep|rule[ds]?$|deplet|extinct|naked|blank|
bare$|avert|ill$|(?!wire)\w+less(?:ly|ness)?$|skip|overlo|omit|suspen|vacan|fals|fake|remain|raw$|plain|exclusive$|
extingu|hid(?:e|es|ing|den)$|negat|mixed$|doubtful$|asympt|atyp|(?:in|im|ir|il|un)\w{3,}[ai]bl[ey]$|\w+free$
"""

# English words that can carry a denial, but far more often do not.
ENGLISH_DOUBTFUL = r"""
(?:out|off|away|only|rather|less|bad|keep\w*|kept|stays?|little|left|leaving|instead|short|hardly|still|until|far|
too|low|against|miss)$
"""

SPANISH_BEARERS = r"""
in(?:ac|ad(?:ec|m)|ag|alt|apro|aud|cap|cier|compa|comple|compe|conc|cons[ci]|cont|corr|cre[ií]|cumpl|cómo|def|dep|
dec|des|dif|dir|discu|dispe|dom|efi|elu|esp|est[ai]b|evi|exi|exp|fal|fin|fruc|formal|grat|hab|hóspi|hum|jus|mens|móv|mor|
mut|nec|oce|opor|seg|sens|sign|sol|sopor|sost|sufi|susti|tang|tol|útil|utili|usu|váli|visi|volu)|im(?:pos|pac|perf|prac|prob
|prop|prud|pun|pens|prec|prev)|il(?:eg|imi|óg)|ir(?:re[agplv]|res)|des(?!d|arr|pu[eé]|t[ir]|e[ao]|cu|per|pach|can|
cri|fil|gra|ier|ta|ple|em)|dis(?:cap|con|cre|gus|par|tin)|falt|car[eé]c|caren|neg[aóué]|nieg|rech|imp[ei]d|evit|
deneg|denieg|prohib|fracas|excepto|excluy|ausen|ignor|olvid|resist|absten|suspen|anul|fall[aóoi]|vac[ií]|error|errón
|priv[aóe]|rehus|ileso|nul[oa]|imbatid|indem
"""

SPANISH_DOUBTFUL = r"""
(?:más|hasta|aún|antes|s[oó]lo|menos|verdad|contra|casi|poc[ao]s?|igual|vano|apenas|salvo|alguno|cualquier|lejos|
peor|mal[ao]?s?|raras?|vez|sino|gratis|ni|qué)$|dej[aeoó]|quit[aeoó]|perd|pierd|difícil|escas|contrari|dud|escap|ojalá|
opon|opuest|ajen|abandon|retir|extrañ|muri|muert|suficiente|bastante|cuest[ae]
"""
