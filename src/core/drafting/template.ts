import type { Outline } from '../speech/outline/types';
import { escapeSnippet } from './skeleton';
import { Lines } from '../text/lines';
import type { Span, TextEdit } from '../text/span';
import { applyEdits } from '../text/edits';
import { quoted } from '../text/quotation';

/** The folder, inside a workspace folder, whose files are the office's own templates. */
export const templateFolder = '.tuiqiao/templates';

const extensions = /\.(?:md|txt|speech|讲话稿)$/i;

/** Whether a file of that name in the folder is a template. */
export function isTemplateName(name: string): boolean {
  return extensions.test(name) && !name.startsWith('.');
}

/** Whether the file of that path lies in a folder of templates and is one: its blanks are meant to be there. */
export function isTemplatePath(path: string): boolean {
  const [name, ...folders] = path.split(/[\\/]/).reverse();
  const [parent, above] = templateFolder.split('/').reverse();
  return isTemplateName(name) && folders[0] === parent && folders[1] === above;
}

/** What is asked for once and written wherever `{{name}}` stands. */
export interface TemplateField {
  readonly name: string;
  /** What the template suggests for it: one text, or several to choose from. */
  readonly suggestions: readonly string[];
}

/** A template of an office: a draft with fields. */
export interface Template {
  readonly name: string;
  readonly description: string;
  /** In the order in which they first stand in the text. */
  readonly fields: readonly TemplateField[];
  /** The text of the draft with its fields, its lines joined by LF. */
  readonly body: string;
}

/** A fault of a template. `error`: it cannot be used; `warning`: it can, but something is not as it was meant. */
export interface TemplateProblem extends Span {
  readonly severity: 'error' | 'warning';
  /** In Chinese, with what to do. */
  readonly message: string;
}

export interface ParsedTemplate {
  /** Undefined where it cannot be used. */
  readonly template: Template | undefined;
  readonly problems: readonly TemplateProblem[];
}

const dashes = '---';
/** Keys of the front matter that tell of the template itself. */
const ownKeys = { name: '名称', description: '说明' } as const;
/** Keys that go on into the draft: how long it should be. */
const draftKeys = ['字数', '时长'];

const setting = /^(?<key>[^:：]{1,30})[:：](?<value>.*)$/;
const field = /(?:\{\{|｛｛)(?<name>[^{}｛｝\r\n]{0,60})(?:\}\}|｝｝)/g;
const strayBraces = /\{\{|\}\}|｛｛|｝｝/g;
/** A blank that the writer fills in by hand; it becomes a tab stop of its own. */
const blank = /〔待[填补][^〔〕\r\n]{0,60}〕/g;

/** Characters of a field's name. */
const longestFieldName = 20;

interface Setting extends Span {
  readonly key: string;
  readonly value: string;
}

/**
 * Reads a template. Never throws: faults are reported with their places.
 * @param file name of the file, which names the template where nothing else does
 */
export function parseTemplate(text: string, file: string): ParsedTemplate {
  const problems: TemplateProblem[] = [];
  const report = (span: Span, message: string, severity: TemplateProblem['severity'] = 'error') => {
    problems.push({ start: span.start, end: span.end, severity, message });
  };
  const { settings, bodyStart } = readFrontMatter(text, report);
  const names = fieldsIn(text, bodyStart, report);
  const valueOf = (key: string) => settings.find((one) => one.key === key)?.value ?? '';
  for (const { key, ...span } of settings) {
    const known = key === ownKeys.name || key === ownKeys.description || draftKeys.includes(key) || names.includes(key);
    if (!known) report(span, `正文中没有{{${key}}}，这一行不起作用；请核对字段名，或删去这一行。`, 'warning');
  }
  const body = text.slice(bodyStart).replace(/\r\n?/g, '\n').replace(/^\n+/, '').trimEnd();
  if (!body) report({ start: 0, end: text.length }, '模板没有正文，请在字段说明之后写上文稿内容。');
  if (problems.some(({ severity }) => severity === 'error')) return { template: undefined, problems };
  const kept = settings.filter(({ key }) => draftKeys.includes(key)).map(({ key, value }) => `${key}: ${value}`);
  const template = {
    name: valueOf(ownKeys.name) || file.replace(extensions, ''),
    description: valueOf(ownKeys.description),
    fields: names.map((name) => ({ name, suggestions: choices(valueOf(name)) })),
    body: kept.length > 0 ? [dashes, ...kept, dashes, body].join('\n') : body,
  };
  return { template, problems };
}

type ReportFault = (span: Span, message: string, severity?: TemplateProblem['severity']) => void;

