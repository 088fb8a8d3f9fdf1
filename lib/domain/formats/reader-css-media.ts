/** Wide and narrow screens, forced colours, paper. */
export const MEDIA_CSS = `
@media screen and (min-width: 1280px) {
body:has(#d-full:checked) .text .para { display: grid; grid-template-columns: 100% min(19rem, (100vw - 40rem)/2 - 4.6rem); column-gap: 2.2rem; align-items: start }
body:has(#d-full:checked) .text .cards { margin: .3rem 0 0; padding: 0; border: 0 }
body:has(#d-full:checked) .text .para:has(h2) .cards { margin-block-start: 2.4rem }
/* its line is as long as the quotation, not as what is said beside it */
body:has(#d-full:checked) .text blockquote { border: 0; padding: 0 }
body:has(#d-full:checked) .text blockquote .para > p { border-inline-start: 3px solid var(--line-strong); padding-inline-start: 1.4rem }
}
html:is([dir=rtl], :lang(ja), :lang(ko), :lang(zh)) blockquote { font-style: normal }
html:is([dir=rtl], :lang(ja), :lang(ko), :lang(zh)) :is(h1, .text h2) { letter-spacing: 0; line-height: 1.25 }
html:lang(ko) :is(h1, h2, .sf) { word-break: keep-all }
@media (max-width: 959px) { .hed { margin-inline: 0 } }
@media (max-width: 799px) {
body { font-size: 1.125rem }
.mast { grid-template-columns: 1fr auto; padding: .8rem 1.15rem .7rem }
.mast time { display: none }
.mast > :first-child { display: none }
main { padding: 1.6rem 1.15rem 2rem }
.hed { text-align: start }
html[dir=rtl] .byl { text-align: end }
.sf { margin-inline: 0 }
.dial p, .dial fieldset { flex: 1 1 100% }
.seg label { flex: 1; min-block-size: 2.5rem; padding-inline: .4rem }
blockquote { font-size: 1.1875rem; padding-inline-start: 1rem }
.text h2 { font-size: 1.3125rem }
.srcs > li { display: block }
.after .bk { max-inline-size: none; text-align: start }
.bk a { min-inline-size: 32px; line-height: 32px }
.open li, .chg > li { grid-template-columns: minmax(0, 1fr) }
.chg .ovr { grid-column: 1 }
.colo { padding-inline: 1.15rem }
.card:popover-open { position: fixed; position-area: none; inset: auto 0 0; inline-size: 100%; max-inline-size: none; margin: 0;
  border-radius: 14px 14px 0 0; padding-block-end: max(1.2rem, env(safe-area-inset-bottom)) }
.x { inline-size: 44px; block-size: 44px; margin: -.6rem -.6rem -.6rem auto; line-height: 44px }
}
@media (max-width: 360px) { .seg label { font-size: .8125rem; padding-inline: .2rem; white-space: normal; text-align: center; line-height: 1.15 } }
@media (forced-colors: active) {
.g, .card[data-c] .w b::after { forced-color-adjust: none; background-color: CanvasText }
.seg label:has(:checked) { outline: 2px solid Highlight }
.no { border: 1px solid CanvasText }
.card:popover-open { border: 2px solid CanvasText }
}
@media print {
@page { margin: 18mm 22mm 22mm }
.chk, .cmp, .to-s, .skips, .dial fieldset, .cards, .mast .to, .colo nav, .bk, .corr a, .notice a { display: none }
body { font-size: 10.5pt; line-height: 1.45; orphans: 3; widows: 3 }
main { max-inline-size: none; padding: 0 }
.mast { display: flex; justify-content: space-between; padding: 0 0 6pt; max-inline-size: none; font-size: 9pt }
.name { font-size: 20pt; order: -1 }
.hed { text-align: start; margin: 14pt 0 10pt }
html[dir=rtl] .byl { text-align: end }
h1 { font-size: 27pt }
.sf { font-size: 13pt; margin: 6pt 0 0; text-wrap: wrap }
.byl, .dial, .corr { font-size: 9pt; margin-block-start: 6pt }
.kicker { font-size: 9pt; margin-block-end: 4pt }
.dial { padding-block: 5pt; margin-block-end: 12pt }
.m, .n, h1 .ref, h1 .n { font-size: 6.5pt }
.flag { font-size: 8pt }
.ref > span:not(.vh), .n { border: 0 }
.text .para { margin-block-end: 7pt }
.after { font-size: 9.5pt; margin-block-start: 18pt }
.after h2, .text h2 { font-size: 13pt; break-after: avoid }
blockquote, .text .standfirst { font-size: 11.5pt; margin-block: 9pt }
.text .caption, .open a { font-size: 9.5pt }
.text .caption { margin-block: 10pt }
.fig { margin: 10pt 0; break-inside: avoid }
.fig img { max-block-size: 12cm }
.fig figcaption { font-size: 9pt }
.chg time, .open div p, code, .uf { font-size: 8.5pt }
.uf { line-height: 1.5; margin-block-start: 2pt }
.uf .more { display: none }
.after dl, .after .d { font-size: 9pt }
.after li, blockquote, .corr { break-inside: avoid }
a[href^="http"]::after { content: " <" attr(href) ">"; font: 400 8pt var(--sans); overflow-wrap: anywhere }
.colo { padding: 6pt 0 0; margin-block-start: 18pt; max-inline-size: none; font-size: 8.5pt }
.print { display: block; overflow-wrap: anywhere }
}
`
