import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chineseDate, dayOf } from '../../src/core/text/date';
import { fillSkeleton, parseSkeletons, snippetParts, stopsOf, suggestions } from '../../src/core/drafting/skeleton';
import { PROJECT_ROOT, SAMPLE_FIXTURE } from '../harness/paths';
import { until } from '../integration/until';
import { Workbench } from './workbench';

/** A paragraph as it is typed. */
interface Paragraph {
  /** Its number, which the editor writes in a speech when these keys are pressed behind the paragraph before. */
  readonly number?: string;
  readonly keys?: readonly string[];
  readonly text: string;
}

const plain = (text: string): Paragraph => ({ text });

/** Behind a heading: takes the number away that came by itself. */
const unnumbered = (text: string): Paragraph => ({ number: '', keys: ['Backspace'], text });

const numbered = (number: string, text: string, ...keys: string[]): Paragraph => ({ number, keys, text });

/** What stands in a file before the typist comes: Chinese prose, with a formulation whose mark tells that all is loaded. */
const opening = '关于坚持人民至上、生命至上的一份底稿';

/** Two pages whose clauses end in words that begin formulations, as clauses do. */
const pages: readonly Paragraph[] = [
  plain('在全县安全生产暨防汛备汛工作推进会上的讲话'),
  plain('（2026年4月9日）'),
  plain('同志们：'),
  plain(
    '今天召开这次会议，主要任务是贯彻上级部署，总结一季度工作，安排汛期各项任务，推动安全生产和防汛备汛责任全面落实',
  ),
  plain(
    '刚才，应急局、水利局和青石镇作了发言，讲得都很实，请大家认真借鉴。下面，我讲三点意见，核心是八个字：守住底线、抓好落实。',
  ),
  plain('一、提高站位，统一思想'),
  numbered('（一）', '认清当前形势，把安全生产', 'Tab'),
  unnumbered(
    '去年全县GDP增长5.8%，规模以上工业企业达到126家，在建项目48个，高空作业、有限空间作业多，隐患总量大。今年入汛比常年早12天，预计降水偏多2成左右，中小河流和山塘水库压力不小，各级干部必须时刻绷紧',
  ),
  plain('（二）正视存在问题，切实担当'),
  unnumbered(
    '从3月份暗访的情况看，一些地方重视不够，台账写得漂亮，现场却对不上；有的企业三级教育走过场，新工人上岗不到一周就独立操作；有的乡镇预案几年不改，联系人还是调走的同志。问题出在基层，根子在机关作风',
  ),
  plain('二、突出重点，狠抓落实'),
  numbered('（一）', '抓排查，确保全面', 'Tab'),
  numbered('1.', '工矿企业由应急局牵头，4月底前完成第一轮检查', 'Tab'),
  numbered('2.', '山塘水库由水利局负责，逐座落实责任人和巡查员'),
  numbered('3.', '学校、医院、养老机构由行业部门负责，做到全覆盖'),
  unnumbered(
    '排查要用好县里开发的巡查app，随手拍、随时传，照片和位置一并上报。一是把问题找准，既看设备也看管理；二是把原因查清，不能一罚了之；三是把整改盯到底，销号必须见人见物。',
  ),
  plain('（二）抓整治，突出实效'),
  unnumbered(
    '对查出的隐患，一要分级建档，重大隐患由县领导包保，一般隐患由乡镇限期解决。二要挂牌督办，整改方案、资金、期限、责任人和预案缺一不可。三要严格执法，对屡改屡犯、弄虚作假的，依法依规从严处理，绝不手软。',
  ),
  plain('（三）抓演练，提升能力'),
  unnumbered(
    '汛前各乡镇至少组织2次转移演练，重点是夜间断电、断网、断路条件下的叫应和撤离。要备足冲锋舟、编织袋、卫星电话等物资，仓库钥匙放在谁手里、车从哪条路走，都要说得清、找得到。气象、水文信息每30分钟会商1次，预警直达村组',
  ),
  plain('三、加强领导，压实责任'),
  numbered('（一）', '党政主要负责同志要亲自部署、靠前指挥', 'Tab'),
  unnumbered(
    '主要负责同志每月至少研究1次，分管负责同志每周到现场看1次，包村干部在强降雨期间必须住在村里。对思想麻痹、工作推诿造成后果的，一律严肃问责，决不姑息',
  ),
  plain('（二）部门之间要加强协同，形成合力'),
  unnumbered(
    '应急、水利、自然资源、气象等单位要互通数据，联合值班，做到一个口径发布、一个平台调度。宣传部门要用群众听得懂的话讲清避险知识，医院和电力、通信企业要把抢修队伍提前摆到一线，随时准备支援',
  ),
  plain('（三）督查要务实，不给基层添负担'),
  unnumbered(
    '县委督查室统筹安排，能合并的合并，能取消的取消；推广“四不两直”，少听汇报、多看现场，发现问题当场交办。考核看结果，不以台账论英雄。各单位5月10日前报送自查报告，用word格式，不超过3页，联系邮箱写在通知上，不要再发kit',
  ),
  plain(
    '这里再强调一下值班值守。进入主汛期以后，县乡两级实行24小时双岗值班，领导带班不能挂名，遇到红色预警要提前进岗；村里的大喇叭、铜锣、手摇报警器要逐个试过，确保叫得醒、叫得应。值班记录要写清时间、地点、人员和处置结果，交接班当面说清，谁漏报、迟报、瞒报，就追究谁的责任，绝不搞下不为例',
  ),
  plain('会后，各单位要用一周时间对照检查，能改的立即改，一时改不了的列出计划。'),
  plain(
    '同志们，责任重于泰山。让我们以对人民高度负责的态度，把各项措施落到实处，确保全县平安度汛，为高质量发展创造良好环境，奋力谱写现代化建设',
  ),
  plain('谢谢大家！'),
];

