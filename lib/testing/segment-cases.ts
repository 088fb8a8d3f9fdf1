/**
 * Text of our own writing for the segmenter, by rule and language. A bar stands where a sentence ends: ` | `
 * for a space, `|` alone where nothing stands between.
 */
export interface SegmentCase {
  readonly rule: string
  readonly lang: string
  readonly line: string
}

/** The text of a case and the sentences it should fall into. */
export function readCase(line: string): { text: string; sentences: readonly string[] } {
  const text = line.replaceAll(' | ', ' ').replaceAll('|', '')
  return { text, sentences: line.split('|').map((part) => part.trim()) }
}

/** Cases of one rule and language, one a line; `⏎` stands for a line break. */
export const cases = (rule: string, lang: string, lines: string): readonly SegmentCase[] =>
  lines
    .trim()
    .split('\n')
    .map((line) => ({ rule, lang, line: line.trim().replaceAll('⏎', '\n') }))

export const ENGLISH_CASES: readonly SegmentCase[] = [
  ...cases(
    'SEG2',
    'en',
    `
    In March, U.S. officials met the then-U.S. President. | They own a house in Virginia, U.S.
    The U.S. Under Secretary of State met the U.N. envoy. | The U.N. said nothing.
    I lived in the U.K. for nine years. | I live in the U.S. | How about you?
    He works for the U.S. Government in Ohio. | Smith Jr. won. | King Jr. Day is a holiday.
    Halden Inc. Chief Executive Tom Vik resigned. | Shares of Halden Inc. fell.
    They sold it to Lund, Holt & Co. at noon. | They told Lund, Holt & Co. | It closed yesterday.
    Let's ask Ann and co. | They should know.
    Officers went to 1200 N. Main St. around five. | Police found nothing on Main St. | They left St. Olaf's.
    They came from St. Louis, Mo., and Ft. Worth. | He lives in Portland, Ore. | She lives in Salem, Mass.
    SACRAMENTO, Calif. (AP) — Gov. Ann Lund signed it. | Sen. Holt, D-N.Y., did not.
    Lt. Gov. Ann Berg met Sgt. 1st Class Joe Vik. | Prof. Karl Meier, M.D., listened.
    It happened on Jan. 6. | It was his third job since Sept. 2010.
    The trial (Lund v. State) is over. | Holt vs. Lund is not.
    It paid Rs. 500 crore. | See fig. 3, pp. 4-5 and Sec. 230. | No. 3 is Volvo. | No. | I mean it.
    Lund et al. (2010) found it. | Others, e.g. Ms. Vik, did not. | P.S. It rained.
    `,
  ),
  ...cases(
    'SEG7',
    'en',
    `
    It rose. | iPhone sales drove it. | al-Amin left. | https://example.org/a?b=c.d has more.
    we met at noon. | nobody spoke. | then it rained.
    The band Wham! played. | Yahoo! Inc. paid. | She works at Yahoo! in Ohio.
    Why now? | Because! | 40 people came. | $7 was absurd. | @galley wrote it. | #news trended.
    `,
  ),
  ...cases(
    'SEG8',
    'en',
    `
    Her name is Anna K. Lund. | J. R. R. Holt and J.P. Vik came.
    We make a good pair, you and I. | Did you see Albert I. Holt?
    Vitamin C. | It was plan B. | Doctors agree. | Take vitamin D. | Holt does. | The war was World War I. | Lund won.
    It hit 40 °C. | Crops failed at 41 C. | Farmers left.
    `,
  ),
  ...cases(
    'SEG9',
    'en',
    `
    At 6 a.m. Mr. Holt went out. | He left the pier at 7 P.M. | Mr. Holt then went home.
    The council met at 7 p.m. Monday. | It resumes at 10 a.m. EDT on Sept. 4. | It adjourned at 9:30 p.m. | Mayor Lund left.
    A.M. Best rates it. | It is 3 p.m. | Where are you?
    `,
  ),
  ...cases(
    'SEG10',
    'en',
    `
    It cost $20.00. | It grew 3.5 percent to €2.4 million. | 81 people came. | It was 1,000.
    It is version 2.0. | Then came 3.0.1. | You can find it at N°. 1026.253. | That is it.
    3. Then it rained. | IV. The end.
    `,
  ),
  ...cases(
    'SEG11',
    'en',
    `
    I never meant this.... | She left the shop. | He paused... | Then he spoke. | He paused… and left.
    I wasn’t ... well, what I mean...see . . . what I am saying is . . . I didn’t mean it.
    It was “less complex. . . .” | He wrote of stairs [...] and doors.
    End it with a period . . . . | The next. | It leaked. | . . . The roof did. | ... It was old.
    “I… I don't know.” | She nodded.
    `,
  ),
  ...cases(
    'SEG12',
    'en',
    `
    “We knew. | We did nothing,” she said. | “Very bad.” | He left.
    He turned to her, "It is fine." he said. | He turned to her, 'It is fine.' | She held the map out.
    “Who pays?” Holt asked. | “Not us!” Mayor Ann Berg replied. | “Why?” | He did not know.
    He asked “What now?” and “Who pays?” before leaving. | “They said, ‘Go home.’ | We went.”
    “It leaks!” | “How bad?” | “Very.” | The album “Help!” sold well.
    `,
  ),
  ...cases(
    'SEG13',
    'en',
    `
    It rained.|Today is Friday.|Mr. Holt bought 1,000.|That is a lot!|We left.
    See Example.Com or ann.Lund@example.org. | Node.js, www.Example.org and U.S.A are fine.
    `,
  ),
  ...cases(
    'SEG14',
    'en',
    `
    He sells fish (He once was a cook.) at the harbour. | The plan (it was his. It failed.) cost millions.
    (See Page 2.) | The rest is online. | (It rained. | It snowed.)
    He was born in 1950 (?) in Ohio. | It was, he said, (sic!) over.
    `,
  ),
  ...cases(
    'SEG15',
    'en',
    `
    1.) The first thing | 2.) The second thing
    1) The first thing. | 2) The second thing.
    1. The first thing | 2. The second thing
    a. The first thing | b. The second thing | c. The third thing
    • 9. The first thing | • 10. The second thing
    ⁃9. The first thing | ⁃10. The second thing
    This is a line⏎cut off in the middle because of the file.
    It was a wet ⏎night in the town.
    features⏎|contact keeper⏎|dates, deeds
    The roof leaks⏎|By Jane Holt⏎⏎|It rained.
    The roof leaks⏎|• A bucket stands there
    Comments
    `,
  ),
  ...cases(
    'SEG16',
    'en',
    `
    It rained.[1] | It snowed.[2][3] | Then it stopped.² | We left.
    He loved it! :) | She did not.😀 | The roof leaks!
    `,
  ),
]

