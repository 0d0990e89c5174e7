import { list, readJson, sizeFault, text, type Check, type Problem, type ReportFault } from '../files/checks';
import { globFault, globNames } from '../files/glob';
import { isPathInside, outsideFault } from '../files/paths';
import { severities, type Severity } from '../finding';
import { largestConfiguration, longestPhrase, longestRemark, mostLexiconFiles } from '../limits';
import type { Judging } from '../review/options';
import type { AsOf } from '../review/review';
import { rules } from '../rules';
import { readTarget, type TargetLength } from '../speech/target-length';
import { readDay } from '../text/date';
import { quoted } from '../text/quotation';
import { profileFault, profilesCheck, readingsCheck, type WrittenProfiles } from './word-profile';

/** How speeches are judged, as somebody has written it: an office for a folder, or a person for themselves. What is absent is not said. */
export interface Configuration {
  readonly asOf?: AsOf;
  /** Severity by rule id where it differs from the rule's own. */
  readonly rules?: Readonly<Record<string, Severity | 'off'>>;
  /** Ids of entries that are switched off. */
  readonly disabled?: readonly string[];
  /** Lexicon files besides those in `.tuiqiao/lexicons`, by their paths in the folder. */
  readonly lexicons?: readonly string[];
  /** Globs of files that are not reviewed, from the folder. */
  readonly exclude?: readonly string[];
  /** Characters a minute. */
  readonly speakingRate?: number;
  /** How long a speech should be that does not say so itself. */
  readonly targetLength?: TargetLength;
  /** The profile by which speeches are exported as Word files: one of the office's own, or one that everybody has. */
  readonly wordProfile?: string;
  /** The office's own profiles by their names. */
  readonly wordProfiles?: WrittenProfiles;
  /** Readings of names, which the Word file shows over them: `{ "单于": "chán yú" }`. */
  readonly readings?: Readonly<Record<string, string>>;
}

/** A member of a configuration. */
export type Member = keyof Configuration;

/** Every member, in the order in which they are listed. */
export const members = [
  'asOf',
  'rules',
  'disabled',
  'lexicons',
  'exclude',
  'speakingRate',
  'targetLength',
  'wordProfile',
  'wordProfiles',
  'readings',
] as const satisfies readonly Member[];

function isMember(name: string): name is Member {
  return members.includes(name as Member);
}

/** A configuration as a file has it. */
export interface ParsedConfiguration {
  /** The members without fault. */
  readonly configuration: Configuration;
  readonly problems: readonly Problem[];
}

/** Slowest and fastest speech, in characters a minute: bounds that tell a rate from a slip of the key. */
export const speakingRates = { least: 60, most: 400 } as const;

const days = '如 2026年11月21日、2026-11-21';
const asOfAdvice = {
  unreadable: `请写 today（今天）、document（文稿成文日期）或具体日期，${days}`,
  incomplete: `请写明是哪一天，${days}`,
  impossible: `没有这一天，请写日历上有的日期，${days}`,
} as const;

/** The as-of day that a text asks for; or why it asks for none, and what to write, in Chinese. */
export function readAsOf(written: string): { readonly asOf: AsOf } | { readonly fault: string } {
  if (written === 'today' || written === 'document') return { asOf: written };
  const reading = readDay(written);
  return 'day' in reading ? { asOf: reading.day } : { fault: asOfAdvice[reading.fault] };
}

/** Whether the value is a severity that a rule can be set to. */
export function isSeverity(value: unknown): value is Severity | 'off' {
  return value === 'off' || severities.includes(value as Severity);
}

const asOf: Check = (value, path, report) => {
  const reading = readAsOf(typeof value === 'string' ? value : '');
  if ('fault' in reading)
    report(path, typeof value === 'string' ? `不能是${quoted(value)}；${reading.fault}` : reading.fault);
};

const ruleSeverities: Check = (value, path, report) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    report(path, '应为对象，如 { "outline/count": "off" }');
    return;
  }
  for (const [id, severity] of Object.entries(value)) {
    const place = `${path}.${id}`;
    if (!rules.some((rule) => rule.id === id)) {
      const known = rules.map((rule) => rule.id).join('、');
      report(place, `没有规则${quoted(id)}，这一项不起作用；现有的规则是 ${known}`, 'warning');
    } else if (!isSeverity(severity)) {
      report(place, `应为 ${[...severities, 'off'].join('、')} 之一，off 表示不查`);
    }
  }
};

const lexiconFile: Check = (value, path, report) => {
  if (typeof value !== 'string' || !isPathInside(value)) report(path, outsideFault);
};

const glob: Check = (value, path, report) => {
  text(1, longestRemark)(value, path, report);
  const fault = typeof value === 'string' && value.length <= longestRemark ? globFault(value) : undefined;
  if (fault) report(path, fault);
};

