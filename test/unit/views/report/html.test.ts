import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { HtmlValidate } from 'html-validate';
import { edition, editionInWords } from '../../../../src/core/lexicon/edition';
import { mostMapColumns } from '../../../../src/core/limits';
import { htmlBeginning, htmlDocument, htmlEnd, htmlReport } from '../../../../src/core/views/report/html';
import { speechMap } from '../../../../src/core/views/report/map';
import { html, Markup } from '../../../../src/core/views/report/markup';
import { documentStyle, documentStyleHash } from '../../../../src/core/views/report/style';
import { reported, speech } from './reviewed';

/** The validator's standard and accessibility sets; a page of several reports has a title for each. */
const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard', 'html-validate:a11y', 'html-validate:document'],
  rules: { 'heading-level': ['error', { allowMultipleH1: true }] },
});

async function faultsOf(page: string): Promise<string[]> {
  const { results } = await validator.validateString(page);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line }) => `${line}: ${ruleId}: ${message}`),
  );
}

const ignored = {
  rule: 'style/repetition',
  text: '颗粒归仓',
  reason: '标题<反复>强调',
  place: { start: 0, end: 1, line: 1, column: 1 },
};

describe('the report in HTML', () => {
  const page = htmlDocument({ ...reported(speech), ignored: [ignored], limits: ['没有全部查完。'] });

  it('opens in the validator without a warning', async () => {
    assert.deepEqual(await faultsOf(page), []);
    assert.deepEqual(await faultsOf(htmlDocument(reported(''))), []);
    const both = htmlBeginning('两份') + htmlReport(reported(speech), 1) + htmlReport(reported(speech), 2) + htmlEnd;
    assert.deepEqual(await faultsOf(both), []);
    assert.notDeepEqual(await faultsOf(page.replace('</table>', '')), []);
  });

  it('lets in its own style and nothing else', () => {
    assert.equal(documentStyleHash, `sha256-${createHash('sha256').update(documentStyle).digest('base64')}`);
    assert.ok(page.includes(`content="default-src 'none'; style-src '${documentStyleHash}'; base-uri 'none'`));
    assert.ok(page.includes(`<style>${documentStyle}</style>`));
    assert.doesNotMatch(page, /<script|<link|<img|<iframe|\sstyle=|\son\w+=|@import|url\((?!#)/);
    assert.ok(!documentStyle.includes('url('));
  });

  it('says everything that the report holds', () => {
    for (const words of [
      '在全市仓储工作会议上的讲话',
      '2026年11月21日（今天）',
      '2022年3月4日（标题下日期）',
      '2023年5月1日起，已宣告完成',
      '成文时仍在使用',
      '宜改为“常态化清仓”。写明由谁清、清到什么程度。',
      '《关于结束&lt;百日&gt;清仓行动的通知》</a>',
      'href="https://example.org/1"',
      '查仓、查账、查人',
      '（三）管好队伍',
      '没有全部查完。',
      '标题&lt;反复&gt;强调',
      `仅供参考，词库${editionInWords(edition)}。`,
    ]) {
      assert.ok(page.includes(words), words);
    }
  });

  it('escapes whatever the text, its name and the lexicon say', () => {
    const nasty = '<script>alert(1)</script>"\'&\u202e\0\ud800';
    const report = reported(`在${nasty}会议上的讲话\n同志们：\n要开展百日清仓行动。\n××${nasty}。`, {}, `${nasty}.txt`);
    const found = htmlDocument({ ...report, title: nasty, ignored: [{ ...ignored, reason: nasty, text: nasty }] });
    assert.ok(found.includes('&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;\ufffd\ufffd\ufffd'));
    assert.doesNotMatch(found, /<script|[\u202e\0\p{Cs}]/u);
  });

  it('says so where nothing was found', () => {
    const empty = htmlDocument(reported(''));
    assert.match(empty, /没有发现过时的提法。/);
    assert.match(empty, /没有发现问题。/);
    assert.doesNotMatch(empty, /<svg/);
  });

  it('says what was not checked', () => {
    const partial = htmlDocument(reported(speech, { severities: { 'text/placeholder': 'off' } }));
    assert.match(partial, /本次没有检查：未填写的占位文字。/);
  });
});

describe('the map of the speech', () => {
  it('has a column for each paragraph, as wide as it is long, and tells its shares in words', () => {
    const svg = speechMap(reported(speech), 'm').toString();
    assert.equal(svg.match(/class="column"/g)?.length, 5);
    assert.match(svg, /<title id="m-title">全文构成图<\/title>/);
    assert.match(svg, /aria-labelledby="m-title m-description"/);
    assert.match(svg, /正文5段。按字数计，口号\d+%，套话\d+%，具体内容\d+%/);
    assert.match(svg, /<title>第6行，38字：口号32%，套话0%，具体内容50%<\/title>/);
    assert.deepEqual(
      [...svg.matchAll(/<text[^>]*>([^<]+)</g)].map(([, heading]) => heading),
      ['一、抓好清仓', '二、抓好保管'],
    );
    const rightmost = Math.max(
      ...[...svg.matchAll(/x="([\d.]+)%"[^>]*?width="([\d.]+)%"/g)].map(([, x, width]) => Number(x) + Number(width)),
    );
    assert.ok(rightmost > 99 && rightmost <= 100.01, String(rightmost));
  });

  it('has a bounded number of columns', () => {
    const columns = (paragraphs: number) =>
      speechMap(reported('要想办法，把仓库管好。\n'.repeat(paragraphs)), 'm')
        .toString()
        .match(/class="column"/g)?.length;
    assert.equal(columns(mostMapColumns), mostMapColumns);
    assert.equal(columns(mostMapColumns + 1), Math.ceil((mostMapColumns + 1) / 2));
  });
});

describe('the template tag', () => {
  it('escapes text and leaves markup as it is', () => {
    assert.equal(html`<b>${'<i>'}</b>${undefined}${false}${0}`.toString(), '<b>&lt;i&gt;</b>0');
    assert.equal(html`${[html`<i>a</i>`, '&', new Markup('<br>')]}`.toString(), '<i>a</i>&amp;<br>');
  });
});
