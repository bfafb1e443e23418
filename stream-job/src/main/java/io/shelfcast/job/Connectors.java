package io.shelfcast.job;

import io.shelfcast.event.ArchivedEvent;
import io.shelfcast.event.RefusedRecord;
import io.shelfcast.job.scoring.RemoteScorer;
import io.shelfcast.job.scoring.ShadowModel;
import io.shelfcast.target.Decision;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** What joins the job to the world, so that tests run the same job without it. */
public interface Connectors {
  /** Every record that comes, with stream time as its watermarks. */
  SingleOutputStreamOperator<Arrival> arrivals(StreamExecutionEnvironment env);

  /** What is known of stores before the first of these records. */
  default KnownStores knownStores() {
    return KnownStores.none();
  }

  /** The model bundle to begin with; null if it is to be looked for. */
  default BundleReference firstBundle() {
    return null;
  }

  /** What is tried beside the model bundle. */
  default ShadowModel shadow() {
    return ShadowModel.none();
  }

  /** The model elsewhere that makes the forecasts; null if the model bundle does. */
  default RemoteScorer.Opener remoteModel() {
    return null;
  }

  /** A tick each time the lake is to be looked through for a new model bundle. */
  SingleOutputStreamOperator<Long> bundleChecks(StreamExecutionEnvironment env);

  /** The table that readers of targets read. */
  Sink<TableWrite> targets();

  /** The archive of events. */
  Sink<ArchivedEvent> events();

  /** The archive of decisions. */
  Sink<Decision> decisions();

  /** The archive of records that are no event. */
  Sink<RefusedRecord> refused();
}