const speakingRate: Check = (value, path, report) => {
  const { least, most } = speakingRates;
  if (typeof value !== 'number' || value < least || value > most)
    report(path, `应为 ${least} 至 ${most} 的数字，即每分钟多少字`);
};

const targetLength: Check = (value, path, report) => {
  if (!targetOf(value)) report(path, '应为字数，如 3000、"3000字"，或时长，如 "15分钟"');
};

function targetOf(value: unknown): TargetLength | undefined {
  return typeof value === 'string' || typeof value === 'number' ? readTarget(String(value)) : undefined;
}

function most(count: number, what: string, item: Check): Check {
  return (value, path, report) => {
    list(item)(value, path, report);
    if (Array.isArray(value) && value.length > count) report(path, `最多写${count}${what}`);
  };
}

const checks: Readonly<Record<Member, Check>> = {
  asOf,
  rules: ruleSeverities,
  disabled: list(text(1, longestPhrase)),
  lexicons: most(mostLexiconFiles, '个文件', lexiconFile),
  exclude: most(mostLexiconFiles, '条', glob),
  speakingRate,
  targetLength,
  wordProfile: text(1, longestPhrase),
  wordProfiles: profilesCheck,
  readings: readingsCheck,
};

/** What a sound member says. */
const readings: { readonly [M in Member]?: (value: never) => Configuration[M] } = {
  asOf: (value: string) => (readAsOf(value) as { asOf: AsOf }).asOf,
  rules: (value: Record<string, Severity | 'off'>) =>
    Object.fromEntries(Object.entries(value).filter(([id]) => rules.some((rule) => rule.id === id))),
  targetLength: targetOf,
};

/**
 * Reads a configuration. Never throws: faults are reported with their JSON path and with what is possible; the members without
 * fault are returned. A rule or member that is not known is a warning: a later version may know it.
 * @param json the file's text
 * @param file name of the file, for the reports
 */
export function parseConfiguration(json: string, file: string): ParsedConfiguration {
  const problems: Problem[] = [];
  const report: ReportFault = (path, message, severity) => {
    problems.push({ file, path, severity: severity ?? 'error', message });
  };
  if (json.length > largestConfiguration) {
    report('', sizeFault(largestConfiguration, configurationAdvice));
    return { configuration: {}, problems };
  }
  const { value, fault } = readJson(json);
  if (fault) report('', fault);
  else if (typeof value !== 'object' || value === null || Array.isArray(value)) report('', '应为对象（花括号）');
  if (problems.length > 0) return { configuration: {}, problems };
  const sound = Object.entries(value as object).flatMap(([name, member]) => {
    if (name === '$schema') return [];
    if (!isMember(name)) {
      report(name, `不认识${quoted(name)}，这一项不起作用；可以写的有 ${members.join('、')}`, 'warning');
      return [];
    }
    const before = problems.length;
    checks[name](member, name, report);
    if (problems.slice(before).some(({ severity }) => severity === 'error')) return [];
    const read = readings[name] as ((value: unknown) => unknown) | undefined;
    return [[name, read ? read(member) : member] as const];
  });
  const configuration: Configuration = Object.fromEntries(sound);
  const { wordProfile, ...others } = configuration;
  const unknown = wordProfile === undefined ? undefined : profileFault(wordProfile, others.wordProfiles);
  if (unknown === undefined) return { configuration, problems };
  report('wordProfile', unknown);
  return { configuration: others, problems };
}

/** What to do about a configuration that is too large. */
export const configurationAdvice = '没有读入；请把词条写进词库文件，这里只写编号';

/** Whether the files of that path are not reviewed. @param path from the folder of the configuration, parts joined by `/` */
export function excludes({ exclude = [] }: Configuration, path: string): boolean {
  return exclude.some((one) => globNames(one, path));
}

/**
 * By what a text is judged, but for the day it is: what the person says goes before what the office says, of the rules one by
 * one.
 */
export function judgingBy(person: Configuration, office: Configuration): Omit<Judging, 'today'> {
  const { asOf = 'today', speakingRate, targetLength } = { ...office, ...person };
  return { asOf, speakingRate, target: targetLength, severities: { ...office.rules, ...person.rules } };
}

/** Ids of the entries that are switched off: by the office, and by the person. */
export function disabledBy(person: Configuration, office: Configuration): string[] {
  return [...new Set([...(office.disabled ?? []), ...(person.disabled ?? [])])];
}

/** Who says what holds of a member: of rules and lists `both` may say something, of anything else the person does. */
export type Origin = 'person' | 'office' | 'both' | 'default';

/** Whose word holds for the member. */
export function originOf(member: Member, person: Configuration, office: Configuration): Origin {
  const [own, theirs] = [person[member] !== undefined, office[member] !== undefined];
  if (own && theirs) return Array.isArray(person[member]) || member === 'rules' ? 'both' : 'person';
  return own ? 'person' : theirs ? 'office' : 'default';
}
