import type { Speech } from '../speech/speech';
import type { Span } from '../text/span';

// What the head of a text says of it: whose it is, of which place and level, at which meeting. Read by consistency/leftover.

/** Levels of places, by the letter that names them. */
export type Level = '省' | '市' | '县' | '区' | '州' | '旗' | '镇' | '乡';
export const levels = '省市县区州旗镇乡';

/** What the lines above a speech say. */
export interface Head {
  /** Title, subtitle and speaker, one a line. */
  readonly text: string;
  readonly span: Span;
  /** The level of the place; undefined where the head names none or several. */
  readonly level: Level | undefined;
  /** The place, without its level: 青禾 of 青禾县. */
  readonly place: string | undefined;
  /** What the meeting is about, without the words that any meeting has: 信访 of 全县信访工作会议. */
  readonly topic: string | undefined;
  /** The line that names the speaker, where there is one. */
  readonly speaker: string | undefined;
}

const ofWhole = new RegExp(`全([${levels}])`);
const ofBody = new RegExp(`(?:^|[在于\\s])(?:中共)?([${levels}])(?:委|政府|人大|政协|长)`, 'm');
/** A place by its name, where a name can begin: 在青禾县…, 青禾县县长. */
const named = new RegExp(
  `(?:^在?|[在于到—\\s])(?:中共)?([\\u4e00-\\u9fff]{2,3}?)([${levels}])(?=[\\u4e00-\\u9fff\\d“])`,
  'gm',
);
/** Letters in front of a level that name no place: 全县, 各市, 我省. */
const noName = /[全各我本某该这一两几每在和与暨]|城$|地$|园$|社$|新$|示范|试点|经济开发|开发/;

/** What meetings are called, whatever they are about. */
export const meetingWord = '(?:会议|大会|推进会|座谈会|动员会|部署会|调度会|现场会|例会)';
const meeting = new RegExp(`(?:在|关于|^)([^，。；\\n]{2,40}?${meetingWord})(?:上|$|暨|主持|召开)`, 'm');
const ofAnyMeeting =
  /[“”会议大例暨的]|全[省市县区州旗镇乡]|[省市县区州旗镇乡]?[委直级]|党委|党组|政府|中共|常务|\d{4}年度?|第.{1,4}[次届季]度?|[一二三四]季度|[上下]半年|春季|秋季|冬季|夏季|今冬明春|学期|工作|任务|专题|视频|电视电话|推进|动员|部署|座谈|调度|现场|总结|表彰|安排|全体|扩大|领导|[两三四]级|[三四]?干部?|召开|这次|此次|本次|今天|紧急|誓师|庆功|重点|专项|行动|整治/g;

/** What is left of the name of a meeting without the words that any meeting has. */
export function topicOf(name: string): string {
  return name.replace(ofAnyMeeting, '');
}

/** Reads the head of a speech; undefined where it has none. */
export function headOf({ text, outline }: Speech): Head | undefined {
  const { title, subtitle, speaker } = outline;
  if (!title) return undefined;
  const parts = [title, subtitle, speaker].filter((part) => part !== undefined);
  const words = parts.map(({ start, end }) => text.slice(start, end)).join('\n');
  const places = Array.from(words.matchAll(named), ([, name, level]) => ({ name, level: level as Level })).filter(
    ({ name }) => !noName.test(name),
  );
  const one = new Set(places.map(({ name }) => name)).size === 1 ? places[0] : undefined;
  const level = (one?.level ?? (places.length > 0 ? undefined : (ofWhole.exec(words) ?? ofBody.exec(words))?.[1])) as
    Level | undefined;
  const titled = text.slice(title.start, title.end);
  const topic = /暨|、/.test(titled) ? undefined : meeting.exec(titled)?.[1];
  return {
    text: words,
    span: { start: title.start, end: parts.reduce((last, { end }) => Math.max(last, end), title.end) },
    level,
    place: one?.name,
    topic: topic === undefined ? undefined : topicOf(topic.replace(one ? one.name + one.level : '', '')),
    speaker: speaker && text.slice(speaker.start, speaker.end).trim(),
  };
}