/** Ends of clauses that begin formulations, for which the list comes up in a speech. */
const offeringEnds =
  '统一思想 落实 全面 安全生产 狠抓落实 改革 发展 担当 责任 底线 群众 基层 创新 法治 服务 民生 高质量发展 统筹 干部'.split(
    ' ',
  );
const clauseEnds = [...offeringEnds, '提高站位', '稳定', '作风', '实效', '能力', '从严治党'];

/** The last item of a run of sentences inside a paragraph, with which Enter goes on; one parted by ； ends with its 。. */
const lastItem = /三要/;
const endsSeries = (text: string) => lastItem.test(text);

/** Pieces as an input method commits them: phrases, marks, and what is typed key by key. */
function pieces(text: string): string[] {
  return text.match(/[a-z\d.%]+|[，。；：、！（）“”]|[^a-z\d.%，。；：、！（）“”]+/giu) ?? [];
}

/** The text of a snippet whose fields hold these words, by their numbers. */
function filled(body: string, words: ReadonlyMap<number, string>): string {
  return snippetParts(body)
    .map((part) => {
      switch (part.kind) {
        case 'text':
          return part.text;
        case 'stop':
          return words.get(part.index) ?? '';
        case 'variable':
          throw new Error(`${part.name} is left to the editor`);
      }
    })
    .join('');
}

