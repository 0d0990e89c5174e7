import assert from 'node:assert/strict';
import fc from 'fast-check';
import { snippetParts, stopsOf } from '../../../src/core/drafting/skeleton';
import {
  fillTemplate,
  isTemplateName,
  parseTemplate,
  templateFrom,
  type Template,
} from '../../../src/core/drafting/template';
import { outlineOf } from '../../../src/core/drafting/outline/change';

const office = `---
名称: 项目推进会讲话
说明：每月一次的调度
称谓: 同志们：| 各位领导、同志们：
牵头单位: 县发展改革局
字数: 3000
---

在{{会议名称}}上的讲话
{{称谓}}
今天召开{{会议名称}}，由{{ 牵头单位 }}负责，〔待填：完成时限〕前办结。
`;

function parsed(text: string): Template {
  const { template, problems } = parseTemplate(text, '推进会.md');
  assert.deepEqual(problems, []);
  assert.ok(template);
  return template;
}

const filled = (text: string, answers: Record<string, string> = {}) =>
  fillTemplate(parsed(text), new Map(Object.entries(answers)));

/** Words at the faults, with what is said of them. */
function faults(text: string): [words: string, severity: string, message: string][] {
  return parseTemplate(text, '推进会.md').problems.map(({ start, end, severity, message }) => [
    text.slice(start, end),
    severity,
    message,
  ]);
}

describe('a template of an office', () => {
  it('names itself, and its fields in reading order with what it suggests', () => {
    const { name, description, fields } = parsed(office);
    assert.deepEqual([name, description], ['项目推进会讲话', '每月一次的调度']);
    assert.deepEqual(fields, [
      { name: '会议名称', suggestions: [] },
      { name: '称谓', suggestions: ['同志们：', '各位领导、同志们：'] },
      { name: '牵头单位', suggestions: ['县发展改革局'] },
    ]);
  });

  it('needs no front matter: its file names it', () => {
    const { name, description, fields, body } = parsed('在{{会议名称}}上的讲话\r\n　　同志们：\r\n');
    assert.deepEqual([name, description, fields.length], ['推进会', '', 1]);
    assert.equal(body, '在{{会议名称}}上的讲话\n　　同志们：');
  });

  it('takes full-width braces and quotation marks around a value', () => {
    const { fields } = parsed("---\n会议: '春耕会'\n---\n在｛｛会议｝｝上的讲话");
    assert.deepEqual(fields, [{ name: '会议', suggestions: ['春耕会'] }]);
  });

  it('gives its length to the draft', () =>
    assert.match(parsed(office).body, /^---\n字数: 3000\n---\n在\{\{会议名称\}\}上的讲话\n/));

  it('is one by its name', () => {
    for (const name of ['推进会.md', '推进会.txt', '推进会.speech', '推进会.讲话稿', 'A.MD'])
      assert.ok(isTemplateName(name), name);
    for (const name of ['.hidden.md', '推进会.docx', '推进会', 'a.json']) assert.ok(!isTemplateName(name), name);
  });
});

describe('filling a template', () => {
  it('writes an answer wherever the field stands and leaves the rest as stops in reading order', () =>
    assert.equal(
      filled(office, { 会议名称: '春耕会', 称谓: '' }),
      '---\n字数: 3000\n---\n在春耕会上的讲话\n${1:同志们：}\n今天召开春耕会，由${2:县发展改革局}负责，${3:〔待填：完成时限〕}前办结。$0',
    ));

  it('mirrors a field without answer', () =>
    assert.equal(filled('在{{会议}}上，{{会议}}'), '在${1:〔待填：会议〕}上，${1}$0'));

  it('keeps marks of the notation literal, in the text and in an answer', () => {
    const body = filled('收费$5}\\n，{{会议}}', { 会议: '“${1}”会' });
    assert.deepEqual(
      snippetParts(body).flatMap((part) => (part.kind === 'text' ? [part.text] : [])),
      ['收费$5}\\n，“${1}”会'],
    );
  });

  it('keeps a field apart from a digit that follows it', () => {
    assert.equal(filled('{{日期}}，{{日期}}1日', {}), '${1:〔待填：日期〕}，${1}1日$0');
  });

  it('changes nothing but fields and blanks, whatever stands in the text', () => {
    const unit = fc.constantFrom('会', '$', '{', '}', '\\', '：', '\n', '{{日期}}', '〔待填：事〕', '1', '|');
    fc.assert(
      fc.property(fc.string({ unit, minLength: 1 }), (text) => {
        const { template } = parseTemplate(`起${text}止`, 'a.md');
        if (!template) return;
        const body = fillTemplate(template, new Map());
        const textOf = (parts: ReturnType<typeof snippetParts>): string =>
          parts.map((part) => (part.kind === 'text' ? part.text : part.kind === 'stop' ? shown(part) : '?')).join('');
        const defaults = new Map<number, string>();
        const shown = (stop: ReturnType<typeof stopsOf>[number]) => {
          const own = textOf(stop.parts);
          if (own) defaults.set(stop.index, own);
          return defaults.get(stop.index) ?? '';
        };
        assert.equal(textOf(snippetParts(body)), template.body.replaceAll('{{日期}}', '〔待填：日期〕'));
      }),
    );
  });
});

