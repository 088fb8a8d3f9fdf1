import type { WordLists } from './segmentation-lists.ts'
import { TABLES_EAST } from './segmentation-tables-east.ts'

const GERMAN: WordLists = {
  joins: `abt inh adr ausg erw gesch dir hr hrn fr frl hl bzw ca evtl ggf ggfs inkl exkl einschl zzgl abzgl vgl sog bspw insb insbes bes allg max
    mind ehem urspr geb gest verh dt engl frz lat griech ital span russ amerik österr schweiz poln röm kath ev dipl
    ing mag hrsg gebr fa st z.b d.h u.a o.g u.u z.t z.zt i.a i.d m.e s.o s.u u.ä n z m.a.w u.a.m a.d b.d resp
    gem ges lt v entspr e.g`,
  numbers: 's bde anm abb abs art kap tel tab nr ziff § vers zif lfd',
  may: `mio mrd tsd std sek jh jhd jhdt jun sen str co etc usw aufl ff f chr e.v o.ä uvm pl jan jän feb febr apr
    aug sept okt nov dez bd n.chr v.chr d.r i.r v.a km ltd inc min mo`,
  lettered: 'vitamin plan gruppe typ klasse hepatitis teil punkt anlage serie',
  starters: `der die das den dem des ein eine einer eines einem einen er sie es wir ihr ich du man dies diese dieser
    dieses diesem diesen jene jener jenes und aber oder doch denn sondern auch nur noch schon als wenn während weil
    da dass daß obwohl nachdem bevor seit im in am an auf aus bei beim mit nach von vom vor zu zum zur über unter
    durch für gegen ohne um bis hier dort dann danach damit dabei dazu dafür dagegen deshalb deswegen daher darum
    darüber darauf so wie was wer wo warum wann welche welcher welches nicht kein keine keiner alle alles viele
    einige mehrere andere beide sein seine seiner ihre ihrer ihren unser unsere mein meine jetzt heute gestern
    morgen später zuvor bereits außerdem allerdings jedoch trotzdem dennoch zudem inzwischen laut ist sind war
    waren hat haben hatte hatten wird werden wurde wurden kann können soll sollen muss müssen ja nein sogar
    schließlich insgesamt zwar ebenso zunächst ob je etwa`,
  ordinals: true,
}

const FRENCH: WordLists = {
  titles: 'm mm mme mmes mlle mlles me mgr dr drs pr prof st ste sts stes',
  joins: 'av apr cf env bd boul vs p.ex c.-à-d ex',
  numbers: 'art arts p pp n no vol fig chap éd tél al §',
  may: 'cie inc ltd janv févr avr juil oct nov déc',
  lettered: 'vitamine plan groupe type classe hépatite annexe série point catégorie',
  starters: `le la les l un une des du de d au aux il elle ils elles on nous vous je j tu ce cet cette ces c cela ça
    celui celle ceux qui que quoi quand où comment pourquoi si et mais ou donc or ni car dans en sur sous avec sans
    pour par à après avant depuis pendant selon lors chez entre vers contre malgré puis ensuite alors ainsi enfin
    aussi cependant toutefois pourtant néanmoins son sa ses leur leurs mon ma mes notre nos votre tout tous toute
    toutes plusieurs certains quelques chaque aucun autre autres même comme lorsque puisque bien très plus moins
    ne n s y ici là aujourd hier demain déjà non oui`,
}

const SPANISH: WordLists = {
  titles: 'd fr sto sta rev col',
  joins: `sr sra sres sras srta srtas dña dr dra dres dras prof profa lic ing arq gral cnel tte sgto mons rvdo excmo
    excma ilmo ilma pte pdte ee rr ss ff p.ej av avda aprox cf vs`,
  numbers: 'pág págs núm núms art arts cap vol fig tel n p pp nº',
  may: 'ud uds vd vds cía ltda ee.uu s.a ene feb abr jun jul ago sept oct nov dic rr.hh',
  starters: `el la los las lo un una unos unas él ella ellos ellas yo tú nosotros usted ustedes este esta estos estas
    ese esa eso esto aquel aquella su sus mi mis nuestro nuestra que quien qué quién cuándo cuando dónde donde cómo
    como por para según si y e o pero sino aunque porque pues en de del a al con sin sobre entre desde hasta hacia
    tras durante contra después antes luego entonces así también además no sí ya más muy todo todos toda todas
    algunos varios muchos otro otra otros otras cada es son era fue hay había se le les nos me te hoy ayer mañana
    ahora aquí allí embargo mientras`,
}

