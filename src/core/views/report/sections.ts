import { minutesInWords, type CardSense } from '../card';
import { kindNames, type Reference } from '../../lexicon/wording';
import { problemsIn } from '../../finding';
import { layers, speechMap, swatch } from './map';
import { html, type Content, type Markup } from './markup';
import { severitiesInWords, severityNames } from './names';
import {
  groupsOf,
  type FindingGroup,
  type FormulationRow,
  type Listing,
  type Place,
  type Places,
  type Report,
} from './report';
import { percentages } from './shares';

/** How one page shows a report: the parts that differ between a document and the panel of the editor. */
export interface Presentation {
  /** What ids begin with, so that several reports may stand in one page. */
  readonly id: string;
  /** A place in the text: its line, in the panel a button that leads there. */
  place(place: Place): Markup;
  /** What stands beside the day that was judged by, where it is not the present one. */
  readonly asOfTools?: Markup;
  /** What stands above the table of the findings. */
  readonly findingsTools?: Markup;
}

/** The body of a report in HTML; what is empty is left out or said in a sentence. */
export function reportSections(report: Report, page: Presentation): Markup {
  return html`<header class="head">
      <p class="overline">审校报告</p>
      <h1>${report.title}</h1>
      ${basis(report, page)}
    </header>
    ${figures(report)} ${map(report, page)} ${outdated(report, page)} ${findings(report, page)}
    ${placeholders(report, page)} ${formulations('口号和固定提法', 'slogans', report.slogans, page)}
    ${abbreviations(report, page)} ${formulations('套话和比喻', 'boilerplate', report.boilerplate, page)}
    ${outline(report, page)} ${notes(report, page)}`;
}

