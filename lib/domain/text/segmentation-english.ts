import type { WordLists } from './segmentation-lists.ts'

/** English, with the abbreviations of American and British news style. */
export const ENGLISH: WordLists = {
  joins: 'messrs mx mme mlle vs v cf eg ie viz approx e.g i.e',
  titles: `sec mr mrs ms drs prof profs rev revs hon gov govs sen sens rep reps gen gens col cols lt sgt capt cmdr
    cmdt adm maj cpl pvt pfc spc ssgt msgt brig ens ste mt mts ft supt insp det pres amb fr msgr cllr const atty
    asst secy mssrs`,
  streets: 'st dr sr',
  numbers: `no nos p pp para paras fig figs vol vols secs cong supp doc docs rec sect art arts ch chap chaps eq eqs ref refs n nn
    op ed eds ext tel pt pts rte hwy app ver bk r b d c ca est sun sat mar cl reg regs ex exh tab rs
    max min avg rm apt prop res`,
  may: 'al ph.d',
  names: `fed inc ltd co cos corp bros llc plc jr esq dept depts dist ave blvd rd pkwy expy jan feb apr jun jul aug
    sept sep oct nov dec mon tue tues wed thu thur thurs fri assn assoc univ inst govt natl intl mfg bldg ctr mgr exec comm
    ariz calif colo conn fla mich minn mont nebr nev okla tenn tex wis wisc wyo alta sask nfld que`,
  places: 'ala ark del ga ill ind kan kans ky la mass md me miss mo neb ont ore pa va vt wash man',
  times: 'a.m p.m am pm',
  lettered: `vitamin vitamins hepatitis plan group groups grade type point part section class appendix exhibit
    figure team pool category series war option phase step model unit table zone area building terminal gate row
    channel stage block answer question letter influenza omega serie route line bus train vote chapter title
    schedule division league tier lot level shot`,
  speech: `said says asked asks replied replies added adds told tells wrote writes tweeted posted shouted cried
    yelled called screamed whispered wondered exclaimed demanded answered answers responded responds joked
    remarked recalled recalls inquired insisted insists continued continues declared declares announced muttered
    murmured snapped laughed smiled sighed begged pleaded quipped beamed thought explained`,
  starters: `the a an this that these those he she it they we i you his her its their our my your who whom whose
    what when where why how which whether if and but or nor yet so because although though while as since until
    unless after before once during despite following in on at for from with without by to of into about above
    across against among amid around behind beneath beside between beyond inside near over through
    throughout upon within here there then now today tomorrow yesterday later earlier meanwhile however moreover
    furthermore nevertheless nonetheless instead otherwise therefore thus hence also still even just only perhaps
    maybe indeed finally eventually recently previously currently originally initially subsequently similarly
    additionally according both many most some several few each every either neither none nobody nothing
    everyone everything someone something anyone anything other others another such is are was were do does did
    has have had can could would should might must not never always often sometimes usually yes please thank
    thanks let one two three four five six seven eight nine ten dozens hundreds thousands officials police
    authorities investigators prosecutors residents critics supporters opponents experts scientists researchers
    analysts doctors witnesses reports sources protesters people scholars historians lawmakers`,
}
