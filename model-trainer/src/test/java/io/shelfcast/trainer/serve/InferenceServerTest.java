package io.shelfcast.trainer.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.shelfcast.trainer.EndpointClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InferenceServerTest {
  private final HttpClient client = HttpClient.newHttpClient();
  private InferenceServer server;

  /** The sum of a row's two features; a missing one counts 100. */
  private static final class Sum implements RowPredictor {
    @Override
    public int featureCount() {
      return 2;
    }

    @Override
    public float[] predict(float[] rows, int rowCount) {
      float[] sums = new float[rowCount];
      for (int i = 0; i < 2 * rowCount; i++) {
        sums[i / 2] += Float.isNaN(rows[i]) ? 100 : rows[i];
      }
      return sums;
    }
  }

  @BeforeEach
  void start() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    server = InferenceServer.start(new Sum(), new InetSocketAddress(loopback, 0));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
  }

  private HttpResponse<String> invoke(String type, String body) throws Exception {
    HttpRequest request =
        to("/invocations")
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void pingSaysItIsReady() throws Exception {
    HttpResponse<String> answer =
        client.send(to("/ping").build(), HttpResponse.BodyHandlers.ofString());
    assertEquals(200, answer.statusCode());
  }

  @Test
  void rowsInJsonAreAnsweredInJson() throws Exception {
    String body = "{\"instances\":[{\"features\":[1.5,2]},[null,3]]}";
    HttpResponse<String> answer = invoke("application/json", body);
    assertEquals(200, answer.statusCode());
    assertEquals("{\"predictions\":[{\"score\":3.5},{\"score\":103.0}]}", answer.body());
  }

  @Test
  void rowsInCsvAreAnsweredInCsv() throws Exception {
    HttpResponse<String> answer = invoke("text/csv; charset=utf-8", "1,2\n,4\r\n-1,NaN\n");
    assertEquals(200, answer.statusCode());
    assertEquals("3.0\n104.0\n99.0\n", answer.body());
  }

  @Test
  void rowsThatAreNotRowsAreRefusedInOneSentence() throws Exception {
    String[] bodies = {
      "",
      "not json",
      "{}",
      "{\"instances\":[]}",
      "{\"instances\":[[1]]}",
      "{\"instances\":[{\"wrong\":[1,2]}]}",
      "{\"instances\":[[1,\"x\"]]}",
      "{\"instances\":[[1,true]]}",
      "{\"instances\":[[1,1e99]]}",
      "{\"instances\":[[1,{\"a\":1}]]}"
    };
    for (String body : bodies) {
      HttpResponse<String> answer = invoke("application/json", body);
      assertEquals(400, answer.statusCode(), body);
      assertTrue(answer.body().startsWith("{\"error\":\""), answer.body());
    }
    assertEquals(400, invoke("text/csv", "").statusCode());
    assertEquals(400, invoke("text/csv", "1,2,3").statusCode());
  }

  @Test
  void theClientOfSageMakerIsAnsweredWhateverItCallsTheEndpoint() {
    String address = "http://127.0.0.1:" + server.port();
    assertEquals("3.0\n7.0\n", EndpointClient.invoke(address, "1,2\n3,4\n"));
  }

  @Test
  void otherPathsAreNotFound() throws Exception {
    HttpRequest request = to("/endpoints/demand").POST(HttpRequest.BodyPublishers.noBody()).build();
    assertEquals(404, client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode());
  }

  @Test
  void otherFormsAndMethodsAreRefused() throws Exception {
    assertEquals(415, invoke("application/x-npy", "?").statusCode());
    HttpRequest get = to("/invocations").build();
    assertEquals(405, client.send(get, HttpResponse.BodyHandlers.ofString()).statusCode());
  }

  @Test
  void aBodyBeyondTheLimitIsRefused() throws Exception {
    String body = " ".repeat(InferenceServer.LARGEST_BODY + 1);
    assertEquals(413, invoke("text/csv", body).statusCode());
  }
}
