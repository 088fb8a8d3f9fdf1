import type { WordLists } from './segmentation-lists.ts'
import { TABLES_EAST } from './segmentation-tables-east.ts'

const GERMAN: WordLists = {
  joins: `a.d abt abzgl adr allg amerik ausg b.d bes bspw bzw ca d.h dipl dir dt e.g ehem einschl engl entspr erw ev
    evtl exkl fa fr frl frz geb gebr gem ges gesch gest ggf ggfs griech hl hr hrn hrsg i.a i.d ing inh inkl insb
    insbes ital kath lat lt m.a.w m.e mag max mind n o.g poln resp russ röm s.o s.u schweiz sog span st u.a u.a.m
    u.u u.ä urspr v verh vgl z z.b z.t z.zt zzgl österr`,
  numbers: 's bde anm abb abs art kap tel tab nr ziff § vers zif lfd',
  may: `apr aufl aug bd chr co d.r dez e.v etc f feb febr ff i.r inc jan jh jhd jhdt jun jän km ltd min mio mo mrd
    n.chr nov o.ä okt pl sek sen sept std str tsd usw uvm v.a v.chr`,
  lettered: 'vitamin plan gruppe typ klasse hepatitis teil punkt anlage serie',
  starters: `aber alle allerdings alles als am an andere auch auf aus außerdem bei beide beim bereits bevor bis da
    dabei dafür dagegen daher damit danach dann darauf darum darüber das dass dazu daß dem den denn dennoch der des
    deshalb deswegen die dies diese diesem diesen dieser dieses doch dort du durch ebenso ein eine einem einen einer
    eines einige er es etwa für gegen gestern haben hat hatte hatten heute hier ich ihr ihre ihren ihrer im in
    insgesamt inzwischen ist ja je jedoch jene jener jenes jetzt kann kein keine keiner können laut man mehrere mein
    meine mit morgen muss müssen nach nachdem nein nicht noch nur ob obwohl oder ohne schließlich schon sein seine
    seiner seit sie sind so sogar soll sollen sondern später trotzdem um und unser unsere unter viele vom von vor
    wann war waren warum was weil welche welcher welches wenn wer werden wie wir wird wo wurde wurden während zu
    zudem zum zunächst zur zuvor zwar über`,
  ordinals: true,
}

const FRENCH: WordLists = {
  titles: 'm mm mme mmes mlle mlles me mgr dr drs pr prof st ste sts stes',
  joins: 'av apr cf env bd boul vs p.ex c.-à-d ex',
  numbers: 'art arts p pp n no vol fig chap éd tél al §',
  may: 'cie inc ltd janv févr avr juil oct nov déc',
  lettered: 'vitamine plan groupe type classe hépatite annexe série point catégorie',
  starters: `ainsi alors après au aucun aujourd aussi autre autres aux avant avec bien c car ce cela celle celui
    cependant certains ces cet cette ceux chaque chez comme comment contre d dans de demain depuis des donc du déjà
    elle elles en enfin ensuite entre et hier ici il ils j je l la le les leur leurs lors lorsque là ma mais malgré
    mes moins mon même n ne ni non nos notre nous néanmoins on or ou oui où par pendant plus plusieurs pour pourquoi
    pourtant puis puisque quand que quelques qui quoi s sa sans selon ses si son sous sur tous tout toute toutefois
    toutes très tu un une vers votre vous y à ça`,
}

const SPANISH: WordLists = {
  titles: 'd fr sto sta rev col',
  joins: `aprox arq av avda cf cnel dr dra dras dres dña ee excma excmo ff gral ilma ilmo ing lic mons p.ej pdte
    prof profa pte rr rvdo sgto sr sra sras sres srta srtas ss tte vs`,
  numbers: 'pág págs núm núms art arts cap vol fig tel n p pp nº',
  may: 'ud uds vd vds cía ltda ee.uu s.a ene feb abr jun jul ago sept oct nov dic rr.hh',
  starters: `a además ahora al algunos allí antes aquel aquella aquí así aunque ayer cada como con contra cuando
    cuándo cómo de del desde después donde durante dónde e el ella ellas ellos embargo en entonces entre era es esa
    ese eso esta estas este esto estos fue había hacia hasta hay hoy la las le les lo los luego mañana me mi
    mientras mis muchos muy más no nos nosotros nuestra nuestro o otra otras otro otros para pero por porque pues
    que quien quién qué se según si sin sino sobre son su sus sí también te toda todas todo todos tras tú un una
    unas unos usted ustedes varios y ya yo él`,
}

