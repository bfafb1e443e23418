package io.shelfcast.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A running Flink cluster seen through its own REST interface, the one behind the dashboard. */
public final class FlinkRest {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String address;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

  /** The cluster does not answer, or not with what was asked for. */
  public static final class NoAnswer extends Exception {
    NoAnswer(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /** A job as the cluster lists it; state as in Flink's JobStatus. */
  public record Job(String id, String name, String state) {
    boolean isRunning() {
      return "RUNNING".equals(state);
    }
  }

  /**
   * @param address of the interface, as in http://127.0.0.1:8081
   */
  public FlinkRest(String address) {
    this.address = address;
  }

  /** The one job that a cluster of ours runs; absent while it is being submitted. */
  public Optional<Job> job() throws NoAnswer {
    JsonNode jobs = get("/jobs/overview").path("jobs");
    if (jobs.isEmpty()) {
      return Optional.empty();
    }
    JsonNode job = jobs.get(0);
    return Optional.of(
        new Job(job.path("jid").asText(), job.path("name").asText(), job.path("state").asText()));
  }

  /** Whether the job has tasks and every one of them runs. */
  public boolean allTasksRun(Job job) throws NoAnswer {
    List<JsonNode> vertices = vertices(job);
    return !vertices.isEmpty()
        && vertices.stream().allMatch(v -> "RUNNING".equals(v.path("status").asText()));
  }

  /** The tasks of the job, as Flink describes them: id, name, status, metrics. */
  List<JsonNode> vertices(Job job) throws NoAnswer {
    return JSON.convertValue(
        get("/jobs/" + job.id()).path("vertices"),
        JSON.getTypeFactory().constructCollectionType(List.class, JsonNode.class));
  }

  /** Number of checkpoints completed since the job was started on this cluster. */
  public long completedCheckpoints(Job job) throws NoAnswer {
    return get("/jobs/" + job.id() + "/checkpoints").path("counts").path("completed").asLong();
  }

  /** Asks for a checkpoint, beside those that are due. */
  public void triggerCheckpoint(Job job) throws NoAnswer {
    post("/jobs/" + job.id() + "/checkpoints", Map.of("checkpointType", "CONFIGURED"));
  }

  /** Whole-numbered accumulators, by name. */
  Map<String, Long> accumulators(Job job) throws NoAnswer {
    Map<String, Long> values = new HashMap<>();
    for (JsonNode a : get("/jobs/" + job.id() + "/accumulators").path("user-task-accumulators")) {
      values.put(a.path("name").asText(), a.path("value").asLong());
    }
    return values;
  }

  /**
   * Lets the job finish what it has read, write everything that is held back, and end.
   *
   * @param savepoints folder for the last savepoint
   * @return a ticket for {@link #savepoint}
   */
  String stopWithDrain(Job job, Path savepoints) throws NoAnswer {
    Map<String, Object> body = Map.of("drain", true, "targetDirectory", "" + savepoints.toUri());
    return post("/jobs/" + job.id() + "/stop", body).path("request-id").asText();
  }

  /**
   * Where the savepoint of a stop is; empty while it is being written.
   *
   * @throws NoAnswer if it failed, with the cause
   */
  Optional<String> savepoint(Job job, String ticket) throws NoAnswer {
    JsonNode answer = get("/jobs/" + job.id() + "/savepoints/" + ticket);
    if (!"COMPLETED".equals(answer.path("status").path("id").asText())) {
      return Optional.empty();
    }
    JsonNode operation = answer.path("operation");
    if (operation.has("failure-cause")) {
      throw new NoAnswer(operation.path("failure-cause").path("class").asText(), null);
    }
    return Optional.of(operation.path("location").asText());
  }

  /**
   * What the interface says at a path.
   *
   * @throws NoAnswer if it says nothing
   */
  public JsonNode get(String path) throws NoAnswer {
    return send(request(path).GET().build());
  }

  private JsonNode post(String path, Map<String, Object> body) throws NoAnswer {
    String json = JSON.valueToTree(body).toString();
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json))
            .build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address + path)).timeout(TIMEOUT);
  }

  private JsonNode send(HttpRequest request) throws NoAnswer {
    try {
      HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
      if (response.statusCode() >= 300) {
        throw new NoAnswer(request.uri() + " answers " + response.statusCode(), null);
      }
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new NoAnswer(request.uri() + " does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NoAnswer("interrupted while asking " + request.uri(), e);
    }
  }
}
