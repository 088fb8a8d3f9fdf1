import type { WordLists } from './segmentation-lists.ts'

const RUSSIAN: WordLists = {
  joins: `см ср ул просп пер пл наб корп проф акад доц канд инж напр т.е т.к т.н т.о оз гр тов англ нем фр лат
    греч итал исп рус нар ок макс пос дер стан д`,
  numbers: 'рис гл п пп ст ч т с стр кн табл илл тел факс кв род мин',
  may: `им св пр изд ред обл янв фев февр мар апр авг сент сен окт нояб ноя
    дек`,
  counts: 'г гг в вв р',
  starters: `в во на с со и а но он она оно они мы вы я ты это этот эта эти тот та те то что чтобы кто как когда где
    куда если хотя для по к ко о об от из у за при до после перед под над про без через во-первых также тоже ещё еще
    уже не ни нет да так там тут здесь поэтому однако затем потом тогда сейчас теперь сегодня вчера все всё весь вся
    его её ее их наш наша наши мой моя мои свой каждый один одна только лишь более другие другой некоторые многие
    среди согласно кроме впрочем между вместе именно даже ведь пусть можно нужно надо есть был была было были будет
    почему зачем сколько какой какая какие который такой такая такие особенно обычно иногда часто`,
}

const UKRAINIAN: WordLists = {
  joins: 'див вул просп пров пл буд проф акад доц напр т.зв о гр англ нім фр лат',
  numbers: 'рис гл п пп ч т с стор кн табл тел кв',
  may: 'ім св обл січ лют бер квіт трав черв лип серп верес жовт лист груд',
  counts: 'р рр ст м г',
  starters: `у в на з із зі і й та а але він вона воно вони ми ви я ти це цей ця ці той то що щоб хто як коли де куди
    якщо хоча для по до о об від за при після перед під над про без через також теж ще вже не ні так там тут тому
    проте однак потім тоді зараз сьогодні вчора всі все його її їх наш кожен один одна лише тільки інші деякі багато
    серед згідно між навіть чому скільки який яка які був була було були буде`,
}

const POLISH: WordLists = {
  joins: `dr prof inż mgr hab ks gen płk mjr kpt por sierż abp bp św al ul pl np tzw tzn m.in wg im ww pow woj gm`,
  numbers: 'nr ok str art ust pkt poz godz tel rys tab s t rozdz',
  may: 'tys ub itd itp n.e p.n.e sp z.o.o stycz lut kwiet wrześ paźdz listop grudz',
  counts: 'r w',
  starters: `w we na z ze i a ale lecz on ona ono oni one my wy ja ty to ten ta te tego co kto jak kiedy gdy gdzie
    jeśli jeżeli choć dla po do od o u za przy przed pod nad bez przez także też jeszcze już nie tak tam tu dlatego
    jednak potem wtedy teraz dziś dzisiaj wczoraj wszystko wszyscy jego jej ich nasz każdy jeden tylko inni niektórzy
    wielu według między nawet dlaczego ile który która które był była było były jest są ma może`,
}

const CZECH: WordLists = {
  joins: `dr mudr judr ing mgr bc phdr prof doc rndr gen plk kpt tzv např ul nám tř tj resp cca max min př zvl`,
  numbers: 'č čl str odst kap tel s obr tab sv',
  may: 'tis mil mld hod stol n.l atd apod aj led ún břez dub květ červ září říj list pros s.r.o a.s',
  starters: `v ve na s se z ze k ke o u i a ale však on ona ono oni my vy já ty to ten ta toto tento co kdo jak
    když kdy kde kam pokud ačkoli pro po do od za při před pod nad bez přes také též ještě už již ne ano tak tam tady
    proto pak potom nyní teď dnes včera vše všichni jeho její jejich náš každý jeden jen pouze jiní někteří mnoho
    podle mezi dokonce proč kolik který která které byl byla bylo byli je jsou má může`,
}

const GREEK: WordLists = {
  joins: 'κ κα κ.κ δρ καθ βλ π.χ δηλ λ.χ αγ',
  numbers: 'αρ σελ τηλ άρθρ κεφ',
  may: 'μ.χ π.μ μ.μ κ.λπ κ.ά κλπ χλμ χιλ εκ ιαν φεβ μαρ απρ αυγ σεπ οκτ νοε δεκ',
  starters: `ο η το οι τα των του της τον την τους τις ένας μια μία ένα αυτός αυτή αυτό αυτοί και αλλά ή όμως στο στη
    στην στον στους στις στα σε από με για κατά μετά πριν όταν όπου όπως πως ποιος τι πού γιατί αν δεν δε μη ναι όχι
    επίσης έτσι τώρα σήμερα χθες αύριο εδώ εκεί όλοι όλα πολλοί κάποιοι άλλοι είναι ήταν έχει είχε θα να`,
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