export const OTHER_CASES: readonly SegmentCase[] = [
  ...cases(
    'SEG18',
    'de',
    `
    Er kam am 3. Mai. | Die Stadt schlief. | Es gibt Wege, z. B. über den Berg.
    Die 27. Große Strafkammer tagt am 5. November. | Ludwig XIV. von Frankreich kam 1680. | Regen fiel.
    „Ich habe keine Zeit“, sagte sie. | „Und keine Lust.“ | Er hat 1.000.000 Euro, d. h. 5 Mio. Dollar.
    Dr. Meier, geb. Schulz, kaufte Brot, Käse usw. | Dann ging sie zu Prof. Weber bzw. Frau Lang.
    `,
  ),
  ...cases(
    'SEG18',
    'fr',
    `
    « Tu viens ? » demanda-t-elle. | « Non ! » | Il pleut.
    M. Le Goff et Mme. Blanc sont là. | Il naquit en 50 av. J.-C. à Rome. | Voir l'art. 5, p. 3.
    `,
  ),
  ...cases(
    'SEG18',
    'es',
    `
    ¿Cómo está? | ¡Bien! | Soy el Lic. Paz, y ella es la Sra. Gil. | «Nadie lo sabe.», dijo Ana.
    Vive en EE. UU. desde 1990. | Costó $170.500,00 según el art. 3. | La pág. 5 falta.
    `,
  ),
  ...cases(
    'SEG18',
    'it',
    'Salve Sig.ra Neri! | Il dott. Rossi è qui. | Si scrive: «Il/la sottoscritto/a.».',
  ),
  ...cases('SEG18', 'pt', 'O Sr. Silva chegou às 9h. | A Dra. Lima falou no art. 5. | Choveu.'),
  ...cases(
    'SEG18',
    'nl',
    '81 procent was raak. | ...en toen was het stil. | Dhr. Jansen kwam o.a. uit Delft.',
  ),
  ...cases('SEG18', 'da', 'Den 5. maj kom hr. Holm. | Han talte bl.a. om vejret.'),
  ...cases(
    'SEG18',
    'pl',
    'Np. dr Nowak przyszedł. | W 1990 r. Polska się zmieniła. | To było przy ul. Długiej.',
  ),
  ...cases(
    'SEG18',
    'cs',
    'Žije na ul. Nové od 5. května. | Je to tak. | Přišel např. Ing. Dvořák.',
  ),
  ...cases('SEG18', 'tr', '2. Dünya Savaşı bitti. | Dr. Kaya geldi. | Bu iyi.'),
  ...cases(
    'SEG18',
    'ru',
    `
    А. С. Пушкин жил здесь, на ул. Моховой. | Он писал. | Это 5 куб.м. | Вот и всё.
    Он родился в 1990 г. в Москве. | В 2000 г. Иванов уехал. | Тексты, песни и т. д. | Дети пели.
    — Видишь? — спросила она. | — Вижу. | Она кричала: «Не видали маму?».
    `,
  ),
  ...cases('SEG18', 'uk', 'У 1990 р. Україна змінилася. | Він жив на вул. Садовій. | Див. рис. 5.'),
  ...cases('SEG17', 'el', 'Πού είναι; | Δεν ξέρω. | Ο κ. Παππάς ήρθε.'),
  ...cases('SEG17', 'hy', 'Ի՞նչ ես մտածում: | Ոչինչ:'),
  ...cases('SEG17', 'ar', 'ماذا حدث؟ | لا شيء. | وقال د. أحمد إنه حضر. | ثم ذهب.'),
  ...cases('SEG17', 'fa', 'خوشبختم، آقای رضا. | شما کجایی هستید؟ | من از تهران هستم.'),
  ...cases('SEG17', 'he', 'פרופ. כהן בא. | הוא דיבר. | ירד גשם!'),
  ...cases('SEG17', 'hi', 'यह सच है। | डॉ. शर्मा आए। | वह गया।'),
  ...cases('SEG17', 'ko', '비가 왔다. | 우리는 갔다. | 왜요?'),
  ...cases(
    'SEG17',
    'ja',
    '「雨だ。」と彼は言った。|幅は３．２９％だ!|次の話。|彼は（本当？）そう言った。',
  ),
  ...cases('SEG17', 'zh', '我们去看《跑吧！爸爸》好吗？|好！|他说：“我知道。|走吧。”|然后他走了。'),
]
