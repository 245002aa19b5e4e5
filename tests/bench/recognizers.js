// recognizers.js TEXTS.json: the seconds that Recognizers-Text takes for the numbers, percentages, amounts of money and dates of texts.
const { readFileSync } = require("fs");
const { createRequire } = require("module");
const suite = createRequire(process.cwd() + "/")("@microsoft/recognizers-text-suite");

const read = [suite.recognizeNumber, suite.recognizePercentage, suite.recognizeCurrency, suite.recognizeDateTime];
const texts = JSON.parse(readFileSync(process.argv[2], "utf8"));
read.forEach((recognize) => recognize("三百二十元", suite.Culture.Chinese)); // the models are built at first use
const start = process.hrtime.bigint();
for (const text of texts) for (const recognize of read) recognize(text, suite.Culture.Chinese);
console.log(Number(process.hrtime.bigint() - start) / 1e9);
