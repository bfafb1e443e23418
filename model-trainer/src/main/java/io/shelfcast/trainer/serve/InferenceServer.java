package io.shelfcast.trainer.serve;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/**
 * SageMaker's inference contract over a model bundle: {@code GET /ping} and {@code POST
 * /invocations}, which takes rows of features and answers in the form it was asked in. Answers
 * {@code POST /endpoints/NAME/invocations} too, which is what a caller of SageMaker sends.
 */
public final class InferenceServer implements AutoCloseable {
  /** Largest body taken: SageMaker's own limit for real-time endpoints, in bytes. */
  static final int LARGEST_BODY = 6 << 20;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String JSON_TYPE = "application/json";
  private static final String CSV_TYPE = "text/csv";
  private static final Pattern ENDPOINT = Pattern.compile("/endpoints/[^/]+/invocations");

  private final RowPredictor predictor;
  private final HttpServer server;
  private final ExecutorService workers;

  private record Answer(int status, String type, String body) {
    static Answer error(int status, String sentence) throws IOException {
      return new Answer(status, JSON_TYPE, JSON.writeValueAsString(Map.of("error", sentence)));
    }
  }

  @FunctionalInterface
  private interface Respondent {
    Answer answer(HttpExchange exchange) throws IOException;
  }

  private InferenceServer(RowPredictor predictor, HttpServer server) {
    this.predictor = predictor;
    this.server = server;
    this.workers = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    server.setExecutor(workers);
    server.createContext("/ping", exchange -> respond(exchange, "GET", e -> ready()));
    server.createContext("/invocations", exchange -> respond(exchange, "POST", this::invoked));
    server.createContext("/endpoints", exchange -> respond(exchange, "POST", this::ofEndpoint));
  }

  /**
   * Starts to serve.
   *
   * @throws IOException if the address is taken or not ours
   */
  public static InferenceServer start(RowPredictor predictor, InetSocketAddress address)
      throws IOException {
    InferenceServer serving = new InferenceServer(predictor, HttpServer.create(address, 0));
    serving.server.start();
    return serving;
  }

  /** The port it listens on. */
  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    workers.shutdown();
  }

  private static Answer ready() {
    return new Answer(200, JSON_TYPE, "{}");
  }

  /** As SageMaker's runtime would, so that its client can be pointed here. */
  private Answer ofEndpoint(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    return ENDPOINT.matcher(path).matches()
        ? invoked(exchange)
        : Answer.error(404, "There is nothing at " + path + ".");
  }

  private Answer invoked(HttpExchange exchange) throws IOException {
    byte[] body;
    try (InputStream in = exchange.getRequestBody()) {
      body = in.readNBytes(LARGEST_BODY + 1);
    }
    if (body.length > LARGEST_BODY) {
      return Answer.error(413, "The body is larger than " + LARGEST_BODY + " bytes.");
    }
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    boolean csv = type != null && type.startsWith(CSV_TYPE);
    if (!csv && type != null && !type.startsWith(JSON_TYPE)) {
      return Answer.error(415, "Send " + JSON_TYPE + " or " + CSV_TYPE + ", not " + type + ".");
    }
    try {
      int features = predictor.featureCount();
      FeatureRows rows =
          csv ? FeatureRows.ofCsv(body, features) : FeatureRows.ofJson(body, features);
      float[] predictions = predictor.predict(rows.values(), rows.count());
      return csv ? csvAnswer(predictions) : jsonAnswer(predictions);
    } catch (FeatureRows.BadRows e) {
      return Answer.error(400, e.getMessage());
    }
  }

  private static Answer csvAnswer(float[] predictions) {
    StringBuilder lines = new StringBuilder();
    for (float p : predictions) {
      lines.append(p).append('\n');
    }
    return new Answer(200, CSV_TYPE, lines.toString());
  }

  private static Answer jsonAnswer(float[] predictions) throws IOException {
    List<Map<String, Float>> scores = new ArrayList<>();
    for (float p : predictions) {
      scores.add(Map.of("score", p));
    }
    return new Answer(200, JSON_TYPE, JSON.writeValueAsString(Map.of("predictions", scores)));
  }

  private static void respond(HttpExchange exchange, String method, Respondent respondent)
      throws IOException {
    try (exchange) {
      Answer answer =
          exchange.getRequestMethod().equals(method)
              ? respondent.answer(exchange)
              : Answer.error(405, "Use " + method + " here.");
      byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", answer.type());
      exchange.sendResponseHeaders(answer.status(), bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }
}
