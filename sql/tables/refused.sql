CREATE EXTERNAL TABLE IF NOT EXISTS refused (
  `arrived_at` timestamp COMMENT 'when it arrived on the stream',
  `reason` string COMMENT 'why it is no event',
  `raw` binary COMMENT 'the record as it came'
)
PARTITIONED BY (`day` date)
ROW FORMAT SERDE 'org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe'
STORED AS INPUTFORMAT 'org.apache.hadoop.hive.ql.io.SymlinkTextInputFormat'
OUTPUTFORMAT 'org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat'
LOCATION '{lake}/links/refused/'
TBLPROPERTIES (
  'projection.enabled' = 'true',
  'projection.day.type' = 'date',
  'projection.day.format' = 'yyyy-MM-dd',
  'projection.day.range' = '{first_day},NOW+1DAYS',
  'storage.location.template' = '{lake}/links/refused/day=${day}/'
)
