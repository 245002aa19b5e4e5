// recognizers.js TEXTS.json: the seconds that Recognizers-Text takes for numbers, percentages, money and dates, warm.
const { readFileSync } = require("fs");
const { createRequire } = require("module");
const { recognizeNumber, recognizePercentage } = createRequire(process.cwd() + "/")("@microsoft/recognizers-text-number");
const { recognizeCurrency } = createRequire(process.cwd() + "/")("@microsoft/recognizers-text-number-with-unit");
const { recognizeDateTime } = createRequire(process.cwd() + "/")("@microsoft/recognizers-text-date-time");

const texts = JSON.parse(readFileSync(process.argv[2], "utf8"));
const read = (text) => [recognizeNumber, recognizePercentage, recognizeCurrency, recognizeDateTime].map((recognize) => recognize(text, "zh-cn").length);
read("今年一月，三家公司投入两亿元，增长两成。");
const start = process.hrtime.bigint();
texts.forEach(read);
console.log(Number(process.hrtime.bigint() - start) / 1e9);
