package io.shelfcast.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shelfcast.target.Decision;
import io.shelfcast.target.InventoryTarget;
import io.shelfcast.target.Measure;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/** Prints each target that a job in this process decides on, one JSON object a line. */
final class PrintedTargets implements Sink<Decision> {
  private static final long serialVersionUID = 1;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The target under the names of the table's attributes, with the reason of the change. */
  static ObjectNode json(Decision decision) {
    InventoryTarget target = decision.after();
    ObjectNode line =
        JSON.createObjectNode()
            .put("storeId", target.key().storeId())
            .put("productId", target.key().productId())
            .put("asOf", Instant.ofEpochMilli(target.asOf()).toString())
            .put("reason", decision.reason().name().toLowerCase(Locale.ROOT))
            .put("atRisk", target.atRisk());
    for (Measure measure : Measure.values()) {
      if (target.has(measure)) {
        BigDecimal number = BigDecimal.valueOf(target.get(measure), 4).stripTrailingZeros();
        line.put(measure.json(), number.setScale(Math.max(0, number.scale())));
      }
    }
    return line.put("bundle", target.version().bundleSequence())
        .put("closedThrough", LocalDate.ofEpochDay(target.version().closedThroughDay()).toString());
  }

  @Override
  @SuppressWarnings("deprecation") // Flink 1.20 still wants it beside the other
  public SinkWriter<Decision> createWriter(InitContext context) {
    return new Printer();
  }

  @Override
  public SinkWriter<Decision> createWriter(WriterInitContext context) {
    return new Printer();
  }

  private static final class Printer implements SinkWriter<Decision> {
    @Override
    public void write(Decision decision, Context context) {
      System.out.println(json(decision));
    }

    @Override
    public void flush(boolean endOfInput) {
      System.out.flush();
    }

    @Override
    public void close() {
      // standard output stays open
    }
  }
}
