/** A block with more notes than this does not light up the sentences of the later ones. */
const LIT_NOTES = 24

/** While a card is open its sentence is lit: which one is told by places, because the stylesheet knows no ids. */
const LIT = Array.from({ length: LIT_NOTES }, (_, at) => at + 1)
  .map((k) => `.para:has(> .cards > :nth-child(${k}):popover-open) .s[data-k="${k}"]`)
  .join(',')

/** Of the notes of a paragraph that is opened at one sentence, those of the others. */
const OTHERS = Array.from({ length: LIT_NOTES }, (_, at) => at + 1)
  .map(
    (k) => `.para:has(.s[data-k="${k}"]:target) > .cards > :not(:nth-child(${k}), :popover-open)`,
  )
  .join(',')

/** Where notes stand open: everywhere with the dial on "Full evidence", else in the paragraph of the sentence that the address names. */
const OPEN = ':is(body:has(#d-full:checked), .para:has(.s[data-k]:target))'

/** Markers, the dial, cards. The dial works by :has() alone; a browser without it shows markers. */
export const EVIDENCE_CSS = `
.s[data-c=disputed] { text-decoration: underline double 1.5px var(--crimson); text-decoration-skip-ink: none; text-underline-offset: .26em }
.s[data-c=unconfirmed] { text-decoration: underline dotted 2px var(--neutral); text-decoration-skip-ink: none; text-underline-offset: .26em }
.m { position: relative; display: inline-block; text-decoration: none; unicode-bidi: isolate; font: 600 .6875rem/1 var(--sans);
  letter-spacing: 0; font-style: normal; font-variant-numeric: tabular-nums lining-nums; color: var(--muted); border-radius: 3px;
  white-space: nowrap; margin-inline-start: .12em }
/* 24 px to touch, without moving the line */
.m::before { content: ""; position: absolute; inset-block: calc(50% - 12px); inset-inline-start: 50%;
  inline-size: max(24px, 100%); translate: -50% 0 }
.m:dir(rtl)::before { translate: 50% 0 }
.ref, .n { vertical-align: .62em; padding-inline: .1em }
/* shifted, not raised: a raised marker would push the lines of a headline apart */
h1 .ref, h1 .n { font-size: .8125rem; vertical-align: baseline; position: relative; inset-block-start: clamp(-1.5rem, -.55rem - 1.1vw, -.8rem) }
.ref > span:not(.vh), .n { border-block-end: 1px solid var(--border) }
.m:hover { color: var(--text); background: var(--hover) }
.flag { margin-inline-start: .35em; font-size: .8125rem; vertical-align: .12em; line-height: 1.3; color: var(--neutral) }
.flag[data-c=disputed] { color: var(--crimson) }
.n { font-size: .6875rem; vertical-align: .4em; color: var(--muted) }
.g { display: inline-block; inline-size: 13px; block-size: 13px; vertical-align: -.1em; margin-inline-end: .3em; background: currentColor;
  -webkit-mask: var(--unconfirmed) center/contain no-repeat; mask: var(--unconfirmed) center/contain no-repeat }
[data-c=disputed] > .g, [data-c=disputed] > * > .g, [data-c=disputed] > .w .g {
  -webkit-mask-image: var(--disputed); mask-image: var(--disputed) }
.cards { font: 400 .875rem/1.42 var(--sans); color: var(--muted) }
.card { color: var(--text); background: var(--canvas) }
.w { display: flex; align-items: center; gap: .5rem; font-size: .9375rem }
.w b { font-weight: 600 }
.card[data-c=disputed] .w b { color: var(--crimson) }
/* confidence is a word and four steps, never a colour */
.card[data-c] .w b::after { content: ""; display: inline-block; inline-size: 26px; block-size: 8px; margin-inline-start: .5rem; --n: 4;
  background: linear-gradient(currentColor 0 0) 0 0/calc(var(--n)*7px - 2px) 100% no-repeat,
    linear-gradient(var(--line-strong) 0 0);
  -webkit-mask: repeating-linear-gradient(90deg, #000 0 5px, #0000 5px 7px); mask: repeating-linear-gradient(90deg, #000 0 5px, #0000 5px 7px) }
.card[data-c=likely] .w b::after { --n: 3 }
.card[data-c=unconfirmed] .w b::after { --n: 2 }
.card[data-c=disputed] .w b::after { content: none }
.x { margin-inline-start: auto; inline-size: 28px; block-size: 28px; border-radius: 6px; font: 400 1.25rem/28px var(--sans); text-align: center }
.x::before { content: "\\D7" / "" }
.x:hover { background: var(--hover) }
.def { color: var(--muted); font-size: .875rem; margin-block: .1rem .6rem }
.pn { font: 400 1rem/1.42 var(--serif); margin-block-end: .6rem }
.cards ul { list-style: none; padding: 0 }
.cards li { position: relative; padding-block: .5rem; padding-inline-start: 2rem; border-block-start: 1px solid var(--line) }
.no { position: absolute; inset-inline-start: 0; min-inline-size: 24px; block-size: 24px; padding-inline: .25rem; border-radius: 3px; text-align: center;
  background: var(--text); color: var(--canvas); font: 700 .75rem/24px var(--sans); font-variant-numeric: tabular-nums; text-decoration: none }
.nm { font-weight: 600; font-size: .9375rem; line-height: 24px }
.rel { font-size: .8125rem; color: var(--muted) }
.rel::before { content: "· " }
.rel[data-r=contradicts] { color: var(--crimson); font-weight: 600 }
.cards q { display: block; font: 400 1rem/1.42 var(--serif); text-wrap: pretty }
:is(.loc, .cp) { display: block; font-size: .8125rem; color: var(--muted); margin-block-start: .15rem }
.tl { display: flex; flex-wrap: wrap; gap: 0 1.2rem; border-block-start: 1px solid var(--line); padding-block: .4rem; font-size: .875rem }
.tl a { padding-block: .35rem }
@supports selector(:popover-open) {
.card:popover-open { position: fixed; inset: auto; margin: 0; inline-size: min(24rem, 100vw - 2rem); max-block-size: 70dvh; overflow: auto;
  padding: 1rem 1.1rem .6rem; border: 0; border-radius: 10px; box-shadow: var(--shadow); text-align: start }
@supports (position-area: block-end) { .card:popover-open { position-area: block-end span-inline-end; margin-block: .35rem;
  position-try-fallbacks: flip-block, flip-inline, flip-block flip-inline }
.para:has(> h1) .card:popover-open { margin-block-start: 2.2rem } }
@supports not (position-area: block-end) { .card:popover-open { inset: auto 0 0; inline-size: 100%; border-radius: 14px 14px 0 0 } }
${LIT} {
  background: var(--active); box-shadow: 0 0 0 3px var(--active); -webkit-box-decoration-break: clone; box-decoration-break: clone }
}
/* lines of a headline stand too close for a fill */
h1 .s { background: none !important; box-shadow: none !important }
@media screen {
body:has(#d-clean:checked) .ref, body:has(#d-clean:checked) .n { display: none }
body:has(#d-full:checked) .s[data-c=confirmed], body:has(#d-full:checked) .s[data-c=likely] {
  text-decoration: underline solid 1px var(--line-strong); text-decoration-skip-ink: none; text-underline-offset: .26em }
${OPEN} .card:not(:popover-open) { display: block; position: static; inset: auto; margin: 0; padding: 0; border: 0;
  inline-size: auto; block-size: auto; overflow: visible }
/* a note beside the text says the same on fewer lines */
${OPEN} .cards { margin-block-start: .6rem; padding-inline-start: 1rem; border-inline-start: 2px solid var(--line-strong) }
${OPEN} .card:not(:popover-open) :is(.x, .def, .tl, .cp, .rel[data-r=supports]) { display: none }
/* between notes that stand together; the note of one sentence stands alone */
body:has(#d-full:checked) .card:not(:popover-open) + .card { margin-block-start: .55rem; padding-block-start: .45rem; border-block-start: 1px solid var(--line) }
${OPEN} .card:not(:popover-open) :is(.w, .nm, .rel, .loc) { font-size: .8125rem }
${OPEN} .card:not(:popover-open) :is(.pn, q) { font-size: .9375rem; line-height: 1.38; margin-block: 0 }
${OPEN} .card:not(:popover-open) li { padding-block: .1rem; border: 0 }
${OPEN} .card:not(:popover-open) :is(.nm, q, .loc) { display: inline }
/* an address of one sentence opens its evidence, and nobody else's */
body:not(:has(#d-full:checked)) :is(${OTHERS}) { display: none }
}
`
