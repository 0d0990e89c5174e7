import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { run as runCommand } from '../../src/cli/run';
import {
  cell,
  comment,
  commented,
  control,
  deleted,
  field,
  inserted,
  level,
  lists,
  marked,
  moved,
  note,
  numbered,
  official,
  paragraph,
  type Parts,
  reference,
  row,
  run,
  style,
  table,
  textBox,
  wordFile,
} from '../unit/word/import/made';

/** Sentences with something to find in them. */
const dike = '各乡镇要守住堤防,,,不留空档。';
const fight = '要坚决打赢脱贫攻坚战，做好安全布署。';
const gate = '县水务局要在2025年3月底前完成闸门检修，，责任到人。';
const title = paragraph(run('在全县防汛会议上的讲话', '<w:b/>'), '<w:jc w:val="center"/>');
const outline = { numbering: lists(official) };
const pieces = (text: string, look = '') => Array.from(text, (each) => run(each, look)).join('');
const bookmark = '<w:bookmarkStart w:id="90" w:name="_Toc1"/><w:bookmarkEnd w:id="90"/>';

/** Documents down to the elements, by what is special about them. */
const handmade: Readonly<Record<string, readonly [body: string, parts?: Parts]>> = {
  plain: [title + paragraph(dike) + paragraph(fight)],
  'runs-of-one-character': [title + paragraph(pieces(dike)) + paragraph(pieces(fight, '<w:b/>'))],
  'runs-with-looks': [paragraph(run('各乡镇要守', '<w:b/>') + run('住堤防,', '<w:i/>') + run(',,不留空档。'))],
  'spelling-marks': [
    paragraph(
      `${run('各乡镇要')}<w:proofErr w:type="spellStart"/>${run('守住堤防,')}<w:proofErr w:type="spellEnd"/>${bookmark}${run(',,不留空档。')}`,
    ),
  ],
  'without-xml-space': ['<w:p><w:r><w:t>各乡镇要守住</w:t></w:r><w:r><w:t>堤防,,,不留空档。</w:t></w:r></w:p>'],
  'character-references': [paragraph('要坚决打赢&#x8131;贫攻坚战，A&amp;B公司,,,也要做好布署。')],
  'beyond-the-first-plane': [paragraph(`𠮷安镇${dike}𠮷𠮷`)],
  numbers: [title + numbered('压实责任,,,', 0) + numbered(dike, 1) + numbered(fight, 2) + numbered(gate, 0), outline],
  'numbers-as-一是': [
    numbered(dike, 0) + numbered(fight, 0),
    { numbering: lists(level(0, 'chineseCounting', '%1是')) },
  ],
  headings: [
    paragraph('压实责任', '<w:pStyle w:val="b1"/>') +
      paragraph(dike) +
      paragraph('检修闸门,,,', '<w:pStyle w:val="b2"/>'),
    { styles: style('b1', 'heading 1') + style('b2', 'heading 2') },
  ],
  'a-heading-that-runs-in': [
    paragraph('一、压实责任。', '<w:rPr><w:vanish/><w:specVanish/></w:rPr>') + paragraph(dike),
  ],
  table: [table(row(cell('单位'), cell('任务')), row(cell('水务局'), cell(dike))) + paragraph(fight)],
  'merged-cells': [
    table(
      row(cell(gate, '<w:vMerge w:val="restart"/>'), cell(dike)),
      row(cell('', '<w:vMerge/>'), cell(fight)),
      row(cell('合计,,,', '<w:gridSpan w:val="2"/>')),
    ) + paragraph(''),
  ],
  'a-table-in-a-table': [
    table(row(cell(table(row(cell(dike), cell(gate))) + paragraph('')), cell(fight))) + paragraph(''),
  ],
  footnotes: [
    paragraph(run('增产') + reference('footnote') + run('，做好布署。')),
    { footnotes: note('footnote', `<w:r><w:footnoteRef/></w:r>${run(dike)}`) },
  ],
  endnotes: [paragraph(run('增产') + reference('endnote') + run('，做好布署。')), { endnotes: note('endnote', fight) }],
  'a-text-box': [paragraph(run('前') + textBox(paragraph(dike) + paragraph(fight)) + run('后')) + paragraph(gate)],
  'comments-of-others': [
    paragraph(run('各') + commented(run('乡镇要守住'), 3) + run('堤防,,,不留空档。')) +
      paragraph(commented(run(fight), 4)),
    { comments: comment('梁', paragraph('写明时限'), 3) + comment('段', paragraph('再核') + paragraph('依据'), 4) },
  ],
  'comments-over-paragraphs': [
    `<w:p><w:commentRangeStart w:id="3"/>${run(dike)}</w:p><w:p>${run('守住')}<w:commentRangeEnd w:id="3"/><w:r><w:commentReference w:id="3"/></w:r>${run('堤防,,,')}</w:p>`,
    { comments: comment('梁', paragraph('写明时限'), 3) },
  ],
  'revisions-of-others': [
    paragraph(run('各乡镇') + deleted('应当') + inserted(run('要守住堤防,,')) + run(',不留空档。')) +
      paragraph(inserted(run(fight))),
  ],
  'moved-paragraphs': [
    paragraph(dike) +
      paragraph(moved(run(fight), 'moveFrom'), marked('moveFrom')) +
      paragraph(gate) +
      paragraph(moved(run(fight), 'moveTo'), marked('moveTo')),
  ],
  'joined-paragraphs': [paragraph('各乡镇要守住堤', marked('del')) + paragraph('防,,,不留空档。')],
  fields: [
    paragraph(
      `${run('见第')}${field('PAGE', '3')}${run('页,,,')}<w:fldSimple w:instr=" DATE ">${run('2026年3月1日')}</w:fldSimple>${run('，做好布署。')}`,
    ) + paragraph(field('REF x', dike)),
  ],
  links: [
    paragraph(`${run('见')}<w:hyperlink w:anchor="x">${run('守住堤防,,,官网')}</w:hyperlink>${run('，做好布署。')}`),
  ],
  controls: [
    control('', paragraph(dike)) +
      paragraph(run('要') + control('', run('做好布署,,,')) + run('。')) +
      paragraph(fight),
  ],
  tags: [paragraph(`<w:smartTag w:element="place">${run('青川县')}</w:smartTag>${run('要守住堤防,,,')}`)],
  'phonetic-guides': [
    paragraph(
      `${run('沈')}<w:r><w:ruby><w:rubyPr/><w:rt>${run('jí')}</w:rt><w:rubyBase>${run('𠮷')}</w:rubyBase></w:ruby></w:r>${run('要做好布署,,,。')}`,
    ) + paragraph(field('eq \\o\\ac(○,2)') + run(dike)),
  ],
  'hidden-and-struck': [
    paragraph(run('要做好') + run('隐藏', '<w:vanish/>') + run('布署,') + run('划去', '<w:strike/>') + run(',,。')) +
      paragraph(fight),
  ],
  'tabs-and-breaks': [
    '<w:p><w:r><w:t>局长</w:t><w:tab/><w:t>沈知行,,,</w:t><w:br/><w:t>要做好布署。</w:t></w:r></w:p>' +
      paragraph(`<w:r><w:br w:type="page"/></w:r>${run(dike)}`),
  ],
  formulas: [paragraph(`${run('增长,,,')}<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>${run('，做好布署。')}`)],
  alternatives: [
    paragraph(
      `${run('要做好')}<mc:AlternateContent><mc:Choice Requires="w14">${run('布署')}</mc:Choice><mc:Fallback>${run('布署')}</mc:Fallback></mc:AlternateContent>${run(',,,。')}`,
    ),
  ],
  header: [paragraph(dike), { header1: paragraph('内部资料,,,') }],
  long: [Array.from({ length: 300 }, (_, at) => paragraph(`第${at + 1}项。${[dike, fight, gate][at % 3]}`)).join('')],
};

