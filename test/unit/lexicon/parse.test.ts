import assert from 'node:assert/strict';
import { crowdedEntries, danglingReferences, parseLexicon, repeatedIds } from '../../../src/core/lexicon/parse';

const good = {
  id: 'a',
  text: '动态清零',
  kind: 'slogan',
  valid: { from: '2021-12', until: '2022-12-07' },
  sources: [{ title: '《通知》', issuer: '某机关', date: '2022-12-07', url: 'https://www.gov.cn/x' }],
  examples: { flag: ['要坚持动态清零。'], keep: ['2022年坚持动态清零。'] },
};

/** Path and severity of every problem of a file with this one entry. */
function problems(entry: object): string[] {
  return parseLexicon(JSON.stringify({ entries: [entry] }), 'f.json').problems.map(
    ({ path, severity }) => `${severity === 'error' ? '' : 'warning '}${path.replace('entries[0].', '')}`,
  );
}

describe('parseLexicon', () => {
  it('reads an object with entries and a bare array, with or without BOM', () => {
    for (const json of [
      JSON.stringify({ entries: [good] }),
      JSON.stringify([good]),
      '\ufeff' + JSON.stringify([good]),
    ]) {
      const { lexicon, problems } = parseLexicon(json, 'f.json');
      assert.deepEqual([lexicon.entries.length, problems.length], [1, 0]);
    }
  });

  it('reads the form of entry with every member empty', () => {
    const entry = {
      ...good,
      variants: [],
      note: '',
      expansion: [],
      status: 'ended',
      replacement: '',
      advice: '',
      interchangeable: false,
    };
    assert.deepEqual(
      problems({ ...entry, allowIn: [], onlyWith: [], onlyProspective: false, onlyQuoted: false, unless: [] }),
      [],
    );
  });

  const bad: [what: string, entry: object, path: string][] = [
    ['an unknown key', { ...good, txet: 'x' }, 'txet'],
    ['a missing text', { id: 'a', kind: 'slogan' }, 'entries[0]'],
    ['an unknown kind', { ...good, kind: 'motto' }, 'kind'],
    ['a text of one character', { ...good, text: '零' }, 'text'],
    ['a text of 61 characters', { ...good, text: '零'.repeat(61) }, 'text'],
    ['a date that is none', { ...good, valid: { from: '2021-13' } }, 'valid.from'],
    ['bounds in the wrong order', { ...good, valid: { from: '2022-12-07', until: '2021' } }, 'valid'],
    ['no bounds', { ...good, valid: {} }, 'valid'],
    [
      'an address without https',
      { ...good, sources: [{ ...good.sources[0], url: 'http://www.gov.cn' }] },
      'sources[0].url',
    ],
    [
      'a script for an address',
      { ...good, sources: [{ ...good.sources[0], url: 'javascript:alert(1)' }] },
      'sources[0].url',
    ],
    ['a bidirectional override', { ...good, note: '甲\u202e乙' }, 'note'],
    ['a control character', { ...good, variants: ['动态\u0000清零'] }, 'variants[0]'],
    ['a prototype key', JSON.parse('{"id":"a","text":"动态","kind":"slogan","__proto__":{}}'), '__proto__'],
    ['a string for a list', { ...good, unless: '零就业' }, 'unless'],
    ['interchangeable without replacement', { ...good, interchangeable: true }, 'interchangeable'],
    [
      'more variants than anybody writes',
      { ...good, variants: Array.from({ length: 1001 }, (_, number) => `第${number}种写法`) },
      'variants',
    ],
    ['expansion beside senses', { ...good, expansion: ['甲'], senses: [] }, 'senses'],
  ];
  for (const [what, entry, path] of bad) {
    it(`refuses ${what}`, () => {
      assert.deepEqual(problems(entry), [path]);
      assert.equal(parseLexicon(JSON.stringify([entry, { ...good, id: 'b' }]), 'f').lexicon.entries.length, 1);
    });
  }

  it('warns where a judgement has no source or example, and uses the entry', () => {
    const bare = { id: 'a', text: '动态清零', kind: 'slogan', valid: { until: '2022' } };
    assert.deepEqual(problems(bare), ['warning sources', 'warning examples.flag', 'warning examples.keep']);
    assert.equal(parseLexicon(JSON.stringify([bare]), 'f').lexicon.entries.length, 1);
  });

  it('refuses the second of two entries with one id', () => {
    const { lexicon, problems } = parseLexicon(JSON.stringify([good, good]), 'f.json');
    assert.deepEqual([lexicon.entries.length, problems[0].path], [1, 'entries[1].id']);
  });

  it('reports what is no JSON, no object, no list', () => {
    for (const json of ['', '{', 'null', '3', '{"entries":3}', '[null]', '[3]', '{"entries":[[]]}']) {
      const { lexicon, problems } = parseLexicon(json, 'f.json');
      assert.equal(lexicon.entries.length, 0, json);
      assert.ok(problems.length > 0 && problems.every(({ file, message }) => file === 'f.json' && message), json);
    }
  });

  it('finds a successor that does not exist', () => {
    const file = (entries: object[]) => ({ file: 'f.json', lexicon: { entries: entries as never } });
    assert.equal(danglingReferences([file([{ ...good, replacedBy: 'b' }])])[0].path, 'entries[0].replacedBy');
    assert.deepEqual(danglingReferences([file([{ ...good, replacedBy: 'b' }]), file([{ ...good, id: 'b' }])]), []);
  });

  it('leaves out a title and a date that are faulty, and keeps the entries', () => {
    const { lexicon, problems } = parseLexicon(JSON.stringify({ title: 7, checked: 'now', entries: [good] }), 'f.json');
    assert.deepEqual(lexicon, { title: undefined, checked: undefined, entries: [good] });
    assert.deepEqual(
      problems.map(({ path }) => path),
      ['title', 'checked'],
    );
  });

  it('names the place of a reference among all entries of the file, and counts on the faulty ones', () => {
    const entries = [
      { id: 'b', text: '乙' },
      { ...good, replacedBy: 'b' },
      { ...good, id: 'c', replacedBy: 'd' },
    ];
    const parsed = { file: 'f.json', ...parseLexicon(JSON.stringify(entries), 'f.json') };
    assert.deepEqual(
      danglingReferences([parsed]).map(({ path }) => path),
      ['entries[2].replacedBy'],
    );
  });

  it('warns of an id that an earlier file has', () => {
    const file = (name: string, entries: object[]) => ({ file: name, ...parseLexicon(JSON.stringify(entries), name) });
    const files = [file('a.json', [good]), file('b.json', [{ id: 'b' }, good])];
    assert.deepEqual(
      repeatedIds(files).map(({ file: name, path, severity }) => [name, path, severity]),
      [['b.json', 'entries[1].id', 'warning']],
    );
  });

  it('tells of the entries past those of one wording that are looked for, over all files', () => {
    const entries = (from: number, count: number, text: string) =>
      Array.from({ length: count }, (_, number) => ({ id: `e${from + number}`, text, kind: 'slogan' }));
    const file = (name: string, of: object[]) => ({ file: name, ...parseLexicon(JSON.stringify(of), name) });
    const files = [file('a.json', entries(0, 20, '甲乙、丙丁')), file('b.json', entries(20, 2, '甲乙丙丁'))];
    assert.deepEqual(
      crowdedEntries(files).map(({ file: name, path, severity }) => [name, path, severity]),
      [
        ['b.json', 'entries[0]', 'warning'],
        ['b.json', 'entries[1]', 'warning'],
      ],
    );
    assert.deepEqual(crowdedEntries([files[0], file('b.json', entries(0, 2, '甲乙丙丁'))]), []);
    const variants = Array.from({ length: 30 }, () => '甲乙');
    assert.deepEqual(crowdedEntries([file('a.json', [{ id: 'a', text: '甲乙', kind: 'slogan', variants }])]), []);
  });
});
