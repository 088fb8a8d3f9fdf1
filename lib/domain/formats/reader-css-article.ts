/** Headline, text and the sections after it. */
export const ARTICLE_CSS = `
.hed { display: flex; flex-direction: column; text-align: center; margin: 0 -7rem 2rem }
.hed .para { display: contents }
.hed .cards { order: 9; max-inline-size: 40rem; inline-size: 100%; margin-inline: auto; text-align: start }
.kicker { font: 600 .9375rem/1.3 var(--sans); color: var(--muted); margin-block-end: .9rem }
.fig { margin: 2rem 0 }
.fig img { display: block; max-inline-size: 100%; block-size: auto; max-block-size: 90vh; object-fit: contain; margin-inline: auto;
  background: var(--hover) }
.fig figcaption { font: 400 1rem/1.45 var(--sans); padding-block-start: .6rem }
.text .fig .para { margin-block-end: .15rem }
.fig .cr { font-size: .875rem; color: var(--muted) }
:is(h1, h2, .sf):has(wbr) { word-break: keep-all; overflow-wrap: anywhere; line-break: strict }
h1 { font: 620 clamp(2rem, 1.35rem + 2.6vw, 3.5rem)/1.06 var(--serif); letter-spacing: -.026em; text-wrap: balance }
.sf { font-size: clamp(1.1875rem, 1.05rem + .55vw, 1.5rem); line-height: 1.4; color: var(--muted); text-wrap: balance;
  max-inline-size: 46rem; margin: 1.1rem auto 0 }
.byl { font: 400 .9375rem/1.5 var(--sans); color: var(--muted); margin-block-start: 1.2rem }
.byl b { color: var(--text); font-weight: 600 }
.dial { border-block: 1px solid var(--line-strong); padding-block: .8rem; margin-block-end: 1.9rem; display: flex;
  flex-wrap: wrap; align-items: center; gap: .7rem 1.4rem; font: 400 .9375rem/1.4 var(--sans); color: var(--muted) }
.dial p { flex: 1 1 16rem; text-wrap: pretty }
.dial p span { display: block }
.dial b { color: var(--text); font-weight: 600 }
.dial legend { padding: 0; font-size: .8125rem; font-weight: 600; margin-block-end: .25rem }
.seg { display: flex; gap: 2px; padding: 2px; border-radius: 6px; background: var(--hover) }
.seg label { position: relative; display: inline-flex; align-items: center; justify-content: center; min-block-size: 1.75rem;
  padding-inline: .7rem; border-radius: 4px; font-size: .875rem; font-weight: 600; white-space: nowrap }
.seg input { position: absolute; inset: 0; margin: 0; opacity: 0; inline-size: 100%; block-size: 100%; cursor: pointer }
.seg label:has(:checked) { background: var(--canvas); color: var(--text); box-shadow: 0 0 0 1px var(--border) }
.seg label:has(:focus-visible) { outline: 3px solid var(--focus); outline-offset: 2px }
.corr { font: 400 .9375rem/1.5 var(--sans); color: var(--muted); margin-block: -.9rem 1.9rem; padding-block-end: 1.1rem;
  border-block-end: 1px solid var(--line-strong); text-wrap: pretty }
.corr b { color: var(--text) }
.text p { text-wrap: pretty; hanging-punctuation: first }
.text .para { margin-block-end: 1.25rem }
.text h2 { font: 650 1.4375rem/1.25 var(--serif); letter-spacing: -.012em; margin-block-start: 2.2rem; text-wrap: balance }
.text .para:has(h2) { margin-block-end: .6rem }
.text > ul, .text > ol { padding-inline-start: 1.4em; margin-block-end: 1.25rem }
.text li > .para { margin-block-end: .45rem }
.text li::marker { color: var(--muted); font-variant-numeric: tabular-nums }
blockquote { border-inline-start: 3px solid var(--line-strong); padding-inline-start: 1.4rem; margin-block: 1.8rem;
  font-size: 1.3125rem; font-style: italic }
blockquote em { font-style: normal }
blockquote .para:last-child { margin-block-end: 0 }
.text .standfirst { font-size: 1.375rem; color: var(--muted) }
.text .caption { font: 600 1rem/1.4 var(--sans); border-block: 1px solid var(--line); padding-block: .7rem; margin-block: 2rem }
.after { font: 400 1rem/1.5 var(--sans); margin-block-start: 3.2rem }
.after h2 { font: 650 1.375rem/1.2 var(--serif); letter-spacing: -.012em; padding-block-start: .8rem;
  border-block-start: 3px double var(--line-strong); margin-block-end: .9rem }
.after p { margin-block-end: .7rem; text-wrap: pretty }
.after ol, .after ul { list-style: none }
.srcs { counter-reset: n }
.srcs > li { counter-increment: n; position: relative; display: flex; gap: 0 1rem; justify-content: space-between;
  padding: .6rem 0 .6rem 2.2rem; padding-inline: 2.2rem 0; border-block-end: 1px solid var(--line) }
.srcs > li::before { content: counter(n); position: absolute; inset-inline-start: 0; inline-size: 1.4rem; text-align: end;
  font-weight: 600; font-variant-numeric: tabular-nums; color: var(--muted) }
.srcs > li > div { min-inline-size: 0 }
.after b, .chg a { font-weight: 600 }
.after .d { margin: 0; color: var(--muted); font-size: .9375rem }
.after .bk { flex: none; max-inline-size: 45%; margin: 0; text-align: end; font-size: .875rem; line-height: 24px; color: var(--muted);
  margin-inline-end: -8px }
.uf { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 0 .6ch; margin-block-start: 4px; font-size: .875rem; line-height: 24px; color: var(--muted) }
.uf .more a { display: inline-block; min-inline-size: 24px }
.bk a { display: inline-block; min-inline-size: 24px; text-align: center }
:target { background: var(--active) }
.after:target { background: none }
.open li { display: grid; grid-template-columns: 8.5rem minmax(0, 1fr); gap: .1rem 1.2rem; padding-block: .7rem;
  border-block-end: 1px solid var(--line) }
.open a { display: block; font: 400 1.0625rem/1.45 var(--serif) }
.open div p { margin-block: .3rem 0; color: var(--muted) }
.st { white-space: nowrap }
.st[data-c=disputed] { color: var(--crimson) }
.chg > li { display: grid; grid-template-columns: 12rem minmax(0, 1fr); gap: .3rem 1.2rem; padding-block: .7rem;
  border-block-end: 1px solid var(--line) }
.chg p { margin: 0 }
.chg .ovr { grid-column: 2; margin: 0; padding-inline-start: 1.1rem }
.chg time { font-size: .875rem; color: var(--muted) }
.crs > li { padding-block: .7rem; border-block-end: 1px solid var(--line) }
.crs ul { border-inline-start: 3px solid var(--line-strong); padding-inline-start: 1rem; margin-block-end: .6rem }
.crs ul li { font: 400 1.0625rem/1.5 var(--serif); margin-block-end: .5rem }
.crs p { margin-block: 0 .4rem }
.to-s, .crs ul .d { font: 400 .875rem/1.5 var(--sans); white-space: nowrap }
.cmp { margin-block-start: .9rem }
.chk { display: flex; flex-wrap: wrap; align-items: baseline; gap: .5rem 1rem; margin-block-start: .9rem }
.do { min-block-size: 2.75rem; padding: .4rem 1rem; border: 1px solid var(--border); border-radius: 6px; font-weight: 600 }
.do:hover { background: var(--hover) }
.chk p { flex: 1 1 20rem; margin: 0; overflow-wrap: anywhere }
.chk p[data-fits] { padding-inline-start: .9rem; border-inline-start: 3px solid var(--border) }
.chk p[data-fits=true], .chk p[data-fits=false] { border-color: var(--text) }
.chk p[data-fits=false] { font-weight: 600 }
.after dl { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: .25rem 1.2rem; font-size: .9375rem; margin-block: .8rem }
.after dt { color: var(--muted) }
#how dt { color: var(--text); font-weight: 600 }
code { font: 400 .8125rem/1.5 ui-monospace, "SF Mono", Menlo, Consolas, monospace; overflow-wrap: anywhere }
`