const texts: Readonly<Record<string, string>> = {
  short: `在全县防汛会议上的讲话\n同志们：\n一、压实责任\n${dike}\n二、检修闸门\n${gate}\n`,
  levels: `在全县防汛会议上的讲话\n（2026年3月5日）\n同志们：\n一、压实责任\n（一）分清层级\n1.${dike}\n（1）${fight}\n一是${gate}\n二是${dike}\n`,
  table: `# 在全县防汛会议上的讲话\n\n${fight}\n\n| 单位 | 任务 |\n| --- | --- |\n| 水务局 | ${gate} |\n`,
};

const html = (body: string) => `<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>${body}</body></html>`;
const pages: Readonly<Record<string, string>> = {
  paragraphs: html(
    `<h1>在全县防汛会议上的讲话</h1><p>${dike}</p><p><b>要坚决打赢</b><i>脱贫攻坚战</i>，做好<u>安全布署</u>。</p>`,
  ),
  lists: html(`<ol><li>${dike}</li><li>${fight}<ol><li>${gate}</li></ol></li></ol><ul><li>${fight}</li></ul>`),
  table: html(
    `<table border="1"><tr><th>单位</th><th>任务</th></tr><tr><td rowspan="2">水务局</td><td>${dike}</td></tr><tr><td>${gate}</td></tr></table>`,
  ),
  links: html(
    `<p>见<a href="https://example.gov.cn/a?b=1&amp;c=2">守住堤防,,,官网</a>，做好布署。</p><p>${'&nbsp;'.repeat(3)}${fight}</p>`,
  ),
};

