import assert from 'node:assert/strict';
import { additionTo, changesIn, placeOfEntry, placesIn } from '../../../src/core/files/json-text';
import { parseLexicon } from '../../../src/core/lexicon/parse';
import type { Entry } from '../../../src/core/lexicon/types';
import { applyEdits } from '../../../src/core/text/edits';
import { processorTime } from '../../harness/processor-time';

const file = `{
  "title": "本单位",
  "entries": [
    { "id": "a", "text": "甲乙", "kind": "slogan", "unless": ["甲乙丙", "甲乙"] },
    {
      "id": "b",
      "text": "丙丁",
      "valid": { "from": "2022", "until": "2021" },
      "a.b[0]": "x"
    }
  ]
}
`;

function shown(json: string, path: string): string {
  const { start, end } = placesIn(json)(path);
  return json.slice(start, end);
}

describe('the place of a fault in a lexicon file', () => {
  const places: readonly (readonly [path: string, shown: string])[] = [
    ['entries[0].kind', '"kind": "slogan"'],
    ['entries[0].unless[1]', '"甲乙"'],
    ['entries[1].valid.from', '"from": "2022"'],
    ['entries[1].valid', '"valid"'],
    ['entries[1].a.b[0]', '"a.b[0]": "x"'],
    ['entries[1]', '"id": "b"'],
    ['entries[0].examples.flag', '"id": "a"'],
    ['entries[7]', '"entries"'],
    ['entries', '"entries"'],
    ['', '"title": "本单位"'],
  ];
  for (const [path, text] of places) {
    it(`is found for ${path || 'the whole file'}`, () => assert.equal(shown(file, path), text));
  }

  it('is found in a bare array of entries', () => {
    const bare = JSON.stringify([{ id: 'a' }, { id: 'b', kind: 'motto' }]);
    assert.equal(shown(bare, 'entries[1].kind'), '"kind":"motto"');
    assert.equal(shown(bare, 'entries[1]'), '"id":"b"');
  });

  it('is where a text ceases to be JSON', () => {
    const broken = '{\n  "entries": [\n    { "id": "a" "text": "甲乙" }\n  ]\n}';
    assert.equal(shown(broken, ''), '"text"');
    assert.equal(shown('{ "entries": [] } // 备注', ''), '// 备注');
  });

  it('lies inside any text', () => {
    for (const json of ['', ' ', '{', '[', '"', '\n\n', 'null', '[1', '{"entries":3}']) {
      for (const path of ['', 'entries', 'entries[0].id']) {
        const { start, end } = placesIn(json)(path);
        assert.ok(start >= 0 && start <= end && end <= json.length, `${json} ${path}: ${start}–${end}`);
      }
    }
  });

  it('is found for every fault that a file can have', () => {
    const { problems } = parseLexicon(file, 'f.json');
    assert.deepEqual(
      problems.map(({ path }) => shown(file, path)),
      ['"甲乙"', '"id": "b"', '"a.b[0]": "x"'],
    );
  });

  it('costs one reading of the file, however many faults it has', () => {
    const entries = Array.from({ length: 20_000 }, (_, index) => ({
      id: `e${index}`,
      text: `提法${index}`,
      kind: 'motto',
    }));
    const json = JSON.stringify({ entries });
    const { problems } = parseLexicon(json, 'f.json');
    assert.equal(problems.length, entries.length);
    let last = '';
    const time = processorTime(() => {
      const placeOf = placesIn(json);
      for (const { path } of problems) {
        const { start, end } = placeOf(path);
        last = json.slice(start, end);
      }
    });
    assert.equal(last, '"kind":"motto"');
    // Reading the file once for each fault takes minutes.
    assert.ok(time < 2_000, `${time} ms`);
  });
});

describe('an addition to a lexicon file', () => {
  const entry: Entry = { id: 'ct-1', text: '冲天', kind: 'slogan' };
  const added = (json: string): string | undefined => {
    const addition = additionTo(json, entry);
    return addition && applyEdits(json, addition.edits);
  };

  it('comes behind the other entries, laid out as they are', () => {
    const json = '{\n    "entries": [\n        {\n            "id": "a"\n        }\n    ]\n}\n';
    assert.equal(
      added(json),
      json.replace(
        '        }\n    ]',
        '        },\n        {\n            "id": "ct-1",\n            "text": "冲天",\n            "kind": "slogan"\n        }\n    ]',
      ),
    );
  });

  it('says where it stands', () => {
    for (const json of [file, '[{ "id": "a" }]', '{}', '[]']) {
      const text = added(json) ?? '';
      assert.equal(shown(text, `${additionTo(json, entry)?.path}.text`), '"text": "冲天"', text);
      assert.equal(JSON.stringify(JSON.parse(text)).split('ct-1').length, 2);
    }
  });

  it('keeps tabs and the line breaks of the file', () => {
    assert.match(
      added('{\r\n\t"entries": [\r\n\t\t{ "id": "a" }\r\n\t]\r\n}') ?? '',
      /\},\r\n\t\t\{\r\n\t\t\t"id": "ct-1",\r\n/,
    );
  });

  it('is not made to a text that is no lexicon file', () => {
    for (const json of ['', '{ "entries": [', '{ "entries": {} }', '"文"', '7'])
      assert.equal(added(json), undefined, json);
  });
});

describe('values in a JSON file', () => {
  const written = (json: string, ...values: Parameters<typeof changesIn>[1]) => {
    const edits = changesIn(json, values);
    return edits && applyEdits(json, edits);
  };

  it('are written, replaced and taken away, laid out as the file is', () => {
    const json = '{\n\t"asOf": "today",\n\t"rules": { "a": "off" }\n}\n';
    assert.equal(
      written(json, [['asOf'], 'document'], [['rules', 'b'], 'hint']),
      '{\n\t"asOf": "document",\n\t"rules": {\n\t\t"a": "off",\n\t\t"b": "hint"\n\t}\n}\n',
    );
    assert.equal(written(json, [['asOf'], undefined]), '{\n\t"rules": {\n\t\t"a": "off"\n\t}\n}\n');
    assert.deepEqual(JSON.parse(written('{}\n', [['rules', 'a'], 'off']) ?? ''), { rules: { a: 'off' } });
    assert.equal(written('[\n  1,\n  2,\n  3\n]\n', [[1], undefined]), '[\n  1,\n  3\n]\n');
  });

  it('are one edit, of what differs alone', () => {
    const [edit, ...others] = changesIn('{ "a": 1, "b": 2 }', [[['b'], 3]]) ?? [];
    assert.deepEqual([edit, others], [{ start: 15, end: 16, text: '3' }, []]);
  });

  it('are written into no text that is faulty', () => {
    for (const json of ['', '{ "a": ', '{ "a": 1 } // 注'])
      assert.equal(changesIn(json, [[['a'], 2]]), undefined, json);
  });
});

describe('the place of an entry', () => {
  it('is found by its id', () => {
    assert.deepEqual(placeOfEntry('{ "title": "甲", "entries": [{ "id": "a" }, { "id": "b" }] }', 'b'), ['entries', 1]);
    assert.deepEqual(placeOfEntry('[{ "text": "a" }, 3, { "id": "a" }]', 'a'), [2]);
    for (const json of ['', '{}', '[]', '3', '{ "entries": { "id": "a" } }']) {
      assert.equal(placeOfEntry(json, 'b'), undefined, json);
    }
  });
});
