import { isPartialDate } from '../text/date';
import { quoted } from '../text/quotation';

/** A fault of a JSON file that people write: a lexicon, a list of what is ignored. */
export interface Problem {
  readonly file: string;
  /** JSON path from the root: `entries[3].valid.until`. */
  readonly path: string;
  readonly severity: 'error' | 'warning';
  /** In Chinese, with what to do. */
  readonly message: string;
}

/** What is told of a file that is too large. @param largest in bytes @param advice what came of it, and what to do */
export function sizeFault(largest: number, advice: string): string {
  return `文件超过${largest / 1_000_000}兆字节，${advice}`;
}

/** The value of a JSON text, or what is wrong with the text. */
export function readJson(json: string): { readonly value?: unknown; readonly fault?: string } {
  try {
    return { value: JSON.parse(json.replace(/^\ufeff/, '')) };
  } catch (error) {
    return { fault: `不是有效的 JSON，请检查括号、引号和逗号：${(error as Error).message}` };
  }
}

/** Looks at one value of a JSON file and reports what is wrong with it. */
export type Check = (value: unknown, path: string, report: ReportFault) => void;
export type ReportFault = (path: string, message: string, severity?: 'warning') => void;

// Control characters, and the marks that turn the direction of writing, could make a card read other than it is.
export const forbidden = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

export function text(shortest: number, longest: number): Check {
  return (value, path, report) => {
    if (typeof value !== 'string') report(path, '应为文字（加双引号的字符串）');
    else if (value.length < shortest || value.length > longest) report(path, `长度应为${shortest}至${longest}个字`);
    else if (forbidden.test(value)) report(path, '含有控制字符或改变书写方向的字符，请删去');
  };
}

export const flag: Check = (value, path, report) => {
  if (typeof value !== 'boolean') report(path, '应为 true 或 false');
};

export const date: Check = (value, path, report) => {
  if (typeof value !== 'string' || !isPartialDate(value)) report(path, '应为日期，写作 2022-12-26、2022-12 或 2022');
};

export const url: Check = (value, path, report) => {
  if (typeof value !== 'string' || !/^https:\/\/[\w-]+\.\S+$/.test(value)) report(path, '应为以 https:// 开头的网址');
};

export function oneOf(allowed: readonly string[]): Check {
  return (value, path, report) => {
    if (typeof value !== 'string' || !allowed.includes(value)) report(path, `应为 ${allowed.join('、')} 之一`);
  };
}

export function list(item: Check, most = Infinity): Check {
  return (value, path, report) => {
    if (!Array.isArray(value)) report(path, '应为数组（方括号）');
    else if (value.length > most) report(path, `超过${most}项，请删减，或分成几条`);
    else value.forEach((element, index) => item(element, `${path}[${index}]`, report));
  };
}

export function object(required: Readonly<Record<string, Check>>, optional: Readonly<Record<string, Check>>): Check {
  const checks = new Map([...Object.entries(required), ...Object.entries(optional)]);
  return (value, path, report) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      report(path, '应为对象（花括号）');
      return;
    }
    for (const key of Object.keys(required)) if (!Object.hasOwn(value, key)) report(path, `缺少${quoted(key)}`);
    for (const [key, member] of Object.entries(value)) {
      const check = checks.get(key);
      const memberPath = path ? `${path}.${key}` : key;
      if (check) check(member, memberPath, report);
      else report(memberPath, `不认识${quoted(key)}，请核对拼写`);
    }
  };
}
