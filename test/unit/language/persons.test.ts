import assert from 'node:assert/strict';
import { tasks } from '../tasks/read';

const report = (body: string) =>
  `全县会议召开\n6月2日，县长张明远主持召开会议，县委书记欧阳建国出席并讲话。\n${body}\n`;

describe('who speaks in a report', () => {
  for (const [name, body, expected] of [
    [
      'by paragraph, and 他 is who spoke last in it',
      '欧阳建国指出，各乡镇要排查隐患。他指出，县水务局要巡查水库。\n张明远强调，县教育局要排查校车。',
      ['县委书记欧阳建国', '县委书记欧阳建国', '县长张明远'],
    ],
    ['with a post behind the name', '李志强副书记指出，各镇要抓紧摸排。', ['副书记李志强']],
    ['with the title of a comrade', '诸葛明同志强调，县教育局要排查校车。', ['诸葛明']],
    ['with a second post', '副县长、县公安局局长王立新要求，县教育局要排查校车。', ['副县长、县公安局局长王立新']],
    [
      'two together',
      '副县长周大河和县委常委、政法委书记钱小明强调，各乡镇要守土尽责。',
      ['副县长周大河、县委常委、政法委书记钱小明'],
    ],
  ] as const) {
    it(name, () =>
      assert.deepEqual(
        tasks(report(body)).map(({ speaker }) => speaker),
        expected,
      ),
    );
  }
});
