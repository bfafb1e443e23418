package io.shelfcast.producer.send;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.shelfcast.producer.timeline.SendFailed;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KinesisStreamTest {
  private FakeKinesis kinesis;

  @BeforeEach
  void start() throws IOException {
    kinesis = new FakeKinesis();
  }

  @AfterEach
  void stop() {
    kinesis.close();
  }

  private static List<StreamRecord> sales(int number) {
    return java.util.stream.IntStream.range(0, number)
        .mapToObj(n -> StreamRecord.of(FakeStream.sale(n, "p")))
        .toList();
  }

  private String refusal() {
    return assertThrows(SendFailed.class, () -> KinesisStream.open(kinesis.address()).close())
        .getMessage();
  }

  @Test
  void recordsAreWrittenInTheProtocolThatEmulatorsRead() throws PutFault {
    try (KinesisStream stream = KinesisStream.open(kinesis.address())) {
      List<StreamRecord> sales = sales(3);
      stream.put(sales).forEach(error -> assertNull(error));
      assertEquals(3, kinesis.stored().size());
      assertArrayEquals(sales.get(0).data(), kinesis.stored().get(0));
      assertTrue(kinesis.contentTypes().stream().allMatch(type -> type.contains("x-amz-json")));
    }
  }

  @Test
  void failedRecordsAreToldByTheirErrorCode() throws PutFault {
    kinesis.failEvery(2);
    try (KinesisStream stream = KinesisStream.open(kinesis.address())) {
      List<String> errors = stream.put(sales(3));
      assertNull(errors.get(0));
      assertEquals("ProvisionedThroughputExceededException", errors.get(1));
      assertNull(errors.get(2));
    }
  }

  @Test
  void aMissingStreamAndWrongCredentialsAreOneSentenceEach() {
    kinesis.failWith(400, "ResourceNotFoundException");
    assertEquals("There is no stream pos-events at " + kinesis.endpoint() + ".", refusal());
    kinesis.failWith(400, "UnrecognizedClientException");
    assertEquals(
        "The credentials may not write to pos-events at "
            + kinesis.endpoint()
            + " (UnrecognizedClientException).",
        refusal());
  }

  @Test
  void anEndpointThatIsDownIsOneSentence() {
    URI nobody = kinesis.endpoint();
    kinesis.close();
    KinesisAddress address = new KinesisAddress("pos-events", "us-east-1", nobody);
    assertEquals(
        "Nothing answers at " + nobody + "; is the stream up?",
        assertThrows(SendFailed.class, () -> KinesisStream.open(address).close()).getMessage());
  }

  @Test
  void throttlingStoresNothingAndAServerErrorLeavesItOpen() {
    try (KinesisStream stream = KinesisStream.open(kinesis.address())) {
      kinesis.failWith(400, "ProvisionedThroughputExceededException");
      assertEquals(
          PutFault.Kind.RETRY, assertThrows(PutFault.class, () -> stream.put(sales(1))).kind());
      kinesis.failWith(500, "InternalFailure");
      assertEquals(
          PutFault.Kind.UNCERTAIN, assertThrows(PutFault.class, () -> stream.put(sales(1))).kind());
      kinesis.failWith(400, "ValidationException");
      assertEquals(
          PutFault.Kind.FATAL, assertThrows(PutFault.class, () -> stream.put(sales(1))).kind());
    }
  }
}
