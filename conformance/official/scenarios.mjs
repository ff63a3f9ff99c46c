// Prints what one revision's requirement set asks of the project, one scenario a line:
//   LEG GROUP NAME      GROUP is "scored", "unscored", or "waits:FEATURE" (named in not-yet.txt)
//
// usage: node scenarios.mjs SUITE_PACKAGE REVISION NOT_YET [--with FEATURE]... [--only SCENARIO]
// Exit code 2: the suite has no such revision, or the revision no such scenario.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { with: { type: 'string', multiple: true, default: [] }, only: { type: 'string' } },
});
const [suite, revision, notYetFile] = positionals;

function refuse(message) {
  console.error(`official.sh: ${message}`);
  process.exit(2);
}

function requirementSet() {
  const file = path.join(suite, 'requirements', `${revision}.yaml`);
  if (!existsSync(file)) refuse(`the suite has no requirement set for revision ${revision}`);
  const { parse } = createRequire(path.join(suite, 'package.json'))('yaml');
  const set = parse(readFileSync(file, 'utf8'));
  const scored = (leg) => (set[leg] ?? []).map((name) => ({ leg, group: 'scored', name }));
  const unscored = (set.not_scored ?? []).map((entry) => ({
    leg: entry.leg,
    group: 'unscored',
    name: entry.scenario,
  }));
  return [...scored('server'), ...scored('client'), ...unscored];
}

function notYetRules() {
  return readFileSync(notYetFile, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [leg, pattern, feature, ...rest] = line.split(/\s+/);
      if (!feature || rest.length > 0) refuse(`not-yet.txt: expected "LEG SCENARIO FEATURE", got "${line}"`);
      return { leg, pattern, feature };
    });
}

function matches(rule, scenario) {
  if (rule.leg !== scenario.leg) return false;
  return rule.pattern.endsWith('*')
    ? scenario.name.startsWith(rule.pattern.slice(0, -1))
    : scenario.name === rule.pattern;
}

const rules = notYetRules();
for (const feature of values.with) {
  if (!rules.some((rule) => rule.feature === feature)) refuse(`no scenario waits for "${feature}"`);
}
let scenarios = requirementSet();
if (values.only !== undefined) {
  scenarios = scenarios.filter((scenario) => scenario.name === values.only);
  if (scenarios.length === 0) refuse(`revision ${revision} has no scenario "${values.only}"`);
} else {
  const waiting = rules.filter((rule) => !values.with.includes(rule.feature));
  scenarios = scenarios.map((scenario) => {
    const rule = waiting.find((candidate) => matches(candidate, scenario));
    return rule ? { ...scenario, group: `waits:${rule.feature}` } : scenario;
  });
}
for (const { leg, group, name } of scenarios) console.log(`${leg} ${group} ${name}`);
