"""What pages say, read by Apache Spark:  python on_spark.py PAGE|FOLDER…   ($MASTER: the cluster; without it, this machine)"""
import os
import sys

from pyspark.sql import Column, DataFrame, SparkSession
from pyspark.sql import functions as F

from leitai import spark as leitai

# Two articles of one text differ in at most 11 bits of the fingerprint, so that in one of four bands of 16 bits they differ in 2 at most.
BITS_APART = 11
MASKS = [0] + [1 << i for i in range(16)] + [1 << i | 1 << k for i in range(16) for k in range(i)]


def players(tables: dict[str, DataFrame]) -> DataFrame:
    """Who is spoken of, in how many articles."""
    counts = tables["players"].groupBy("name", "kind").agg(F.count("*").alias("articles"), F.sum("mentions").alias("mentions"))
    return counts.orderBy(F.desc("articles"), F.desc("mentions"), "name")


def co_mentions(tables: dict[str, DataFrame]) -> DataFrame:
    """Who is named together with whom."""
    names = tables["players"].select("key", "name")
    others = names.withColumnRenamed("name", "other")
    together = names.join(others, "key").where("name <> other").groupBy("name", "other").agg(F.count("*").alias("articles"))
    return together.orderBy(F.desc("articles"), "name", "other")


def claims_about(tables: dict[str, DataFrame]) -> DataFrame:
    """What is said for and against whom, and by whom."""
    side = F.when(F.col("polarity") == 1, "for").otherwise("against").alias("side")
    source = F.coalesce("source", F.lit("the article")).alias("source")
    player = F.explode(F.from_json("players", "array<string>")).alias("player")
    claims = tables["claims"].where("polarity <> 0").select(player, side, source, "certainty", "headline", "key", "row")
    return claims.orderBy("player", "side", "key", "row")


def near_pairs(articles: DataFrame) -> DataFrame:
    """Articles of almost one text, as an archive finds them: those that meet in a band are compared."""
    bands = F.posexplode(F.array(*[_band(F.col("fingerprint"), band) for band in range(4)])).alias("band", "value")
    at = articles.select("key", "fingerprint", bands)
    near = F.explode(F.array(*[F.lit(mask) for mask in MASKS])).alias("mask")
    around = at.select(F.col("key").alias("other"), F.col("fingerprint").alias("its"), "band", "value", near)
    around = around.select("other", "its", "band", F.col("value").bitwiseXOR(F.col("mask")).alias("value"))
    alike = F.bit_count(F.col("fingerprint").bitwiseXOR(F.col("its"))) <= BITS_APART
    return at.join(around, ["band", "value"]).where(alike & (F.col("key") < F.col("other"))).select("key", "other").distinct()


def _band(fingerprint: Column, band: int) -> Column:
    return F.shiftright(fingerprint, 16 * band).bitwiseAND(0xFFFF).cast("int")


def copies(articles: DataFrame) -> DataFrame:
    """Each article that is not the only one of its text, with the smallest key of those that such pairs connect."""
    pairs = near_pairs(articles)
    ways = pairs.union(pairs.select("other", "key")).localCheckpoint()
    found = ways.select("key", F.col("key").alias("original")).distinct()
    while True:
        offered = ways.join(found, "key").select(F.col("other").alias("key"), "original")
        nearer = found.union(offered).groupBy("key").agg(F.min("original").alias("original")).localCheckpoint()
        if nearer.exceptAll(found).isEmpty():
            return found
        found = nearer


def once(tables: dict[str, DataFrame]) -> dict[str, DataFrame]:
    """The tables without the copies, for reprints are to count once."""
    again = copies(tables["article"]).where("key <> original").select("key").localCheckpoint()
    return {table: df.join(again, "key", "left_anti") for table, df in tables.items()}


def pages(spark: SparkSession, paths: list[str]) -> DataFrame:
    """Files in the bytes they have; fixtures' *.clean.txt are what their pages restore to."""
    files = spark.read.format("binaryFile").option("pathGlobFilter", "*.{txt,md,html}").load(paths)
    return files.select(F.element_at(F.split("path", "/"), -1).alias("page"), "content").where("page NOT LIKE '%.clean.txt' AND page NOT LIKE 'README%'")


def show(tables: dict[str, DataFrame]) -> None:
    counted = once(tables)
    print("COPIES: pages of one text")
    copies(tables["article"]).orderBy("original", "key").show(12, truncate=False)
    print("PLAYERS: who is spoken of, reprints counted once")
    players(counted).where("kind = 'company'").show(8)
    print("TOGETHER: who is named beside whom")
    co_mentions(counted).where("name < other").show(8)
    print("CLAIMS: what is said for and against whom")
    claims_about(counted).select("player", "side", "source", "headline").show(8, truncate=40)
    print("ERRORS: what could not be read")
    tables["errors"].show()


def main(paths: list[str]) -> None:
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    options = {"spark.ui.enabled": "false", "spark.ui.showConsoleProgress": "false", "spark.sql.shuffle.partitions": "2", "spark.log.level": "ERROR"}
    spark = SparkSession.builder.master(os.environ.get("MASTER", "local[*]")).config(map=options).getOrCreate()
    show(leitai.read(pages(spark, paths), text="content", key="page", tables=["article", "players", "claims"]))
    spark.stop()


if __name__ == "__main__":
    main(sys.argv[1:])
