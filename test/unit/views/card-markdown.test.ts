import assert from 'node:assert/strict';
import { asMarkdown, cardMarkdown } from '../../../src/core/views/card-markdown';

describe('a card in Markdown', () => {
  it('shows words as they are, whatever marks, commands or HTML an entry brings', () => {
    const words = '*重点* [看](command:x) <img src=x> # 一&nbsp;二';
    assert.equal(asMarkdown(words), '\\*重点\\* \\[看\\]\\(command:x\\) &lt;img src=x\\> \\# 一&amp;nbsp;二');
    assert.equal(asMarkdown('第一行 \n  第二行'), '第一行\n\n第二行');
  });

  it('lays out what is known, and nothing else', () => {
    const card = { title: '青石行动', kind: '口号', disputed: false, senses: [], instead: [], sources: [] };
    assert.equal(cardMarkdown(card), '**青石行动**　口号');
    const full = {
      ...card,
      standing: '现行',
      note: '三件事。',
      senses: [{ members: ['排查', '整改'] }],
      validity: '自2024年起使用',
      sources: [
        { title: '《通知》', details: '某市办公室 2024年1月1日', url: 'https://example.cn/a' },
        { title: '《公告》', details: '' },
      ],
    };
    assert.equal(
      cardMarkdown(full),
      [
        '**青石行动**　口号 · 现行',
        '三件事。',
        '1. 排查\n2. 整改',
        '---',
        '自2024年起使用  \n来源：[《通知》](https://example.cn/a) 某市办公室 2024年1月1日  \n来源：《公告》',
      ].join('\n\n'),
    );
  });
});
