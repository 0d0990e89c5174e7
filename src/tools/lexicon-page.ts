/** Development only: the page of the lexicon for readers, made of the data. Written by `npm run generate`. */
import {
  chineseDate,
  type Entry,
  insteadInWords,
  insteadOn,
  kindNames,
  kinds,
  type LexiconFile,
  referenceTo,
  type Source,
  statusOn,
  successions,
  type Validity,
} from '../core';
import { builtInFiles, builtInLexicon } from '../built-in-lexicon';

/** Changes that are listed as recent are no older than this many years. */
const recentYears = 2;

/** Sources that are listed of each domain. */
const sourcesOfDomain = 3;

const { checked } = builtInLexicon;
const files = [...builtInFiles].filter(([, { entries }]) => entries.length > 0);

function titleOf(name: string, { title = name }: LexiconFile): string {
  return title;
}

function table(header: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}

function countsByDomain(): string {
  const counts = (entries: readonly Entry[]) => [
    ...kinds.map((kind) => entries.filter((entry) => entry.kind === kind).length),
    entries.length,
    entries.filter(({ valid }) => valid).length,
    entries.filter(({ valid }) => statusOn(valid, checked) === 'outdated').length,
  ];
  const rows = files.map(([name, file]) => [`[${titleOf(name, file)}](${name})`, ...counts(file.entries)]);
  const header = ['领域', ...kinds.map((kind) => kindNames[kind]), '合计', '有使用期限', '其中已过时'];
  return table(header, [...rows, ['合计', ...counts(builtInLexicon.entries)]]);
}

function endOf({ valid }: Entry): string {
  return valid?.until ?? '';
}

/** What can be written in place of an entry, in one cell. */
function instead(entry: Entry): string {
  return insteadInWords(insteadOn(checked, entry, builtInLexicon))
    .map((line) => line.replace(/。$/, ''))
    .join('；');
}

function recentEnds(): string {
  const since = `${Number(checked.slice(0, 4)) - recentYears}${checked.slice(4)}`;
  const recent = builtInLexicon.entries
    .filter((entry) => endOf(entry) >= since && statusOn(entry.valid, checked) === 'outdated')
    .sort((a, b) => endOf(b).localeCompare(endOf(a)));
  return table(
    ['自', '提法', '怎样改'],
    recent.map((entry) => [
      chineseDate(endOf(entry)),
      entry.disputed ? `${entry.text}（待核）` : entry.text,
      instead(entry),
    ]),
  );
}

function period({ from, until }: Validity): string {
  return `（${from ? chineseDate(from) : ''}—${until ? chineseDate(until) : ''}）`;
}

/** The lines of succession of one domain, under the formulations that they end with. */
function linesOf({ entries }: LexiconFile): string[] {
  const ends = entries.filter(({ replacedBy }) => replacedBy === undefined);
  return ends.flatMap((end) =>
    successions(end, builtInLexicon).map((line) => {
      const links = line.map(({ text, valid }) => `${text}${valid ? period(valid) : ''}`);
      return `- ${links.join(' → ')}`;
    }),
  );
}

function chains(): string {
  return files
    .map(([name, file]) => ({ title: titleOf(name, file), lines: linesOf(file) }))
    .filter(({ lines }) => lines.length > 0)
    .map(({ title, lines }) => `### ${title}\n\n${lines.join('\n')}`)
    .join('\n\n');
}

function cited(source: Source): string {
  const { title, details, url } = referenceTo(source);
  return `${url ? `[${title}](${url})` : title}（${details}）`;
}

/** The sources of a domain that most entries rest on. */
function mostUsed({ entries }: LexiconFile): string[] {
  const uses = new Map<string, { source: Source; count: number }>();
  for (const source of entries.flatMap(({ sources = [] }) => sources)) {
    const key = `${source.title} ${source.date}`;
    const known = uses.get(key);
    if (known) known.count++;
    else uses.set(key, { source, count: 1 });
  }
  return [...uses.values()]
    .sort((a, b) => b.count - a.count)
    .slice(0, sourcesOfDomain)
    .map(({ source, count }) => `- ${cited(source)}，${count} 条`);
}

