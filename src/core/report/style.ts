/**
 * The look of a report, for the page of its own and for the panel of the editor. Colours are variables: a page defines
 * them (`documentColors`), the panel takes them from the theme.
 */
export const reportStyle = `
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); line-height: 1.65; text-autospace: normal; }
article { max-width: 64rem; margin: 0 auto; padding: 2rem 1.75rem 3rem; }
article + article { border-top: 1px solid var(--line); }
a { color: var(--link); text-decoration: none; }
a:hover { text-decoration: underline; }
p { margin: 0; }
code { font-family: var(--mono); }

.head { padding-bottom: 1.1rem; border-bottom: 1px solid var(--line); }
.overline { color: var(--muted); font-size: .86em; letter-spacing: .18em; }
h1 { margin: .25rem 0 .8rem; font-size: 1.7em; line-height: 1.35; font-weight: 600; text-wrap: balance; }
.basis { display: flex; flex-wrap: wrap; gap: .15rem 2rem; margin: 0; font-size: .93em; }
.basis div { display: flex; gap: .6em; }
.basis dt { color: var(--muted); }
.basis dd { margin: 0; overflow-wrap: anywhere; }

.figures { display: flex; flex-wrap: wrap; gap: 1px; margin: 1.4rem 0 0;
  background: var(--line); border: 1px solid var(--line); border-radius: 4px; overflow: hidden; }
.figures div { flex: 1 1 5.4rem; padding: .75rem .85rem .8rem; background: var(--ground); }
.figures dt { color: var(--muted); font-size: .88em; }
.figures dd { margin: .1rem 0 0; }
.figures .value { display: block; font-size: 1.7em; line-height: 1.3; font-weight: 600; font-variant-numeric: tabular-nums; }
.figures .remark { display: block; min-height: 1.65em; color: var(--muted); font-size: .86em; }

section { margin-top: 2.3rem; }
h2 { margin: 0 0 .6rem; font-size: 1.16em; font-weight: 600; }
h2 .count { margin-left: .35em; color: var(--muted); font-weight: 400; font-variant-numeric: tabular-nums; }
h3 { margin: 0 0 .3rem; font-size: 1em; font-weight: 600; }
.lead, .note, .none { color: var(--muted); font-size: .92em; }
.note { margin-top: .5rem; }

table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
th { padding: .3rem .75rem .3rem 0; border-bottom: 1px solid var(--strong); color: var(--muted); font-size: .88em;
  font-weight: 500; text-align: left; white-space: nowrap; }
td { padding: .5rem .75rem .5rem 0; border-bottom: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere; }
th:last-child, td:last-child { padding-right: 0; }
td:first-child { min-width: 3.2em; }
td p + p { margin-top: .2rem; }
tbody tr:hover { background: var(--hover); }
.outdated td:first-child, .formulations td:first-child, .abbreviations td:first-child { width: 24%; min-width: 7em; font-weight: 500; }
.outdated td:nth-child(2) { width: 20%; }
.outdated td:nth-child(5) { min-width: 3.2em; }
.formulations td { padding-top: .28rem; padding-bottom: .28rem; }
.formulations td:first-child { width: auto; font-weight: 400; }
.formulations td:nth-child(2), .formulations td:nth-child(3), .abbreviations td:nth-child(3) { width: 4.6em; }
.formulations td:last-child { width: 34%; }
.abbreviations td:nth-child(4) { width: 20%; }
.outline td:nth-child(2) { width: 6em; }
.outline td:nth-child(3) { width: 8em; }
.outline td:last-child, .findings td:first-child, .ignored td:first-child, .plain td:first-child { width: 4em; }
.findings td:nth-child(2) { width: 5em; white-space: nowrap; }
.findings td:nth-child(3) { width: 24%; }
.numbers { max-width: 34rem; }
.depth1 { font-weight: 600; }
.depth2 { padding-left: 1.4em; }
.depth3 { padding-left: 2.8em; }
.depth4 { padding-left: 4.2em; }
.depth2, .depth3, .depth4 { display: inline-block; }

.severity { white-space: nowrap; }
.severity::before { content: ""; display: inline-block; width: .55em; height: .55em; margin-right: .5em; border-radius: 50%;
  border: 1.5px solid var(--tone); background: var(--tone); }
.severity.information::before { border-radius: 1px; }
.severity.hint::before { background: none; }
.error { --tone: var(--error); }
.warning { --tone: var(--warning); }
.information { --tone: var(--information); }
.hint { --tone: var(--hint); }
.mark { text-decoration: underline; text-decoration-color: var(--tone); text-decoration-thickness: 2px; text-underline-offset: .25em; }
.rule { display: block; color: var(--muted); font-size: .84em; }
.quotation { font-weight: 500; }
.fixes, .details, .unknown { color: var(--muted); font-size: .92em; }
.details { display: block; }
.domain { margin-right: .4em; padding: 0 .4em; border: 1px solid var(--line); border-radius: 3px; color: var(--muted); font-size: .84em; }
.notes { margin: 0; padding-left: 1.2em; }
.notes li + li { margin-top: .2rem; }
.ignored { margin-bottom: 1.2rem; }

.legend { display: flex; flex-wrap: wrap; gap: .2rem 1.5rem; margin: .7rem 0 .6rem; padding: 0; list-style: none; font-size: .92em; }
.legend b { font-weight: 600; font-variant-numeric: tabular-nums; }
.swatch { display: inline-block; width: 22px; height: 12px; margin-right: .25em; vertical-align: -.05em; }
.map { display: block; overflow: visible; }
.swatch.map { display: inline-block; }
.map .ground { fill: var(--ground); }
.map .slogan .figure { fill: var(--slogan); }
.map .boilerplate .figure { fill: var(--boilerplate); }
.map rect.slogan { stroke: var(--slogan); }
.map rect.boilerplate { stroke: var(--boilerplate); }
.map rect.slogan, .map rect.boilerplate { stroke-width: .6; }
.map rect.fact { fill: var(--fact); }
.map rect.rest { fill: var(--rest); }
.map .axis { stroke: var(--strong); stroke-width: 1; }
.map .section { overflow: hidden; }
.map text { fill: var(--muted); font-size: 12px; }
.data { margin-top: .4rem; }
.data summary { width: fit-content; color: var(--muted); font-size: .92em; cursor: pointer; }
.data[open] summary { margin-bottom: .4rem; }

@media print {
  @page { size: A4; margin: 18mm 16mm; }
  body { font-size: 10pt; line-height: 1.55; }
  article { max-width: none; padding: 0; }
  article + article { break-before: page; border-top: 0; }
  section { margin-top: 1.4rem; }
  h1 { font-size: 18pt; }
  h2 { break-after: avoid; }
  tr, .figures, .picture { break-inside: avoid; }
  thead { display: table-header-group; }
  tbody tr:hover { background: none; }
  .data { display: none; }
  a { color: inherit; }
}
`;

/** The colours and fonts of a page of its own. */
const documentColors = `
:root { --ground: #fff; --ink: #1d2125; --muted: #5c656f; --line: #e1e5e9; --strong: #aab2bb; --hover: #f6f8fa; --link: #1a5fa8;
  --slogan: #b86a10; --boilerplate: #6f7782; --fact: #2c7a78; --rest: #eceff2;
  --error: #c0241b; --warning: #a86200; --information: #1f6fb5; --hint: #737b85;
  --mono: ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace; color-scheme: light; }
body { font: 15px/1.65 "PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Source Han Sans SC", system-ui, sans-serif; }
`;

/** The whole style of a page of its own. */
export const documentStyle = documentColors + reportStyle;

/** By this hash the page's policy lets its one style sheet in, and no other; a test keeps it true. */
export const documentStyleHash = 'sha256-Hk4hVOqd8Cg4Mt6216dsBYSQWtfdtmPBdUyFTcazMPI=';
