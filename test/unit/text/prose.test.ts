import assert from 'node:assert/strict';
import { isChineseProse } from '../../../src/core/text/prose';

describe('Chinese prose', () => {
  const prose = {
    'a speech': '同志们：\n今天会议的主要任务是部署2023年的重点工作。',
    'a traditional text': '各位同志：今天召開會議。',
    'a text with figures': '完成投资1234567890.12万元，增长12.34%。',
    'a page with pinyin in brackets': '擴(kuò)大会议，落(luò)实责任，狠抓整改。',
    'Markdown of a speech': '---\ndate: 2023-01-01\n---\n# 在大会上的讲话\n\n**同志们：**\n\n- 抓好落实',
    'rare characters': '𠮷𠮷𠮷',
    'a word of Japanese in a Chinese text': '“の”字在国内的店招上十分常见，相关部门应当加强规范管理和引导。',
  };
  const other = {
    nothing: '',
    'marks alone': '……——',
    figures: '12, 34, 56',
    English: 'The meeting was held in Beijing. 北京',
    Japanese: 'これは日本語の文章です。新型コロナウイルス感染症対策本部を設置した。',
    Korean: '오늘 회의의 주요 과제는 다음과 같습니다. 會議',
    'program text with a remark': 'const answer = compute(value); // 计算\nreturn answer;',
  };
  for (const [name, text] of Object.entries(prose)) it(`is ${name}`, () => assert.ok(isChineseProse(text)));
  for (const [name, text] of Object.entries(other)) it(`is not ${name}`, () => assert.ok(!isChineseProse(text)));
});
