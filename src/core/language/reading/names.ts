import type { Span } from '../../text/span';
import { anyOf } from '../words';

/** Longest stretch read on each side of a place. */
const reach = 40;

/** A meeting, a course, a work: what stands before it is its name, unless it is still to be held. */
const named = new RegExp(
  `^(?:社会|[^，。；：！？、\\n要应将在召举参的了列席莅会]){0,14}?${anyOf(
    '(?:工作|动员|部署|推进|表彰|总结|座谈|现场|调度|交流|专题|誓师|电视电话|领导小组|常务|协调)(?:会议(?!室)|會議|大会) ' +
      '(?:动员|推进|座谈|表彰|现场|调度|部署|报告|交流|誓师|推介|发布|专题|协调)会 培训班 论坛 展览 成就展 影片 电影 专题片 纪录片 电视剧 ' +
      '主题报告 主题党日 征文 一书 一文 专家(?!局) 学者 教授 课程 讲座 研究会 教程 原理',
  )}`,
);
const held = /(?:要|将|筹备|筹办|办好|开好|准备)[^，。；：]{0,12}$/;
/** 在…会议上: it has been held. */
const placed = /在[^，。；：]{0,16}$/;
const document =
  /^[^，。；：！？\n]{0,24}的(?:重要)?(?:意见|通知|决定|方案|规定|指示|批示|讲话|报告|论述|决议|公告|通报|批复|请示|办法)/;
const about = /(?:关于|对于)[^，。；：！？\n]{0,30}$/;
/** A title in quotation marks. */
const quotedTitle =
  /^[^“”，。；：！？\n]{0,20}(?:，[^“”，。；：！？\n]{0,16})?”(?:为主?题|主题|专题|报告|宣讲|讲座|征文|展|论坛|大会|一文|活动启动)/;

/** The last character of a body's name. */
const body = /[局委办厅部署会院所]$/;
/** Houses, streets and stops go on bearing the name of a body; its chronicle and its numbered orders have it in theirs. */
const keepsName = new RegExp(
  `^${anyOf(
    '的?[老旧][\\u4e00-\\u9fff]{0,3}[址楼院房] [老旧]?(?:家属|宿舍|办公楼) 原址 遗址 小区 大院 大楼 门前 门口 片区 [路街巷站](?!径|线|子) 志(?![愿向气同强士者]) ' +
      '(?:令|公告|通告)(?:第?[\\d一二三四五六七八九十百]+号|\\d{4}年第|[〔(（[]\\d{4})',
  )}`,
);

const states =
  '美国 英国 法国 德国 日本 韩国 朝鲜 俄罗斯 乌克兰 印度 泰国 越南 老挝 柬埔寨 缅甸 新加坡 马来西亚 印度尼西亚 印尼 菲律宾 文莱 蒙古国 巴基斯坦 阿富汗 ' +
  '哈萨克斯坦 乌兹别克斯坦 吉尔吉斯斯坦 塔吉克斯坦 土库曼斯坦 伊朗 伊拉克 沙特 阿联酋 卡塔尔 科威特 以色列 巴勒斯坦 叙利亚 土耳其 埃及 南非 尼日利亚 ' +
  '埃塞俄比亚 肯尼亚 坦桑尼亚 安哥拉 阿尔及利亚 摩洛哥 突尼斯 利比亚 苏丹 加拿大 墨西哥 古巴 巴西 阿根廷 智利 秘鲁 委内瑞拉 哥伦比亚 澳大利亚 新西兰 ' +
  '意大利 西班牙 葡萄牙 荷兰 比利时 瑞士 瑞典 挪威 芬兰 丹麦 波兰 捷克 匈牙利 塞尔维亚 希腊 奥地利 爱尔兰 罗马尼亚 保加利亚 白俄罗斯 欧盟 联合国 ' +
  '斯里兰卡 孟加拉国 尼泊尔 某国 苏联';
const abroad = new RegExp(anyOf(states), 'g');
/** Ours, behind the name of another state: 借鉴德国经验，我县环保局…. */
const home =
  /中国|我[国省市县区州盟旗乡镇们]|全[国省市县区州盟旗乡镇]|国务院|党中央|[省市县区州盟旗乡镇](?:委|政府|人大|政协)|各级/;

/** Whether the place is part of the name of a meeting, a document or a work. */
export function isPartOfName(text: string, { start, end }: Span): boolean {
  const after = lineAfter(text, end);
  const before = lineBefore(text, start);
  if (quotedTitle.test(after) && before.lastIndexOf('“') > before.lastIndexOf('”')) return true;
  if (document.test(after) && about.test(before)) return true;
  if (body.test(text.slice(start, end)) && keepsName.test(after)) return true;
  return named.test(after) && (!held.test(before) || placed.test(before));
}

/** Whether the sentence speaks of another state, so that a body that is named in it is not ours. */
export function isAbroad(text: string, { start }: Span): boolean {
  const before = lineBefore(text, start, 120);
  const last = [...before.matchAll(abroad)].at(-1);
  return last !== undefined && !home.test(before.slice(last.index)) && !/[省市县区州盟旗乡镇]$/.test(before);
}

function lineBefore(text: string, at: number, longest = reach): string {
  const before = text.slice(Math.max(0, at - longest), at);
  return before.slice(Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1);
}

function lineAfter(text: string, at: number): string {
  return text.slice(at, at + reach).split(/[\n\r]/, 1)[0];
}
