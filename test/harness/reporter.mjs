import Mocha from 'mocha';

/** Mocha's usual report, then one line that programs can read: `N passed, N failed`. */
export default class extends Mocha.reporters.Spec {
  epilogue() {
    super.epilogue();
    Mocha.reporters.Base.consoleLog(`${this.stats.passes} passed, ${this.stats.failures} failed`);
  }
}
