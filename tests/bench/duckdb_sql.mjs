// Runs statements in DuckDB, one after the other, and prints the milliseconds that the last one took
// and what it gave first.
//
//   node duckdb_sql.mjs NODE_MODULES DATABASE THREADS STATEMENT...
import { createRequire } from "node:module";

const [modules, database, threads, ...statements] = process.argv.slice(2);
const require = createRequire(modules + "/");
const { DuckDBInstance } = require("@duckdb/node-api");

const instance = await DuckDBInstance.create(database, { threads });
const connection = await instance.connect();
let begin = 0n;
let result = null;
for (const statement of statements) {
  begin = process.hrtime.bigint();
  result = await connection.runAndReadAll(statement);
}
console.log(Number((process.hrtime.bigint() - begin) / 1000n) / 1000);
console.log(JSON.stringify(result.getRowsJson()[0] ?? []));
connection.closeSync();
instance.closeSync();
