import fc from 'fast-check';

/** Words between which marks are put: Chinese ones, and those around which marks have a meaning of their own. */
const words = [
  '县委书记指出',
  '会议强调',
  '要抓好落实',
  '各单位要压实责任',
  '甲乡',
  '好',
  '等',
  '等部门',
  '第一',
  '一是抓学习',
  '二是抓规范',
  '讲三点意见',
  '同志们',
  '三会一课',
  '两山',
  '（一）',
  '一、',
  '1.',
  '2024年3月5日',
  '9:30',
  '3.5%',
  '30%',
  '1,000元',
  '12',
  'GDP',
  'Visual Studio',
  'we shall go',
  'f(x)',
  '方案.docx',
  'https://example.cn/a?b=1,2;c ',
  'a.b@example.cn',
  '&nbsp;',
  '&amp;',
  '&quot;',
  '&#8220;',
  '&foo;',
  '`a,b`',
  '[说明](a.md)',
];
const marks = [
  ...[',', ',', ':', ';', '.', '?', '!', '(', ')', '"', '"', "'", '-', '--', '...', ',,', '，,', ',。', '??', '.”'],
  ...[
    '，',
    '。',
    '、',
    '：',
    '；',
    '？',
    '！',
    '（',
    '）',
    '“',
    '”',
    '‘',
    '’',
    '《',
    '》',
    '…',
    '……',
    '——',
    '，，',
    '。。。',
  ],
  ...[' ', '\t', '|', '*', '#', '\n', '\n', '\r\n'],
];

/** Texts of words and marks in any order: half and full width, doubled, mixed, paired and alone. */
export const punctuated = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...words) },
      { weight: 5, arbitrary: fc.constantFrom(...marks) },
      {
        weight: 2,
        arbitrary: fc
          .tuple(fc.constantFrom('()', '（）', '（)', '""', '“”', "''", '‘’', '《》'), fc.constantFrom(...words))
          .map(([pair, word]) => pair[0] + word + pair[1]),
      },
    ),
    { minLength: 1, maxLength: 24, size: 'max' },
  )
  .map((parts) => parts.join(''));
