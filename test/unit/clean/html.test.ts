import assert from 'node:assert/strict';
import { textOfHtml } from '../../../src/core/clean/html';

describe('the text of an HTML page', () => {
  for (const [name, html, text] of [
    [
      'headings and paragraphs',
      '<h1>标题</h1><p>第一段，<b>重点</b>\n在后。</p><p>第二段。<br>另起。</p>',
      '标题\n第一段，重点 在后。\n第二段。\n另起。',
    ],
    [
      'lists with their numbers',
      '<ol start="3"><li>甲</li><li><p>乙</p></li></ol><ul><li>丙</li></ul>',
      '3.甲\n4.乙\n丙',
    ],
    [
      'tables',
      '<table><tr><th>乡镇</th><th>亩</th></tr><tr><td><p>东河</p></td><td></td></tr></table>',
      '乡镇\t亩\n东河',
    ],
    [
      'scripts, styles and pictures',
      '<style>p{}</style><p>甲<img src="a.jpg">乙</p><script>if (a<b) {}</script>丙',
      '甲乙\n丙',
    ],
    ['entities', '<p>&ldquo;一张蓝图&rdquo;&nbsp;&#x7ED8;到底&hellip;&amp;</p>', '“一张蓝图”\u00a0绘到底…&'],
    [
      'a clipboard of Word',
      '<html><head><title>x</title></head><body><!--StartFragment--><p class=MsoNormal><span lang=EN-US>2024</span><span>年<o:p></o:p></span></p><!--EndFragment--></body></html>',
      '2024年',
    ],
    ['broken markup', '<p>甲<div>乙</p></span><td>丙', '甲\n乙\n丙'],
    ['no markup', '甲 < 乙', '甲 < 乙'],
    ['nothing', '', ''],
  ] as const) {
    it(`keeps of ${name} what is read`, () => assert.equal(textOfHtml(html), text));
  }
});
