package io.shelfcast.producer.send;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** A Kinesis endpoint on loopback that speaks the JSON protocol and keeps what it is given. */
public final class FakeKinesis implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final List<byte[]> stored = new ArrayList<>();
  private final List<String> contentTypes = new ArrayList<>();
  private String errorCode;
  private int errorStatus;
  private int failEvery = Integer.MAX_VALUE;
  private int seen;

  public FakeKinesis() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  /** The address of a stream here. */
  public KinesisAddress address() {
    return new KinesisAddress("pos-events", "us-east-1", endpoint());
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Answers every call with an error from now on. */
  public synchronized void failWith(int status, String code) {
    errorStatus = status;
    errorCode = code;
  }

  /** Fails each n-th record from now on. */
  public synchronized void failEvery(int n) {
    failEvery = n;
  }

  /** The records, as they stand on the stream. */
  public synchronized List<byte[]> stored() {
    return List.copyOf(stored);
  }

  synchronized List<String> contentTypes() {
    return List.copyOf(contentTypes);
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    contentTypes.add(exchange.getRequestHeaders().getFirst("Content-Type"));
    byte[] request = exchange.getRequestBody().readAllBytes();
    String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    ObjectNode body;
    if (errorCode != null) {
      body = JSON.createObjectNode().put("__type", errorCode).put("message", "because");
    } else if (target.endsWith(".PutRecords")) {
      body = put(JSON.readTree(request).get("Records"));
    } else {
      body = JSON.createObjectNode();
      body.putObject("StreamDescriptionSummary").put("StreamStatus", "ACTIVE");
    }
    byte[] answer = JSON.writeValueAsBytes(body);
    exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.1");
    exchange.sendResponseHeaders(errorCode == null ? 200 : errorStatus, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  private ObjectNode put(JsonNode records) throws IOException {
    ObjectNode body = JSON.createObjectNode();
    ArrayNode results = body.putArray("Records");
    int failed = 0;
    for (JsonNode record : records) {
      seen++;
      if (seen % failEvery == 0) {
        failed++;
        results.addObject().put("ErrorCode", "ProvisionedThroughputExceededException");
      } else {
        stored.add(record.get("Data").binaryValue());
        results.addObject().put("SequenceNumber", "" + seen).put("ShardId", "shard-0");
      }
    }
    return body.put("FailedRecordCount", failed);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