/** Writes Word files of all makers into the folder, and returns their names: ours, by hand, of LibreOffice, of python-docx. */
export async function writeWordFiles(folder: string): Promise<string[]> {
  const put = (name: string, content: Uint8Array | string) => writeFileSync(join(folder, name), content);
  for (const [name, [body, parts]] of Object.entries(handmade)) put(`hand-${name}.docx`, wordFile(body, parts));

  const samples = join(__dirname, '../fixtures/sample');
  const speeches = readdirSync(samples).map((name) => [name, readFileSync(join(samples, name), 'utf8')] as const);
  for (const [name, text] of [...Object.entries(texts), ...speeches]) {
    put('text.md', text);
    await ours(join(folder, 'text.md'), join(folder, `ours-${name}.docx`));
  }

  const made = readdirSync(folder).filter((name) => name.endsWith('.docx'));
  const sources = join(folder, 'sources');
  mkdirSync(sources);
  for (const [name, page] of Object.entries(pages)) writeFileSync(join(sources, `${name}.html`), page);
  soffice(
    ['--infilter=HTML (StarWriter)', '--convert-to', 'docx:MS Word 2007 XML'],
    folder,
    sources,
    Object.keys(pages).map((name) => `${name}.html`),
    'office-page-',
  );
  soffice(['--convert-to', 'docx:MS Word 2007 XML'], folder, folder, made, 'office-');
  execFileSync('/usr/bin/python3', [join(__dirname, 'word_files.py'), folder], { stdio: 'inherit' });
  return readdirSync(folder)
    .filter((name) => name.endsWith('.docx'))
    .sort();
}

/** Runs LibreOffice over the files; what it makes of each goes into the folder under its name with the prefix. */
export function soffice(
  argv: readonly string[],
  to: string,
  from: string,
  names: readonly string[],
  prefix: string,
): void {
  const out = join(to, `made-${prefix}`);
  mkdirSync(out, { recursive: true });
  const profile = `-env:UserInstallation=file://${join(out, 'profile')}`;
  execFileSync('soffice', [profile, '--headless', ...argv, '--outdir', out, ...names.map((name) => join(from, name))], {
    stdio: 'ignore',
  });
  for (const name of readdirSync(out))
    if (/\.(?:docx|pdf)$/.test(name)) writeFileSync(join(to, prefix + name), readFileSync(join(out, name)));
}

/** `tuiqiao docx` of the text. */
async function ours(text: string, to: string): Promise<void> {
  const nowhere = new Writable({ write: (_, __, done) => done() });
  async function* stdin(): AsyncGenerator<Uint8Array> {}
  const io = {
    stdin: stdin(),
    stdout: nowhere,
    stderr: nowhere,
    env: {},
    today: '2026-11-21',
    onInterrupt: () => () => {},
  };
  const code = await runCommand(['docx', text, '-o', to], io as never);
  if (code !== 0) throw new Error(`${to} was not made`);
}
