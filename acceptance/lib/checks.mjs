// What a scenario has found, and what must be undone when it ends.
export class Checks {
  passed = 0;
  failed = 0;
  #undo = [];

  ok(condition, what) {
    if (condition) this.passed++;
    else this.fail(what);
    return condition;
  }

  equal(actual, expected, what) {
    return this.ok(actual === expected, `${what}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`);
  }

  fail(what) {
    this.failed++;
    console.log(`  FAILED ${what}`);
  }

  figure(words) {
    console.log(`  ${words}`);
  }

  /** Runs when the scenario ends, however it ends; the last one first. */
  later(undo) {
    this.#undo.push(undo);
  }

  async cleanUp() {
    for (const undo of this.#undo.reverse()) {
      try {
        await undo();
      } catch (e) {
        console.log(`  could not clean up: ${e.message}`);
      }
    }
  }
}
