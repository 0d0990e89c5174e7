/** Characters that may open parallel members by themselves: verbs and adverbs, no 各、本、第、大. */
export const openers = new Set(
  '再不无有可更真早严快稳防保促抓强学守敢能会善讲知懂听感共同互多少零高深广勤重实细亲应愿尽既以为让把靠破立拆建调补降增减管控查堵找担悟读思树践最两双先常',
);

/** Two-character words that may open parallel members. */
export const openingWords = new Set(
  '守土 学史 高度 亲自 深入 人民 更加 坚持 坚决 突出 敢于 善于 勇于 乐于 带头 主动 自觉 永远 始终 严防 严守 严查 不忘 没有 最大 必须 努力 增强 坚定 做到 有序 有力 聚焦 紧盯 紧扣 保持 确保 注重 回报 奉献 责任 思想 一路 年年 人人 事事 处处 时时'.split(
    ' ',
  ),
);

/** Function words and complements at the same place inside parallel members. */
export const joints = new Set('了要得住好不有无为以而之到在出起上下心成更先尽必自全没大再多高起化最较');

/** Endings of parallel members that judge or abstract; no nouns of bodies, places or persons. */
export const endings = new Set('性感力度关化清准明实好细严快强优稳牢紧深透新战仗心');
export const endingWords = new Set(
  '意识 精神 思维 能力 本领 主义 自信 要快 要实 要严 要准 到位 到底 上前 优先 至上 在肩 于心 于行 导向 落实 提升 突破 重大 有力 有效 过硬 先行 第一 为先 为要 为本 为民 为王 之年 之力 之责 之心 之势 起来 下去 出来 见效 攻坚 担当 定力 动力 活力 姿态 状态 作风 发展 不减 不松 不断 姓党'.split(
    ' ',
  ),
);

/** Last characters of names of bodies, places, persons and things: words that end so are no figure of speech. */
export const nounEndings = new Set(
  '区局委办厅院所站校镇村乡县市省部处科组队会员者长人机器品费款金税表书证案店厂场馆园路桥河湖山户家室卡票车房屋地厕司社网台',
);

/** Complements behind a verb of one character: 做细、做实；读懂、悟透. */
export const complements = new Set('细实深好足活透牢紧稳强优大准严真懂通精快早小长常');

/** Two-character predicates at the end of parallel members: 任务明确、措施具体、责任到人. */
export const predicates = new Set(
  '明确 具体 到人 到岗 到位 得力 有力 扎实 清晰 突出 显著 明显 过硬 优良 严明 完善 健全 精准 务实 高效 顺畅 有序 充分 饱满 坚决 果断 坚定 深入 鲜明 清醒 自觉 坚强 一致 同步 同心 同向 同力 聚力 发力 齐抓 共管'.split(
    ' ',
  ),
);

/** Two-character verbs and what they have for an object in calls: 认清形势、正视问题；坚守育人初心、担当时代使命. */
export const callingVerbs = new Set(
  '认清 正视 强化 深化 加强 凝聚 汇聚 统一 提高 提升 坚定 保持 聚焦 紧盯 紧扣 锁定 铆足 坚守 担当 践行 牢记 扛起 扛牢 增强 激发 鼓足 振奋 昂扬 树牢 树立 下定 勇担 不忘 守牢 守住 形成 传承 赓续 弘扬 发扬 展现 彰显 创新 突出 把准 找准 直面 肩负 永葆 强健 锤炼 淬炼 筑牢 夯实 厚植 涵养'.split(
    ' ',
  ),
);
export const callingObjects = new Set(
  '形势 认识 思想 共识 担当 合力 信心 决心 干劲 斗志 精神 士气 站位 定力 初心 使命 底线 红线 大局 意识 力量 动力 活力 本色 底色 党性 作风 根基 血脉 基因 情怀 方向 目标 短板 问题 难题 导向 关键 重点 保障 底气 骨气 志气'.split(
    ' ',
  ),
);

/** Verbs in the middle of a saying of six: 知识改变命运、奋斗创造人生. */
export const sayings = new Set(
  '改变 创造 成就 引领 铸就 点亮 照亮 书写 决定 赢得 凝聚 孕育 塑造 开创 造就 托起'.split(' '),
);

/** What may stand before the first member where something follows the last: 向【高质量脱贫、高水平摘帽】发起总攻. */
export const prepositions = new Set('向为以把在对用让使将从要');

/** What may stand before the first member of clauses between commas: 要【加强领导，凝聚合力】. */
export const leadIn =
  /^(?:[要应须]|必须|务必|更要|就要|还要|也要|切实|始终|做到|坚持|努力|真正|进一步|不断|一定要|各级要|大家要|我们要)+$/;

/** Verbs of one character that take an object of two: 守初心、担使命. */
export const verbs = new Set(
  '守担找抓读学悟查堵严防控促保补强建立树稳扩转提抢拼赶争创优降增减拆治管破解除扫打惠暖聚凝筑固办开做看听问思讲谋干践爱敬护带送访帮扶引育用留亮晒比评督改整肃反惩铸正明知懂会善勤敢重求务讲推调激融升拓畅联通活抗救援止备练迎经应想去勇尽理靠攻出上下摸啃亮晒纠顺立算补尊敢拓',
);

/** Endings that three members or more share, whatever their lengths: 细化、量化、具体化. */
export const refrainEndings = new Set('化');

/** What makes several clauses between commas a call: 专班要整合，队伍要配强，信息要共享. */
export const callingJoints = new Set('要再更最');
