package io.shelfcast.job.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.shelfcast.job.TableWrite;
import io.shelfcast.job.state.BinaryType;
import io.shelfcast.job.state.Forms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.connector.base.sink.writer.RequestEntryWrapper;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.InternalServerErrorException;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;

/** The sink with a table that fails on demand. */
class TargetSinkTest {
  private static final int WRITES = 200;

  @Test
  void throttlesTimeoutsAndFaultsOfTheServiceAreTriedAgainUntilTheyPass() throws Exception {
    RuntimeException[] passing = {
      ProvisionedThroughputExceededException.builder()
          .statusCode(400)
          .awsErrorDetails(
              AwsErrorDetails.builder().errorCode("ProvisionedThroughputExceededException").build())
          .build(),
      ApiCallTimeoutException.create(1),
      InternalServerErrorException.builder().statusCode(500).build()
    };
    FlakyTable table = new FlakyTable(n -> n < WRITES ? passing[n % passing.length] : null);
    run(table);
    assertEquals(WRITES, table.accepted().size());
  }

  @Test
  void whatOnlyAPersonCanMendFailsTheJobWithOneSentence() {
    RuntimeException denied =
        DynamoDbException.builder()
            .statusCode(400)
            .awsErrorDetails(
                AwsErrorDetails.builder()
                    .errorCode("AccessDeniedException")
                    .errorMessage("not authorized to perform dynamodb:PutItem")
                    .build())
            .build();
    FlakyTable table = new FlakyTable(n -> n == 20 ? denied : null);
    Exception failure = assertThrows(Exception.class, () -> run(table));
    assertTrue(
        messages(failure)
            .contains(
                "DynamoDB refuses writes to the table t: AccessDeniedException, "
                    + "not authorized to perform dynamodb:PutItem."),
        () -> messages(failure).toString());
  }

  @Test
  void whatWaitsInTheBufferIsPartOfTheCheckpoint() throws Exception {
    SimpleVersionedSerializer<BufferedRequestState<TableWrite>> serializer =
        new FlakyTable(n -> null).sink().getWriterStateSerializer();
    TableWrite target = Targets.write("p1", Targets.version(1, 20_000, 5), true);
    BufferedRequestState<TableWrite> buffer =
        new BufferedRequestState<>(
            List.of(
                new RequestEntryWrapper<>(target, 1_024),
                new RequestEntryWrapper<>(TableWrite.staleness("s1", 2, 3), 1_024)));
    List<RequestEntryWrapper<TableWrite>> back =
        serializer
            .deserialize(serializer.getVersion(), serializer.serialize(buffer))
            .getBufferedRequestEntries();
    assertEquals(target.target(), back.get(0).getRequestEntry().target());
    assertEquals(3, back.get(1).getRequestEntry().watermark());
  }

  private static void run(FlakyTable table) throws Exception {
    List<TableWrite> writes = new ArrayList<>();
    for (int n = 0; n < WRITES; n++) {
      writes.add(Targets.write("p" + n, Targets.version(1, 20_000, n + 1), false));
    }
    Configuration flink = new Configuration();
    flink.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
    StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(1, flink);
    env.fromData(writes, BinaryType.of(Forms.TABLE_WRITE)).sinkTo(table.sink());
    env.execute();
  }

  private static List<String> messages(Throwable failure) {
    List<String> messages = new ArrayList<>();
    for (Throwable each = failure; each != null; each = each.getCause()) {
      messages.add(each.getMessage());
    }
    return messages;
  }

  /** A table in this JVM whose n-th put fails as it is told. */
  private static final class FlakyTable {
    private static final Map<String, FlakyTable> OPEN = new ConcurrentHashMap<>();

    private final String id = UUID.randomUUID().toString();
    private final AtomicInteger puts = new AtomicInteger();
    private final List<TableWrite> accepted = new ArrayList<>();
    private final Function<Integer, RuntimeException> failure;

    FlakyTable(Function<Integer, RuntimeException> failure) {
      this.failure = failure;
      OPEN.put(id, this);
    }

    TargetSink sink() {
      String open = id;
      return new TargetSink("t", () -> new Opened(OPEN.get(open)));
    }

    synchronized List<TableWrite> accepted() {
      return List.copyOf(accepted);
    }

    synchronized CompletableFuture<TargetTable.PutOutcome> put(TableWrite write) {
      RuntimeException fault = failure.apply(puts.getAndIncrement());
      if (fault != null) {
        return CompletableFuture.failedFuture(fault);
      }
      accepted.add(write);
      return CompletableFuture.completedFuture(new TargetTable.PutOutcome(true, 1));
    }
  }

  private static final class Opened implements TargetTable {
    private final FlakyTable table;

    Opened(FlakyTable table) {
      this.table = table;
    }

    @Override
    public CompletableFuture<PutOutcome> put(TableWrite write) {
      return table.put(write);
    }

    @Override
    public void close() {
      // it lives in this JVM
    }
  }
}
