import { minutesInWords } from '../card';
import { fit } from '../fit';
import { kindNames, type Reference } from '../../lexicon/wording';
import { problemsIn } from '../../finding';
import { layers } from './map';
import { severitiesInWords, severityNames } from './names';
import { groupsOf, type FormulationRow, type Listing, type Places, type Report } from './report';
import { clipped } from './sections';
import { percentages } from './shares';

/** The report as Markdown, to be saved, compared and printed. Ends with a line break. */
export function markdownReport(report: Report): string {
  const parts = [
    `# 审校报告：${text(report.title)}`,
    summary(report),
    shares(report),
    outdated(report),
    findings(report),
    placeholders(report),
    formulations('口号和固定提法', report.slogans),
    abbreviations(report),
    formulations('套话和比喻', report.boilerplate),
    outline(report),
    notes(report),
  ];
  return parts.filter(Boolean).join('\n\n') + '\n';
}

/** What Markdown or HTML in it could read as a mark, on one line. */
function text(words: string): string {
  return fit(words.replace(/\s+/g, ' '))
    .replace(/[\\`*_[\]<>|#~&!]/g, '\\$&')
    .trim();
}

function bullets(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join('\n');
}

/** A table; the cells are Markdown. */
function table(columns: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const lines = [columns, columns.map(() => '---'), ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function section(title: string, ...parts: readonly (string | false)[]): string {
  return [`## ${title}`, ...parts.filter(Boolean)].join('\n\n');
}

function more({ omitted }: Listing<unknown>, unit: string): string | false {
  return omitted > 0 && `另有${omitted}${unit}，未一一列出。`;
}

function lines({ named, omitted }: Places): string {
  return named.map(({ line }) => line).join('、') + (omitted > 0 ? ` 等${named.length + omitted}行` : '');
}

function link({ title, details, url }: Reference): string {
  return [url ? `[${text(title)}](${url})` : text(title), text(details)].filter(Boolean).join(' ');
}

function summary(report: Report): string {
  const remark = severitiesInWords(report.severities);
  const { slogan, abbreviation, boilerplate, metaphor } = report.formulations;
  return bullets([
    `文稿：${text(report.file)}`,
    `审校基准日：${report.ofAnotherDay ? `**${report.asOf}**` : report.asOf}`,
    `成文日期：${report.documentDate}`,
    `词库：${report.edition}`,
    `全文字数：${report.characters}字，讲话${minutesInWords(report.minutes)}（每分钟${report.speakingRate}字）`,
    `提法：口号${slogan}处，数字缩略语${abbreviation}处，套话${boilerplate}处，比喻${metaphor}处`,
    `问题：${problemsIn(report.severities)}处${remark && `（${remark}）`}`,
  ]);
}

function shares({ shares: all, paragraphs }: Report): string | undefined {
  if (all.characters === 0) return undefined;
  const of = percentages(all);
  const rows = layers.map(({ name, title, explanation }) => [title, of[name], explanation]);
  return section('全文构成', `正文${paragraphs.length}段，按字数计：`, table(['构成', '占比', '含义'], rows));
}

function outdated({ outdated, outdatedExcused }: Report): string {
  const rows = outdated.rows.map(({ text: words, since, inForceThen, source, instead, places }) => [
    text(words),
    inForceThen ? `${since}（成文时仍在使用）` : since,
    source ? link(source) : '',
    text(instead),
    lines(places),
  ]);
  return section(
    '过时提法',
    rows.length > 0 ? table(['提法', '何时失效', '依据', '改写建议', '行'], rows) : '没有发现过时的提法。',
    more(outdated, '个'),
    outdatedExcused > 0 && `另有${outdatedExcused}处用于引文、书名号内的标题或者回顾往事，不作为问题。`,
  );
}

function findings({ findings }: Report): string {
  if (findings.length === 0) return section('问题', '没有发现问题。');
  const rows = groupsOf(findings).map(({ places, severity, title, rule, text: words, message }) => [
    lines(places),
    severityNames[severity],
    `${title} \`${rule}\``,
    text(clipped(words)),
    rule === 'directive/outdated' ? '依据和改写建议见“过时提法”。' : text(message),
  ]);
  return section('问题', table(['行', '级别', '检查项目', '原文', '说明'], rows));
}

function placeholders({ placeholders }: Report): string | undefined {
  if (placeholders.length === 0) return undefined;
  const rows = placeholders.map(({ place, text: words }) => [place.line, text(words)]);
  return section('占位文字', table(['行', '待填写'], rows));
}

function formulations(title: string, list: Listing<FormulationRow>): string | undefined {
  if (list.rows.length === 0) return undefined;
  const rows = list.rows.map(({ text: words, kind, places }) => [
    text(clipped(words)),
    kindNames[kind],
    places.count,
    lines(places),
  ]);
  return section(title, table(['提法', '类别', '次数', '行'], rows), more(list, '个'));
}

function abbreviations({ abbreviations }: Report): string | undefined {
  if (abbreviations.rows.length === 0) return undefined;
  const rows = abbreviations.rows.map(({ text: words, senses, places }) => [
    text(words),
    senses
      .map(({ domain, members, note }) => [domain, members.join('、') || note].filter(Boolean).join('：'))
      .map(text)
      .join('；') || '词库中没有释义',
    places.count,
    lines(places),
  ]);
  return section('数字缩略语', table(['缩略语', '释义', '次数', '行'], rows), more(abbreviations, '个'));
}

function outline({ outline, speakingRate }: Report): string | undefined {
  if (outline.rows.length === 0) return undefined;
  const rows = outline.rows.map(({ depth, heading, characters, minutes, place }) => [
    '　'.repeat(depth - 1) + text(clipped(heading)),
    characters,
    minutesInWords(minutes),
    place.line,
  ]);
  const rate = `时长按每分钟${speakingRate}字计。`;
  return section('提纲与时长', table(['层次', '字数', '讲话时长', '行'], rows), more(outline, '节'), rate);
}

function notes({ ignored, limits, unchecked, edition }: Report): string {
  const rows = ignored.map(({ place, text: words, rule, reason }) => [
    place.line,
    text(clipped(words)),
    text(rule),
    text(reason),
  ]);
  return section(
    '说明',
    rows.length > 0 && `已忽略的问题：\n\n${table(['行', '原文', '检查项目', '理由'], rows)}`,
    bullets([
      ...limits.map(text),
      ...(unchecked.length > 0 ? [`本次没有检查：${unchecked.join('、')}。`] : []),
      `仅供参考，词库${edition}。判断以现行文件原文为准。`,
    ]),
  );
}
