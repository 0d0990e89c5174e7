import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { assignmentsOf, type Assignment } from '../../src/core/tasks';
import listed from './assignments.json';
import { hasMaterial, material, readMaterial, reviewAsOf } from './material';

/** A row that a careful reader lists, by the bodies and a few words of the task. */
interface Listed {
  readonly who: readonly string[];
  readonly help?: readonly string[];
  readonly task: readonly string[];
  /** A reader may list it or leave it to its neighbours. */
  readonly optional?: boolean;
  /** The sentence names nobody: the reader takes the body from the sentences before, or leaves the place empty. */
  readonly unnamed?: boolean;
}

/** Whether the row is the reader's: its words, his bodies and no other. */
function isListed(row: Assignment, { who, help = [], task, unnamed = false }: Listed): boolean {
  if (!task.every((words) => row.task.includes(words))) return false;
  if (unnamed && row.lead.length === 0) return true;
  const same = (found: readonly string[], wanted: readonly string[]) =>
    found.every((body) => wanted.some((name) => body.includes(name))) &&
    wanted.every((name) => found.some((body) => body.includes(name)));
  const everybody = unnamed && who.length === 0 && row.carried;
  return (everybody || same(row.lead, who)) && same(row.support, help);
}

if (hasMaterial('seeds')) {
  describe('the task tables of real documents', () => {
    for (const [number, reader] of Object.entries<Listed[]>(listed)) {
      it(`hold what a careful reader lists in ${number}, and little else`, () => {
        const name = readdirSync(material('seeds')).find((each) => each.startsWith(number))!;
        const rows = assignmentsOf(reviewAsOf(readMaterial('seeds', name), 'today').speech);
        const found = (item: Listed) => rows.some((row) => isListed(row, item));
        const needed = reader.filter(({ optional }) => !optional);
        const missed = needed.filter((item) => !found(item));
        const wrong = rows.filter((row) => !reader.some((item) => isListed(row, item)));
        const words = JSON.stringify({ missed, wrong: wrong.map(({ lead, task }) => [lead, task]) }, null, 1);
        assert.ok(missed.length <= needed.length * 0.15, words);
        assert.ok(wrong.length <= rows.length * 0.1, words);
      });
    }

    it('tell who asks for each of them', () => {
      const speakers = (number: string) => {
        const name = readdirSync(material('seeds')).find((each) => each.startsWith(number))!;
        return new Set(
          assignmentsOf(reviewAsOf(readMaterial('seeds', name), 'today').speech).map((row) => row.speaker),
        );
      };
      assert.deepEqual([...speakers('000')], ['县委书记申君明', '县委副书记、县长吴健']);
      assert.deepEqual([...speakers('001')], ['运城市委书记丁小强', '市委副书记、市长储祥好']);
    });
  });
}
