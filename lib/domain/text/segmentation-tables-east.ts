import type { WordLists } from './segmentation-lists.ts'

const RUSSIAN: WordLists = {
  joins: `акад англ гр греч д дер доц инж исп итал канд корп лат макс наб напр нар нем оз ок пер пл пос просп проф
    рус см ср стан т.е т.к т.н т.о тов ул фр`,
  numbers: 'рис гл п пп ст ч т с стр кн табл илл тел факс кв род мин',
  may: `авг апр дек изд им мар ноя нояб обл окт пр ред св сен сент фев февр янв`,
  counts: 'г гг в вв р',
  starters: `а без более будет был была были было в ведь весь вместе во во-первых впрочем все вся всё вчера вы где
    да даже для до другие другой его ее если есть еще ещё её за затем зачем здесь и из именно иногда их к каждый как
    какая какие какой ко когда который кроме кто куда лишь между многие можно мои мой моя мы на над надо наш наша
    наши не некоторые нет ни но нужно о об обычно один одна однако он она они оно особенно от перед по под после
    потом почему поэтому при про пусть с свой сегодня сейчас сколько со согласно среди та так такая также такие
    такой там те теперь то тогда тоже только тот тут ты у уже хотя часто через что чтобы эта эти это этот я`,
}

const UKRAINIAN: WordLists = {
  joins: 'див вул просп пров пл буд проф акад доц напр т.зв о гр англ нім фр лат',
  numbers: 'рис гл п пп ч т с стор кн табл тел кв',
  may: 'ім св обл січ лют бер квіт трав черв лип серп верес жовт лист груд',
  counts: 'р рр ст м г',
  starters: `а але багато без був буде була були було в вже ви вона вони воно все всі вчора від він де деякі для до
    з за зараз згідно зі й його кожен коли куди лише ми між на навіть над наш не ні о об один одна однак перед по
    потім при про проте під після серед скільки сьогодні та так також там теж ти то тоді той тому тут тільки у хоча
    хто це цей ця ці через чому ще що щоб я як яка який якщо які і із інші їх її`,
}

const POLISH: WordLists = {
  joins: `dr prof inż mgr hab ks gen płk mjr kpt por sierż abp bp św al ul pl np tzw tzn m.in wg im ww pow woj gm`,
  numbers: 'nr ok str art ust pkt poz godz tel rys tab s t rozdz',
  may: 'tys ub itd itp n.e p.n.e sp z.o.o stycz lut kwiet wrześ paźdz listop grudz',
  counts: 'r w',
  starters: `a ale bez był była było były choć co dla dlaczego dlatego do dzisiaj dziś gdy gdzie i ich ile inni ja
    jak jeden jednak jego jej jest jeszcze jeśli jeżeli już każdy kiedy kto która które który lecz ma między może my
    na nad nasz nawet nie niektórzy o od on ona one oni ono po pod potem przed przez przy są ta tak także tam te
    tego ten teraz też to tu ty tylko u w wczoraj we według wielu wszyscy wszystko wtedy wy z za ze`,
}

const CZECH: WordLists = {
  joins: `dr mudr judr ing mgr bc phdr prof doc rndr gen plk kpt tzv např ul nám tř tj resp cca max min př zvl`,
  numbers: 'č čl str odst kap tel s obr tab sv',
  may: 'tis mil mld hod stol n.l atd apod aj led ún břez dub květ červ září říj list pros s.r.o a.s',
  starters: `a ale ano ačkoli bez byl byla byli bylo co dnes do dokonce i jak je jeden jeho jejich její jen ještě
    jiní již jsou já k kam každý kde kdo kdy když ke kolik která které který mezi mnoho my má může na nad ne nyní
    náš někteří o od on ona oni ono pak po pod podle pokud potom pouze pro proto proč před přes při s se ta tady tak
    také tam ten tento teď to toto ty též u už v ve vy včera však vše všichni z za ze`,
}

const GREEK: WordLists = {
  joins: 'κ κα κ.κ δρ καθ βλ π.χ δηλ λ.χ αγ',
  numbers: 'αρ σελ τηλ άρθρ κεφ',
  may: 'μ.χ π.μ μ.μ κ.λπ κ.ά κλπ χλμ χιλ εκ ιαν φεβ μαρ απρ αυγ σεπ οκτ νοε δεκ',
  starters: `άλλοι ένα ένας έτσι έχει ή ήταν αλλά αν από αυτή αυτοί αυτό αυτός αύριο για γιατί δε δεν είναι είχε εδώ
    εκεί επίσης η θα κάποιοι και κατά μία με μετά μη μια να ναι ο οι ποιος πολλοί πού πριν πως σήμερα σε στα στη
    στην στις στο στον στους τα την της τι τις το τον του τους των τώρα χθες όλα όλοι όμως όπου όπως όταν όχι`,
}

export const TABLES_EAST: Readonly<Record<string, WordLists>> = {
  ru: RUSSIAN,
  uk: UKRAINIAN,
  be: RUSSIAN,
  pl: POLISH,
  cs: CZECH,
  el: GREEK,
  ar: { joins: 'أ.د م.د د أ', numbers: 'ص ج ت' },
  fa: { joins: 'دکتر', numbers: 'ص ج' },
  he: { joins: 'פרופ גב', numbers: 'עמ מס' },
  hi: { joins: 'डॉ प्रो श्री सुश्री पं कु', numbers: 'सं पृ' },
}
