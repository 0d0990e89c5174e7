import { readBodies } from '../language/bodies';
import { anyOf } from '../language/words';

/** Who takes up a task and by when, as a note in brackets or on a line of its own says: （责任单位：…；完成时限：…）. */
export interface OwnerNote {
  readonly lead: readonly string[];
  readonly support: readonly string[];
  readonly deadline: string | undefined;
}

/** What a note, or a column of a table, tells of a task. */
export type NotePart = 'lead' | 'support' | 'deadline';

/** What a note calls those who lead, those who help, and the time. */
const labels: Readonly<Record<NotePart, string>> = {
  lead: '责任单位 责任部门 责任主体 责任领导 责任人 责任科室 主责单位 主要责任单位 牵头单位 牵头部门 牵头领导 牵头责任单位 牵头人 负责单位 负责部门 负责人 主办单位 主办部门 承办单位 落实单位 实施单位 实施主体',
  support:
    '配合单位 配合部门 责任配合单位 协办单位 协助单位 协同单位 参与单位 参加单位 参与部门 支持单位 配合人 其他责任单位',
  deadline: '完成时限 完成时间 完成期限 时限 时限要求 时间要求 办结时限 截止时间 整改时限 推进时限',
};
const parts = Object.keys(labels) as NotePart[];
const longestLabel = 8;
/** A label wherever it stands: lines with one each may have been joined. */
const anyLabel = new RegExp(
  `${anyOf(
    Object.values(labels)
      .flatMap((words) => words.split(' '))
      .sort((a, b) => b.length - a.length),
  )}(?=:)`,
  'g',
);

/** What a label tells: 责任单位 who leads; undefined for other words. */
export function labelOf(label: string): NotePart | undefined {
  return parts.find((part) => labels[part].split(' ').includes(label));
}

/** Words by which bodies take a task up in a note without labels. */
const leads =
  /^(.{2,60}?)(?:按照?(?:各自)?职[责能]分工|按分工|分别|共同|具体|统筹|总)?(?:牵头负责|牵头落实|牵头|负责落实|负责|落实|承办|主办)$/;
const helps = /^(.{2,60}?)(?:按照?职[责能]分工|积极|共同|协同|密切|分别)?(?:配合|参与|协助|协办|参加)(?:落实)?$/;
const done = anyOf('完成 落实到位 见成效 到位 办结 建成 投用');
const behindTime = new RegExp(`${done}$`);
const time = new RegExp(`(?:[前内底末]|${anyOf('长期坚持 持续推进 长期 每年 每月 每季度 常态化')})${done}?$`);
const longestTime = 24;

/** The time that a part of a note sets: 6月底前完成; undefined where it sets none. */
function timeIn(piece: string): string | undefined {
  return piece.length <= longestTime && time.test(piece) ? piece.replace(behindTime, '') : undefined;
}

/** What a list of bodies in a note may end in besides: 各县(市、区)政府, 等. */
function bodiesOf(words: string): string[] | undefined {
  const plain = words.replace(/[等。;，]$/, '');
  return readBodies(plain) ?? (plain.includes('，') ? together(plain.split('，').map(readBodies)) : undefined);
}

function together(lists: readonly (string[] | undefined)[]): string[] | undefined {
  return lists.every((list) => list !== undefined) ? lists.flat() : undefined;
}

/** Parts of a note with a label each: 牵头单位:…;配合单位:…. */
function labelled(words: string): OwnerNote | undefined {
  const found: Record<NotePart, string[]> = { lead: [], support: [], deadline: [] };
  let part: NotePart | undefined;
  for (const piece of words.replace(anyLabel, ';$&').split(/[;，。\s]+/)) {
    if (piece === '') continue;
    const colon = piece.indexOf(':');
    const label = colon > 0 && colon <= longestLabel ? labelOf(piece.slice(0, colon)) : undefined;
    if (label) part = label;
    if (!part) return undefined;
    const value = label ? piece.slice(colon + 1) : piece;
    if (value === '') continue;
    const due = label ? undefined : timeIn(value);
    if (part === 'deadline' || due !== undefined) found.deadline.push(due ?? value);
    else {
      // 责任单位：市教育局牵头，市住建局配合
      const [leading, helping] = [leads.exec(value)?.[1], helps.exec(value)?.[1]];
      const names = (leading ?? helping ?? value).replace(/等$/, '');
      for (const body of readBodies(names) ?? names.split('、'))
        found[helping === undefined ? part : 'support'].push(body);
    }
  }
  if (parts.every((each) => found[each].length === 0)) return undefined;
  return { lead: found.lead, support: found.support, deadline: found.deadline.join('、') || undefined };
}

/** 市文广旅局牵头，各县政府配合，6月底前完成; 市图书馆、市文联负责; 市教育局，9月1日前完成. */
function unlabelled(words: string): OwnerNote | undefined {
  const lead: string[] = [];
  const support: string[] = [];
  let deadline: string | undefined;
  // A list may go on behind a comma: A、B牵头，C，D配合.
  let open = '';
  for (const piece of words.split(/[;，]/)) {
    const all = open + piece;
    const [leading, helping] = [leads.exec(all), helps.exec(all)];
    const bodies = bodiesOf((leading ?? helping)?.[1] ?? '');
    if (bodies) for (const body of bodies) (leading ? lead : support).push(body);
    else {
      const due = timeIn(piece);
      const named = open === '' ? [] : bodiesOf(open.slice(0, -1));
      if (due === undefined || !named) {
        open = `${all}，`;
        continue;
      }
      deadline = due;
      for (const body of named) lead.push(body);
    }
    open = '';
  }
  return open === '' && lead.length > 0 ? { lead, support, deadline } : undefined;
}

/** Reads the words of a bracket or a line as a note on who takes up the task before it; undefined where they are none. */
export function ownerNote(words: string): OwnerNote | undefined {
  const plain = words.replace(/[。;，]$/, '');
  if (plain.length < shortestNote || plain.length > longestNote) return undefined;
  return plain.includes(':') ? labelled(plain) : unlabelled(plain);
}

const shortestNote = 4;
/** Longest note, in UTF-16 code units; some name two dozen bodies. */
export const longestNote = 400;