const ITALIAN: WordLists = {
  titles: 'col cap',
  joins: `on sen card sig sigg sig.ra sig.na sig.ri dott dott.ssa dr prof prof.ssa avv ing geom arch rag mons egr gent spett cfr p.es es vs`,
  numbers: 'pag pagg art artt n nn vol fig tel sec tab p pp ca',
  may: 's.p.a s.r.l gen feb mar apr giu lug ago sett ott nov dic',
  starters: `a ai al alcuni alla alle altri anche che chi come con cosa così da dal dalla dei del della delle di
    domani dopo dove durante e ed egli era erano fra gli ha hanno i ieri il in inoltre io l la le lei lo loro lui ma
    molti nei nel nella nelle no noi non o oggi ogni oppure ora per perché però più poi prima quando quella quelli
    quello questa queste questi questo qui quindi se secondo si sono su sua sul sulla suo suoi sì tra tu tuttavia
    tutti tutto un un' una uno voi è`,
}

const PORTUGUESE: WordLists = {
  titles: 'gen cel sto sta',
  joins: 'sr sra srs sras srta dr dra drs prof profa eng exmo exma av p.ex cf vs r',
  numbers: 'séc art arts pág págs n tel fl ap vol fig p pp cap',
  may: 'ltda cia s.a jan fev mar abr jun jul ago set out nov dez',
  starters: `a agora alguns além antes ao aos após aquela aquele aqui as assim até cada com como da das de depois
    desde do dos durante e ela elas ele eles em entre então era essa esse esta estas este estes eu foi havia hoje há
    isso isto já mais mas muito muitos na nas no nos não nós o onde ontem os ou outra outro outros para pois por
    porque quando que quem se segundo sem seu seus sim sobre sua suas são também todas todos um uma umas uns você
    vocês vários à às é`,
}

const DUTCH: WordLists = {
  titles: 'ds st',
  joins:
    'dhr mevr mw dr drs ir ing mr prof bijv o.a d.w.z m.b.t ca vgl resp zgn incl excl m.n t.o.v i.v.m',
  numbers: 'nr nrs blz p art tel vol fig',
  may: 'bv jan febr feb mrt apr jun jul aug sept okt nov dec n.chr v.chr etc',
  starters: `aan al alle als andere bij bovendien daar daarna dan dat de deze die dit door dus echter een eerder en
    er geen gisteren haar had heeft het hier hij hoe hoewel hun ik in is je kan later maar met na naar niet nog nu
    of om omdat onder ons onze ook op over sommige tegen terwijl tijdens toen tot tussen u uit van vandaag veel
    volgens voor waar waarom wanneer want waren was wat we wel werd wie wij wordt zal ze zij zijn zonder`,
}

const DANISH: WordLists = {
  joins: 'dr prof hr fr f.eks bl.a ca jf d.v.s dvs pga',
  numbers: 'stk nr kl s pkt tlf art',
  may: 'kr mio mia jan feb mar apr jun jul aug sept okt nov dec f.kr e.kr m.m m.fl',
  starters: `af alle andre at blev bliver da de den denne der det dette disse du efter eller en er et for fordi fra
    før han har havde her hun hvad hvem hvis hvor hvordan hvorfor i ifølge ikke jeg kan kun man mange med mellem men
    nogle nu når og også om over på selv siden skal som så til uden under var ved vi vil`,
}

const SWEDISH: WordLists = {
  joins: 'dr prof hr fr t.ex bl.a s.k ca jfr dvs d.v.s fr.o.m t.o.m',
  numbers: 'nr kl s tel kap',
  may: 'kr milj jan feb febr mars apr aug sept okt nov dec m.m m.fl f.kr e.kr',
  starters: `alla andra att av bara blev blir de den denna dessa det detta du då efter eftersom eller en enligt ett
    från för före hade han har hon hur här i inte jag kan man med mellan men många ni nu när några och också om på
    sedan ska som så till under utan vad var varför vem vi vid är över`,
}

const TURKISH: WordLists = {
  titles: 'dr prof doç yrd sn av öğr gör alb yzb org gen',
  joins: 'örn bkz',
  numbers: 'no tel s sf',
  may: 'vb vd cad sok mah yy m.ö m.s',
  starters: `ama ancak ayrıca bazı ben bir biz bu bugün burada böylece da daha de dün eğer fakat hem her ise için
    kim nasıl ne neden nerede o onlar orada sen siz sonra ve ya yarın çok çünkü önce şimdi şu`,
  ordinals: true,
}

/** Tables by primary language subtag. */
export const TABLES: Readonly<Record<string, WordLists>> = {
  ...TABLES_EAST,
  de: GERMAN,
  fr: FRENCH,
  es: SPANISH,
  it: ITALIAN,
  pt: PORTUGUESE,
  nl: DUTCH,
  da: DANISH,
  sv: SWEDISH,
  tr: TURKISH,
}
