// build.mjs          builds leitai.so from the sources around this folder and puts it here (npm install FOLDER runs it)
// build.mjs --pack   makes of it the package that others install, build/npm/leitai-VERSION.tgz, and prints its path
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const here = path.dirname(fileURLToPath(import.meta.url));
const top = path.resolve(here, "../..");
const built = path.join(top, "build/npm");
const NEEDS = "sudo apt-get install gcc cmake make pkg-config libsqlite3-dev libicu-dev libxxhash-dev";

function run(command, args, options) {
  const done = spawnSync(command, args, { encoding: "utf8", ...options });
  if (done.status === 0) return done.stdout;
  process.stderr.write(`${done.error ?? done.stdout + done.stderr}\nleitai: ${command} failed. What a build needs comes with:\n\n  ${NEEDS}\n\n`);
  process.exit(1);
}

function build() {
  run("cmake", ["-S", top, "-B", built, "-DCMAKE_BUILD_TYPE=Release", "-DLEITAI_TESTS=OFF"]);
  run("cmake", ["--build", built, "--target", "leitai", "--parallel", "2"]);
  copyFileSync(path.join(built, "leitai.so"), path.join(here, "leitai.so"));
}

function pack() {
  const staged = path.join(built, "package");
  const about = JSON.parse(readFileSync(path.join(here, "package.json"), "utf8"));
  const [, version] = /project\(leitai VERSION (\S+)/.exec(readFileSync(path.join(top, "CMakeLists.txt"), "utf8"));
  delete about.scripts;
  about.cpu = [process.arch];
  rmSync(staged, { recursive: true, force: true });
  mkdirSync(staged);
  writeFileSync(path.join(staged, "package.json"), JSON.stringify({ ...about, version }, null, 2));
  for (const file of ["index.cjs", "index.mjs", "index.d.ts", "index.d.mts", "leitai.so", "README.md"]) {
    copyFileSync(path.join(here, file), path.join(staged, file));
  }
  copyFileSync(path.join(top, "LICENSE"), path.join(staged, "LICENSE"));
  return path.join(built, run("npm", ["pack", "--pack-destination", built], { cwd: staged }).trim().split("\n").at(-1));
}

build();
if (process.argv[2] === "--pack") console.log(pack());
