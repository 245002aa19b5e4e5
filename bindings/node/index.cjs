"use strict";
const { existsSync } = require("node:fs");
const path = require("node:path");

function loadablePath() {
  const library = path.join(__dirname, "leitai.so");
  if (!existsSync(library)) throw new Error(`leitai: ${library} is missing; build it with: node ${path.join(__dirname, "build.mjs")}`);
  return library;
}

function load(db) {
  if (typeof db?.loadExtension !== "function") {
    throw new TypeError("leitai.load(db): expected a database of better-sqlite3, or another with loadExtension()");
  }
  db.loadExtension(loadablePath());
}

module.exports = { load, loadablePath };
