// Prints what the suite asks of the project at one revision, one scenario a line:
//   LEG GROUP NAME      GROUP is "scored", "unscored", "waits:FEATURE" (named in not-yet.txt), or
//                       "listed" (the revision has no requirement set, only scenarios)
//
// usage: node scenarios.mjs SUITE_PACKAGE REVISION NOT_YET [--with FEATURE]... [--only SCENARIO]
// Exit code 2: the suite has nothing for that revision, or the revision no such scenario.
import { spawnSync } from 'node:child_process';
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

function listed(leg) {
  const program = path.join(suite, 'dist', 'index.js');
  const options = ['list', `--${leg}`, '--spec-version', revision];
  const run = spawnSync(process.execPath, [program, ...options], { encoding: 'utf8' });
  if (run.status !== 0) refuse(`the suite has nothing for revision ${revision}`);
  return run.stdout
    .split('\n')
    .map((line) => line.match(/^  - (\S+)/))
    .filter((match) => match)
    .map((match) => ({ leg, group: 'listed', name: match[1] }));
}

function allOfRevision() {
  const all = [...listed('server'), ...listed('client')];
  if (all.length === 0) refuse(`the suite has no scenario for revision ${revision}`);
  return all;
}

function requirementSet() {
  const file = path.join(suite, 'requirements', `${revision}.yaml`);
  if (!existsSync(file)) return allOfRevision();
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
