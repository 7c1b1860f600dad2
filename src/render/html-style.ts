/** Shades of heat charts from nothing to the most, each with the ink of the figures on it. */
type Shades = readonly (readonly [ground: string, ink: string])[]

export const LIGHT: Shades = [
  ['#f3f5f8', '#56606d'],
  ['#e6eefa', '#1c2430'],
  ['#cbdef5', '#1c2430'],
  ['#a3c4ee', '#1c2430'],
  ['#3d73bb', '#fff'],
  ['#27569b', '#fff'],
  ['#143765', '#fff'],
]

export const DARK: Shades = [
  ['#1f2630', '#a8b3c1'],
  ['#21324a', '#e6eaf0'],
  ['#264264', '#e6eaf0'],
  ['#2d5488', '#f2f5f9'],
  ['#72a5e6', '#0d1420'],
  ['#98c0f3', '#0d1420'],
  ['#c9dffb', '#0d1420'],
]

export const PAPER: Shades = [
  ['#fff', '#444'],
  ['#f2f2f2', '#000'],
  ['#e0e0e0', '#000'],
  ['#c8c8c8', '#000'],
  ['#6a6a6a', '#fff'],
  ['#444', '#fff'],
  ['#1c1c1c', '#fff'],
]

const SHADE_NUMBERS = LIGHT.map((_, at) => at)

function shades(all: Shades): string {
  return all.map(([ground, ink], at) => `--h${at}: ${ground}; --i${at}: ${ink};`).join(' ')
}

