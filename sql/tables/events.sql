CREATE EXTERNAL TABLE IF NOT EXISTS events (
  `type` string COMMENT 'kind of event: SALE, VOID, COUNT, …',
  `event_id` string COMMENT 'names the event once and for ever; a second one is a duplicate',
  `store_id` string COMMENT 'the store',
  `product_id` string COMMENT 'the product; absent on STORE and TICK',
  `occurred_at` timestamp COMMENT 'when it happened at the store',
  `sent_at` timestamp COMMENT 'the replay\'s clock at sending; read as arrival in a replay',
  `quantity` decimal(18,4) COMMENT 'units; signed for ADJUST, never negative otherwise',
  `unit_price` decimal(18,2) COMMENT 'price of one unit as paid',
  `promotion` boolean COMMENT 'sold under a promotion',
  `voids_event_id` string COMMENT 'eventId of the SALE taken back',
  `voids_day` date COMMENT 'business day of the SALE taken back',
  `order_id` string COMMENT 'the replenishment order',
  `expected_on` date COMMENT 'day the order is expected',
  `cancelled` boolean COMMENT 'the order is cancelled',
  `reason` string COMMENT 'shrink, waste, transfer, …',
  `from_time` timestamp COMMENT 'start of the interval',
  `to_time` timestamp COMMENT 'end of the interval, exclusive',
  `stockout_share` decimal(18,4) COMMENT 'share of the interval or day out of stock',
  `lead_time_days` decimal(18,4) COMMENT 'mean lead time',
  `lead_time_sd_days` decimal(18,4) COMMENT 'standard deviation of the lead time',
  `review_period_days` decimal(18,4) COMMENT 'days between two chances to order',
  `service_level` decimal(18,4) COMMENT 'cycle service level asked, between 0 and 1',
  `shortage_cost` decimal(18,2) COMMENT 'cost of one unit short',
  `holding_cost` decimal(18,2) COMMENT 'cost of one unit left over for one protection interval',
  `pack_size` decimal(18,4) COMMENT 'orders are whole multiples of this',
  `minimum_order` decimal(18,4) COMMENT 'no order is smaller',
  `from_day` date COMMENT 'first day of the promotion',
  `to_day` date COMMENT 'last day of the promotion, inclusive',
  `discount` decimal(18,4) COMMENT 'price cut as a share; 0 takes the plan back',
  `category` string COMMENT 'the product\'s category',
  `launch_day` date COMMENT 'first day on sale',
  `end_day` date COMMENT 'last day on sale',
  `zone` string COMMENT 'time zone of the store, as in Europe/London',
  `country` string COMMENT 'two-letter ISO 3166 code, for holidays',
  `closed_days` string COMMENT 'days the store is planned to be shut',
  `open` boolean COMMENT 'whether the store was open that day',
  `fate` string COMMENT 'APPLIED, or TOO_OLD: kept but not applied',
  `origin` string COMMENT 'LIVE or BACKFILL',
  `arrived_at` timestamp COMMENT 'when it arrived on the stream',
  `ordinal` bigint COMMENT 'n-th event applied to its key, in its generation',
  `generation` bigint COMMENT 'of the job; 0 for back-fill'
)
PARTITIONED BY (`day` date)
ROW FORMAT SERDE 'org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe'
STORED AS INPUTFORMAT 'org.apache.hadoop.hive.ql.io.SymlinkTextInputFormat'
OUTPUTFORMAT 'org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat'
LOCATION '{lake}/links/events/'
TBLPROPERTIES (
  'projection.enabled' = 'true',
  'projection.day.type' = 'date',
  'projection.day.format' = 'yyyy-MM-dd',
  'projection.day.range' = '{first_day},NOW+1DAYS',
  'storage.location.template' = '{lake}/links/events/day=${day}/'
)
