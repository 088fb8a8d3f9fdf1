import type { WordLists } from './segmentation-lists.ts'

/** English, with the abbreviations of American and British news style. */
export const ENGLISH: WordLists = {
  joins: 'messrs mx mme mlle vs v cf eg ie viz approx e.g i.e',
  titles: `adm amb asst atty brig capt cllr cmdr cmdt col cols const cpl det drs ens fr ft gen gens gov govs hon
    insp lt maj mr mrs ms msgr msgt mssrs mt mts pfc pres prof profs pvt rep reps rev revs sec secy sen sens sgt spc
    ssgt ste supt`,
  streets: 'st dr sr',
  numbers: `app apt art arts avg b bk c ca ch chap chaps cl cong d doc docs ed eds eq eqs est ex exh ext fig figs
    hwy mar max min n nn no nos op p para paras pp prop pt pts r rec ref refs reg regs res rm rs rte sat secs sect
    sun supp tab tel ver vol vols`,
  may: 'al ph.d',
  names: `alta apr ariz assn assoc aug ave bldg blvd bros calif co colo comm conn corp cos ctr dec dept depts dist
    esq exec expy feb fed fla fri govt inc inst intl jan jr jul jun llc ltd mfg mgr mich minn mon mont natl nebr nev
    nfld nov oct okla pkwy plc que rd sask sep sept tenn tex thu thur thurs tue tues univ wed wis wisc wyo`,
  places: 'ala ark del ga ill ind kan kans ky la mass md me miss mo neb ont ore pa va vt wash man',
  times: 'a.m p.m am pm',
  lettered: `answer appendix area block building bus category channel chapter class division exhibit figure gate
    grade group groups hepatitis influenza league letter level line lot model omega option part phase plan point
    pool question route row schedule section serie series shot stage step table team terminal tier title train type
    unit vitamin vitamins vote war zone`,
  speech: `added adds announced answered answers asked asks beamed begged called continued continues cried declared
    declares demanded exclaimed explained inquired insisted insists joked laughed murmured muttered pleaded posted
    quipped recalled recalls remarked replied replies responded responds said says screamed shouted sighed smiled
    snapped tells thought told tweeted whispered wondered writes wrote yelled`,
  starters: `a about above according across additionally after against also although always amid among an analysts
    and another anyone anything are around as at authorities because before behind beneath beside between beyond
    both but by can could critics currently despite did do doctors does dozens during each earlier eight either even
    eventually every everyone everything experts few finally five following for four from furthermore had has have
    he hence her here his historians how however hundreds i if in indeed initially inside instead into investigators
    is it its just later lawmakers let many maybe meanwhile might moreover most must my near neither never
    nevertheless nine nobody none nonetheless nor not nothing now of officials often on once one only opponents or
    originally other others otherwise our over people perhaps please police previously prosecutors protesters
    recently reports researchers residents scholars scientists seven several she should similarly since six so some
    someone something sometimes sources still subsequently such supporters ten thank thanks that the their then
    there therefore these they this those though thousands three through throughout thus to today tomorrow two
    unless until upon usually was we were what when where whether which while who whom whose why with within without
    witnesses would yes yesterday yet you your`,
}
