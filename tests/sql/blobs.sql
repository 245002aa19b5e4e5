-- BLOBs are decoded.
SELECT gives('SELECT body, typeof(text) FROM llm_sentences(x''B4F3C4A3D0CDB5C4C0DECCA8A1A3'')', '大模型的擂台。|blob', 'a BLOB of GB18030 is decoded');
SELECT equals(llm_decode(x'B4F3C4A3D0CDB5C4C0DECCA8'), '大模型的擂台', 'llm_decode shows the text of a BLOB');
SELECT gives('SELECT substr(llm_decode(b), start, length) FROM (SELECT x''B4F3C4A3D0CDA1A3B5C4C0DECCA8A1A3'' b), llm_sentences(b) WHERE sentence = 2',
  '的擂台。', 'start and length count the decoded text');
