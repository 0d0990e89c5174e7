import { Lexicon } from '../../../../src/core/lexicon/lexicon';
import type { Entry } from '../../../../src/core/lexicon/types';
import { reportOf, type Report } from '../../../../src/core/views/report/report';
import { review, type Review, type ReviewOptions } from '../../../../src/core/review/review';

const entries: readonly Entry[] = [
  {
    id: 'drive',
    text: '百日清仓行动',
    kind: 'slogan',
    valid: { from: '2021-01-01', until: '2023-05-01' },
    status: 'completed',
    replacement: '常态化清仓',
    advice: '写明由谁清、清到什么程度。',
    sources: [
      {
        title: '关于结束<百日>清仓行动的通知',
        issuer: '某市政府',
        number: '某政发〔2023〕5号',
        date: '2023-05-01',
        url: 'https://example.org/1',
      },
    ],
  },
  { id: 'grain', text: '颗粒归仓', kind: 'slogan' },
  { id: 'checks', text: '三查三看', kind: 'abbreviation', expansion: ['查仓', '查账', '查人'] },
  { id: 'effort', text: '下大力气', kind: 'boilerplate' },
  { id: 'engine', text: '火车头', kind: 'metaphor' },
];

const lexicon = new Lexicon([{ title: '仓储', checked: '2026-11-01', entries }]);

/** A speech on the storing of grain that has something for every table. */
export const speech = `在全市仓储工作会议上的讲话
（2022年3月4日）
同志们：
要下大力气开展百日清仓行动，当好全市的火车头。
一、抓好清仓
市粮食局3月底前查清23个仓库的账目，做到颗粒归仓、颗粒归仓。落实三查三看。
2022年开展了百日清仓行动。
二、抓好保管
（一）管好设施。各仓库由××负责，每月检查一次通风设备。
（三）管好队伍。要真抓实干。
`;

/** Reviews the text by a lexicon of five entries. */
export function reviewed(text: string, options: Partial<ReviewOptions> = {}): Review {
  return review(text, { lexicon, today: '2026-11-21', asOf: 'today', ...options });
}

/** The report of the text. */
export function reported(text: string, options?: Partial<ReviewOptions>, file = '讲话.txt'): Report {
  return reportOf(file, reviewed(text, options));
}
