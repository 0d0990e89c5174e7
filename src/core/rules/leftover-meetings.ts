import { saidAround } from '../language/sentences';
import { anyOf } from '../language/words';
import { quoted } from '../text/quotation';
import type { Observation } from '../finding';
import { type Head, meetingWord, topicOf } from './leftover-head';

// Another meeting, and another speaker, than those of the head: read by consistency/leftover.

const thisMeeting = new RegExp(
  `(?:召开)?(?:这次|此次|本次|今天的|今天召开的?|我们召开)([^，。；：、“”\\n]{2,18}?${meetingWord})`,
  'g',
);
/** The same by what is said of it: 县委决定召开全县教育大会，很有必要. */
const announced = new RegExp(
  `(?:决定|今天，?(?:我们)?)召开([^，。；：、“”\\n]{2,18}?${meetingWord})(?=，(?:很有必要|十分必要|非常及时|主要|目的|就是|其目的|意义))`,
  'g',
);
/** What is said of another meeting. */
const ofOthers = /会议(?:精神|之后|期间|刚刚)|刚刚|之前|前不久|上周|中央|国务院|省委|全国|全省|人代|全会|党代/;

/** A meeting that is called 这次会议 and is about something else than that of the head. */
export function* meetingFaults(text: string, head: Head): Iterable<Observation> {
  const { topic, span } = head;
  if (topic === undefined || topic.length < 2) return;
  for (const { 0: words, 1: name, index } of [...text.matchAll(thisMeeting), ...text.matchAll(announced)]) {
    const own = topicOf(name);
    if (own.length < 2 || [...own].some((letter) => topic.includes(letter))) continue;
    if (index < span.end || ofOthers.test(name) || /是在|是继/.test(name)) continue;
    if (/刚刚|闭幕的$/.test(text.slice(Math.max(0, index - 8), index))) continue;
    if (/^(?:之|以|结束)?后/.test(text.slice(index + words.length, index + words.length + 4))) continue;
    // 这次招商引资大会 may be a part of it that the head does not name, where the text goes on to speak of it.
    if (text.split(name).length > 2) continue;
    const message = `标题里的会议关于${quoted(topic)}，此处写作${quoted(words)}，请核对是否旧稿遗留。`;
    yield { start: index, end: index + words.length, message, related: [{ ...span, message: '标题在这里' }] };
  }
}

const numbered =
  /第?([一二三四五六七八九十]{1,3})([次届])([\u4e00-\u9fff]{2,14}?(?:大会|会议|运动会|文化节|艺术节|博览会|论坛))/g;
/** What is said of the meeting that is held. */
const held = /圆满完成|圆满成功|就要闭幕|胜利闭幕|即将闭幕|隆重开幕|正式开幕|今天开幕|现在开幕/;

/** The meeting that is held under another number than that of the head. */
export function* numberFaults(text: string, head: Head): Iterable<Observation> {
  const [titled, ...more] = head.text.matchAll(numbered);
  if (titled === undefined || more.length > 0) return;
  const [, number, kind, name] = titled;
  for (const { 0: words, 1: other, 2: otherKind, 3: called, index } of text.matchAll(numbered)) {
    if (other === number || otherKind !== kind || called !== name) continue;
    const sentence = saidAround(text, { start: index, end: index + words.length });
    if (!held.test(sentence) || /以来|上[次届]|去年|前年|年前|此前|继|曾|往届/.test(sentence)) continue;
    const message = `标题写的是${quoted(titled[0])}，此处写作${quoted(words)}，请核对是否旧稿遗留。`;
    yield { start: index, end: index + words.length, message, related: [{ ...head.span, message: '标题在这里' }] };
  }
}

const posts = anyOf(
  '党委书记 党工委书记 县委书记 市委书记 区委书记 省委书记 州委书记 旗委书记 书记 县长 市长 区长 省长 州长 旗长 镇长 乡长',
);
const speaker = new RegExp(`(${posts})[\\s\\u3000]*([\\u4e00-\\u9fff](?:[\\s\\u3000]?[\\u4e00-\\u9fff]){1,2})$`);
const asPost = new RegExp(`(?:作为(${posts})，我(?!们)|我作为(${posts}))`, 'g');
const formerly = /时任|原任|曾|先后|当时|那时|以前|过去|年前|刚任|历任|担任|岗位|成长/;
/** Whether two posts may be those of one person: 县委书记 is 书记. */
const agree = (one: string, other: string): boolean => one.endsWith(other) || other.endsWith(one);

/** The speaker who speaks of himself under another post than that of the head; one person may have several. */
export function* speakerFaults(text: string, head: Head): Iterable<Observation> {
  const found = head.speaker === undefined ? undefined : speaker.exec(head.speaker);
  if (!found || !head.speaker) return;
  const above = head.speaker;
  const tell = (start: number, end: number, post: string): Observation => {
    const message = `标题下的职务是${quoted(found[1])}，此处写作${quoted(post)}，请核对是否旧稿遗留。`;
    return { start, end, message, related: [{ ...head.span, message: '标题在这里' }] };
  };
  const isPast = (start: number, end: number) => formerly.test(saidAround(text, { start, end }));
  for (const { 0: words, 1: first, 2: second, index } of text.matchAll(asPost)) {
    const post = first ?? second;
    if (above.includes(post) || agree(post, found[1]) || isPast(index, index + words.length)) continue;
    yield tell(index, index + words.length, post);
  }
  const chief = new RegExp(`(?<![副组校院团])(${posts})${found[2].replace(/\s/g, '')}`, 'g');
  for (const { 0: words, 1: post, index } of text.matchAll(chief)) {
    const end = index + words.length;
    if (index < head.span.end || above.includes(post) || agree(post, found[1]) || isPast(index, end)) continue;
    yield tell(index, end, post);
  }
}
