import Mocha from 'mocha';

/** Mocha's usual report, what needed a second try, then one line that programs can read: `N passed, N failed`. */
export default class extends Mocha.reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    runner.on('retry', (test, error) => {
      Mocha.reporters.Base.consoleLog(`tried again: ${test.fullTitle()}: ${error.message}`);
    });
  }

  epilogue() {
    super.epilogue();
    Mocha.reporters.Base.consoleLog(`${this.stats.passes} passed, ${this.stats.failures} failed`);
  }
}