function sources(): string {
  return files
    .map(([name, file]) => ({ title: titleOf(name, file), lines: mostUsed(file) }))
    .filter(({ lines }) => lines.length > 0)
    .map(({ title, lines }) => `### ${title}\n\n${lines.join('\n')}`)
    .join('\n\n');
}

/** Links to the files that hold wrong wordings. */
function slipFiles(): string {
  const holding = [...builtInFiles].filter(([, { slips }]) => slips);
  return holding.map(([name, file]) => `[${titleOf(name, file)}](${name})`).join('、');
}

/** Ten thousands of characters on which the wrong wordings were counted. */
function charactersMeasured(): number {
  const measured = [...builtInFiles.values()].flatMap((file) => file.measured?.characters ?? []);
  return Math.round(Math.min(...measured) / 10_000);
}

/** The page in Markdown. */
export function lexiconPage(): string {
  const { entries } = builtInLexicon;
  const forms = entries.reduce((sum, { variants = [] }) => sum + 1 + variants.length, 0);
  const documents = new Set(entries.flatMap(({ sources: all = [] }) => all.map(({ title, date }) => title + date)));
  const examples = entries.flatMap(({ examples: { flag = [], keep = [] } = {} }) => [...flag, ...keep]);
  const disputed = entries.filter((entry) => entry.disputed);
  return `# 推敲词库

<!-- 由 npm run generate 根据本文件夹中的 JSON 写成，请勿手工修改。 -->

词库收提法 ${entries.length} 条，连同简称、变体共 ${forms} 种写法；引用文件、讲话和报道 ${documents.size} 件，附例句 ${examples.length} 句，每次测试逐句验证。
最近一次全面核对：${chineseDate(checked)}，下文“现行”“过时”都以这一天为准。

判断仅供参考，请以现行文件原文为准。来历或终止尚有争议的 ${disputed.length} 条，只作“待核”提示。

另收误写 ${builtInLexicon.slips.length} 种（错别字、误用的词和称谓，见 ${slipFiles()}）。每一行末尾的记录是它在 ${charactersMeasured()} 万字新闻、报告、法律和文学作品中出现的次数（双数篇、单数篇分开计）：出现的各处都逐一读过，是原文自己的差错，或者只作“提示”。

## 各领域

${countsByDomain()}

## 怎样读一条

- \`text\` 是提法，\`variants\` 是其他写法。空格、引号、全角半角、繁体简体和各项之间的顿号逗号不必另写。
- \`valid\` 是使用期限：自 \`from\` 起，到 \`until\` 前一日止。只写到年、月的，到该年、该月结束后才提示。
- \`status\` 说怎样过时；\`replacement\` 可以原样替换，\`advice\` 是改写建议，\`replacedBy\` 指向取代它的词条。
- \`onlyWith\`、\`notWith\`、\`unless\`、\`onlyQuoted\`、\`onlyProspective\` 写明在什么地方才算、什么地方不算，避免误报。
- \`sources\` 是依据，判断过时的那一份放在最后；\`examples\` 的 \`flag\` 句应当提示，\`keep\` 句不应提示。

- 误写在 \`slips\` 里，一类一组；\`rows\` 的一行如“布署 步署 → 部署”。要停用一种误写，把它写进配置的 \`disabled\`。

在编辑器中用“推敲：查找词条”可以查看任何一条的全部内容；怎样增补见 [CONTRIBUTING.md](../../CONTRIBUTING.md)。

## 近两年过时的提法

${recentEnds()}

## 沿革

箭头由旧到新。括号内是使用期限，后一个日期是不再使用的第一天。

${chains()}

## 主要依据

各领域引用最多的文件。

${sources()}
`;
}
