// Leitai as npm installs it: by import and by require, into better-sqlite3, with types that a compiler accepts.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import test from "node:test";

const project = process.env.LEITAI_TEST_PROJECT; // a folder in which the package is installed
const require = createRequire(path.join(project, "test.cjs"));
const Database = require("better-sqlite3");
const SQL = "SELECT name, camp FROM llm_players('以阿里巴巴、百度为代表的互联网派起步早。') WHERE kind = 'company' ORDER BY start";
const ROWS = [
  { name: "阿里巴巴", camp: "互联网派" },
  { name: "百度", camp: "互联网派" },
];

test("require() loads it into better-sqlite3", () => {
  const db = new Database(":memory:");
  require("leitai").load(db);
  assert.deepEqual(db.prepare(SQL).all(), ROWS);
  assert.equal(db.prepare("SELECT llm_version() AS v").get().v, require("leitai/package.json").version);
});

test("import loads it into better-sqlite3", () => {
  const script = `import Database from "better-sqlite3"; import { load, loadablePath } from "leitai";
    const db = new Database(":memory:"); load(db); console.log(JSON.stringify([db.prepare(${JSON.stringify(SQL)}).all(), loadablePath()]));`;
  const said = execFileSync(process.execPath, ["--input-type=module", "-e", script], { cwd: project, encoding: "utf8" });
  const [rows, library] = JSON.parse(said);
  assert.deepEqual(rows, ROWS);
  assert.ok(existsSync(library) && library.startsWith(path.join(project, "node_modules/leitai/")));
});

test("a file of pages is read as BLOBs", () => {
  const db = new Database(":memory:");
  require("leitai").load(db);
  const big5 = Buffer.from([0xa5, 0xc1, 0xaa, 0xf7, 0xa1, 0x43]); // 民金。
  assert.equal(db.prepare("SELECT llm_decode(?) AS text").get(big5).text, "民金。");
});

for (const thing of [null, undefined, {}, "archive.db"]) {
  test(`load(${JSON.stringify(thing)}) says what it takes`, () => {
    assert.throws(() => require("leitai").load(thing), /leitai\.load\(db\): expected a database of better-sqlite3/);
  });
}

test("TypeScript accepts both ways of use, and nothing else", () => {
  const use = 'const db = new Database(":memory:");\nload(db);\nconst path: string = loadablePath();\n// @ts-expect-error\nload(path);\n';
  writeFileSync(path.join(project, "module.mts"), `import Database from "better-sqlite3";\nimport { load, loadablePath } from "leitai";\n${use}`);
  writeFileSync(path.join(project, "common.cts"), `import Database = require("better-sqlite3");\nimport { load, loadablePath } from "leitai";\n${use}`);
  const tsc = require.resolve("typescript/bin/tsc");
  const options = ["--noEmit", "--strict", "--types", "node", "--module", "nodenext", "--esModuleInterop", "module.mts", "common.cts"];
  execFileSync(process.execPath, [tsc, ...options], { cwd: project, stdio: "pipe" });
});
