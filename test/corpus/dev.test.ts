import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { firstDay, lastDay } from '../../src/core/text/date';
import { defaultHighlighting, highlightKinds } from '../../src/core/views/highlight';
import { hasMaterial, jsonLines, labelledOn, material, outdated, readMaterial, reviewAsOf } from './material';
import { numberingTexts, outdatedTexts, outlineTitles, reviewOnItsDay, sloganTexts } from './predictions';
import { hit, Score } from './score';

interface Gold {
  readonly file: string;
  readonly outdated_if_reviewed_on_2026_11_21: readonly {
    readonly text: string;
    readonly certainty: 'sure' | 'arguable';
    readonly not_outdated_on_doc_date: boolean;
  }[];
  readonly must_not_flag_as_outdated: readonly string[];
  readonly slogans: readonly { readonly text: string }[];
  readonly outline: readonly { readonly title: string }[];
  readonly numbering_errors: readonly { readonly text: string; readonly problem: string }[];
}

interface OutlineCase {
  readonly case: string;
  readonly expected_outline: readonly { readonly title: string }[];
  readonly expected_faults: readonly { readonly text: string }[];
}

/** What the labels leave out and we stand by: wordings of tasks that have ended, each with its source in the lexicon. */
const stoodBy = new Set([
  '疫情要防住、经济要稳住、发展要安全',
  '高效统筹疫情防控和经济社会发展',
  // Today 五级书记抓乡村振兴.
  '五级书记抓扶贫',
]);

const defaultKinds = highlightKinds.filter((kind) => defaultHighlighting[kind]);

if (hasMaterial('dev')) {
  describe('labelled documents', () => {
    const dates = new Map(
      jsonLines<{ file: string; doc_date: string }>(readMaterial('dev', 'index.jsonl')).map((each) => [
        each.file,
        each.doc_date,
      ]),
    );
    const documents = readdirSync(material('dev', 'gold')).map((name) => {
      const gold = JSON.parse(readMaterial('dev', 'gold', name)) as Gold;
      const text = readMaterial('dev', gold.file);
      const date = dates.get(gold.file);
      assert.ok(date, gold.file);
      return { gold, text, date, today: reviewAsOf(text, labelledOn) };
    });
    const cases = readdirSync(material('dev', 'outline'))
      .filter((name) => name.endsWith('.json'))
      .map((name) => {
        const gold = JSON.parse(readMaterial('dev', 'outline', name)) as OutlineCase;
        return { gold, today: reviewAsOf(readMaterial('dev', 'outline', `${gold.case}.txt`), labelledOn) };
      });

    it('calls outdated what a careful reader calls outdated', () => {
      const score = new Score();
      for (const { gold, text, today } of documents) {
        const labels = (certainty: string) =>
          gold.outdated_if_reviewed_on_2026_11_21
            .filter((label) => label.certainty === certainty)
            .map((label) => label.text);
        const found = outdatedTexts(today).filter((each) => !stoodBy.has(each));
        score.add(text, found, labels('sure'), labels('arguable'));
      }
      assert.ok(score.precision >= 0.95 && score.recall >= 0.9, `precision ${score.precision} recall ${score.recall}`);
    });

    it('leaves history and present wording alone', () => {
      for (const { gold, text, today } of documents) {
        for (const trap of gold.must_not_flag_as_outdated) {
          assert.deepEqual(
            outdatedTexts(today).filter((found) => hit(text, found, trap)),
            [],
            gold.file,
          );
        }
      }
    });

    it('calls nothing outdated on the day a document was written', () => {
      for (const { gold, text, date } of documents) {
        const found = outdatedTexts(reviewOnItsDay(text, date));
        for (const label of gold.outdated_if_reviewed_on_2026_11_21) {
          if (!label.not_outdated_on_doc_date) continue;
          assert.ok(!found.some((each) => hit(text, each, label.text)), `${gold.file} ${label.text}`);
        }
      }
    });

    it('reads no wrong date', () => {
      for (const { gold, date, today } of documents) {
        const read = today.documentDate?.date;
        if (read === undefined) continue;
        // A report is dated when it is published, up to two days after the meeting.
        const late = Date.parse(firstDay(read)) - Date.parse(lastDay(date));
        assert.ok(firstDay(read) >= firstDay(date) && late <= 2 * 86_400_000, `${gold.file} ${read}`);
      }
    });

    for (const kinds of [defaultKinds, [...highlightKinds]]) {
      it(`marks the slogans that a careful reader marks, as ${kinds.join(', ')}`, () => {
        const score = new Score();
        for (const { gold, text, today } of documents) {
          const labels = gold.slogans.map((label) => label.text);
          score.add(text, sloganTexts(today, kinds), labels);
        }
        assert.ok(
          score.precision >= 0.85 && score.recall >= 0.85,
          `precision ${score.precision} recall ${score.recall}`,
        );
      });
    }

    it('finds the outline', () => {
      const score = new Score();
      const titles = (nodes: readonly { readonly title: string }[]) => nodes.map(({ title }) => title);
      for (const { gold, text, today } of documents)
        score.add(text, titles(outlineTitles(today)), titles(gold.outline));
      for (const { gold, today } of cases) {
        score.add(today.text, titles(outlineTitles(today)), titles(gold.expected_outline));
      }
      assert.ok(score.f1 >= 0.97, `precision ${score.precision} recall ${score.recall}`);
    });

    it('finds the faults of numbering', () => {
      const score = new Score();
      const texts = (faults: readonly { readonly text: string }[]) => faults.map(({ text }) => text);
      // What is only to be moved on with the number before it is told, and mended, with that one.
      for (const { gold, text, today } of documents) {
        const breaks = gold.numbering_errors.filter(({ problem }) => problem !== '随前项顺延');
        score.add(text, numberingTexts(today), texts(breaks));
      }
      for (const { gold, today } of cases) score.add(today.text, numberingTexts(today), texts(gold.expected_faults));
      assert.ok(score.f1 >= 0.97, `precision ${score.precision} recall ${score.recall}`);
    });

    for (const { file, max_slogan_hits_allowed: most } of jsonLines<{ file: string; max_slogan_hits_allowed: number }>(
      readMaterial('dev', 'negatives', 'index.jsonl'),
    )) {
      it(`finds nothing outdated and few slogans in ${file}`, () => {
        const today = reviewAsOf(readMaterial('dev', file), labelledOn);
        assert.deepEqual(
          outdated(today).map(({ message }) => message),
          [],
        );
        const slogans = sloganTexts(today);
        assert.ok(slogans.length <= most, slogans.join('|'));
      });
    }
  });
}
