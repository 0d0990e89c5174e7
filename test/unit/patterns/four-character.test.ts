import assert from 'node:assert/strict';
import table from '../../../src/data/vocabulary/four-character.json';
import { fourCharacterPhrases } from '../../../src/core/vocabulary';
import { foldPhrase } from '../../../src/core/text/fold';

/** Ordinary words of four characters that a reader does not mark where they stand alone. */
const plain = [
  '认真贯彻 高度重视 切实加强 深入推进 全面落实 扎实开展 研究部署 有关部门 坚决落实 充分认识 尽快完成 持续推进',
  '疫情防控 医疗机构 基础设施 产业结构 城乡居民 主体责任 组织生活 党员干部 人民群众 身体健康 生命安全 经济社会',
  '坚定不移 主动作为 因地制宜 厉行节约 依法行政 公平公正 扶正祛邪 固本培元 治病救人 实事求是 传统美德 共同富裕',
  '八仙过海 势如破竹 生龙活虎 艰苦卓绝 一举夺魁 琳琅满目 目不转睛 活灵活现 汗马功劳 喧宾夺主 无私奉献 坚持不懈',
].flatMap((line) => line.split(' '));

describe('four-character phrases', () => {
  const phrases = [...fourCharacterPhrases];

  it('are enough to recognise a speech by', () => assert.ok(phrases.length >= 1600 && phrases.length <= 2300));

  it('have four Chinese characters each', () =>
    assert.deepEqual(
      phrases.filter((phrase) => !/^\p{Script=Han}{4}$/u.test(phrase)),
      [],
    ));

  it('are written as the text is compared', () =>
    assert.deepEqual(
      phrases.filter((phrase) => foldPhrase(phrase) !== phrase),
      [],
    ));

  it('stand in the table once', () => {
    // The set hides what is written twice, so the table itself is read.
    const written = table.groups.flatMap(({ words }) => words.join(' ').split(' '));
    assert.equal(written.length, phrases.length);
    assert.deepEqual(
      written.filter((phrase, at) => written.indexOf(phrase) !== at),
      [],
    );
  });

  it('hold no plain word', () =>
    assert.deepEqual(
      plain.filter((word) => fourCharacterPhrases.has(word)),
      [],
    ));

  it('hold what speeches of every kind live on', () => {
    const expected =
      '率先垂范 锐意进取 任重道远 标本兼治 惩防并举 融会贯通 走深走实 挂图作战 销号管理 靶向发力 未雨绸缪 令行禁止 ' +
      '前功尽弃 敷衍塞责 推诿扯皮 庸懒散拖 吃拿卡要 春回大地 万象更新 欢聚一堂 共叙友情 阖家幸福 招大引强 深挖彻查';
    assert.deepEqual(
      expected.split(' ').filter((phrase) => !fourCharacterPhrases.has(phrase)),
      [],
    );
  });
});
