import { Matcher } from '../lexicon/matcher';
import { foldPhrase, isHan, type FoldedText } from '../text/fold';
import type { Member } from './members';

/**
 * Set phrases with an open place: one of the beginnings, at most so many characters, one of the endings. A row reads
 * `beginnings | endings | reach`; the words of one place are interchangeable, ^ is the mark before the clause.
 * A beginning of one character (以、在) is looked for backwards from the ending.
 */
const slogans = `
学在 改在 落在 干在 走在 严在 抓在 做在 用在 冲在 | 深处 实处 细处 前处 难处 平常 经常 日常 前列 前面 一线 最前线 | 0
^ | 就是命令 就是责任 就是生命 就是担当 就是硬道理 就是生产力 就是方向 | 8
把好 把牢 把住 守好 守牢 守住 过好 | 入口关 出口关 源头关 质量关 政治关 廉洁关 安全关 审核关 准入关 资格关 程序关 方向关 权力关 金钱关 亲情关 | 4
把准 把稳 校准 找准 认准 | 方向 航向 定位 坐标 脉搏 要求 关键 着力点 切入点 | 8
一手抓 | 一手抓 | 16
^ | 永远在路上 没有完成时 只有进行时 没有休止符 没有终点站 | 14
谱写 书写 续写 奏响 唱响 绘就 描绘 擘画 | 篇章 新篇 华章 乐章 凯歌 壮歌 主旋律 蓝图 画卷 新画卷 新辉煌 | 16
开创 开启 开拓 打开 闯出 | 新局面 局面 新征程 新境界 新天地 新篇章 新时代 新阶段 新空间 | 18
展现 展示 彰显 体现 | 新作为 新担当 新气象 新形象 担当作为 时代风采 使命担当 | 10
交出 交上 交 答好 书写 递交 | 答卷 考卷 高分卷 成绩单 | 14
打赢 打好 决战 决胜 | 硬仗 主动仗 翻身仗 漂亮仗 收官战 组合拳 攻坚战 阻击战 歼灭战 遭遇战 总体战 持久战 保卫战 人民战争 战役 决胜战 | 18
筑牢 织密 守住 守牢 守好 构筑 严守 守护 扎牢 织牢 织紧 扎紧 牢牢守住 坚守 兜牢 兜住 | 防线 屏障 底线 关口 红线 阵地 防护网 堤坝 大门 防控网 安全网 责任网 政策网 监督网 保障网 铜墙铁壁 笼子 国门 安全线 生命线 基本盘 主阵地 防火墙 篱笆 根基 底色 网底 | 16
以优异成绩 以优异的成绩 优异成绩 以实际行动 | 庆祝 迎接 献礼 胜利召开 周年 | 24
绷紧 拧紧 上紧 | 之弦 这根弦 的弦 螺丝 发条 责任链 | 10
吹响 | 号角 冲锋号 集结号 号令 | 10
掀起 | 热潮 高潮 新热潮 攻坚战 | 14
夺取 赢得 | 全面胜利 决定性胜利 新胜利 双胜利 最终胜利 主动权 | 14
发起 | 总攻 冲锋 | 4
再创 创造 | 佳绩 辉煌 新辉煌 历史伟业 新奇迹 | 8
冲刺 奋战 冲击 | 目标 目标任务 开门红 满堂红 | 10
跑出 按下 踩下 | 加速度 快进键 加速键 好成绩 油门 | 10
迈出 迈上 迈向 | 新步伐 坚实步伐 实质性步伐 新台阶 大步 新高度 | 10
擦亮 叫响 打造 | 名片 金字招牌 样板 标杆 新高地 新引擎 新标杆 新名片 | 12
争当 争做 勇当 当好 甘当 做好 作好 | 先锋 表率 模范 排头兵 标兵 领头雁 主心骨 店小二 勤务员 急先锋 领头羊 带头人 主力军 参谋助手 压舱石 护航者 贴心人 守护者 | 12
做 当 | 贴心人 知心人 明白人 老黄牛 主心骨 | 6
下好 走好 | 先手棋 一盘棋 最先一公里 赶考路 赶考之路 长征路 | 10
牵住 抓住 扭住 | 牛鼻子 主要矛盾 | 8
种好 | 责任田 试验田 | 6
站稳 坚定 | 人民立场 政治立场 理想信念 必胜信心 发展信心 信心决心 | 6
弘扬 发扬 传承 赓续 | 精神 作风 血脉 优良传统 光荣传统 红色基因 | 14
大兴 | 之风 | 8
高质量 以高质量 高水平 | 引领高质量发展 推动高质量发展 促进高质量发展 保障高质量发展 助力高质量发展 服务高质量发展 | 10
以更强 以更实 以更高 以更大 | 战胜疫情传染力 推动 | 8
铲除 根除 | 土壤 | 8
切断 斩断 阻断 隔断 | 链条 传播源 传染源 通道 传播途径 | 8
拧成 汇聚 凝聚 凝聚起 汇聚起 形成 聚合 激发 积聚 | 一股绳 合力 攻坚合力 工作合力 力量 磅礴力量 强大合力 强大力量 强大动力 坚强动力 奋进力量 正能量 | 10
扛起 扛牢 扛稳 压实 压紧 压紧压实 层层压实 层层压紧 担起 担当起 挑起 夯实 靠实 | 责任 政治责任 主体责任 第一责任 第一责任人责任 重任 使命 使命担当 责任担当 重担 大梁 | 18
营造 | 浓厚氛围 良好氛围 的氛围 良好环境 氛围 的环境 | 20
把思想和行动 把思想 思想和行动 | 统一到 统一 | 8
牢固树立 切实增强 不断增强 增强 树牢 牢固树牢 | 意识 思维 理念 责任感 使命感 紧迫感 自觉 政治自觉 大局观 | 18
坚持 突出 强化 | 问题导向 目标导向 结果导向 效果导向 政治导向 责任导向 民生导向 需求导向 实干导向 | 12
保持 | 高度警惕 清醒头脑 战略定力 攻坚定力 高压态势 强劲势头 良好势头 攻坚姿态 冲锋姿态 奋进姿态 昂扬斗志 | 4
破解 打破 突破 冲破 | 瓶颈 难题 困局 坚冰 藩篱 壁垒 梗阻 | 10
锤炼 锻造 淬炼 磨砺 | 作风 过硬作风 党性 铁军 本领 品格 意志 | 12
表示 致以 | 热烈的欢迎 热烈欢迎 衷心的感谢 衷心感谢 诚挚的问候 崇高的敬意 热烈的祝贺 亲切的慰问 诚挚的感谢 衷心的祝贺 诚挚的欢迎 亲切的问候 崇高敬意 诚挚问候 诚挚感谢 热烈祝贺 由衷的敬意 节日的祝福 节日的问候 新春的祝福 诚挚的祝福 | 10
预祝 祝愿 | 圆满成功 取得圆满成功 | 14
克服 杜绝 防止 | 思想 情绪 心理 心态 错误认识 | 20
决不能 绝不能 决不允许 绝不允许 来不得 容不得 千万不能 切不可 | 等闲视之 掉以轻心 半点马虎 丝毫懈怠 丝毫松懈 丝毫放松 懈怠 松懈 手软 大意 麻痹大意 | 10
推动 确保 推进 | 走深走实 落地见效 落到实处 落地生根 见行见效 取得实效 见实效 落细落实 落地落实 落地落细 开花结果 落实到位 | 14
在 | 上下功夫 上见真章 上求突破 上求实效 上作表率 上走在前 上出实招 上聚焦发力 上持续发力 上持续用力 上见实效 上动真格 上见行见效 | 12
堵塞 补齐 补足 弥补 补强 | 漏洞 短板 弱项 短板弱项 | 8
打通 | 最后一公里 堵点 梗阻 中梗阻 难点堵点 | 10
走出 闯出 蹚出 探索出 | 路子 新路 之路 新路子 | 16
树立 树好 | 良好形象 鲜明导向 标杆 正确政绩观 | 10
经受住 经得起 | 考验 检验 | 12
作出 做出 作出了 做出了 作 贡献 | 卓越贡献 突出贡献 重要贡献 新的更大贡献 更大贡献 应有贡献 新的贡献 应有的贡献 新贡献 更大的贡献 新的更大的贡献 积极贡献 智慧和力量 青春力量 | 8
深刻 充分 | 重要性紧迫性 重要性和紧迫性 复杂性 极端重要性 | 10
突出一个 突出 强化 | 快字 严字 实字 细字 准字 早字 新字 好字 稳字 深字 字当头 | 2
以 | 引领社风民风 带动全局 倒逼工作落实 倒逼责任落实 促进步 促发展 保稳定 促提升 促落实 | 14
强化 增强 彰显 | 责任担当 使命担当 政治担当 担当作为 | 4
铸就 | 辉煌 新辉煌 新的辉煌 丰碑 伟业 | 16
以更加 以更 以饱满 以高度 以昂扬 以良好 以奋发 以最 | 热情 姿态 斗志 精神状态 作风 决心 干劲 状态 劲头 | 14
辞旧岁 辞旧 | 迎新春 迎新 | 6
把 | 办到群众心坎上 办到群众的心坎上 办到老百姓的心坎上 落到实处 办好办实 摆进去 写在大地上 记在心上 扛在肩上 抓在手上 | 12
奠定 打下 夯实 打牢 | 坚实基础 良好基础 扎实基础 | 10
提供坚强 提供有力 提供坚实 提供强大 提供了坚强 提供了有力 提供了坚实 | 保证 保障 支撑 支持 | 8
心往 劲往 | 一处想 一处使 | 0
`;

