"""SQL on partitions, and Leitai's functions in Spark SQL."""
import pytest

import leitai
from leitai import spark as on_spark


def test_sql(articles, archive):
    query = "SELECT a.id, llm_title(a.body) AS title, count(*) AS players, avg(p.mentions) AS mentions FROM articles a, llm_players(a.body) p GROUP BY a.id"
    df = on_spark.sql(articles, query)
    assert df.dtypes == [("id", "bigint"), ("title", "string"), ("players", "bigint"), ("mentions", "double")]
    assert sorted(map(tuple, df.collect())) == sorted(archive.execute(query).fetchall())


def test_a_partition_is_one_table(articles):
    counts = [row.n for row in on_spark.sql(articles, "SELECT count(*) AS n FROM articles").collect()]
    assert len(counts) == articles.rdd.getNumPartitions() and sum(counts) == articles.count()


def test_types(spark):
    df = spark.sql("SELECT DATE '2024-05-02' AS day, 1.50BD AS price, true AS open, X'E799BEE5BAA6' AS body, CAST(NULL AS INT) AS none")
    result = on_spark.sql(df, "SELECT day, price, open, llm_decode(body) AS body, none FROM articles")
    assert [tuple(row) for row in result.collect()] == [("2024-05-02", 1.5, 1, "百度", None)]


@pytest.mark.parametrize("query, problem", [
    ("SELECT NULL AS x FROM articles", "type of the column x: write CAST"),
    ("SELECT absent FROM articles", "no such column: absent"),
])
def test_what_cannot_be(articles, query, problem):
    with pytest.raises(Exception, match=problem):
        on_spark.sql(articles, query)


def test_what_has_no_type(spark):
    with pytest.raises(TypeError, match="no type for the column a, array<int>"):
        on_spark.sql(spark.sql("SELECT array(1) AS a"), "SELECT 1 FROM articles")
    with pytest.raises(TypeError, match="the column id is to hold strings or bytes, not int"):
        on_spark.read(spark.sql("SELECT 1 AS id"), text="id")
    with pytest.raises(ValueError, match="there is no table 'plays'; there are article, sections"):
        on_spark.read(spark.sql("SELECT 1 AS id, '' AS body"), tables=["plays"])


def test_functions(spark, articles, archive):
    on_spark.register(spark)
    articles.where("id < 20").createOrReplaceTempView("twenty")
    texts = ["llm_clean", "llm_title", "llm_author", "llm_published", "llm_simplify", "llm_pinyin", "llm_fingerprint"]
    query = f"SELECT id, {', '.join(f'{name}(body)' for name in texts)}, llm_distance(llm_fingerprint(body), 7) FROM %s ORDER BY id"
    assert [tuple(row) for row in spark.sql(query % "twenty").collect()] == archive.execute(query % "articles WHERE id < 20").fetchall()


def test_other_functions(spark):
    on_spark.register(spark)
    row = spark.sql("""SELECT llm_number('三千五'), llm_date('上个月', '2024-05-02'), llm_date(CAST(NULL AS STRING)), llm_decode(X'E799BEE5BAA6'),
                       substr(llm_annotate('百度', 'html'), 1, 15)""").first()
    assert tuple(row) == (3500.0, "2024-04-01", None, "百度", "<!DOCTYPE html>")


def test_all_functions_are_there():
    names = {name for name, in leitai.connect(":memory:").execute("SELECT DISTINCT name FROM pragma_function_list WHERE name LIKE 'llm%'")}
    about_leitai = {"llm_version", "llm_debug", "llm_option", "llm_lexicon_use", "llm_archive_sync"}
    assert set(on_spark.FUNCTIONS) == names - about_leitai
