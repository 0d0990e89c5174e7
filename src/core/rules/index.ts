import { directiveOutdated } from './directive-outdated';
import { directivePremature } from './directive-premature';
import type { Rule } from './rule';

/** Every rule, in the order in which settings and reports list them. */
export const rules: readonly Rule[] = [directiveOutdated, directivePremature];
