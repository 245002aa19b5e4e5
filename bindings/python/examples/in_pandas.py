"""What the articles of a database say, as pandas DataFrames:  python in_pandas.py ARCHIVE.db"""
import sys

import pandas

import leitai

db = leitai.connect(sys.argv[1])

players = pandas.read_sql("SELECT a.published, p.name, p.kind, p.mentions FROM articles a, llm_players(a.body) p", db, parse_dates=["published"])
companies = players[players.kind == "company"]
print(companies.groupby("name").agg(articles=("name", "size"), mentions=("mentions", "sum")).sort_values(["mentions", "name"], ascending=[False, True]).head(5))

figures = pandas.read_sql("SELECT f.subject, f.figure, f.value FROM articles a, llm_figures(a.body) f WHERE f.measure = 'money' AND f.unit = '元'", db)
print(figures.sort_values("value", ascending=False).head(3).to_string(index=False))
