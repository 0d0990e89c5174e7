import { version } from '../../package.json';
import { UsageError } from './arguments';
import { assignmentsCommand } from './assignments-command';
import { docxCommand } from './docx-command';
import { InputError } from './inputs';
import { complain, exitCode, write, type Io } from './io';
import { lexiconCommand } from './lexicon-command';
import { reviewCommand } from './review-command';

const commands: Readonly<Record<string, (argv: readonly string[], io: Io) => Promise<number>>> = {
  review: reviewCommand,
  assignments: assignmentsCommand,
  docx: docxCommand,
  lexicon: lexiconCommand,
};

/** Text of `tuiqiao --help`. */
export const help = `推敲：审校讲话稿、会议讲话提纲、主持词、致辞和会议报道。全部在本机进行，不联网，不留记录。

用法
  tuiqiao review [选项] 路径…       审校文稿
  tuiqiao assignments [选项] 路径…  生成任务分解表：谁来做、做什么、何时完成
  tuiqiao docx 文件|- -o 文件       导出 Word 文件，版式依 GB/T 9704
  tuiqiao lexicon check 文件…       检查自备词库：格式、依据和例句
  tuiqiao --help                    显示本说明
  tuiqiao --version                 显示版本

路径可以是文件、文件夹，或 -（标准输入）。文件夹逐层查找 .txt、.md、.speech、.讲话稿 文件，不进隐藏文件夹和
node_modules；直接写出的文件不论扩展名。编码可以是 UTF-8、UTF-16、GB18030（含 GBK、GB2312）。

review 的选项
  --as-of today|document|日期       审校基准日：今天（默认）、文稿自己的成文日期，或形如 2026-11-21 的日期
  --format text|json|jsonl          输出格式：供人阅读（默认）、一个 JSON 数组、每份文稿一行 JSON
  --lexicon 文件                    加用自备词库，可写多次；编号与内置词条相同的，以自备的为准
  --fail-on 级别                    有这一级或更重的问题时退出码为 1：error（默认）、warning、information、hint
  --rules 规则=级别,…               改变规则的级别，例如 outline/count=off；off 表示不查

assignments 的选项
  --format markdown|csv|json|docx   输出格式：Markdown 表格（默认）、CSV（可用表格软件打开）、JSON、Word
  -o, --output 文件                 写进文件；不写则输出到标准输出，docx 必须写

文字格式中每个问题写作“行:列  级别  规则  原文 — 说明”，行和列从 1 数起，列按 UTF-16 码元计。JSON 中的位置是解码后文字
（不含字节顺序标记）的 UTF-16 码元偏移，从 0 数起，含始不含终。

退出码
  0  审校完毕    1  有达到 --fail-on 级别的问题，或词库有错误    2  用法不对，或有文件无法读取（其余文件照常审校）
`;

/** Runs the command line; `argv` is what follows the program's name. Returns the exit code. */
export async function run([command, ...argv]: readonly string[], io: Io): Promise<number> {
  if (command === '--version' || command === '-v') {
    await write(io.stdout, `${version}\n`);
    return exitCode.ok;
  }
  if (command === '--help' || command === '-h' || argv.includes('--help') || argv.includes('-h')) {
    await write(io.stdout, help);
    return exitCode.ok;
  }
  try {
    if (command === undefined || !Object.hasOwn(commands, command)) {
      const names = Object.keys(commands).join('、');
      const fault = command === undefined ? '请写明命令' : `没有命令 ${command}`;
      throw new UsageError(`${fault}；现有的命令是 ${names}，用法见 tuiqiao --help`);
    }
    return await commands[command](argv, io);
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof InputError)) throw error;
    await complain(io, error.message);
    return exitCode.failure;
  }
}
