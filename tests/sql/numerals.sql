-- Numerals beyond what a number holds have no row, or one that says as much as can be said; a text of them costs no more than its length.
CREATE TABLE digits(of, ten_thousand);
INSERT INTO digits SELECT d.value, replace(hex(zeroblob(5000)), '0', d.value) FROM json_each('["7", "九", "〇"]') d;

SELECT gives('SELECT count(*) FROM digits, llm_numbers(ten_thousand || ''元'')', '0', 'ten thousand digits are no number');
SELECT gives('SELECT count(*) FROM digits, llm_figures(ten_thousand || ''万亿元'')', '0', 'nor a figure, nor is what follows them');
SELECT gives('SELECT count(*) FROM digits, llm_dates(ten_thousand || ''年'', ''2022-06-15'') WHERE start_date IS NOT NULL', '0', 'nor a year');
SELECT gives('SELECT count(*) FROM digits WHERE llm_number(ten_thousand) IS NOT NULL', '0', 'llm_number gives NULL for them');
SELECT gives('SELECT count(*) FROM digits, llm_numbers(''第'' || ten_thousand || ''名'')', '0', 'nor do they tell which one');
SELECT gives('SELECT number FROM digits, llm_numbers(''共3.'' || ten_thousand || ''元'') WHERE of = ''7''', '3.77777777777778', 'ten thousand decimals are as exact as a number can be');
SELECT gives('SELECT number FROM llm_numbers(''1e400元'')', 'a power beyond all numbers is no number');
SELECT gives('SELECT count(*) FROM llm_numbers(replace(hex(zeroblob(5000)), ''0'', ''三分之''))', '5000', 'what is cut and begun again is read in one pass');
