import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseSpeech, profileNamed } from '../../../../src/core';
import { speechDocx } from '../../../../src/word/export';

/** Whether the program is installed. */
function has(program: string): boolean {
  return (process.env.PATH ?? '').split(':').some((folder) => {
    try {
      return readdirSync(folder).includes(program);
    } catch {
      return false;
    }
  });
}

const needed = ['soffice', 'pdftotext'];
const lacking = needed.filter((program) => !has(program));

/** A line of a page, in points. */
interface PrintedLine {
  readonly left: number;
  readonly middle: number;
  readonly text: string;
}

/** The lines of each page from the top, without the page number. */
function linesOf(pdf: string): PrintedLine[][] {
  const xml = execFileSync('pdftotext', ['-bbox-layout', pdf, '-'], { encoding: 'utf8' });
  return xml
    .split('<page ')
    .slice(1)
    .map((page) => {
      const rows: { left: number; middle: number; words: (readonly [number, string])[] }[] = [];
      const found = page.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">(.*?)<\/word>/g);
      for (const [, xMin, yMin, yMax, text] of found) {
        const [left, middle] = [Number(xMin), (Number(yMin) + Number(yMax)) / 2];
        const row = rows.find((each) => Math.abs(each.middle - middle) < 7);
        if (!row) rows.push({ left, middle, words: [[left, text]] });
        else {
          row.words.push([left, text]);
          row.left = Math.min(row.left, left);
        }
      }
      return rows
        .filter(({ middle }) => middle < footer)
        .sort((a, b) => a.middle - b.middle)
        .map(({ left, middle, words }) => ({
          left,
          middle,
          text: words
            .sort(([a], [b]) => a - b)
            .map(([, text]) => text)
            .join(''),
        }));
    });
}

/** Where the text block begins and ends, and the page number stands below it, in points. */
const block = { top: 104.9, left: 79.4 } as const;
const footer = 745;

/** Lines that a page holds down to its last, blank ones among them. */
function linesDown(page: readonly PrintedLine[], pitch: number): number {
  return Math.round(((page.at(-1)?.middle ?? block.top) - block.top) / pitch + 0.5);
}

/** Six pages of every kind of line. */
const text = [
  '在全县农业农村重点工作推进会上的讲话',
  '（2026年3月2日）',
  '县委副书记、县长　沈知行',
  '同志们：',
  '今天开会，把今年的几件大事理一理、排一排。下面，我讲四点意见。',
  ...['一', '二', '三', '四'].flatMap((number) => [
    `${number}、把该办的事一件一件办到位`,
    ...['一', '二', '三'].flatMap((inner) => [
      `（${inner}）把底数摸清。要逐村逐户走到，看水渠通不通、看机井好不好、看种子足不足，问到的每一件事都要有人管、有人办、有人回。`,
      `一是把人手排开，分片包干，谁的片出了问题就找谁。二是把时间排开，三月看苗、四月看水、五月看收，一环扣一环。`,
      '大家手里都有一本账，这本账不是写给上面看的，是拿来对照着干的，干完一件划掉一件，划不掉的要讲得出原因，讲得出什么时候能划掉。'.repeat(
        2,
      ),
    ]),
  ]),
  '谢谢大家！',
].join('\n');

/** Whether the line is a heading that was kept with what follows it. */
const isHeading = (line: string) => /^[一二三四]、|^（[一二三]）/.test(line);

if (lacking.length > 0) {
  describe('pages of a speech', () => {
    it(`were not counted: ${lacking.join(', ')} is not installed here`, () =>
      assert.ok(lacking.every((program) => !has(program))));
  });
} else {
  describe('pages of a speech, as LibreOffice lays them out', function () {
    this.timeout(180_000);
    let folder: string;
    const pages = new Map<string, PrintedLine[][]>();

    before(async () => {
      folder = mkdtempSync(join(tmpdir(), 'tuiqiao-pages-'));
      const names = ['gb9704', 'print', 'reading'];
      for (const name of names) {
        const bytes = await speechDocx(parseSpeech(text), '讲话', { profile: profileNamed(name) });
        writeFileSync(join(folder, `${name}.docx`), bytes);
      }
      const files = names.map((name) => join(folder, `${name}.docx`));
      const own = `-env:UserInstallation=file://${join(folder, 'office')}`;
      execFileSync('soffice', [own, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...files], {
        stdio: 'pipe',
      });
      for (const name of names) pages.set(name, linesOf(join(folder, `${name}.pdf`)));
    });
    after(() => rmSync(folder, { recursive: true, force: true }));

    for (const name of ['gb9704', 'print']) {
      it(`hold 22 lines each, fewer only before a heading that was kept (${name})`, () => {
        const all = pages.get(name) ?? [];
        assert.ok(all.length > 5, String(all.length));
        all.slice(0, -1).forEach((page, index) => {
          const lines = linesDown(page, 28.95);
          const movedOn = isHeading(all[index + 1][0].text);
          assert.ok(lines === 22 || (movedOn && lines < 22), `page ${index + 1} has ${lines} lines`);
        });
      });

      it(`hold 28 characters a line (${name})`, () => {
        const lines = (pages.get(name) ?? [])
          .flat()
          .filter(({ left, text }) => left < block.left + 4 && text.length >= 27);
        const lengths = lines.map(({ text }) => text.length);
        assert.ok(lengths.length > 40, String(lengths.length));
        // A mark may hang over the edge; one that may not begin a line takes its neighbour with it.
        assert.ok(lengths.every((length) => length <= 29));
        assert.ok(lengths.filter((length) => length === 28).length > lengths.length / 2, lengths.join(' '));
      });
    }

    it('hold 24 characters a line and no part of a paragraph that goes on (reading)', () => {
      const all = pages.get('reading') ?? [];
      const full = all.flat().filter(({ left, text }) => left < block.left + 4 && text.length >= 23);
      assert.ok(full.filter(({ text }) => text.length === 24).length > full.length / 2);
      for (const [first] of all.slice(1)) assert.ok(first.left > block.left + 30, first.text);
    });
  });
}
