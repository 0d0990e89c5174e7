import type { DateEvidence } from '../../speech/document-date';
import type { Severity } from '../../finding';

/** What the severities are called. */
export const severityNames: Readonly<Record<Severity, string>> = {
  error: '错误',
  warning: '警告',
  information: '信息',
  hint: '提示',
};

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