const ITALIAN: WordLists = {
  titles: 'col cap',
  joins: `on sen card sig sigg sig.ra sig.na sig.ri dott dott.ssa dr prof prof.ssa avv ing geom arch rag mons egr gent spett cfr p.es es vs`,
  numbers: 'pag pagg art artt n nn vol fig tel sec tab p pp ca',
  may: 's.p.a s.r.l gen feb mar apr giu lug ago sett ott nov dic',
  starters: `il lo la i gli le l un uno una un' egli lui lei loro noi voi io tu si è sono era erano ha hanno questo
    questa questi queste quello quella quelli che chi cosa quando dove come perché se e ed ma o oppure anche in nel
    nella nei nelle di del della dei delle da dal dalla a al alla ai alle con per su sul sulla tra fra dopo prima
    durante secondo poi quindi così inoltre tuttavia però non sì no più molti alcuni tutti tutto ogni altri suo sua
    suoi ieri oggi domani ora qui`,
}

const PORTUGUESE: WordLists = {
  titles: 'gen cel sto sta',
  joins: 'sr sra srs sras srta dr dra drs prof profa eng exmo exma av p.ex cf vs r',
  numbers: 'séc art arts pág págs n tel fl ap vol fig p pp cap',
  may: 'ltda cia s.a jan fev mar abr jun jul ago set out nov dez',
  starters: `o a os as um uma uns umas ele ela eles elas eu nós você vocês este esta estes estas esse essa isso isto
    aquele aquela seu sua seus suas que quem quando onde como por para se e ou mas porque pois em no na nos nas de do
    da dos das ao aos à às com sem sobre entre desde até após depois antes durante segundo então assim também além
    não sim já mais muito todos todas alguns vários muitos outro outra outros cada é são era foi há havia hoje ontem
    agora aqui`,
}

const DUTCH: WordLists = {
  titles: 'ds st',
  joins:
    'dhr mevr mw dr drs ir ing mr prof bijv o.a d.w.z m.b.t ca vgl resp zgn incl excl m.n t.o.v i.v.m',
  numbers: 'nr nrs blz p art tel vol fig',
  may: 'bv jan febr feb mrt apr jun jul aug sept okt nov dec n.chr v.chr etc',
  starters: `de het een hij zij ze wij we ik je u dit dat deze die er en maar of want dus in op aan bij met na naar
    van voor over uit om tot door tegen zonder onder tussen tijdens volgens als toen wanneer omdat terwijl hoewel
    daar hier dan daarna ook niet geen wel nog al zijn haar hun ons onze wie wat waar waarom hoe alle veel sommige
    andere is was waren heeft had kan zal wordt werd vandaag gisteren nu later eerder echter bovendien`,
}

const DANISH: WordLists = {
  joins: 'dr prof hr fr f.eks bl.a ca jf d.v.s dvs pga',
  numbers: 'stk nr kl s pkt tlf art',
  may: 'kr mio mia jan feb mar apr jun jul aug sept okt nov dec f.kr e.kr m.m m.fl',
  starters: `den det de en et han hun vi jeg du i man der dette denne disse og men eller for så at som hvis når da
    fordi selv om efter før siden under over på ved til fra med uden af mellem ifølge her nu også ikke kun hvad
    hvem hvor hvorfor hvordan alle mange nogle andre er var har havde kan skal vil blev bliver`,
}

const SWEDISH: WordLists = {
  joins: 'dr prof hr fr t.ex bl.a s.k ca jfr dvs d.v.s fr.o.m t.o.m',
  numbers: 'nr kl s tel kap',
  may: 'kr milj jan feb febr mars apr aug sept okt nov dec m.m m.fl f.kr e.kr',
  starters: `den det de en ett han hon vi jag du ni man detta denna dessa och men eller för så att som om när då
    eftersom efter före sedan under över på i vid till från med utan av mellan enligt här nu också inte bara vad vem
    var varför hur alla många några andra är hade har kan ska blev blir`,
}

const TURKISH: WordLists = {
  titles: 'dr prof doç yrd sn av öğr gör alb yzb org gen',
  joins: 'örn bkz',
  numbers: 'no tel s sf',
  may: 'vb vd cad sok mah yy m.ö m.s',
  starters: `bu şu o bir ve ama fakat ancak için daha sonra önce ben sen biz siz onlar her bazı çok ne nasıl neden kim
    nerede burada orada şimdi bugün dün yarın ayrıca böylece çünkü eğer hem ya da de ise`,
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
