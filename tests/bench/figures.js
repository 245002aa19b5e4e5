// figures.js FILE…: seconds that Recognizers-Text takes for the numbers, percentages, amounts of money and dates of these pages.
const fs = require('fs');
const path = require('path');
const {createRequire} = require('module');
const suite = createRequire(path.resolve(__dirname, '../../build/bench/package.json'))('@microsoft/recognizers-text-suite');

const read = [suite.recognizeNumber, suite.recognizePercentage, suite.recognizeCurrency, suite.recognizeDateTime];
const texts = process.argv.slice(2).map(file => fs.readFileSync(file, 'utf8'));
read.forEach(recognize => recognize('三百二十元', suite.Culture.Chinese)); // the models are built at first use
const start = process.hrtime.bigint();
let found = 0;
for (const text of texts) for (const recognize of read) found += recognize(text, suite.Culture.Chinese).length;
console.log(JSON.stringify({seconds: Number(process.hrtime.bigint() - start) / 1e9, found}));