const boilerplate = `
形成 | 氛围 良好局面 良好格局 良好态势 浓厚风气 长效机制 | 18
履行 认真履行 履行好 | 第一责任人职责 第一责任人责任 主体责任 监管责任 | 2
作为 | 首要任务 重中之重 头等大事 | 12
摆在 摆到 放在 | 突出位置 首位 首要位置 第一位 更加突出的位置 重要位置 | 4
以 | 为抓手 为契机 为主线 为统领 为引领 为突破口 为总抓手 为牵引 为动力 | 18
激发 | 内生动力 活力 创造活力 | 10
取得 | 显著成效 明显成效 实实在在的成效 新的更大成绩 历史性成就 新进展新成效 | 6
`;

const clauseStart = '^';

interface Template {
  readonly kind: 'slogan' | 'boilerplate';
  readonly beginnings: ReadonlySet<string>;
  readonly endings: ReadonlySet<string>;
  readonly reach: number;
}

function read(table: string, kind: Template['kind']): Template[] {
  const words = (part: string) => new Set(part.trim().split(' ').map(foldPhrase));
  return table
    .trim()
    .split('\n')
    .map((row) => {
      const [beginnings, endings, reach] = row.split('|');
      return { kind, beginnings: words(beginnings), endings: words(endings), reach: Number(reach) };
    });
}