describe('typing in the workbench', function () {
  this.timeout(180_000);
  let workbench: Workbench;

  before(async () => {
    workbench = await Workbench.open({
      folder: SAMPLE_FIXTURE,
      file: '在全县重点工作推进会上的讲话.speech',
      // On a busy machine VS Code's own list of words offers the very word that is being typed, and Enter takes it.
      settings: { '[plaintext]': { 'editor.wordBasedSuggestions': 'off' } },
    });
    await workbench.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await workbench.page.locator('.editor-instance .cdr[class*="ced-"]').first().waitFor();
  });
  after(() => workbench?.close());

  const press = (key: string) => workbench.page.keyboard.press(key);

  /** A person's pause at the keyboard, in which the list comes up: the key that changes an input method's letters, held. */
  const pause = (delay = 250) => workbench.page.keyboard.press('Shift', { delay });

  const commit = (text: string) => workbench.page.keyboard.insertText(text);

  async function type(text: string): Promise<void> {
    for (const piece of pieces(text)) {
      if (/^[\w.%]/.test(piece)) await workbench.page.keyboard.type(piece, { delay: 30 });
      else await commit(piece);
    }
  }

  /** Opens a new file of the folder, with the cursor in an empty line below its opening. */
  async function begin(file: string): Promise<void> {
    await writeFile(join(workbench.folder, file), `${opening}\n`);
    await workbench.page.locator('.explorer-folders-view .monaco-list-row', { hasText: file }).dblclick();
    await workbench.editorShows(file);
    await workbench.locate(opening);
    await workbench.page.locator('.editor-instance .cdr[class*="ced-"]').first().waitFor();
    await workbench.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    await press('Control+End');
  }

  const lastLine = async () => (await workbench.visibleText()).split('\n').at(-1);

  const lineIs = (text: string) =>
    until(`the last line is ${text}`, async () => (await lastLine()) === text).catch(async (error: Error) => {
      throw new Error(`${error.message}; there is:\n${await workbench.visibleText()}`);
    });

  /** Waits until the line of the cursor is known as a heading. */
  const headed = (text: string) => workbench.page.locator('.breadcrumbs-control', { hasText: text }).waitFor();

  /** Ends a run of items inside a paragraph: Enter goes on with the next item, and on the empty one begins a new line. */
  async function endSeries(text: string): Promise<void> {
    await headed(text.slice(text.search(lastItem)).split(/[，。]/)[0]);
    await press('Enter');
    await until('the next item is begun', async () => /四[是要]$/.test((await lastLine()) ?? ''));
    await press('Enter');
    await lineIs('');
  }

  const listed = () => workbench.page.locator('.suggest-widget.visible .monaco-list-row').first().waitFor();

  /** Saves the file and waits until it holds what was typed, and nothing else. */
  async function holds(
    file: string,
    expected: readonly string[],
    asCompared = (line: string): string => line,
  ): Promise<void> {
    await press('Control+s');
    const lines = async () => {
      const text = await readFile(join(workbench.folder, file), 'utf8');
      return text
        .slice(opening.length + 1)
        .split('\n')
        .map(asCompared);
    };
    const isWritten = async () => (await lines()).join('\n') === expected.join('\n');
    await until('the file holds the text', isWritten).catch(async () => assert.deepEqual(await lines(), expected));
  }

  describe('two pages', () => {
    const expected = pages.map(({ number = '', text }) => number + text).join('\n');

    it('are long enough to tell', () => {
      assert.ok([...expected].length >= 1_400, String([...expected].length));
    });

    for (const [extension, outlines] of [
      ['speech', true],
      ['txt', false],
      ['md', false],
    ] as const) {
      it(`stand in .${extension} as they were typed`, async () => {
        const file = `两页.${extension}`;
        await begin(file);
        for (const [index, { number = '', keys, text }] of pages.entries()) {
          if (index > 0 && !(outlines && endsSeries(pages[index - 1].text))) {
            const before = await lastLine();
            await press('Enter');
            // Nobody types on before the new line is there.
            if (outlines) await until('a line is begun', async () => (await lastLine()) !== before);
          }
          if (outlines && keys) {
            for (const key of keys) {
              const before = pages[index - 1];
              await until('a number stands there', async () => {
                const line = await lastLine();
                return line !== '' && line !== (before.number ?? '') + before.text;
              });
              await press(key);
            }
            await lineIs(number);
          } else {
            await type(number);
          }
          await type(text);
          // Enter follows at once, or when the typist has looked up; who counts on a number waits until the heading is one.
          if (outlines && pages[index + 1]?.keys) await headed(text);
          else if (outlines && endsSeries(text)) await endSeries(text);
          else if (index % 2 === 0) await pause();
        }
        await holds(file, expected.split('\n'));
      });
    }
  });

  describe('ordinary ends of clauses', () => {
    for (const extension of ['speech', 'txt', 'md']) {
      it(`stay as they are before Enter and Tab in .${extension}`, async () => {
        const file = `句尾.${extension}`;
        await begin(file);
        for (const end of clauseEnds) {
          for (const key of ['Enter', 'Tab']) {
            await commit(end);
            if (extension === 'speech' && offeringEnds.includes(end)) await listed();
            else await pause(100);
            await press(key);
          }
          await press('Enter');
        }
        // Tab is a blank there and no choice.
        const lines = clauseEnds.flatMap((end) => [end, `${end}⇥`]);
        await holds(file, [...lines, ''], (line) => (line === line.trimEnd() ? line : `${line.trimEnd()}⇥`));
      });
    }
  });

  describe('the list', () => {
    it('writes in a speech what is pointed at: by an arrow key, the mouse, or pinyin initials', async () => {
      const file = '点选.speech';
      await begin(file);
      await commit('守住底线');
      await listed();
      await press('ArrowDown');
      await press('Enter');
      await press('Enter');
      await commit('坚持底线');
      await listed();
      await workbench.page.locator('.suggest-widget.visible .monaco-list-row', { hasText: '底线思维' }).click();
      await lineIs('坚持底线思维');
      await press('Enter');
      for (const key of ['Enter', 'Tab']) {
        await commit('树牢');
        await initials('dxsw');
        await press(key);
        await lineIs('树牢底线思维');
        await press('Enter');
      }
      await initials('yiji');
      await press('Enter');
      await workbench.locate('一、');
      for (const key of ['Escape', 'Escape', 'End']) await press(key);
      await holds(file, ['守住底线思维', '坚持底线思维', '树牢底线思维', '树牢底线思维', '一、', '']);
    });

    it('comes up for initials however fast they are typed', async () => {
      const file = '快打.speech';
      await begin(file);
      for (let time = 0; time < 6; time++) {
        await commit('树牢');
        await workbench.page.keyboard.type('dxsw');
        await listed();
        await pause(100);
        await press('Enter');
        await lineIs('树牢底线思维');
        await press('Enter');
      }
      await holds(file, [...Array<string>(6).fill('树牢底线思维'), '']);
    });

    it('takes no Latin word of a speech for initials', async () => {
      const file = '外文.speech';
      const words = ['重约5 kg', '巡查app', '用tag', '随机的kit', '计入GDP', 'YIJI'];
      await begin(file);
      for (const word of words) {
        await type(word);
        await pause(150);
        await press('Enter');
      }
      await holds(file, [...words, '']);
    });

    it('comes up in other texts when it is asked for, and then only', async () => {
      for (const file of ['另文.txt', '另文.md']) {
        await begin(file);
        for (const word of ['yiji', 'tag', 'dxsw', '道路自信、', '守住底线']) {
          if (/^\w/.test(word)) await workbench.page.keyboard.type(word, { delay: 60 });
          else await commit(word);
          await pause();
          await press('Enter');
        }
        await commit('树牢底线');
        await press('Control+Space');
        await listed();
        await press('Enter');
        await lineIs('树牢底线思维');
        await press('Enter');
        await workbench.page.keyboard.type('sgys', { delay: 60 });
        await press('Control+Space');
        await listed();
        await press('Enter');
        await lineIs('四个意识');
        await holds(file, ['yiji', 'tag', 'dxsw', '道路自信、', '守住底线', '树牢底线思维', '四个意识']);
      }
    });

    it('offers the pieces of an outline in Markdown when it is asked for', async () => {
      await begin('片段.md');
      await workbench.page.keyboard.type('yiji', { delay: 60 });
      await press('Control+Space');
      await listed();
      await press('Enter');
      await workbench.locate('一、');
    });

    /** Types initials as keys, and waits for what they stand for. */
    async function initials(letters: string): Promise<void> {
      await workbench.page.keyboard.type(letters, { delay: 60 });
      await listed();
      await pause(100);
    }
  });

  describe('新建讲话稿', () => {
    it('goes from field to field by Tab, with what was typed into each', async () => {
      const [skeleton] = parseSkeletons(await readFile(join(PROJECT_ROOT, 'snippets/speeches.json'), 'utf8'));
      await workbench.runCommand('New Speech');
      const form = workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: skeleton.name });
      await form.first().waitFor();
      await press('Enter');
      for (const step of [1, 2, 3, 4]) {
        await workbench.page.locator('.quick-input-title', { hasText: `${step}/4` }).waitFor();
        await press('Enter');
      }
      await workbench.locate('在全县××工作会议上的讲话');
      const date = chineseDate(dayOf(new Date()));
      const body = fillSkeleton(skeleton, { date, salutation: suggestions(skeleton, 'salutation')[0] });
      const words = new Map<number, string>();
      for (const { index } of stopsOf(snippetParts(body))) {
        if (index > 0 && !words.has(index)) words.set(index, clauseEnds[words.size % clauseEnds.length]);
      }
      for (const [, word] of [...words].sort(([a], [b]) => a - b)) {
        await commit(word);
        await pause(100);
        await press('Tab');
      }
      for (const key of ['Escape', 'Control+a', 'Control+c']) await press(key);
      const copied = () => workbench.page.evaluate('navigator.clipboard.readText()');
      const expected = filled(body, words);
      await until('the draft is copied', async () => (await copied()) === expected).catch(async () => {
        assert.equal(await copied(), expected);
      });
    });
  });
});
