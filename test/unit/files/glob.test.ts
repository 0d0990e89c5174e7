import assert from 'node:assert/strict';
import { globFault, globNames } from '../../../src/core/files/glob';

describe('a glob', () => {
  const rows: readonly [glob: string, names: readonly string[], others: readonly string[]][] = [
    ['归档/**', ['归档/a.txt', '归档/2021/a.txt'], ['a.txt', '新归档/a.txt', '二级/归档/a.txt']],
    ['归档', ['归档', '归档/2021/a.txt'], ['归档.txt', '二级/归档/a.txt']],
    ['归档/', ['归档/a.txt'], ['归档2/a.txt']],
    ['./归档/*.txt', ['归档/a.txt', '归档/.txt'], ['归档/a.md', '归档/二级/a.txt']],
    ['**/*.md', ['a.md', '甲/a.md', '甲/乙/a.md'], ['a.mdx', 'md']],
    ['**/草稿/**', ['草稿/a.txt', '甲/草稿/a.txt', '甲/草稿/乙/a.txt'], ['甲/草稿.txt']],
    ['*.txt', ['a.txt', '讲话.txt'], ['甲/a.txt']],
    ['202?', ['2021/a.txt', '2022'], ['202/a.txt', '20211/a.txt']],
    ['{甲,乙{丙,丁}}/*.txt', ['甲/a.txt', '乙丙/a.txt', '乙丁/a.txt'], ['乙/a.txt', '丙/a.txt']],
    ['机关[一].txt', ['机关[一].txt'], ['机关一.txt']],
    ['a*b*c', ['abc', 'axbxbxc'], ['ab', 'abcd']],
    ['', [], ['a.txt', '甲/a.txt']],
  ];
  for (const [glob, names, others] of rows) {
    it(`names what ${glob || 'nothing'} says, and what lies in it`, () => {
      assert.deepEqual(
        [...names, ...others].filter((path) => globNames(glob, path)),
        names,
      );
    });
  }

  it('costs little, however it is made', () => {
    const glob = `${'**/*a*'.repeat(8)}/${'*a'.repeat(60)}b`;
    const path = `${'aaaaaaaaaa/'.repeat(40)}${'a'.repeat(200)}`;
    const start = process.cpuUsage().user;
    assert.equal(globNames(glob, path), false);
    assert.ok(process.cpuUsage().user - start < 1_000_000);
  });

  it('tells what is wrong with it', () => {
    for (const glob of ['归档/**', '**/*.{md,txt}', '草稿?']) assert.equal(globFault(glob), undefined, glob);
    for (const glob of ['/归档', '../归档', '甲/../乙', 'C:/归档']) {
      assert.match(globFault(glob) ?? '', /^应从配置所在的文件夹写起/, glob);
    }
    assert.match(globFault('归档\\**') ?? '', /请用“\/”分隔/);
    assert.match(globFault('{a,b}'.repeat(7)) ?? '', /花括号里的写法太多/);
  });
});
