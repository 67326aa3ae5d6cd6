// court_style.hpp: how a document for a court looks, on a screen and on paper.
#pragma once

#include <string_view>

namespace recoup {

/// Everything but the boxes at the page's edges, which name the document.
inline constexpr std::string_view court_style = R"css(
:root { --ink: #111; --soft: #555; --rule: #999; --hair: #ccc; --tint: #f3f3f1; }
* { box-sizing: border-box; }
html { font: 11pt/1.5 Georgia, "Times New Roman", "Liberation Serif", "DejaVu Serif", serif;
  color: var(--ink); background: #e8e8e5; }
body { max-width: 70rem; margin: 2rem auto; padding: 3rem 3.5rem; background: #fff; box-shadow: 0
  1px 4px rgba(0, 0, 0, .25); }
a { color: inherit; text-decoration-color: var(--rule); text-underline-offset: .15em; }
a:focus-visible { outline: 3px solid #000; outline-offset: 2px; }
:target { background: #eee6c8; }
.skip { position: absolute; left: -200rem; }
.skip:focus { left: 1rem; top: 1rem; background: #fff; padding: .5rem; }
.marking { text-align: center; font-weight: bold; letter-spacing: .08em; margin: 0 0 1.5rem; }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 1.2rem; text-wrap: balance; }
h2 { font-size: 1.2rem; line-height: 1.3; margin: 2.2rem 0 .8rem; display: flex; gap: .9rem; }
h2 .no { min-width: 2.6rem; }
.particulars { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1.5rem; margin:
  0; padding: .9rem 0; border-top: 2px solid var(--ink); border-bottom: 1px solid var(--ink); }
.particulars dt { color: var(--soft); }
.particulars dd { margin: 0; overflow-wrap: anywhere; }
nav ol { list-style: none; margin: .3rem 0 0; padding: 0; }
nav li { display: flex; gap: .9rem; }
nav li .no { min-width: 6rem; color: var(--soft); }
.para { display: grid; grid-template-columns: 3.5rem minmax(0, 1fr); margin: 0 0 .75rem;
  max-width: 48rem; overflow-wrap: anywhere; }
.para.below { margin-left: 3.5rem; grid-template-columns: 4rem minmax(0, 1fr); }
.para > .no { font-variant-numeric: tabular-nums; }
.figure { font-variant-numeric: tabular-nums; overflow-wrap: normal; }
.cite { font-size: .78em; color: var(--soft); white-space: nowrap; text-decoration: none; }
a.cite:hover { text-decoration: underline; }
figure { margin: 1.5rem 0; }
figcaption, caption { text-align: left; font-weight: bold; padding: 0 0 .5rem; }
figcaption .how, .note { font-weight: normal; font-size: .85rem; color: var(--soft); margin:
  .4rem 0 0; }
.drawing { overflow-x: auto; }
.drawing svg { display: block; max-width: 100%; height: auto; margin: 0 auto; }
table { width: 100%; border-collapse: collapse; font-size: .82rem; line-height: 1.35; margin:
  .5rem 0; }
.wide { overflow-x: auto; }
thead th { text-align: left; vertical-align: bottom; border-top: 1.5px solid var(--ink);
  border-bottom: 1px solid var(--ink); padding: .35rem .5rem; }
tbody td, tbody th { text-align: left; vertical-align: top; border-bottom: 1px solid var(--hair);
  padding: .3rem .5rem; font-weight: normal; }
tfoot th, tfoot td { border-top: 1px solid var(--ink); border-bottom: 3px double var(--ink);
  padding: .4rem .5rem; font-weight: bold; text-align: left; vertical-align: top; }
td, tbody th { overflow-wrap: break-word; }
td.wordy { min-width: 8rem; }
td.long { overflow-wrap: anywhere; min-width: 8rem; }
.right, thead th.right, tfoot td.right { text-align: right; }
td.right { font-variant-numeric: tabular-nums lining-nums; white-space: nowrap; }
td.date, td.short, th.no, .locus { white-space: nowrap; }
th.no { width: 1%; color: var(--soft); font-variant-numeric: tabular-nums; }
.pad { visibility: hidden; }
.none { color: var(--soft); font-style: italic; }
.hash { display: block; font: .68rem/1.4 "DejaVu Sans Mono", "Liberation Mono", Menlo, Consolas,
  monospace; color: var(--soft); overflow-wrap: anywhere; }
.record { display: block; font: .72rem/1.4 "DejaVu Sans Mono", "Liberation Mono", Menlo,
  Consolas, monospace; background: var(--tint); border-left: 2px solid var(--rule); padding:
  .15rem .5rem; margin: .15rem 0; overflow-wrap: anywhere; white-space: pre-wrap; }
.origins { list-style: none; padding: 0; margin: 0; font-size: .85rem; }
.origins > li { display: grid; grid-template-columns: 3.5rem minmax(0, 1fr); padding: .3rem 0;
  border-bottom: 1px solid var(--hair); }
.origins ul { list-style: none; margin: 0; padding: 0; overflow-wrap: anywhere; }
.end { margin-top: 2.5rem; padding-top: .8rem; border-top: 1px solid var(--ink); font-size:
  .82rem; color: var(--soft); overflow-wrap: anywhere; }
@media (max-width: 45rem) { body { margin: 0; padding: 1rem; } .para { grid-template-columns:
  2.6rem minmax(0, 1fr); } .para.below { margin-left: 1rem; } }
@media print {
html { font-size: 10pt; background: none; }
body { max-width: none; margin: 0; padding: 0; box-shadow: none; }
.skip, .marking { display: none; }
a { text-decoration: none; }
:target { background: none; }
h1, h2, caption, figcaption, thead { break-after: avoid; }
.para, tr, .origins > li, .particulars { break-inside: avoid; }
p, li { orphans: 3; widows: 3; }
thead { display: table-header-group; }
tfoot { display: table-row-group; break-before: avoid; }
tbody tr:first-child, tbody tr:nth-last-child(2), tbody tr:nth-last-child(3) {
  break-after: avoid; }
.whole { break-inside: avoid; }
tbody td, tbody th { padding-top: .2rem; padding-bottom: .2rem; }
.schedules { break-before: page; }
.wide, .drawing { overflow: visible; }
.drawing { break-inside: avoid; }
.drawing svg { max-height: 215mm; }
.landscape { page: across; break-before: page; break-after: page; }
.landscape > figcaption, .landscape > h2 { margin-top: 0; }
figure { margin: 0 0 1.4rem; }
figcaption { break-inside: avoid; }
.para { max-width: none; }
figure.landscape .drawing svg { max-height: 128mm; }
* { print-color-adjust: exact; }
}
)css";

}  // namespace recoup
