import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generatedFiles } from '../../src/tools/generate';

describe('generated files', () => {
  for (const [path, content] of generatedFiles()) {
    it(`${path} is what "npm run generate" writes`, () => {
      assert.equal(readFileSync(join(__dirname, '../..', path), 'utf8'), content);
    });
  }
});
