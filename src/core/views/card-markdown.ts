import type { Reference } from '../lexicon/wording';
import type { Card, FullCard } from './card';

/** What Markdown could read as a mark, wherever it stands. */
const marks = /[\\`*_{}[\]()#+\-!~>]/g;

/**
 * Words as Markdown that shows them as they are: an entry of a workspace cannot bring markup, commands or HTML of its own. Lines
 * become paragraphs.
 */
export function asMarkdown(words: string): string {
  const escaped = words.replace(marks, '\\$&').replace(/&/g, '&amp;').replace(/</g, '&lt;');
  return escaped
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .join('\n\n');
}

/** The card as Markdown. */
export function cardMarkdown(card: Card): string {
  const standing = [card.kind, card.standing, card.disputed ? '待核' : undefined].filter(Boolean).join(' · ');
  const senses = card.senses.flatMap(({ domain, note, members }) => [
    paragraph([domain, note].filter(Boolean).join('：')),
    members.length > 0 && members.map((member, index) => `${index + 1}. ${asMarkdown(member)}`).join('\n'),
  ]);
  const parts = [
    `**${asMarkdown(card.title)}**\u3000${asMarkdown(standing)}`,
    paragraph(card.excuse),
    paragraph(card.entry && `词条：${card.entry}`),
    paragraph(card.note),
    ...senses,
    ...card.instead.map(paragraph),
    details(card),
  ];
  return parts.filter(Boolean).join('\n\n');
}

/** The full card as Markdown; it ends with lines to which a host may add others behind two blanks and a line break. */
export function fullCardMarkdown(card: FullCard): string {
  const lines = card.successions.map((line) =>
    line
      .map(({ text, validity, here }) => `${here ? `【${text}】` : text}${validity && `（${validity}）`}`)
      .join(' → '),
  );
  const parts = [
    cardMarkdown(card),
    card.disabled && '此词条已停用。',
    bullets('沿革', lines),
    bullets('其他写法', card.variants),
    bullets('适用', card.conditions),
    '---',
    lined([asMarkdown(`编号：${card.id}`), card.domain && asMarkdown(`领域：${card.domain}`)]),
  ];
  return parts.filter(Boolean).join('\n\n');
}

function paragraph(words: string | undefined): string | undefined {
  return words && asMarkdown(words);
}

function bullets(heading: string, items: readonly string[]): string | false {
  return items.length > 0 && [`**${heading}**\n`, ...items.map((item) => `- ${asMarkdown(item)}`)].join('\n');
}

/** Lines that stay lines. */
function lined(lines: readonly (string | undefined)[]): string {
  return lines.filter(Boolean).join('  \n');
}

/** Below a rule and line by line: a hover is low. */
function details({ validity, sources, occurrences }: Card): string | false {
  const lines = lined([paragraph(validity), ...sources.map(sourceLine), paragraph(occurrences)]);
  return lines !== '' && `---\n\n${lines}`;
}

function sourceLine({ title, details, url }: Reference): string {
  const named = asMarkdown(title);
  return `来源：${[url ? `[${named}](${url})` : named, asMarkdown(details)].filter(Boolean).join(' ')}`;
}
