import assert from 'node:assert/strict';
import type { PageRow, PageState } from '../../../src/vscode/tasks/page/messages';
import { restored } from '../../../src/vscode/tasks/page/restored';

/** A row as it is made of a sentence. */
function row(original: string, change: Partial<PageRow> = {}): PageRow {
  const made = { task: original, lead: '', support: '', deadline: '', speaker: '', section: '', source: original };
  return { ...made, original, start: 0, ordinal: 0, corrected: false, gone: false, ...change };
}

function table(rows: readonly PageRow[], change: Partial<PageState> = {}): PageState {
  const title = '任务分解表';
  return { uri: 'file:///稿.speech', title, retitled: false, rows, removed: [], edited: true, ...change };
}

const [dredge, patrol, report] = ['县水务局清淤。', '各乡镇巡查。', '月底前报送。'].map((words) => row(words));
const corrected = { ...patrol, lead: '各乡镇党委', corrected: true };
const texts = ({ rows }: PageState) => rows.map(({ task }) => task);

describe('a kept task table', () => {
  it('comes back as it was where the document has not changed', () => {
    const added = row('', { task: '自己加的', corrected: true });
    const kept = table([report, corrected, added], { removed: [dredge], title: '分工表', retitled: true });
    assert.deepEqual(restored(kept, { title: '任务分解表', rows: [dredge, patrol, report] }), kept);
  });

  it('finds a corrected row by its sentence, wherever that stands by now', () => {
    const moved = { ...patrol, original: '各乡镇\n巡查。', start: 90, section: '二、巡查' };
    const { rows } = restored(table([dredge, corrected]), { title: '', rows: [moved, dredge] });
    assert.deepEqual(
      rows.find(({ lead }) => lead === '各乡镇党委'),
      { ...corrected, original: '各乡镇\n巡查。', start: 90, section: '二、巡查' },
    );
  });

  it('shows a corrected row at the end whose sentence is gone, and says so', () => {
    const changed = row('各乡镇每日巡查。');
    const now = restored(table([corrected, report]), { title: '', rows: [changed, report] });
    assert.deepEqual(now.rows, [changed, report, { ...corrected, gone: true }]);
    const back = restored(now, { title: '', rows: [patrol, report] });
    assert.deepEqual(
      back.rows.filter(({ original }) => original === patrol.original),
      [corrected],
    );
  });

  it('makes rows without corrections anew, and lets them go with their sentences', () => {
    const dated = { ...report, deadline: '月底前' };
    assert.deepEqual(restored(table([dredge, report]), { title: '', rows: [dated] }).rows, [dated]);
  });

  it('takes in new rows behind their neighbours in the document', () => {
    const first = row('先开会。');
    const now = restored(table([corrected, dredge]), { title: '', rows: [first, dredge, report, patrol] });
    assert.deepEqual(texts(now), ['先开会。', '各乡镇巡查。', '县水务局清淤。', '月底前报送。']);
  });

  it('keeps apart the tasks of one sentence', () => {
    const both = '清淤，并加固。';
    const [one, two] = [row(both, { task: '清淤' }), row(both, { task: '加固', ordinal: 1 })];
    const kept = table([one, { ...two, lead: '县水务局', corrected: true }]);
    assert.deepEqual(
      restored(kept, { title: '', rows: [one, two] }).rows.map(({ lead }) => lead),
      ['', '县水务局'],
    );
  });

  it('leaves out what the user deleted, as long as its sentence stands', () => {
    const kept = table([dredge], { removed: [patrol] });
    assert.deepEqual(texts(restored(kept, { title: '', rows: [dredge, patrol] })), ['县水务局清淤。']);
  });

  it('takes the title of the document unless the user has written one', () => {
    const made = { title: '春耕会议任务分解表', rows: [dredge] };
    assert.equal(restored(table([dredge]), made).title, '春耕会议任务分解表');
    assert.equal(restored(table([dredge], { title: '分工表', retitled: true }), made).title, '分工表');
  });
});