describe('the faults of a template', () => {
  for (const [what, text, words, message] of [
    ['an open front matter', '---\n名称: 讲话\n\n同志们：今天讲三点意见。\n', '---', /没有结束/],
    ['a line that names no field', '---\n每月一次\n---\n同志们', '每月一次', /字段名: 内容/],
    ['a field said twice', '---\n会议: 甲\n会议: 乙\n---\n{{会议}}', '会议: 乙', /写了两次/],
    ['a field without name', '在{{ }}上', '{{ }}', /没有字段名/],
    ['a name that is too long', `{{${'很'.repeat(21)}}}`, `{{${'很'.repeat(21)}}}`, /最多20个字/],
    ['an open field', '在{{会议名称上的讲话', '{{', /没有配上“\}\}”/],
    ['a field that is closed only', '在会议}}上的讲话', '}}', /前面没有“\{\{”/],
    ['no text', '---\n名称: 讲话\n---\n', '---\n名称: 讲话\n---\n', /没有正文/],
    ['an empty file', '', '', /没有正文/],
  ] as const)
    it(`are shown in place: ${what}`, () => {
      const found = faults(text).filter(([, severity]) => severity === 'error');
      assert.ok(
        found.some(([place, , said]) => place === words && message.test(said)),
        JSON.stringify(found),
      );
      assert.equal(parseTemplate(text, 'a.md').template, undefined);
    });

  it('are told, and do no harm, where a line of the front matter is of no field', () => {
    const text = '---\n会议名: 春耕会\n---\n在{{会议名称}}上';
    assert.deepEqual(
      faults(text).map(([place, severity]) => [place, severity]),
      [['会议名: 春耕会', 'warning']],
    );
    assert.ok(parseTemplate(text, 'a.md').template);
  });

  it('never throw', () => {
    const unit = fc.constantFrom('-', '---\n', '{', '}', '{{', '}}', '：', ':', '会', '\r\n', '\n', '名称');
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        for (const { start, end } of parseTemplate(text, 'a.md').problems)
          assert.ok(0 <= start && start <= end && end <= text.length);
      }),
    );
  });
});

describe('a template made of a draft', () => {
  const draft = [
    '在全县春季农业生产会议上的讲话',
    '（2026年3月1日）',
    '县长　沈知行',
    '',
    '同志们：',
    '今天召开全县春季农业生产会议，2026年3月1日前已作动员。',
    '',
  ].join('\n');

  it('asks for meeting, date, speaker and salutation, and gives the same draft again', () => {
    const template = parsed(templateFrom(draft, outlineOf(draft), '春耕讲话'));
    assert.equal(template.name, '春耕讲话');
    assert.deepEqual(
      template.fields.map(({ name }) => name),
      ['会议名称', '日期', '讲话人', '称谓'],
    );
    const answers = {
      会议名称: '全县春季农业生产会议',
      日期: '2026年3月1日',
      讲话人: '县长　沈知行',
      称谓: '同志们：',
    };
    assert.equal(fillTemplate(template, new Map(Object.entries(answers))), `${draft.trimEnd()}$0`);
  });

  it('keeps the length that the draft states', () => {
    const long = `---\n时长: 15\n---\n${draft}`;
    const template = templateFrom(long, outlineOf(long), '春耕讲话');
    assert.match(template, /^---\n名称: 春耕讲话\n称谓: 同志们：\n时长: 15\n---\n在\{\{会议名称\}\}上的讲话\n/);
  });

  it('takes a text without such parts as it is', () =>
    assert.equal(
      templateFrom('抓好落实。\n', outlineOf('抓好落实。\n'), '短稿'),
      '---\n名称: 短稿\n---\n抓好落实。\n',
    ));
});
