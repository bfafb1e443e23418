package io.shelfcast.producer.send;

import io.shelfcast.producer.timeline.SendFailed;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.KinesisClientBuilder;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResultEntry;
import software.amazon.awssdk.services.kinesis.model.StreamStatus;

/** A Kinesis stream, called synchronously. */
final class KinesisStream implements StreamPort {
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(20);
  private static final Duration ACTIVE_WITHIN = Duration.ofSeconds(30);
  private static final String LOCAL = "local";

  private final KinesisAddress address;
  private final KinesisClient client;

  private KinesisStream(KinesisAddress address, KinesisClient client) {
    this.address = address;
    this.client = client;
  }

  /**
   * Connects and waits until the stream can be written.
   *
   * @throws SendFailed in one sentence: endpoint down, no such stream, wrong credentials
   */
  static KinesisStream open(KinesisAddress address) {
    KinesisStream stream = new KinesisStream(address, client(address));
    try {
      stream.awaitActive();
      return stream;
    } catch (SdkException e) {
      stream.close();
      throw new SendFailed(KinesisFaults.of(e, address).getMessage(), e);
    }
  }

  private static KinesisClient client(KinesisAddress address) {
    // Else the JDK puts records twice without a word where a kept-alive connection has gone stale.
    System.setProperty("sun.net.http.retryPost", "false");
    KinesisClientBuilder builder =
        KinesisClient.builder()
            .region(Region.of(address.region()))
            .httpClient(UrlConnectionHttpClient.builder().socketTimeout(ANSWER_WITHIN).build())
            // Tries are counted here, so that the ledger knows what may stand twice.
            .overrideConfiguration(o -> o.retryStrategy(r -> r.maxAttempts(1)));
    if (address.endpoint() != null) {
      // The usual emulator reads only the JSON protocol; the real service reads both.
      System.setProperty("aws.cborEnabled", "false");
      builder.endpointOverride(address.endpoint());
    }
    if (address.isLocal()) {
      builder.credentialsProvider(
          StaticCredentialsProvider.create(AwsBasicCredentials.create(LOCAL, LOCAL)));
    }
    return builder.build();
  }

  private void awaitActive() {
    long deadline = System.nanoTime() + ACTIVE_WITHIN.toNanos();
    StreamStatus status = status();
    while (status == StreamStatus.CREATING && System.nanoTime() < deadline) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
      status = status();
    }
    if (status != StreamStatus.ACTIVE && status != StreamStatus.UPDATING) {
      throw new SendFailed(
          "The stream %s at %s is %s and takes no records."
              .formatted(address.stream(), address.where(), status),
          null);
    }
  }

  private StreamStatus status() {
    return client
        .describeStreamSummary(b -> b.streamName(address.stream()))
        .streamDescriptionSummary()
        .streamStatus();
  }

  @Override
  public List<String> put(List<StreamRecord> records) throws PutFault {
    List<PutRecordsRequestEntry> entries =
        records.stream()
            .map(
                record ->
                    PutRecordsRequestEntry.builder()
                        .partitionKey(record.key())
                        .data(SdkBytes.fromByteArrayUnsafe(record.data()))
                        .build())
            .toList();
    try {
      PutRecordsResponse response =
          client.putRecords(b -> b.streamName(address.stream()).records(entries));
      return response.records().stream().map(PutRecordsResultEntry::errorCode).toList();
    } catch (SdkException e) {
      throw KinesisFaults.of(e, address);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
