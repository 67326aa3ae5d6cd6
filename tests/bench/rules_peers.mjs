// rules_peers.mjs: the benchmark's table in other engines.
//
//   node rules_peers.mjs MODULES ENGINE ROWS.csv CASE.sql
//
// MODULES is the folder of node_modules; ENGINE is zen, feelin or duckdb. Prints rows a second of the
// processor, and then how many rows each rule decides.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [modules, engine, rowsPath, casePath] = process.argv.slice(2);
const require = createRequire(pathToFileURL(modules + '/'));
const load = async (name) => import(pathToFileURL(require.resolve(name)));
const cells = [
  ['> 9000', '"cash"', '', '< 30', ''],
  ['[5000..9000]', '"cash"', '', '< 90', '> 50'],
  ['> 10000', '"wire"', '3', '', ''],
  ['> 10000', '"wire"', '2', '', '> 80'],
  ['[1000..5000)', '"card"', '', '< 7', ''],
  ['> 25000', '', '>= 2', '< 365', ''],
  ['', '"crypto"', '', '< 180', '> 25'],
  ['> 50000.50', '', '', '', '> 90'],
  ['< 10', '"card", "online"', '', '< 14', ''],
  ['', 'not("wire")', '3', '', '[10..20]'],
];
const names = ['amount', 'channel', 'tier', 'age', 'share'];

const rows = () => readFileSync(rowsPath, 'utf8').trim().split('\n').slice(1).map((line) => {
  const [amount, channel, tier, age, share] = line.split(',');
  return { amount: +amount, channel, tier: +tier, age: +age, share: +share };
});

// Time of the processor, all threads together: what else runs on the machine does not count.
const micros = () => { const { user, system } = process.cpuUsage(); return user + system; };
const told = (count, used, hits) => {
  console.log(Math.round(count * 1e6 / used));
  console.log(cells.map((_, i) => hits.get(i + 1) ?? 0).join(' '));
};

const measured = async (all, decide) => {
  const hits = new Map();
  const begin = micros();
  for (const row of all) {
    const rule = await decide(row);
    hits.set(rule, (hits.get(rule) ?? 0) + 1);
  }
  told(all.length, micros() - begin, hits);
};

if (engine === 'zen') {
  const { ZenEngine } = await load('@gorules/zen-engine');
  const inputs = names.map((field) => ({ id: field, name: field, type: 'expression', field }));
  // In this language "!=" stands for not(...) around one text.
  const rules = cells.map((rule, i) => ({
    _id: 'r' + i, out: String(i + 1),
    ...Object.fromEntries(rule.map((cell, at) => [names[at], cell.replace(/not\((.*)\)/, '!= $1')])),
  }));
  const content = {
    hitPolicy: 'first', inputs, rules,
    outputs: [{ id: 'out', name: 'rule', type: 'expression', field: 'rule' }],
  };
  const decision = new ZenEngine().createDecision({
    nodes: [{ id: 'in', type: 'inputNode', name: 'in', position: { x: 0, y: 0 } },
      { id: 't', type: 'decisionTableNode', name: 't', position: { x: 0, y: 0 }, content },
      { id: 'o', type: 'outputNode', name: 'o', position: { x: 0, y: 0 } }],
    edges: [{ id: 'e1', type: 'edge', sourceId: 'in', targetId: 't' },
      { id: 'e2', type: 'edge', sourceId: 't', targetId: 'o' }],
  });
  const all = rows();
  await measured(all, async (row) => (await decision.evaluate(row)).result?.rule);
} else if (engine === 'feelin') {
  const { unaryTest } = await load('feelin');
  const passes = (cell, value) => {
    const answer = cell === '' || unaryTest(cell, { '?': value });
    return answer === true || answer?.value === true;
  };
  await measured(rows().slice(0, 500), (row) =>
    1 + cells.findIndex((rule) => rule.every((cell, at) => passes(cell, row[names[at]]))));
} else {
  const { DuckDBInstance } = await load('@duckdb/node-api');
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run('SET threads = 1');
  await connection.run(`CREATE TABLE facts AS SELECT CAST(round(amount * 100) AS BIGINT) AS amount,
    channel, CAST(tier AS INTEGER) AS tier, CAST(age AS INTEGER) AS age,
    CAST(share AS INTEGER) AS share FROM read_csv('${rowsPath}')`);
  const query = `SELECT rule, count(*)::INTEGER AS n FROM
    (SELECT ${readFileSync(casePath, 'utf8')} AS rule FROM facts) GROUP BY rule`;
  const total = await connection.runAndReadAll('SELECT count(*)::INTEGER FROM facts');
  await connection.runAndReadAll(query);
  const begin = micros();
  const answer = await connection.runAndReadAll(query);
  told(total.getRows()[0][0], micros() - begin, new Map(answer.getRows()));
}