/** The style of the HTML report; system fonts only, Chinese set as Chinese readers expect. */
export const stylesheet = `
:root {
  color-scheme: light dark;
  --page: #f6f7f9; --card: #fff; --ink: #1c2430; --soft: #5b6675; --line: #e2e6ec; --head: #f0f3f7; --stripe: #fafbfc;
  --accent: #2463c4; --bar: #8fb6ee; --track: #e8edf4; --bad: #b3261e;
  --a: #0b6b3a; --a-bg: #d9f2e3; --b: #1a5a9e; --b-bg: #dcebfb; --c: #6b5312; --c-bg: #f7ecce; --u: #56606d; --u-bg: #e8ebef;
  --s0: #2463c4; --s1: #cfe0f7; --s2: #f3d08a; --s3: #e9edf2; --mark: #1f4f99; --grid: #e2e6ec; --flow: #5f93dd; --stay: #cdd4de;
  ${shades(LIGHT)}
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #12161c; --card: #1a2029; --ink: #e6eaf0; --soft: #9aa6b5; --line: #2c3542; --head: #222a35; --stripe: #1d242e;
    --accent: #7fb0ff; --bar: #3f6fb5; --track: #28313d; --bad: #ff8f86;
    --a: #8fe0b0; --a-bg: #173b28; --b: #9cc7f7; --b-bg: #17314d; --c: #e8cf8a; --c-bg: #3d3214; --u: #b3bdc9; --u-bg: #2c3542;
    --s0: #5b95ea; --s1: #23405f; --s2: #57481d; --s3: #2c3542; --mark: #9cc7f7; --grid: #2c3542; --flow: #4d83d1; --stay: #3a4554;
    ${shades(DARK)}
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-behavior: smooth; }
body {
  margin: 0; background: var(--page); color: var(--ink); font-size: 15px; line-height: 1.5;
  font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", Arial, sans-serif;
}
:lang(zh-Hans) body, body:lang(zh-Hans) {
  line-height: 1.7; line-break: strict; text-autospace: normal;
  font-family: system-ui, -apple-system, "PingFang SC", "Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif;
}
main { max-width: 1180px; margin: 0 auto; padding: 28px 24px 56px; }
header { margin-bottom: 20px; }
h1 { margin: 0 0 4px; font-size: 26px; line-height: 1.25; overflow-wrap: anywhere; text-wrap: balance; }
h2 { margin: 0 0 10px; font-size: 17px; line-height: 1.35; overflow-wrap: anywhere; }
.covers { margin: 0; color: var(--soft); }
.covers span { display: inline-block; }
.covers span + span::before { content: "·"; margin: 0 .5em; }
.facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 200px), 1fr)); gap: 10px; margin: 0 0 22px; }
.facts div { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 10px 14px; min-width: 0; }
.facts dt { color: var(--soft); font-size: 13px; overflow-wrap: anywhere; }
.facts dd { margin: 2px 0 0; font-size: 20px; font-weight: 600; line-height: 1.3; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
nav { display: flex; flex-wrap: wrap; gap: 6px 16px; margin: 0 0 22px; }
a { color: var(--accent); text-decoration: none; }
a:hover { text-decoration: underline; }
section { margin: 0 0 26px; scroll-margin-top: 12px; }
.scroll { overflow: auto; max-height: 82vh; background: var(--card); border: 1px solid var(--line); border-radius: 10px; }
.scroll:focus-visible, a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
table { border-collapse: separate; border-spacing: 0; width: 100%; font-variant-numeric: tabular-nums; }
th, td { padding: 7px 10px; text-align: left; border-bottom: 1px solid var(--line); white-space: nowrap; }
tbody tr:last-child td { border-bottom: 0; }
tbody tr:nth-child(even) td { background: var(--stripe); }
td { background: var(--card); unicode-bidi: isolate; }
th { white-space: normal; word-break: keep-all; }
thead th { position: sticky; top: 0; z-index: 2; background: var(--head); color: var(--soft); font-size: 13px; font-weight: 600; }
th:first-child, td:first-child { position: sticky; left: 0; z-index: 1; }
thead th:first-child { z-index: 3; }
td.text, td.company { white-space: normal; min-width: 8em; max-width: 32em; overflow-wrap: anywhere; }
td.sentence { min-width: 13em; }
td.whole { white-space: nowrap; overflow-wrap: normal; min-width: 0; max-width: none; }
td.count, td.number, td.money, td.percent, td.points, td.days, td.score, td.bar,
th.count, th.number, th.money, th.percent, th.points, th.days, th.score, th.bar { text-align: right; }
td.tier, th.tier { text-align: center; }
td.id { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; font-size: 13px; }
.negative { color: var(--bad); }
.track { display: inline-block; vertical-align: middle; width: 84px; height: 9px; margin-right: 10px; border-radius: 3px; background: var(--track); overflow: hidden; }
td.percent .track { width: 44px; height: 6px; }
.share { display: inline-block; min-width: 3.4em; }
td.trend { color: var(--accent); white-space: nowrap; letter-spacing: 1px; }
.track i { display: block; height: 100%; background: var(--bar); }
.badge { display: inline-block; min-width: 1.8em; padding: 0 .5em; border-radius: 6px; background: var(--u-bg); color: var(--u); text-align: center; }
.tier-A { background: var(--a-bg); color: var(--a); } .tier-B { background: var(--b-bg); color: var(--b); } .tier-C { background: var(--c-bg); color: var(--c); }
.actions { background: var(--card); border: 1px solid var(--line); border-left: 4px solid var(--accent); border-radius: 10px; padding: 12px 16px; }
.actions h2 { margin-bottom: 6px; } .actions ol { margin: 0; padding-left: 1.5em; max-width: 76ch; } .actions li { margin: 0 0 4px; overflow-wrap: anywhere; }
.chart { margin: 0 0 12px; padding: 12px; background: var(--card); border: 1px solid var(--line); border-radius: 10px; max-width: 746px; break-inside: avoid; }
.chart + .chart { margin-top: 12px; }
.chart figcaption { font-weight: 600; margin: 0 0 10px; overflow-wrap: anywhere; }
.chart svg { display: block; width: 100%; height: auto; max-width: 720px; }
.chart .narrow { display: none; }
.chart details { margin-top: 10px; } .chart summary { color: var(--accent); cursor: pointer; overflow-wrap: anywhere; } .chart .scroll { margin-top: 8px; }
svg text { font-size: 12px; fill: var(--ink); } svg .middle { text-anchor: middle; } svg .end { text-anchor: end; }
svg .soft { fill: var(--soft); } svg .strong { font-weight: 600; }
svg .halo { paint-order: stroke; stroke: var(--card); stroke-width: 3px; stroke-linejoin: round; }
svg .grid { stroke: var(--grid); } svg .axis { stroke: var(--soft); } svg .cut { stroke: var(--soft); stroke-dasharray: 3 3; }
svg .curve { fill: none; stroke: var(--s0); stroke-width: 2.5; } svg .dot { fill: var(--card); stroke: var(--s0); stroke-width: 2.5; }
svg .tier-A { fill: var(--a-bg); } svg .tier-B { fill: var(--b-bg); } svg .tier-C { fill: var(--c-bg); }
svg .s1 { fill: var(--s1); } svg .s2 { fill: var(--s2); } svg .s3 { fill: var(--s3); } svg .mark { fill: var(--mark); }
svg .part { stroke: var(--card); stroke-width: 1; } svg .bar, svg .node { fill: var(--s0); } svg .fall { fill: var(--s1); opacity: .6; }
svg .stay { fill: var(--stay); stroke: var(--card); } svg .move { fill: var(--flow); fill-opacity: .62; stroke: var(--card); }
${SHADE_NUMBERS.map((at) => `.h${at} rect { fill: var(--h${at}); } .h${at} text { fill: var(--i${at}); }`).join(' ')}
.more { margin: 8px 2px 0; color: var(--soft); }
.notes ul { margin: 0; padding-left: 1.3em; color: var(--soft); max-width: 76ch; }
.notes li { margin: 0 0 4px; overflow-wrap: anywhere; }
@media screen and (max-width: 760px) { .chart .wide { display: none; } .chart .narrow { display: block; max-width: 440px; } }
@media screen and (min-width: 1100px) {
  .chart { display: grid; grid-template-columns: minmax(0, 722px) minmax(0, 1fr); column-gap: 28px; max-width: none; padding: 16px; }
  .chart figcaption { grid-area: 1 / 2; font-size: 18px; line-height: 1.45; margin: 22px 0 0; } .chart .wide { grid-area: 1 / 1; } .chart details { grid-column: 1 / -1; }
}
@media (max-width: 560px) {
  .chart { padding: 8px 2px; } .chart figcaption, .chart details { padding: 0 6px; }
  main { padding: 18px 12px 36px; }
  h1 { font-size: 22px; }
  .covers span { display: block; } .covers span + span::before { content: none; }
  .facts { grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 8px; }
  .facts div { padding: 8px 10px; } .facts dd { font-size: 17px; }
  th, td { padding: 6px 9px; }
  td.text:first-child, td.company:first-child { min-width: 8em; max-width: 9.5em; }
  td:first-child, th:first-child { border-right: 1px solid var(--line); }
  .scroll { max-height: none; }
}
@page { size: A4 landscape; margin: 12mm; }
@media print {
  :root {
    color-scheme: light; --page: #fff; --card: #fff; --ink: #000; --soft: #444; --line: #bbb; --head: #eee; --stripe: #fff;
    --bar: #777; --track: #e4e4e4; --bad: #000; --a: #000; --b: #000; --c: #000; --u: #000;
    --a-bg: #ddd; --b-bg: #eee; --c-bg: #fff; --u-bg: #fff;
    --accent: #000; --s0: #555; --s1: #f2f2f2; --s2: #fff; --s3: #ddd; --mark: #555; --grid: #ccc; --flow: #333; --stay: #e4e4e4;
    ${shades(PAPER)}
  }
  body { font-size: 10pt; } main { max-width: none; padding: 0; } nav { display: none; }
  .scroll { overflow: visible; max-height: none; border: 0; border-radius: 0; }
  thead { display: table-header-group; } thead th, th:first-child, td:first-child { position: static; }
  tr, .facts div { break-inside: avoid; } h2 { break-after: avoid; }
  table { font-size: 8.5pt; } th, td { padding: 2px 5px; }
  td.text, td.company, td.email, td.id, td.sentence { white-space: normal; min-width: 0; max-width: none; overflow-wrap: break-word; font-size: inherit; }
  td.percent .track { display: none; } td.bar .track { width: 48px; margin-right: 6px; }
  .chart { border: 0; padding: 0; } .chart details { display: none; }
  .chart svg, .track i, .badge, thead th { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
`
