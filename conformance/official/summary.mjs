// Judges the results of one revision and prints them: a line for each set, then each finding.
//
// usage: node summary.mjs RESULTS REVISION      RESULTS holds scenarios.txt, server/ and client/
// A scenario passes when it has a result, no FAILURE, and a SUCCESS. Strict mode (CONF_STRICT, on
// unless 0) asks more: no WARNING, a SUCCESS besides wire-schema-valid (a check that every message
// gets, whatever the scenario exercised), and for a client a run that the suite itself passed, which
// it refuses on a timeout or a wrong exit code.
// Exit code 1: a scenario failed, or none was selected.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const [results, revision] = process.argv.slice(2);
const strict = process.env.CONF_STRICT !== '0';
const timestamp = /^\d{4}-\d{2}-\d{2}T[\d-]+Z$/;

/** The checks of a scenario's latest run, or undefined when the suite wrote none. */
function checksOf(leg, name) {
  const stem = path.join(results, leg, leg === 'server' ? `server-${name}` : name);
  const folder = path.dirname(stem);
  const prefix = `${path.basename(stem)}-`;
  if (!existsSync(folder)) return undefined;
  const latest = readdirSync(folder)
    .filter((entry) => entry.startsWith(prefix) && timestamp.test(entry.slice(prefix.length)))
    .sort()
    .at(-1);
  const file = latest && path.join(folder, latest, 'checks.json');
  return file && existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/** What the suite said against a client besides its checks: a timeout or an exit code. */
function clientComplaint(name) {
  const log = path.join(results, 'client', `${name}.log`);
  const verdict = path.join(results, 'client', `${name}.exit`);
  if (!existsSync(verdict)) return 'the suite did not run this scenario';
  const code = readFileSync(verdict, 'utf8').trim();
  if (code === '0') return undefined;
  const said = readFileSync(log, 'utf8').match(/CLIENT (TIMED OUT|EXITED WITH ERROR \(code [^)]*\))/);
  return said ? said[0].toLowerCase() : `the suite ended with exit code ${code}, see ${log}`;
}

function describe(check) {
  const text = check.errorMessage ?? check.details?.message ?? check.description ?? '';
  return `${check.id} [${check.name}] ${String(text).replace(/\s+/g, ' ').trim()}`;
}

function judge({ leg, name }) {
  const checks = checksOf(leg, name);
  const complaint = leg === 'client' ? clientComplaint(name) : undefined;
  if (checks === undefined) {
    const findings = complaint ? ['no result was written', complaint] : ['no result was written'];
    return { passed: false, count: 0, findings };
  }
  const withStatus = (status) => checks.filter((check) => check.status === status);
  const successes = withStatus('SUCCESS');
  const failures = withStatus('FAILURE');
  const hard = failures.map((check) => `FAILURE ${describe(check)}`);
  const soft = withStatus('WARNING').map((check) => `WARNING ${describe(check)}`);
  // The suite also refuses a client for the checks that are listed already.
  if (complaint && (hard.length + soft.length === 0 || complaint.startsWith('client '))) soft.push(complaint);
  if (hard.length + soft.length === 0) {
    if (successes.length === 0) hard.push('no check succeeded');
    else if (successes.every((check) => check.id === 'wire-schema-valid')) {
      soft.push('no check succeeded but wire-schema-valid');
    }
  }
  return {
    passed: hard.length === 0 && (!strict || soft.length === 0),
    count: successes.length + failures.length,
    findings: [...hard, ...soft],
  };
}

const selected = readFileSync(path.join(results, 'scenarios.txt'), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => line.split(' '))
  .map(([leg, group, name]) => ({ leg, group, name }));

let expected = 0;
let failed = 0;
for (const leg of ['server', 'client']) {
  for (const group of ['scored', 'listed', 'unscored']) {
    const scenarios = selected.filter((scenario) => scenario.leg === leg && scenario.group === group);
    if (scenarios.length === 0) continue;
    const verdicts = scenarios.map((scenario) => ({ ...scenario, ...judge(scenario) }));
    const passed = verdicts.filter((verdict) => verdict.passed).length;
    const checks = verdicts.reduce((sum, verdict) => sum + verdict.count, 0);
    const title = group === 'scored' ? 'scored' : group === 'listed' ? 'without requirement set' : `not scored: ${scenarios.map((one) => one.name).join(', ')}`;
    console.log(`${leg} ${revision} ${title}: ${passed}/${scenarios.length} scenarios, ${checks} checks`);
    for (const { name, passed: ok, findings } of verdicts) {
      for (const finding of findings) console.log(`  ${ok ? 'noted ' : 'FAILED'} ${name}: ${finding}`);
    }
    expected += scenarios.length;
    failed += scenarios.length - passed;
  }
}
const waiting = new Map();
for (const { leg, group, name } of selected) {
  if (!group.startsWith('waits:')) continue;
  const key = `${leg} ${group.slice('waits:'.length)}`;
  waiting.set(key, (waiting.get(key) ?? 0) + 1);
}
for (const [key, count] of waiting) console.log(`not run at ${revision}: ${key}, ${count} scenarios (not-yet.txt)`);
if (expected === 0) console.log(`FAILED: no scenario of ${revision} was selected`);
process.exit(expected === 0 || failed > 0 ? 1 : 0);
