import type { DateEvidence } from '../../speech/document-date';
import { severities, type Severity } from '../../finding';

/** What the severities are called. */
export const severityNames: Readonly<Record<Severity, string>> = {
  error: '错误',
  warning: '警告',
  information: '信息',
  hint: '提示',
};

/** The counts behind the figure 问题, and the hints beside it: 警告3 · 信息4，另有提示2. */
export function severitiesInWords(counts: Readonly<Record<Severity, number>>): string {
  const problems = severities
    .filter((severity) => severity !== 'hint' && counts[severity] > 0)
    .map((severity) => `${severityNames[severity]}${counts[severity]}`);
  const hints = counts.hint > 0 ? [`另有${severityNames.hint}${counts.hint}`] : [];
  return [...(problems.length > 0 ? [problems.join(' · ')] : []), ...hints].join('，');
}

/** What the places are called from which a document's date is read. */
export const evidenceNames: Readonly<Record<DateEvidence, string>> = {
  'front-matter': '文件头信息',
  'under-title': '标题下日期',
  title: '标题',
  signature: '落款',
  'time-stamp': '页面时间',
  lead: '导语',
  'document-number': '发文字号',
  address: '网页地址',
};