function basis(report: Report, page: Presentation): Markup {
  const asOf = report.ofAnotherDay ? html`<strong>${report.asOf}</strong> ${page.asOfTools}` : report.asOf;
  const rows: [name: string, value: Content][] = [
    ['文稿', report.file],
    ['审校基准日', asOf],
    ['成文日期', report.documentDate],
    ['词库', report.edition],
  ];
  return html`<dl class="basis">
    ${rows.map(
      ([name, value]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
}

function figures({ characters, minutes, shares, formulations, outdated, ...report }: Report): Markup {
  const of = percentages(shares);
  const tiles: [name: string, value: number, remark: string][] = [
    ['全文字数', characters, `讲话${minutesInWords(minutes)}`],
    ['口号和缩略语', formulations.slogan + formulations.abbreviation, `占正文${of.slogan}`],
    ['套话和比喻', formulations.boilerplate + formulations.metaphor, `占正文${of.boilerplate}`],
    ['过时提法', countOf(outdated), report.outdatedExcused > 0 ? `另有引述、回顾${report.outdatedExcused}处` : ''],
    ['问题', problemsIn(report.severities), severitiesInWords(report.severities)],
  ];
  return html`<dl class="figures">
    ${tiles.map(
      ([name, value, remark]) =>
        html`<div>
          <dt>${name}</dt>
          <dd><span class="value">${value.toLocaleString('en')}</span> <span class="remark">${remark}</span></dd>
        </div>`,
    )}
  </dl>`;
}

function countOf({ rows }: Report['outdated']): number {
  return rows.reduce((sum, { places }) => sum + places.count, 0);
}

function map(report: Report, page: Presentation): Markup | undefined {
  if (report.shares.characters === 0) return undefined;
  const id = `${page.id}map`;
  const of = percentages(report.shares);
  const legend = layers.map(
    ({ name, title, explanation }) =>
      html`<li title="${explanation}">${swatch(name, id)} ${title} <b>${of[name]}</b></li>`,
  );
  const rows = report.paragraphs.slice(0, mostParagraphRows);
  const omitted = report.paragraphs.length - rows.length;
  const paragraphs = html`<details class="data">
    <summary>逐段数据</summary>
    ${table(
      ['行', '字数', '口号', '套话', '具体内容'],
      rows.map((paragraph) => {
        const { slogan, boilerplate, fact } = percentages(paragraph);
        return [page.place(paragraph.place), paragraph.characters, slogan, boilerplate, fact];
      }),
      'numbers',
    )}${more(omitted, '段')}
  </details>`;
  return section(
    page,
    'map',
    '全文构成',
    undefined,
    html`<p class="lead">
        一列为一段，列宽为段落长短；自上而下为口号、套话、其他、具体内容（写明数字、时间、单位、人员或做法的分句）各占多少。
      </p>
      <ul class="legend">
        ${legend}
      </ul>
      <div class="picture">${speechMap(report, id)}</div>
      ${paragraphs}`,
  );
}

/** Rows of the table behind the map; the picture shows all paragraphs. */
const mostParagraphRows = 500;

function outdated(report: Report, page: Presentation): Markup {
  const { rows, omitted } = report.outdated;
  const excused =
    report.outdatedExcused > 0 &&
    html`<p class="note">另有${report.outdatedExcused}处用于引文、书名号内的标题或者回顾往事，不作为问题。</p>`;
  const content =
    rows.length === 0
      ? html`<p class="none">没有发现过时的提法。</p>`
      : table(
          ['提法', '何时失效', '依据', '改写建议', '行'],
          rows.map(({ text, since, inForceThen, source, instead, severity, places }) => [
            html`<span class="mark ${severity}">${text}</span>`,
            html`<p>${since}</p>
              ${inForceThen && html`<p class="details">成文时仍在使用</p>`}`,
            source && sourceLink(source),
            instead,
            placeList(places, page),
          ]),
          'outdated stacked',
        );
  return section(
    page,
    'outdated',
    '过时提法',
    countOf(report.outdated),
    html`${content}${more(omitted, '个')}${excused}`,
  );
}

function findings({ findings, severities }: Report, page: Presentation): Markup {
  if (findings.length === 0) return section(page, 'findings', '问题', 0, html`<p class="none">没有发现问题。</p>`);
  const rows = groupsOf(findings).map(
    (finding) =>
      html`<tr data-severity="${finding.severity}" data-rule="${finding.rule}">
        <td class="place" data-label="行">${placeList(finding.places, page)}</td>
        <td data-label="级别"><span class="severity ${finding.severity}">${severityNames[finding.severity]}</span></td>
        <td data-label="检查项目">
          <span class="title">${finding.title}</span> <code class="rule">${finding.rule}</code>
        </td>
        <td data-label="说明">${findingWords(finding)}</td>
      </tr>`,
  );
  return section(
    page,
    'findings',
    '问题',
    problemsIn(severities),
    html`${page.findingsTools}
      <table class="findings stacked">
        ${head(['行', '级别', '检查项目', '说明'])}
        <tbody>
          ${rows}
        </tbody>
      </table>`,
  );
}

/** Longest piece of the text that a row quotes, in UTF-16 code units. */
const longestQuotation = 80;

/** The text, cut where it is too long; not in the middle of a surrogate pair. */
export function clipped(text: string, longest = longestQuotation): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= longest ? line : `${line.slice(0, longest).replace(/[\ud800-\udbff]$/, '')}…`;
}

function findingWords({ rule, text, message, fixes }: FindingGroup): Markup {
  const words = html`<p class="quotation">${clipped(text)}</p>`;
  // Date, document and advice would be said twice.
  if (rule === 'directive/outdated')
    return html`${words}
      <p class="details">依据和改写建议见“过时提法”。</p>`;
  return html`${words}
    <p>${message}</p>
    ${fixes.length > 0 && html`<p class="fixes">可修正：${fixes.join('；')}</p>`}`;
}

function placeholders({ placeholders }: Report, page: Presentation): Markup | undefined {
  if (placeholders.length === 0) return undefined;
  const rows = placeholders.map(({ text, place }) => [
    page.place(place),
    html`<span class="mark warning">${text}</span>`,
  ]);
  return section(page, 'placeholders', '占位文字', placeholders.length, table(['行', '待填写'], rows, 'plain'));
}

function formulations(
  title: string,
  name: string,
  { rows, omitted }: Listing<FormulationRow>,
  page: Presentation,
): Markup | undefined {
  if (rows.length === 0) return undefined;
  const mixed = rows.some(({ kind }) => kind !== rows[0].kind);
  const content = table(
    ['提法', ...(mixed ? ['类别'] : []), '次数', '行'],
    rows.map(({ text, kind, places }) => [
      clipped(text),
      ...(mixed ? [kindNames[kind]] : []),
      places.count,
      placeList(places, page),
    ]),
    'formulations',
  );
  return section(page, name, title, rows.length + omitted, html`${content}${more(omitted, '个')}`);
}

function abbreviations({ abbreviations: { rows, omitted } }: Report, page: Presentation): Markup | undefined {
  if (rows.length === 0) return undefined;
  const content = table(
    ['缩略语', '释义', '次数', '行'],
    rows.map(({ text, senses, places }) => [
      text,
      senses.length > 0 ? senses.map(sense) : html`<span class="unknown">词库中没有释义</span>`,
      places.count,
      placeList(places, page),
    ]),
    'abbreviations stacked',
  );
  return section(page, 'abbreviations', '数字缩略语', rows.length + omitted, html`${content}${more(omitted, '个')}`);
}

function sense({ domain, note, members }: CardSense): Markup {
  const words = [members.join('、'), members.length === 0 && note].filter(Boolean).join('；');
  return html`<p>${domain && html`<span class="domain">${domain}</span> `}${words}</p>`;
}

function outline({ outline: { rows, omitted }, speakingRate }: Report, page: Presentation): Markup | undefined {
  if (rows.length === 0) return undefined;
  const content = table(
    ['层次', '字数', '讲话时长', '行'],
    rows.map(({ depth, heading, characters, minutes, place }) => [
      html`<span class="depth${Math.min(4, depth)}">${clipped(heading)}</span>`,
      characters.toLocaleString('en'),
      minutesInWords(minutes),
      page.place(place),
    ]),
    'outline stacked',
  );
  const rate = html`<p class="note">时长按每分钟${speakingRate}字计。</p>`;
  return section(page, 'outline', '提纲与时长', undefined, html`${content}${more(omitted, '节')}${rate}`);
}

function notes(report: Report, page: Presentation): Markup {
  const ignored = report.ignored.map(({ rule, text, reason, place }) => [
    page.place(place),
    clipped(text),
    rule,
    reason,
  ]);
  const lines = [
    ...report.limits,
    ...(report.unchecked.length > 0 ? [`本次没有检查：${report.unchecked.join('、')}。`] : []),
    `仅供参考，词库${report.edition}。判断以现行文件原文为准。`,
  ];
  return section(
    page,
    'notes',
    '说明',
    undefined,
    html`${
        ignored.length > 0 &&
        html`<h3>已忽略的问题</h3>
          ${table(['行', '原文', '检查项目', '理由'], ignored, 'ignored stacked')}`
      }
      <ul class="notes">
        ${lines.map((line) => html`<li>${line}</li>`)}
      </ul>`,
  );
}

function section(page: Presentation, name: string, title: string, count: number | undefined, content: Markup): Markup {
  return html`<section>
    <h2 id="${page.id}${name}">${title}${count !== undefined && html` <span class="count">${count}</span>`}</h2>
    ${content}
  </section>`;
}

function head(columns: readonly string[]): Markup {
  return html`<thead>
    <tr>
      ${columns.map((column) => html`<th scope="col">${column}</th>`)}
    </tr>
  </thead>`;
}

function table(columns: readonly string[], rows: readonly (readonly Content[])[], name: string): Markup {
  return html`<table class="${name}">
    ${head(columns)}
    <tbody>
      ${rows.map(
        (cells) =>
          html`<tr>
            ${cells.map((cell, at) => html`<td data-label="${columns[at]}">${cell}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function more(omitted: number, unit: string): Markup | undefined {
  return omitted > 0 ? html`<p class="note">另有${omitted}${unit}，未一一列出。</p>` : undefined;
}

function placeList({ named, omitted }: Places, page: Presentation): Markup {
  const places = named.map((place, index) => html`${index > 0 && ' '}${page.place(place)}`);
  return html`<span class="places">${places}${omitted > 0 && ` 等${named.length + omitted}行`}</span>`;
}

/** The source; a link only where the address is one of the web. */
export function sourceLink({ title, details, url }: Reference): Markup {
  const name = url ? html`<a href="${url}" rel="noreferrer">${title}</a>` : html`${title}`;
  return html`${name}${details && html` <span class="details">${details}</span>`}`;
}
