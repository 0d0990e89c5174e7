import assert from 'node:assert/strict';
import { releaseNotes } from '../../../src/tools/release-notes';

const changes = [
  '# 更新记录',
  '',
  '## [未发布]',
  '',
  '## [1.2.0] - 2027-03-01',
  '',
  '### 新增',
  '',
  '- 甲',
  '',
  '## [1.2.0-beta]',
  '',
  '- 乙',
  '',
].join('\n');

describe('the notes of a release', () => {
  it('are the section of its version', () => {
    assert.equal(releaseNotes(changes, '1.2.0'), '### 新增\n\n- 甲\n');
    assert.equal(releaseNotes(changes.replaceAll('\n', '\r\n'), '1.2.0-beta'), '- 乙\n');
  });

  it('are refused where nothing is said of the version', () => {
    assert.throws(() => releaseNotes(changes, '1.2'), /没有“## \[1\.2\]”一节/);
    assert.throws(() => releaseNotes(changes, '未发布'), /是空的/);
  });
});
