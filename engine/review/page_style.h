#pragma once
// page_style: how the page of `keel review` looks, on a screen by day and by night, and on paper.
// Threads: constant data.
#include <string_view>

namespace keel {

inline constexpr std::string_view page_style = R"css(
:root { color-scheme: light dark; --ink: #1d2327; --soft: #5b666d; --rule: #d9dee1; --paper: #fff;
  --tint: #f4f6f6; --safety: #a3341f; --open: #8a5a00; --signed: #1f6b47; --person: #22577a; }
@media (prefers-color-scheme: dark) { :root { --ink: #e4e8ea; --soft: #9aa6ad; --rule: #343c41;
  --paper: #15191b; --tint: #1d2326; --safety: #f0907c; --open: #e0b158; --signed: #7fc9a2;
  --person: #8fc3e8; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 3rem 1.5rem 6rem; max-width: 62rem; background: var(--paper);
  color: var(--ink); font: 1rem/1.6 system-ui, sans-serif; }
h1, h2, h3 { line-height: 1.25; text-wrap: balance; }
h1 { font-size: 2rem; margin: 0 0 .5rem; letter-spacing: -.01em; }
h2 { font-size: 1.4rem; margin: 0; }
h3 { font-size: .8rem; margin: 1.6rem 0 .3rem; color: var(--soft); text-transform: uppercase;
  letter-spacing: .06em; font-weight: 600; }
p { margin: .4rem 0; max-width: 44rem; }
a { color: inherit; text-underline-offset: .2em; text-decoration-color: var(--soft); }
a:focus-visible { outline: 2px solid var(--person); outline-offset: 2px; }
.lead { font-size: 1.15rem; }
.soft { color: var(--soft); }
.small { font-size: .85rem; }
table { border-collapse: collapse; margin: 1.2rem 0; font-size: .92rem;
  font-variant-numeric: tabular-nums; }
caption { text-align: left; color: var(--soft); padding-bottom: .3rem; }
th, td { text-align: left; padding: .3rem 1.4rem .3rem 0; border-bottom: 1px solid var(--rule);
  font-weight: 400; vertical-align: baseline; }
thead th { color: var(--soft); font-size: .8rem; }
td.n, th.n { text-align: right; }
tr.sum th, tr.sum td { font-weight: 600; }
nav ul { list-style: none; margin: .3rem 0 1rem; padding: 0; columns: 16rem; column-gap: 2rem; }
nav li { break-inside: avoid; padding: .1rem 0; }
nav .soft { font-variant-numeric: tabular-nums; }
section.flow { margin-top: 4rem; border-top: 1px solid var(--rule); padding-top: 1.5rem; }
section.safety { border-top: 3px solid var(--safety); }
.mark { display: inline-block; font-size: .78rem; font-weight: 600; letter-spacing: .03em;
  border: 1px solid currentColor; border-radius: .2rem; padding: 0 .4rem; margin-right: .5rem; }
.mark.safety { color: var(--safety); }
ul.talk, ul.talk ul { list-style: none; margin: 0; padding: 0; }
ul.talk ul { margin-left: .4rem; padding-left: 1.3rem; border-left: 1px solid var(--rule); }
li.line > .row { display: grid; grid-template-columns: 7rem minmax(0, 1fr) 12.5rem; gap: 0 1.2rem;
  padding: .45rem 0; break-inside: avoid; }
li.line + li.line { border-top: 1px solid var(--tint); }
.kind { color: var(--soft); font-size: .82rem; padding-top: .2rem; }
.said { margin: 0; font: 1.06rem/1.5 Georgia, "Iowan Old Style", "Times New Roman", serif;
  overflow-wrap: anywhere; }
.person > .row .said { font: .98rem/1.5 system-ui, sans-serif; color: var(--person); }
.slot { background: var(--tint); border: 1px solid var(--rule); border-radius: .2rem;
  padding: 0 .25em; font-family: system-ui, sans-serif; font-size: .85em; }
.when { margin: 0 0 .15rem; font-size: .85rem; font-style: italic; color: var(--soft); }
.note { margin: .2rem 0 0; font-size: .88rem; color: var(--soft); }
.meta { font-size: .78rem; line-height: 1.45; color: var(--soft); padding-top: .2rem;
  font-variant-numeric: tabular-nums; }
.meta a { text-decoration: none; }
.state { display: block; }
.open > .row .state { color: var(--open); font-weight: 600; }
.signed > .row .state { color: var(--signed); }
.style { color: var(--safety); }
li.step { color: var(--soft); font-size: .88rem; padding: .2rem 0 .2rem 8.2rem;
  break-inside: avoid; }
li.branch { padding: .7rem 0 .1rem; break-after: avoid; }
li.branch > p { font-size: .95rem; font-weight: 600; margin: 0; }
li.part { padding-top: 1rem; }
footer { margin-top: 5rem; border-top: 1px solid var(--rule); padding-top: 1rem; }
@media (max-width: 46rem) {
  body { padding: 1.5rem 1rem 4rem; }
  li.line > .row { grid-template-columns: minmax(0, 1fr); }
  li.step { padding-left: 0; }
  ul.talk ul { padding-left: .8rem; }
}
@media print {
  :root { --ink: #000; --soft: #444; --rule: #bbb; --paper: #fff; --tint: #f2f2f2;
    --safety: #7a1f10; --open: #000; --signed: #444; --person: #000; }
  @page { size: A4; margin: 18mm 16mm; }
  body { padding: 0; max-width: none; font-size: 9.5pt; }
  nav a { text-decoration: none; }
  section.flow { margin-top: 10mm; }
  h2, h3 { break-after: avoid; }
  li.line > .row { grid-template-columns: 5.5rem minmax(0, 1fr) 12rem; gap: 0 .8rem; }
  li.step { padding-left: 6.3rem; }
}
)css";

}  // namespace keel
