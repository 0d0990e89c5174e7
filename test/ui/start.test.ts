import assert from 'node:assert/strict';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../harness/paths';
import { runToEnd } from '../harness/processes';

describe('npm start', function () {
  this.timeout(300_000);

  it('shows the sample speech in a browser', async () => {
    const start = join(PROJECT_ROOT, 'test/harness/start.ts');
    const { code, output } = await runToEnd(process.execPath, ['--import', 'tsx', start, '--check'], {
      cwd: PROJECT_ROOT,
    });
    assert.equal(code, 0, output);
    assert.match(output, /http:\/\/localhost:\d+\/\?folder=/);
  });
});
