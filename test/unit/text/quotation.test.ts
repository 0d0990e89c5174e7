import assert from 'node:assert/strict';
import { quoted } from '../../../src/core/text/quotation';

describe('words in quotation marks', () => {
  const cases: readonly (readonly [words: string, wanted: string])[] = [
    ['动态清零', '“动态清零”'],
    ['“八五”普法', '“‘八五’普法”'],
    ['既“放得活”又“管得好”', '“既‘放得活’又‘管得好’”'],
    ['“两重”', '“两重”'],
    ['“两重”“两新”', '“‘两重’‘两新’”'],
    ['“推进‘两新’工作”', '“推进‘两新’工作”'],
    ['说“推进‘两新’工作”', '“说‘推进“两新”工作’”'],
    ['推进‘两新’工作', '“推进‘两新’工作”'],
    ['“八五', '“‘八五”'],
    ['八五”普法', '“八五’普法”'],
    ['', '“”'],
  ];
  for (const [words, wanted] of cases) it(`${words} stand so: ${wanted}`, () => assert.equal(quoted(words), wanted));
});
