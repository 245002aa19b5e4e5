# %% What the articles say, joined with what is known elsewhere. Run it cell by cell in a notebook, or: python joins.py ARCHIVE.db
import sys
from pathlib import Path

import pandas

import leitai

data = Path(__file__).resolve().parents[3] / "sql/data"
db = leitai.connect(sys.argv[1])

# %% Three tables: players from the articles, a list of listed companies, prices (these are invented)
players = pandas.read_sql(
    "SELECT a.published, p.name, p.ticker, p.mentions FROM articles a, llm_players(a.body) p WHERE p.ticker IS NOT NULL",
    db,
    parse_dates=["published"],
)
listed = pandas.read_csv(data / "listed.csv")
prices = pandas.read_csv(data / "prices.csv", parse_dates=["day"])

# %% Which sectors the articles speak of
spoken = players.merge(listed, on="ticker")
print(spoken.groupby("sector").agg(companies=("ticker", "nunique"), mentions=("mentions", "sum")).sort_values(["mentions", "sector"], ascending=[False, True]))

# %% How prices moved: the last close up to the day the article appeared, and the last one of the week after
dated = spoken.dropna(subset=["published"]).sort_values("published")
before = pandas.merge_asof(dated, prices.sort_values("day"), left_on="published", right_on="day", by="ticker")
dated = dated.assign(week=dated.published + pandas.Timedelta(days=7))
after = pandas.merge_asof(dated, prices.sort_values("day"), left_on="week", right_on="day", by="ticker")
moved = before.assign(after=after.close, change=(after.close / before.close - 1).round(3)).dropna(subset=["change"])
print(moved.sort_values(["change", "name"], ascending=[False, True])[["published", "name", "company", "close", "after", "change"]].to_string(index=False))
