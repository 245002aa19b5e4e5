"""What the articles of a database say, as Polars DataFrames:  python in_polars.py ARCHIVE.db"""
import sys

import polars

import leitai

db = leitai.connect(sys.argv[1])

claims = polars.read_database("SELECT a.title, c.structure, c.polarity, c.headline FROM articles a, llm_claims(a.body) c", db)
print(claims.group_by("title").agg(claims=polars.len(), against=(polars.col("polarity") < 0).sum()).sort("title"))

models = polars.read_database("SELECT m.name, m.developer, m.known FROM articles a, llm_models(a.body) m", db)
print(models.filter(polars.col("developer").is_not_null()).group_by("developer").agg(polars.col("name").unique().sort()).sort("developer").head(5))
