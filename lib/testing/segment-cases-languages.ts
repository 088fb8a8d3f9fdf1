import { cases, type SegmentCase } from './segment-cases.ts'

/** Titles, dates, ordinals, money, quotations and dots as newspapers of these languages write them. */
export const CASES_BY_LANGUAGE: readonly SegmentCase[] = [
  ...cases(
    'SEG18',
    'it',
    `
    L'on. Bianchi ha parlato alla Camera. | Il sen. Verdi no.
    Nacque il 3.5.1921 a Bari. | Morì nel 44 a.C. a Roma. | Era l'art. 5, pag. 12.
    L'inflazione è al 2,5%. | Salgono pane, latte, ecc. | Nessuno lo sa.
    «Non lo so», disse il prof. Conti. | «Vedremo.» | Poi uscì.
    Erano le 10.30. | Il treno non c'era… | Poi arrivò… ma vuoto.
    La Lund S.p.A. ha sede in via G. Verdi 12. | Il bilancio è di 1.200.000 euro.
    `,
  ),
  ...cases(
    'SEG18',
    'pt',
    `
    O Exmo. Sr. Dr. Lopes veio. | A Prof. Ana não.
    Custou R$ 1.500,00. | Subiu 3,5%. | Nasceu em 12 de jan. de 1970.
    Vive na Av. Paulista, n. 200. | Ver págs. 3 e 4.
    “Não sei”, disse ele. | “Talvez…” | E saiu.
    O séc. XX acabou. | Foi em 300 a.C. em Roma. | Comprou pão, leite etc. | Depois foi embora.
    — Vens? — perguntou ela. | — Não.
    `,
  ),
  ...cases(
    'SEG18',
    'nl',
    `
    Prof. dr. De Vries sprak. | Mw. Bakker zweeg.
    Het kost 1.250,50 euro. | Dat is 3,5 procent. | Om 10.30 uur begon het.
    Zij werken bijv. in Den Haag. | Hij kocht brood, kaas enz. | Daarna ging hij weg.
    „Ik weet het niet”, zei ze. | ‘Kom.’ | Hij kwam.
    Op 5 mei a.s. is het feest. | Zie blz. 12 en art. 3.
    De heer J.P. Smit en mr. K. de Boer kwamen. | Het was stil… | Toen ging het licht uit.
    `,
  ),
  ...cases(
    'SEG18',
    'da',
    `
    Statsminister A. B. Holm kom kl. 10.30. | Fru Lund kom ca. kl. 11.
    Den 3. januar 2010 faldt der sne. | Det er 2. gang. | Prisen er 1.250,50 kr. | Den stiger.
    »Jeg ved det ikke,« sagde dr. Holm. | »Måske.« | Han gik.
    Han købte brød, ost osv. | Så gik han. | Se s. 12, jf. § 5, stk. 2.
    Lund A/S har ca. 1.200 ansatte, dvs. flere end f.eks. Holm ApS. | Det er stort.
    Hun tøvede… | Så talte hun.
    `,
  ),
  ...cases(
    'SEG18',
    'pl',
    `
    Prof. Jan Kowalski i mgr inż. Anna Nowak przyszli. | Gen. Lis nie.
    Było to 3 maja 1990 r. w Krakowie. | W XIX w. Polski nie było. | Zapłacił 1 200,50 zł. | Wyszedł.
    Kupił chleb, ser itd. | Potem wyszedł. | Zob. s. 12 i art. 5.
    „Nie wiem” – powiedziała. | „Może.” | Wyszła.
    — Idziesz? — zapytała. | — Nie.
    Spółka ma ok. 3 tys. pracowników, tj. więcej niż np. Lot. | Ma siedzibę przy al. Jerozolimskich.
    Czekał… | Nikt nie przyszedł.
    `,
  ),
  ...cases(
    'SEG18',
    'cs',
    `
    Prof. MUDr. Jan Novák, CSc., přišel. | Ing. Dvořák ne.
    Bylo to 3. května 2010 v Praze. | Ve 20. století ne. | Stojí to 1 250,50 Kč. | Je to moc.
    Koupil chléb, sýr atd. | Pak odešel. | Viz str. 12 a čl. 5.
    „Nevím,“ řekla. | „Možná.“ | Odešla.
    Firma má tzv. náhradní plán, tj. nic. | Sídlí na nám. Míru.
    Karel IV. se narodil r. 1316. | Čekal… | Nikdo nepřišel.
    `,
  ),
  ...cases(
    'SEG18',
    'uk',
    `
    Проф. І. Франко жив у м. Львові. | Він писав.
    Це сталося 3 трав. 2010 р. у Києві. | У XIX ст. України не було. | Ціна — 1 250,50 грн. | Це багато.
    Купив хліб, сир тощо. | Потім пішов. | Див. с. 12, ст. 5.
    «Не знаю», — сказала вона. | «Може.» | Вона пішла.
    — Ідеш? — спитала вона. | — Ні.
    Там були пісні, танці і т. д. | Діти співали. | Він чекав… | Ніхто не прийшов.
    `,
  ),
  ...cases(
    'SEG18',
    'tr',
    `
    Prof. Dr. Ayşe Kaya geldi. | Av. Mehmet Demir gelmedi.
    29 Ekim 1923'te kuruldu. | 3. madde değişti. | 20. yüzyılda bitti.
    Fiyatı 1.250,50 TL. | Yüzde 3,5 arttı. | Saat 10.30'da başladı.
    Ekmek, peynir vb. aldı. | Sonra gitti. | M.Ö. 300 yılında öldü. | Bkz. s. 12.
    “Bilmiyorum,” dedi. | “Belki.” | Gitti.
    Bekledi… | Kimse gelmedi. | Holm A.Ş. ve Lund Ltd. Şti. birleşti.
    `,
  ),
  ...cases(
    'SEG17',
    'el',
    `
    Ο κ. Γ. Παππάς και η κα. Λένη ήρθαν. | Ο δρ. Νίκου όχι.
    Γεννήθηκε το 480 π.Χ. στην Αθήνα. | Πέθανε το 14 μ.Χ. στη Ρώμη.
    Κοστίζει 1.250,50 ευρώ. | Ανέβηκε 3,5%. | Στις 10.30 π.μ. ξεκίνησε.
    «Δεν ξέρω», είπε. | «Ίσως.» | Έφυγε.
    Αγόρασε ψωμί, τυρί κ.λπ. | Μετά έφυγε. | Βλ. σελ. 12 και άρθρ. 5.
    Ποιος; | Κανείς! | Περίμενε… | Δεν ήρθε κανείς.
    `,
  ),
  ...cases(
    'SEG17',
    'fa',
    `
    او در سال ۱۳۶۹ به دنیا آمد. | نرخ تورم ۳٫۵ درصد است. | گران شد.
    چرا؟ | نمی‌دانم! | شاید…
    «نمی‌دانم.» | او رفت.
    نشانی آن www.example.org است. | کسی نیامد.
    ساعت ۱۰:۳۰ شروع شد؛ کسی نیامد. | باران بارید.
    نرخ آن 3.5 درصد بود. | کم نبود. | ر.ک. ص. ۱۲.
    `,
  ),
  ...cases(
    'SEG17',
    'he',
    `
    ד"ר לוי וגב' כהן באו. | עו"ד מזרחי לא בא.
    המחיר הוא 1,250.50 ש"ח. | זה הרבה. | הוא עלה ב-3.5%.
    ב-3.5.2010 ירד שלג. | למה? | לא יודע!
    "אני לא יודע", אמר. | "אולי." | הוא הלך.
    הוא חיכה... ובא. | ראו עמ' 12. | היא בת 5.
    `,
  ),
  ...cases(
    'SEG17',
    'hi',
    `
    प्रो. वर्मा और श्री. गुप्ता आए। | पं. नेहरू नहीं आए।
    इसकी क़ीमत 1,250.50 रुपये है। | यह 3.5 प्रतिशत बढ़ी।
    क्यों? | पता नहीं! | शायद…
    "मुझे नहीं पता।" | वह चला गया।
    बैठक सुबह 10.30 बजे शुरू हुई। | सब आए॥
    `,
  ),
  ...cases(
    'SEG17',
    'ko',
    `
    그는 2010. 5. 3. 서울에서 태어났다. | 그는 의사다.
    물가가 3.5% 올랐다. | 비쌌다.
    "모르겠다"고 그는 말했다. | 비가 왔다.
    왜? | 몰라! | 글쎄…
    오전 10시 30분에 시작했다. | 아무도 오지 않았다.
    "비가 온다. | 가자."라고 그가 말했다. | 끝났다.
    `,
  ),
]
