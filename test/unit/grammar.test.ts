import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { builtInLexicon } from '../../src/built-in-lexicon';
import { processorTime } from '../harness/processor-time';

interface Pattern {
  readonly match?: string;
  readonly begin?: string;
  readonly end?: string;
  readonly include?: string;
  readonly name?: string;
  readonly captures?: Readonly<Record<string, Pattern>>;
  readonly patterns?: readonly Pattern[];
}

const read = (file: string) => readFileSync(new URL(`../../syntaxes/${file}`, import.meta.url), 'utf8');
const grammarText = read('speech.tmLanguage.json');
const grammar = JSON.parse(grammarText) as { patterns: Pattern[]; repository: Record<string, Pattern> };

/** As VS Code's expression engine reads it: there \s does not hold the full-width space, and $ ends the line. */
function expression(source: string): RegExp {
  return new RegExp(source.replaceAll('\\x{3000}', '\\u3000').replaceAll('\\s', ' \\t\\n'), 'gu');
}

function* expressions(pattern: Pattern): Generator<string> {
  for (const source of [pattern.match, pattern.begin, pattern.end]) if (source) yield source;
  const inner = [...(pattern.patterns ?? []), ...Object.values(pattern.captures ?? {})];
  for (const child of inner) yield* expressions(child);
}

/** What a rule of the repository marks in a line, by the last part of the scope's name that tells what it is. */
function marks(rule: string, line: string): [string, string][] {
  const { patterns = [grammar.repository[rule]] } = grammar.repository[rule];
  return patterns.flatMap((pattern) =>
    [...line.matchAll(expression(pattern.match ?? pattern.begin ?? ''))].flatMap((match): [string, string][] =>
      pattern.captures && !pattern.name
        ? Object.entries(pattern.captures).flatMap(([group, { name = '' }]): [string, string][] =>
            match[Number(group)] ? [[name, match[Number(group)]]] : [],
          )
        : [[pattern.name ?? '', match[0]]],
    ),
  );
}
const marked = (rule: string, line: string) => marks(rule, line).map(([, text]) => text);

