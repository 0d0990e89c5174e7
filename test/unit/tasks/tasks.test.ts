import assert from 'node:assert/strict';
import { processorTime } from '../../harness/processor-time';
import { lines, tasks } from './read';

const speech = (body: string) => `在全县春耕生产推进会上的讲话\n同志们：\n今天开个短会。\n一、抓好当前工作\n${body}\n`;

describe('tasks', () => {
  it('hold no note of the writer, and none is lost by one', () => {
    const found = tasks(
      speech(
        '县教育局要排查校舍，【推敲忽略 全部 口头同意】12月底前完成。\n县水务局要清理渠道<!-- 推敲忽略 全部 已核 -->，6月底前完成。<!-- 待定 -->',
      ),
    );
    assert.deepEqual(
      found.map(({ lead, task, sentence }) => [lead.join('、'), task, sentence]),
      [
        ['县教育局', '排查校舍，12月底前完成', '县教育局要排查校舍，12月底前完成。'],
        ['县水务局', '清理渠道，6月底前完成', '县水务局要清理渠道，6月底前完成。'],
      ],
    );
  });

  describe('their bodies', () => {
    for (const [sentence, expected] of [
      ['县农业农村局要制定春灌方案。', ['县农业农村局：制定春灌方案']],
      ['各乡镇、各村要清理渠道淤泥。', ['各乡镇、各村：清理渠道淤泥']],
      ['水务、农业农村、气象等部门要每天会商。', ['水务、农业农村、气象等部门@每天：每天会商']],
      ['县水务局和各灌区管理所必须在3月10日前完成检修。', ['县水务局、各灌区管理所@3月10日前：在3月10日前完成检修']],
      ['县文化和旅游局要做好景区值守。', ['县文化和旅游局：做好景区值守']],
      ['县人力资源和社会保障局要组织两场招聘会。', ['县人力资源和社会保障局：组织两场招聘会']],
      ['各县（市、区）应当逐户登记。', ['各县（市、区）：逐户登记']],
      ['凡是有条件的企业都要开展演练。', ['凡是有条件的企业：开展演练']],
      ['包村干部要住到村里。', ['包村干部：住到村里']],
      ['县委组织部、县委宣传部要把这项工作纳入考核。', ['县委组织部、县委宣传部：把这项工作纳入考核']],
      ['县公安局务必把警力摆到路口。', ['县公安局：把警力摆到路口']],
      ['任何单位和个人不得占用消防通道。', ['任何单位、个人：不得占用消防通道']],
      ['第一书记和驻村工作队要同吃同住。', ['第一书记、驻村工作队：同吃同住']],
      ['县融媒体中心负责每周推送一期节目。', ['县融媒体中心@每周：负责每周推送一期节目']],
      ['县住建局要会同公安、交通等部门开展联合检查。', ['县住建局+公安、交通等部门：会同公安、交通等部门开展联合检查']],
      ['会后，各乡镇要立即动员。', ['各乡镇：立即动员']],
      ['请各单位于5月8日下班前报送名单。', ['各单位@5月8日下班前：于5月8日下班前报送名单']],
      [
        '县卫健局牵头，县财政局、县医保局配合，9月底前拿出方案。',
        ['县卫健局+县财政局、县医保局@9月底前：9月底前拿出方案'],
      ],
      ['这件事由县民政局牵头，月底前摸清底数。', ['县民政局@月底前：这件事由县民政局牵头，月底前摸清底数']],
    ] as const) {
      it(sentence, () => assert.deepEqual(lines(speech(sentence)), expected));
    }
  });

  describe('that several bodies are given in one sentence', () => {
    for (const [sentence, expected] of [
      [
        '县教育局要管住校车，县交通局要管住客车；公安交警部门要管住路面。',
        ['县教育局：管住校车', '县交通局：管住客车', '公安交警部门：管住路面'],
      ],
      [
        '要压实责任，乡镇党委书记要亲自抓，分管领导具体抓，各村每天报一次进度。',
        ['乡镇党委书记：亲自抓', '分管领导：具体抓', '各村@每天：每天报一次进度'],
      ],
      [
        '各级各部门要把防汛放在心上。要备足沙袋。要管好水库。',
        ['各级各部门：把防汛放在心上', '各级各部门：备足沙袋', '各级各部门：管好水库'],
      ],
      [
        '防汛由县水务局牵头，抗旱由县农业农村局牵头。',
        ['县水务局：防汛由县水务局牵头', '县农业农村局：抗旱由县农业农村局牵头'],
      ],
      ['要抓好两件事：一要清理淤泥，二要补种缺苗。', ['：清理淤泥', '：补种缺苗']],
      ['县水务局要巡查水库。要备足沙袋。', ['县水务局：巡查水库', '：备足沙袋']],
      ['要强化督查。督查组要每周通报一次。', ['督查组@每周：每周通报一次']],
      [
        '一要清淤，县水务局6月底前完成主干渠。二要补种，各村补齐缺苗。',
        ['县水务局@6月底前：6月底前完成主干渠', '各村：补齐缺苗'],
      ],
    ] as const) {
      it(sentence, () => assert.deepEqual(lines(speech(sentence)), expected));
    }
  });

  describe('whose bodies are told by their type', () => {
    for (const [sentence, expected] of [
      ['县供销社要管好门店。', ['县供销社：管好门店']],
      ['县政府督查室要跟踪问效。', ['县政府督查室：跟踪问效']],
      ['县粮储中心、第二车间要检修线路。', ['县粮储中心、第二车间：检修线路']],
      ['社区居委会、河东管委会要清理楼道。', ['社区居委会、河东管委会：清理楼道']],
      ['妇联主任周敏要联系留守儿童。', ['妇联主任周敏：联系留守儿童']],
      ['驻村第一书记陈某某负责道路硬化。', ['驻村第一书记陈某某：负责道路硬化']],
      ['会计王芳每月公布一次账目。', ['会计王芳@每月：每月公布一次账目']],
      ['市卫健委主任王某号召全市医疗卫生系统要宣传先进事迹。', ['全市医疗卫生系统：宣传先进事迹']],
      ['在新一届班子带领下，全厂职工要守住质量。', ['全厂职工：守住质量']],
      ['你们三家要把账算清。', []],
      [
        '县公安局、县林业局、县水利局的同志都在。你们三家要在12月20日前拿出方案。',
        ['县公安局、县林业局、县水利局@12月20日前：在12月20日前拿出方案'],
      ],
    ] as const) {
      it(sentence, () => assert.deepEqual(lines(speech(sentence)), expected));
    }
  });

  describe('that are stated with a time and no word that asks', () => {
    for (const [sentence, expected] of [
      ['各乡镇11月底前完成清淤。', ['各乡镇@11月底前：11月底前完成清淤']],
      [
        '县审计局对专项资金进行专项审计，2027年3月底前报告。',
        ['县审计局@2027年3月底前：对专项资金进行专项审计，2027年3月底前报告'],
      ],
      [
        '县教育局、县市场监管局每学期联合开展不少于2次检查。',
        ['县教育局、县市场监管局@每学期：每学期联合开展不少于2次检查'],
      ],
      ['由县住建局修改完善后，按程序印发。', ['县住建局：由县住建局修改完善后，按程序印发']],
      ['四月底前集中清运建筑垃圾。', ['@四月底前：四月底前集中清运建筑垃圾']],
      ['10月底前，县住建局对高层小区进行一次检查。', ['县住建局@10月底前：对高层小区进行一次检查']],
      ['十日内，县住建局检查一遍燃气管道。', ['县住建局@十日内：检查一遍燃气管道']],
      ['护林员即日起上岗，逐户登记。', ['护林员@即日起：即日起上岗，逐户登记']],
      ['各单位贯彻落实情况，请于3月20日前报县委办。', ['各单位@3月20日前：各单位贯彻落实情况，请于3月20日前报县委办']],
      ['各科室应于每季度末报送台账。', ['各科室@每季度末：于每季度末报送台账']],
      ['各村会后立即组织人员上山。', ['各村@会后立即：会后立即组织人员上山']],
      [
        '县水务局要在3月底前完成排查，6月底前完成整改。',
        ['县水务局@3月底前、6月底前：在3月底前完成排查，6月底前完成整改'],
      ],
      [
        '县人武部要组织训练，县卫健局、县红十字会配合。',
        ['县人武部+县卫健局、县红十字会：组织训练，县卫健局、县红十字会配合'],
      ],
    ] as const) {
      it(sentence, () => assert.deepEqual(lines(speech(sentence)), expected));
    }
  });

  it('that call on nobody and set no time are told apart', () => {
    const found = tasks(
      speech('要坚守初心使命，凝聚奋进力量。要在3月底前修好水渠。各村要修好水渠。要建好300亩示范田。'),
    );
    assert.deepEqual(
      found.map(({ task, exhortation }) => [task, exhortation]),
      [
        ['坚守初心使命，凝聚奋进力量', true],
        ['在3月底前修好水渠', false],
        ['修好水渠', false],
        ['建好300亩示范田', false],
      ],
    );
  });

  describe('are not read from', () => {
    for (const sentence of [
      '这项工作重要，主要是因为需要大家支持，要求也很高。',
      '去年，县水务局完成了主干渠清淤，各乡镇都做了大量工作。',
      '各部门只要肯干，就一定能干成。',
      '习近平总书记强调，各级党委和政府要把粮食安全扛在肩上。',
      '他说：“各单位要多想办法，要多跑项目。”',
      '如要报名，请到县教育局。',
      '《关于各乡镇必须报送材料的通知》已经印发。',
      '要不要修这条路，村民代表会议说了算。',
      '要深刻认识粮食安全的极端重要性，坚定信心决心。',
      '格局要打开，全局要看清。',
      '请大家以“马上就办”的作风抓落实。',
      '县领导包联的企业每月走访一次。',
    ]) {
      it(sentence, () => assert.deepEqual(lines(speech(sentence)), []));
    }

    it('the title, the salutation and a closing without a body', () => {
      assert.deepEqual(
        lines(
          '在各乡镇要抓好春耕会议上的讲话\n同志们：\n今天开会。\n一、抓好春耕\n大家都很忙。\n同志们，我们要撸起袖子，干出样子。\n',
        ),
        [],
      );
    });
  });

  describe('of a report', () => {
    const report =
      '全县防汛工作会议召开\n6月2日，县委副书记、县长李建国主持召开全县防汛工作会议。\n' +
      '李建国指出，今年雨水偏多。各乡镇要落实包保责任。他强调，县应急管理局要24小时值守。\n' +
      '会议要求，水务部门要逐库排查。\n';

    it('name who asks, with the post', () => {
      assert.deepEqual(
        tasks(report).map(({ speaker, lead, reported }) => [speaker, lead.join('、'), reported]),
        [
          ['县委副书记、县长李建国', '各乡镇', true],
          ['县委副书记、县长李建国', '县应急管理局', true],
          ['会议', '水务部门', true],
        ],
      );
    });

    it('are told with sentence, place and section', () => {
      const text = speech('县农业农村局要制定春灌方案。');
      const [{ sentence, source, place, section, speaker, reported }] = tasks(text);
      assert.equal(sentence, '县农业农村局要制定春灌方案。');
      assert.equal(text.slice(source.start, source.end), '县农业农村局要制定春灌方案。');
      assert.equal(text.slice(place.start, place.end), '县农业农村局要制定春灌方案');
      assert.deepEqual(section, ['一、抓好当前工作']);
      assert.equal(speaker, undefined);
      assert.equal(reported, false);
    });
  });

  describe('of a dirty text', () => {
    it('are read through pinyin, traditional characters and lost ones', () => {
      const text =
        '2月1日,縣委書記王建國主持會議并講話。王建國強調(diào),各鄉(xiāng)鎮(zhèn)要組織(zhī)“網(wǎng)格員”上門(mén)登記,做到不漏一人?h衛(wèi)健局要加強(qiáng)培訓(xùn)。';
      assert.deepEqual(
        tasks(text).map(({ lead, task, speaker }) => [lead.join('、'), task, speaker]),
        [
          ['各乡镇', '组织“网格员”上门登记，做到不漏一人', '县委书记王建国'],
          ['县卫健局', '加强培训', '县委书记王建国'],
        ],
      );
    });

    it('keep the characters of a text that is not traditional', () => {
      assert.deepEqual(lines(speech('乾县各镇要修好ABC三条路。')), ['乾县各镇：修好ABC三条路']);
    });

    it('are read across wrapped lines', () => {
      assert.deepEqual(lines(speech('县农业农村局要在三月底以前把全县所有\n的机井检修一遍。')), [
        '县农业农村局@三月底以前：在三月底以前把全县所有的机井检修一遍',
      ]);
    });
  });

  it('cost time linear in the length of the text', () => {
    const hard = '各乡镇、各部门、各村、'.repeat(4_000) + '要';
    const time = processorTime(() => {
      tasks(speech(hard));
      tasks(speech('要'.repeat(40_000)));
      tasks(speech('县水务局要查。'.repeat(8_000)));
    });
    assert.ok(time < 8_000);
  });
});