function readFrontMatter(text: string, report: ReportFault): { settings: Setting[]; bodyStart: number } {
  const lines = new Lines(text);
  const contentOf = (line: number) => text.slice(lines.span(line).start, lines.span(line).end).trim();
  const settings: Setting[] = [];
  if (contentOf(0) !== dashes) return { settings, bodyStart: 0 };
  for (let line = 1; line < lines.count; line++) {
    const span = lines.span(line);
    const content = contentOf(line);
    if (content === dashes) return { settings, bodyStart: Math.min(text.length, lines.span(line).end) };
    if (content === '' || content.startsWith('#')) continue;
    const match = setting.exec(content)?.groups;
    if (!match) {
      // A paragraph of the speech: the second row of dashes was forgotten, and what follows is no list of fields.
      if (content.length > 60 || content.includes('。')) break;
      report(span, '这一行应写成“字段名: 内容”，如“会议名称: 全县重点项目推进会”。');
      continue;
    }
    const key = match.key.trim();
    if (settings.some((one) => one.key === key)) report(span, `${quoted(key)}写了两次，请删去一行。`);
    settings.push({ key, value: match.value.trim().replace(/^(["'])(.*)\1$/, '$2'), ...span });
  }
  report(lines.span(0), '开头的“---”没有结束：字段写完后，请另起一行再写一个“---”。');
  return { settings, bodyStart: text.length };
}

/** Names of the fields in the text, each once, in order of their places. */
function fieldsIn(text: string, from: number, report: ReportFault): string[] {
  const names = new Set<string>();
  const matched: Span[] = [];
  for (const match of text.slice(from).matchAll(field)) {
    const span = { start: from + match.index, end: from + match.index + match[0].length };
    const name = match.groups!.name.trim();
    matched.push(span);
    if (!name) report(span, '大括号里没有字段名，请写成“{{会议名称}}”的样子。');
    else if (name.length > longestFieldName) report(span, `字段名最多${longestFieldName}个字，请改短。`);
    else names.add(name);
  }
  for (const match of text.slice(from).matchAll(strayBraces)) {
    const span = { start: from + match.index, end: from + match.index + match[0].length };
    if (matched.some((one) => one.start <= span.start && span.end <= one.end)) continue;
    const opens = '{｛'.includes(match[0][0]);
    report(span, opens ? '“{{”没有配上“}}”，请补全。' : '“}}”前面没有“{{”，请补全。');
  }
  return [...names];
}

function choices(value: string): string[] {
  return value
    .split(/[|｜]/)
    .map((one) => one.trim())
    .filter(Boolean);
}

/**
 * The draft as a snippet body, the answers written wherever their fields stand. A field without answer is a tab stop, and so is
 * every blank 〔待填：…〕; the stops are numbered in reading order.
 */
export function fillTemplate({ body, fields }: Template, answers: ReadonlyMap<string, string>): string {
  const numbers = new Map<string, number>();
  let last = 0;
  let filled = '';
  let done = 0;
  const places = [...body.matchAll(field), ...body.matchAll(blank)].sort((a, b) => a.index - b.index);
  for (const { index, 0: written, groups } of places) {
    // A field inside a blank is part of it.
    if (index < done) continue;
    const name = groups?.name?.trim();
    filled += escapeSnippet(body.slice(done, index)) + stop(written, name);
    done = index + written.length;
  }
  return `${filled}${escapeSnippet(body.slice(done))}$0`;

  function stop(written: string, name: string | undefined): string {
    if (name === undefined) return `\${${++last}:${escapeSnippet(written)}}`;
    const answer = answers.get(name);
    if (answer) return escapeSnippet(answer);
    const known = numbers.get(name);
    // In braces: a digit may follow.
    if (known !== undefined) return `\${${known}}`;
    numbers.set(name, ++last);
    const suggestion = fields.find((one) => one.name === name)?.suggestions[0] ?? `〔待填：${name}〕`;
    return `\${${last}:${escapeSnippet(suggestion)}}`;
  }
}

/** Names that fields have when a draft is made a template; 新建讲话稿 asks for them as it asks for the facts of its own. */
export const factFields = { occasion: '会议名称', date: '日期', speaker: '讲话人', salutation: '称谓' } as const;

const occasionInTitle = /^在?(?<occasion>\S{4,40}?)(?:上的\S{2,6}|主持词)$/;
const dayInLine = /\d{4}年\d{1,2}月\d{1,2}日/;

/**
 * The draft as a template: the name of the meeting, the speaker, the date and the salutation become fields.
 * @param name what it is to be called
 */
export function templateFrom(text: string, outline: Outline, name: string): string {
  const edits: TextEdit[] = [];
  const settings: string[] = [`${ownKeys.name}: ${name}`];
  const replace = (span: Span, by: string) => edits.push({ start: span.start, end: span.end, text: `{{${by}}}` });
  const everywhere = (words: string, by: string) => {
    for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) {
      replace({ start: at, end: at + words.length }, by);
    }
  };
  const { title, dateLine, speaker, salutation } = outline;
  const occasion = title && occasionInTitle.exec(text.slice(title.start, title.end).trim())?.groups?.occasion;
  if (occasion) everywhere(occasion, factFields.occasion);
  const day = dateLine && dayInLine.exec(text.slice(dateLine.start, dateLine.end));
  if (day) {
    const start = dateLine.start + day.index;
    replace({ start, end: start + day[0].length }, factFields.date);
  }
  const speakerName = speaker && text.slice(speaker.start, speaker.end).trim();
  if (speakerName) everywhere(speakerName, factFields.speaker);
  if (salutation) {
    settings.push(`${factFields.salutation}: ${text.slice(salutation.start, salutation.end).trim()}`);
    replace(salutation, factFields.salutation);
  }
  edits.sort((a, b) => a.start - b.start);
  const apart = edits.filter((edit, index) => index === 0 || edits[index - 1].end <= edit.start);
  const { settings: stated, bodyStart } = readFrontMatter(text, () => {});
  for (const { key, value } of stated) if (draftKeys.includes(key)) settings.push(`${key}: ${value}`);
  const body = applyEdits(text, [
    { start: 0, end: bodyStart, text: '' },
    ...apart.filter(({ start }) => start >= bodyStart),
  ]);
  return [dashes, ...settings, dashes, body.replace(/^[\r\n]+/, '')].join('\n');
}