const templates = [...read(slogans, 'slogan'), ...read(boilerplate, 'boilerplate')];

/** Templates that a literal opens and that it closes. */
interface Roles {
  readonly opens: number[];
  readonly closes: number[];
}

const roles = new Map<string, Roles>();
templates.forEach(({ beginnings, endings }, index) => {
  const rolesOf = (literal: string) => {
    const known = roles.get(literal) ?? { opens: [], closes: [] };
    roles.set(literal, known);
    return known;
  };
  for (const literal of beginnings) if (literal.length > 1) rolesOf(literal).opens.push(index);
  for (const literal of endings) rolesOf(literal).closes.push(index);
});
const rolesByKey = [...roles.values()];

let matcher: Matcher | undefined;

/** Marks over which no set phrase reaches; a 、 or ， may stand inside one. */
const stops = new Set([...'。；：！？;:!?\n…()《》'].map((mark) => mark.charCodeAt(0)));

/** Set phrases with an open place, as spans of folded units; they may overlap. */
export function templatesIn({ units, length }: FoldedText): (Member & { readonly kind: Template['kind'] })[] {
  matcher ??= new Matcher([...roles.keys()]);
  const scanned = matcher.scan(units, length);
  const opened: (Member | undefined)[] = templates.map(() => undefined);
  const found: (Member & { kind: Template['kind'] })[] = [];
  for (let at = 0; at < scanned.length; at += 3) {
    const { opens, closes } = rolesByKey[scanned[at]];
    const [start, end] = [scanned[at + 1], scanned[at + 2]];
    for (const index of closes) {
      const { beginnings, reach, kind } = templates[index];
      const last = opened[index];
      let beginning = last && start >= last.end && start - last.end <= reach ? last : undefined;
      if (!beginning) {
        beginning = beginnings.has(clauseStart)
          ? clauseBefore(units, start, reach)
          : prepositionBefore(units, start, templates[index]);
      }
      if (!beginning) continue;
      if (units.subarray(beginning.end, start).some((unit) => stops.has(unit))) continue;
      found.push({ start: beginning.start, end, kind });
    }
    for (const index of opens) {
      // Of beginnings in one place the longer stands; of several the nearest to the ending.
      if (opened[index]?.end !== end) opened[index] = { start, end };
    }
  }
  return found;
}

/** The empty place behind the last mark before the offset, if that is within reach. */
function clauseBefore(units: Uint16Array, at: number, reach: number): Member | undefined {
  for (let start = at; at - start <= reach; start--) {
    if (start === 0 || !isHan(units[start - 1])) return start < at ? { start, end: start } : undefined;
  }
  return undefined;
}

/** The nearest beginning of one character before the offset, in the same clause and within reach. */
function prepositionBefore(units: Uint16Array, at: number, { beginnings, reach }: Template): Member | undefined {
  for (let start = at - 1; start >= 0 && at - start <= reach + 1 && isHan(units[start]); start--) {
    if (beginnings.has(String.fromCharCode(units[start]))) return { start, end: start + 1 };
  }
  return undefined;
}
