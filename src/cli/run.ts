import { version } from '../../package.json';
import { edition, editionInWords, steps } from '../core';
import { UsageError } from './arguments';
import { InputError } from './inputs';
import { complain, exitCode, write, type Io } from './io';

type Command = (argv: readonly string[], io: Io) => Promise<number>;

/** Loads each command when it is asked for. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  review: async () => (await import('./review-command')).reviewCommand,
  clean: async () => (await import('./clean-command')).cleanCommand,
  fix: async () => (await import('./rewrite-command')).fixCommand,
  renumber: async () => (await import('./rewrite-command')).renumberCommand,
  assignments: async () => (await import('./assignments-command')).assignmentsCommand,
  docx: async () => (await import('./docx-command')).docxCommand,
  uncomment: async () => (await import('./annotate-command')).uncommentCommand,
  lexicon: async () => (await import('./lexicon-command')).lexiconCommand,
  lsp: async () => (await import('./lsp-command')).lspCommand,
  mcp: async () => (await import('./mcp-command')).mcpCommand,
};

/** Text of `tuiqiao --help`. */
const help = () => `推敲：审校讲话稿、会议讲话提纲、主持词、致辞和会议报道。全部在本机进行，不联网，不留记录。

用法
  tuiqiao review [选项] 路径…       审校文稿
  tuiqiao fix [选项] 路径…          改正可以安全修正之处
  tuiqiao renumber [选项] 路径…     理顺标题和分述的序号
  tuiqiao clean [选项] 文件|-       清理从网页和旧文档复制来的文本，结果写到标准输出（UTF-8）
  tuiqiao assignments [选项] 路径…  生成任务分解表：谁来做、做什么、何时完成
  tuiqiao docx 文件|- -o 文件       导出 Word 文件：公文格式、打印稿、宣读稿或本单位的版式
  tuiqiao uncomment 文件 -o 文件    从 Word 文件中清除推敲写的批注，别人的批注和修订不动
  tuiqiao lexicon check 文件…       检查自备词库：格式、依据和例句
  tuiqiao lexicon changes 日期 [路径…]
                                    这一天以来过时的、新起的提法，词库的增补、修改；写上文稿，就列出涉及到的地方
  tuiqiao lsp [选项]                供其他编辑器使用：语言服务器（LSP），走标准输入输出
  tuiqiao mcp [选项] [文件夹]       供人工智能助手使用：审校、查提法、清理、列提纲（MCP），走标准输入输出；只读这个文件夹里的
                                    文稿，不写则只审校助手交来的文字
  tuiqiao --help                    显示本说明
  tuiqiao --version                 显示版本和词库的版次

路径可以是文件、文件夹、通配符（如 "2024/**/*.txt"），或 -（标准输入）。文件夹和通配符只取 .txt、.md、.speech、.讲话稿、
.docx、.docm 文件（通配符自己写明扩展名的除外），不进隐藏文件夹和 node_modules；直接写出的文件不论扩展名。文本的编码可以是
UTF-8、UTF-16、GB18030（含 GBK、GB2312）。

review 的选项
  --as-of today|document|日期       审校基准日：今天（默认）、文稿自己的成文日期，或具体日期，如 2026年11月21日、2026-11-21
  --format 格式                     输出格式，多份文稿写在一起：text 供人阅读（默认）、json 一个数组、jsonl 每份一行、
                                    sarif 2.1.0、markdown 和 html 审校报告、csv 问题清单（可用表格软件打开）、
                                    github 供 GitHub Actions 标注
  --lexicon 文件                    加用自备词库，可写多次；编号与内置词条相同的，以自备的为准
  --fail-on 级别                    有这一级或更重的问题时退出码为 1：error（默认）、warning、information、hint
  --rules 规则=级别,…               改变规则的级别，例如 outline/count=off；off 表示不查
  --no-ignore                       不用忽略清单
  --write-baseline 文件             把现有问题全部列入基线，写到这个文件；不输出审校结果
  --baseline 文件                   只报告基线之外的新问题
  -o, --output 文件                 写进文件；不写则输出到标准输出
  --overwrite                       已有的文件不是推敲写的，也覆盖
  --annotate 文件.docx              把问题作为批注写进 Word 文件的副本，其余不动；再次写入时不重复已有的
  --revise                          与 --annotate 同用：可以安全修正之处另写成修订，可逐条接受或拒绝
  --jobs 个数                       同时用几个线程审校，默认与处理器核数相同；输出次序不变

fix、lsp、mcp 的选项：--as-of、--lexicon、--rules、--no-ignore 同上；fix 和 renumber 另有
  --check                           不改文件，只列出要改的文件，有则退出码为 1
  --stdout                          不改文件，把改后的全文写到标准输出
从标准输入读取的，改后写到标准输出；文件按原来的编码写回，Word 文件只改文字，不动格式。

单位的配置
  文稿所在文件夹或其上级的 .tuiqiao/config.json 是配置，最近的一个起作用，写法如
  {"asOf": "document", "rules": {"outline/count": "off"}, "disabled": ["词条编号"], "lexicons": ["词库/机关.json"],
   "exclude": ["归档/**"], "speakingRate": 180, "targetLength": "3000字"}
  .tuiqiao/lexicons/*.json 是自备词库。命令行上写的（--as-of、--rules、--lexicon）优先。review 和 fix 依此审校；列在 exclude
  里的文稿，review、fix、assignments 都略过。编辑器里的推敲读同样的文件。

忽略
  文稿里单独一行写 <!-- 推敲忽略 规则 理由 --> 或【推敲忽略 规则 理由】，下面一段中这条规则的问题就不再报告；写在一段之内
  的，只管这一段。规则写编号或名称，“全部”指所有规则；规则后面加上引号中的文字，就只忽略这些文字。
  文稿所在文件夹或其上级的 .tuiqiao/ignore.json 是忽略清单：[{"text": "文字", "rule": "规则", "reason": "理由"}]。

clean 的选项
  --steps 步骤,…                    只做这些步骤，默认全做：
${steps.map(({ id, name }) => `      ${id.padEnd(30)}${name}`).join('\n')}
  --skip 步骤,…                     不做这些步骤
  --simplify                        繁体字一律改为简体；默认只改误转的
  --log 文件                        把改动逐处写入文件
  --overwrite                       已有的文件不是推敲写的，也覆盖

assignments 的选项
  --format markdown|csv|json|docx   输出格式：Markdown 表格（默认）、CSV（可用表格软件打开）、JSON、Word
  --all                             没有责任单位、也没有时限的号召一并列出；默认不列，只在表下说明有几项
  -o, --output 文件                 写进文件；不写则输出到标准输出，docx 必须写
  --overwrite                       已有的文件不是推敲写的，也覆盖（docx 命令也可用）

docx 的选项
  -o, --output 文件                 写进这个文件，必须写
  --profile 版式                    gb9704 公文格式，依 GB/T 9704（默认）；print 打印稿，页码居中；reading 宣读稿，字大行宽、段落
                                    不跨页；或配置里 wordProfiles 定的本单位版式，默认用哪一种写在配置的 wordProfile
  --reading 名字=读音               在名字上注拼音，如 --reading "单于=chán yú"，可写多次；全单位的写在配置的 readings
  同样的文稿导出的文件逐字节相同；文件的日期取文稿的成文日期，或环境变量 SOURCE_DATE_EPOCH。

写文件
  写进文件的结果（-o、--log、--write-baseline）会替换推敲先前写的同类文件，不覆盖别的文件，除非加上 --overwrite；要读的文稿
  在任何情况下都不覆盖。fix 和 renumber 改写文稿本身，不改只读的文件和有几个名字（硬链接）的文件。文件总是整份替换，写不完就
  保持原样。

文字格式中每个问题写作“行:列  级别  规则  原文 — 说明”，行和列从 1 数起，列按 UTF-16 码元计。JSON 中的位置是解码后文字
（不含字节顺序标记）的 UTF-16 码元偏移，从 0 数起，含始不含终。

退出码
  0  处理完毕    1  有达到 --fail-on 级别的问题、有要改的文件（--check），或词库有错误
  2  用法不对，或有文件无法读取（其余文件照常处理）    130  按 Ctrl+C 中止
`;

/** Runs the command line; `argv` is what follows the program's name. Returns the exit code. */
export async function run([command, ...argv]: readonly string[], io: Io): Promise<number> {
  if (command === '--version' || command === '-v') {
    await write(io.stdout, `${version}\n词库${editionInWords(edition)}\n`);
    return exitCode.ok;
  }
  if (command === '--help' || command === '-h' || argv.includes('--help') || argv.includes('-h')) {
    await write(io.stdout, help());
    return exitCode.ok;
  }
  try {
    if (command === undefined || !Object.hasOwn(commands, command)) {
      const names = Object.keys(commands).join('、');
      const fault = command === undefined ? '请写明命令' : `没有命令 ${command}`;
      throw new UsageError(`${fault}；现有的命令是 ${names}，用法见 tuiqiao --help`);
    }
    const run = await commands[command]();
    return await run(argv, io);
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof InputError)) throw error;
    await complain(io, error.message);
    return exitCode.failure;
  }
}