describe('grammar of official speeches', () => {
  it('marks headings of four levels, also after full-width spaces', () => {
    const level = (line: string) =>
      marks('heading', line).map(([scope, text]) => [/heading\.(\d)/.exec(scope)?.[1], text]);
    assert.deepEqual(level('一、提高认识'), [
      ['1', '一、'],
      ['1', '提高认识'],
    ]);
    assert.deepEqual(level('　　（十一）压实责任。各级要带头。'), [
      ['2', '（十一）'],
      ['2', '压实责任'],
    ]);
    assert.deepEqual(level('\t 3.加强督查'), [
      ['3', '3.'],
      ['3', '加强督查'],
    ]);
    assert.deepEqual(level('　(4)及时报告'), [
      ['4', '(4)'],
      ['4', '及时报告'],
    ]);
    assert.deepEqual(level('第三部分　工作打算'), [
      ['1', '第三部分'],
      ['1', '　工作打算'],
    ]);
  });

  it('marks the number alone where a long sentence follows', () => {
    assert.deepEqual(marked('heading', `1.${'各级各部门要认真落实'.repeat(6)}。`), ['1.']);
  });

  it('takes no figure, year or list inside a sentence for a heading', () => {
    for (const line of ['3.5亿元', '第三部分内容', '2024年，全市', '会议讲了一、二两点', '十分重要'])
      assert.deepEqual(marked('heading', line), [], line);
  });

  it('marks members of a series at their beginning only', () => {
    assert.deepEqual(marked('series', '要做到：一是带头；二是配合。三要督查'), ['一是', '二是', '三要']);
    assert.deepEqual(marked('series', '首先，讲形势。第二，讲任务。'), ['首先，', '第二，']);
    for (const line of ['这一是一个问题', '统一要求', '首先要看到', '第二产业'])
      assert.deepEqual(marked('series', line), [], line);
  });

  it('marks salutation, date line, titles, quotations and placeholders', () => {
    assert.deepEqual(marked('salutation', '　　同志们：'), ['同志们：']);
    assert.deepEqual(marked('salutation', '尊敬的各位领导、各位来宾：'), ['尊敬的各位领导、各位来宾：']);
    assert.deepEqual(marked('salutation', '同志们，今天会议的任务是：'), ['同志们，今天会议的任务是：']);
    assert.deepEqual(marked('salutation', '同志们。会议要求：各级要落实'), []);
    assert.deepEqual(marked('date-line', '（2024年3月5日）'), ['（2024年3月5日）']);
    assert.deepEqual(marked('date-line', '　　二〇二四年三月五日　'), ['二〇二四年三月五日']);
    assert.deepEqual(marked('date-line', '2024年3月5日，会议召开'), []);
    assert.deepEqual(marked('title', '印发《关于〈方案〉的通知》后'), ['《关于〈方案〉的通知》']);
    assert.deepEqual(marked('quotation', '“一看”和「二看」'), ['“一看”', '「二看」']);
    assert.deepEqual(marked('placeholder', '从××××返回，XX县〔待核数字〕，YYYY年'), [
      '××××',
      'XX',
      '〔待核数字〕',
      'YYYY年',
    ]);
    assert.deepEqual(marked('placeholder', 'X光'), []);
  });

  it('treats the full-width space as a blank in every place where blanks are allowed', () => {
    for (const source of [
      ...expressions(grammar),
      ...Object.values(grammar.repository).flatMap((rule) => [...expressions(rule)]),
    ]) {
      assert.equal(source.split('\\s').length, source.split('\\x{3000}\\s').length, source);
    }
  });

  it('costs no more than linear time on a long line', () => {
    const sources = Object.values(grammar.repository).flatMap((rule) => [...expressions(rule)]);
    const units = ['一', '一、', '　', '“', '《', '（', '1', '第', '×', '各位', '〔待', '、，'];
    for (const source of sources) {
      for (const unit of units) {
        const line = unit.repeat(100_000 / unit.length);
        // Quadratic cost would be seconds here.
        const time = processorTime(() => void line.match(expression(source)));
        assert.ok(time < 200, `${source} on ${unit}`);
      }
    }
  });

  it('holds no formulation of the lexicon', () => {
    assert.ok(builtInLexicon.entries.length > 0);
    const held = builtInLexicon.entries.filter(({ text }) => grammarText.includes(text));
    assert.deepEqual(
      held.map(({ text }) => text),
      [],
    );
  });
});

describe('language configuration', () => {
  const configuration = JSON.parse(read('language-configuration.json')) as {
    brackets: [string, string][];
    autoClosingPairs: { open: string; close: string }[];
    surroundingPairs: [string, string][];
    wordPattern: { pattern: string; flags: string };
  };

  it('knows the Chinese brackets and quotation marks', () => {
    const pairs = ['（）', '《》', '〈〉', '【】', '〔〕', '“”', '‘’', '「」', '『』'];
    assert.deepEqual(
      configuration.brackets.map((pair) => pair.join('')),
      pairs,
    );
    assert.deepEqual(
      configuration.autoClosingPairs.map(({ open, close }) => open + close),
      pairs,
    );
    assert.deepEqual(
      configuration.surroundingPairs.map((pair) => pair.join('')),
      pairs,
    );
  });

  it('parts words at marks, and pinyin from Chinese', () => {
    const words = new RegExp(configuration.wordPattern.pattern, `g${configuration.wordPattern.flags}`);
    assert.deepEqual('坚持“底线思维”，要dxsw；增长3.5%，见COVID-19。𠮷祥'.match(words), [
      '坚持',
      '底线思维',
      '要',
      'dxsw',
      '增长',
      '3.5',
      '见',
      'COVID-19',
      '𠮷祥',
    ]);
  });
});
