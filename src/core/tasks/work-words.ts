import { deadlinesIn } from '../language/deadlines';
import { anyOf } from '../language/words';

/** Verbs and adverbs with which a task begins behind its subject where no word asks for it. */
const verbs =
  '全部 一律 至少 不少于 先行(?=试|启动(?!区)|组织|开展) 抓总 派出 见底 过一遍 多(?=[报宣走深听办下到联帮]) 继续 进一步 切实 认真 严格 全力 及时 主动(?!性|权) 积极(?!性|因素) 靠前 全面 深入 持续 加快 抓紧 大力 扎实 立即 迅速 ' +
  '坚决 逐[级项户一] 定期 分类 统筹 严[守控防查把] 加强 强化 做好 抓好 落实 完善 建立 健全 推进 推动 ' +
  '组织(?!部|处) 开展 指导 负责(?!人|同志|干部) 督促 协调 具体 亲自 补齐 清理 整治 维修 检修 疏通 登记 上门 备足 储备 履行 ' +
  '排查 检查 查验 保障 压实 守住 守好 盯紧 管好 用好 提升 提高 优化 制定 完成 报送 设立 值守 分工 ' +
  '带头 牵头 会同 做到 确保 ' +
  '适时 分别 联合 共同 统一 按时 按期 如期 尽快 马上 不定期 随时 随机 集中 派员 派专人 安排 抽调 选派 指定 明确 配合 协助 ' +
  '制订 编制 起草 拟定 修订 修改 印发 出台 拿出 提出 提交 上报 汇总 梳理 摸清 核实 核查 核对 审核 复核 审计 评估 考核 验收 抽查 巡查 ' +
  '督查 督办 通报 约谈 走访 联系 回访 调处 化解 处置 整改 纠正 销号 拆除 清运 清除 补种 栽植 修复 修缮 改造 建设 建成 新建 安装 配备 ' +
  '配齐 更换 采购 发放 拨付 兑现 落细 落地 启用 启动 上线 开通 开放 公开 公布 公示 发布 推送 刊播 播出 宣传 宣讲 举办 召开 承办 筹备 ' +
  '利用 运用 依托 采取 组成 加装 交(?![通警运易管]) 同步 实行 实施 执行 办理 代办 增加 增派 增设 预留 保证 打通 解决 提供 开设 设置 轮流 全程 跟进 跟班 陪同 接送 维护 养护 管护 管理 管控 看护 ' +
  '悬挂 播放 填报 录入 上传 下发 转发 送达 通知 告知 提醒 劝导 劝阻 制止 查看 查清 查封 封存 收缴 暂停 停止 关闭 搭建 铺设 架设 疏浚 清淤 清扫 清洗 ' +
  '冲洗 喷洒 备好 备齐 购置 租用 调配 调运 运送 转移 安置 救助 帮扶 慰问 结对 包保 包联 包片 分包 认领 领办 确定 商定 加大 扩大 ' +
  '培训 轮训 演练 招聘 招录 签订 收集 整理 归档 移交 对接 衔接 入户 下沉 驻点 进驻 驻守 上岗 值班 巡逻 恢复 关停 取缔 查处 打击 ' +
  '成立 组建 打造 培育 引进 推广 支持 引导 动员 发动 跟踪 调度 会商 研究 细化 分解 量化 传达 学习 留样 消毒 检测 监测 监督 疏导 摆放 张贴 更新 报';
/** What stands before the object of a task: 对高层小区…进行检查, 将报告报县应急局. */
const prepositions =
  '对(?![此于]) 把 将(?![于在会有是来要]|继续|持续|进一步|全面|成为) 按(?!揭) 按照 通过(?!了) 根据 围绕 结合 从(?!事|而) 以(?![来上下为及后前]) 就(?![是能会有像]) 向 为(?![了何]|期|止) 在.{2,14}(?:前|内|期间) ' +
  '每(?!人|个人|名)';
const beginning = new RegExp(`^(?:也|均|都|再|要|须)?${anyOf(`${verbs} ${prepositions}`)}`);

/** A verb that is a part of a name: 县政府｜督查室. */
const inName = new RegExp(
  `^${anyOf('督查 督办 督导 检查 指导 审计 组织 宣传 监督 调度 协调 考核 巡查 巡逻 排查 整治 保障 处置 培训 研究 评估 监测 检测 统筹 推进 落实 改造 建设 招聘 采购 安排 宣讲 推广')}${anyOf('室 科 股 组 办 处 队 专班 局 部 中心 站 所 委员会 小组')}`,
);

/** Shortest task that says what is to be done. */
const shortestTask = 2;

/** Whether the words begin as a task does behind its subject. */
export function startsTask(words: string): boolean {
  const found = words.length >= shortestTask ? beginning.exec(words) : null;
  // 包联的企业 says which, not what is to be done.
  return found !== null && words[found[0].length] !== '的' && !inName.test(words);
}

/** Whether the words begin with a time by which something is to be done, and say what. */
export function startsWithDeadline(words: string): boolean {
  const { length } = leadingDeadline(words);
  return length > 0 && words.length - length >= shortestTask && !words.startsWith('的', length);
}

/** The time that the words begin with, with the word before it; empty where there is none. */
export function leadingDeadline(words: string): string {
  const found = deadlinesIn(words)[0];
  if (!found?.certain || found.start > 2 || !/^(?:[应须要]|必须)?[于在到至从自]?$/.test(words.slice(0, found.start)))
    return '';
  return words.slice(0, found.end);
}
