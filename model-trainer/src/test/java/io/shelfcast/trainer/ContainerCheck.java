package io.shelfcast.trainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.shelfcast.event.ArchivedEvent;
import io.shelfcast.feature.FeatureSchema;
import io.shelfcast.lake.Lake;
import io.shelfcast.trainer.series.Archive;
import io.shelfcast.trainer.serve.BundlePredictor;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The container without Docker: what the recipe copies is started by the recipe's own command, over
 * a folder laid out as SageMaker's {@code /opt/ml}. Runs once the folder to copy is there.
 */
class ContainerCheck {
  private static final Path ROOT = Path.of(System.getProperty("container"));
  private static final Path RECIPE = Path.of("Dockerfile");
  private static final Pattern SERVED = Pattern.compile("bundle (\\d+) is served on (http\\S+)");
  private static final int DAY = 19_000;

  @TempDir private Path ml;

  @Test
  void theRecipeCopiesThatFolderAndEndsAsAnotherUserThanRoot() throws IOException {
    assertEquals(List.of("target/container/ /"), recipe("COPY"));
    assertEquals(List.of("trainer"), recipe("USER"));
    assertTrue(recipe("RUN").get(0).contains("libgomp"));
    assertTrue(Files.isRegularFile(ROOT.resolve(command().get(1))), "the command");
  }

  @Test
  void aTrainingFindsItsParametersAndItsLakeAndLeavesAModelThatIsServed() throws Exception {
    Lake lake = Lake.open(ml.resolve("input/data/lake"));
    Map<Integer, List<ArchivedEvent>> byDay =
        Archive.shops(1, 6, DAY, 50, 1).events().stream()
            .collect(
                Collectors.groupingBy(
                    ArchivedEvent::businessDay, TreeMap::new, Collectors.toList()));
    byDay.forEach((day, events) -> lake.writeBackfill("test", day, events));
    lake.refresh();
    parameters("{\"zone\":\"Europe/Rome\",\"most-rows\":\"3000\",\"force\":\"true\"}");

    Process training = start(Map.of(), "train", "--ml-root", ml.toString());
    String said = new String(training.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, training.waitFor(), said);
    Path model = ml.resolve("model");
    assertTrue(Files.isRegularFile(model.resolve("decision.json")));
    assertFalse(Files.exists(ml.resolve("output/failure")));
    assertServes(model);
  }

  /** What a processing job is given as its arguments. */
  @Test
  void theLakeIsCompactedFromTheSameContainer() throws Exception {
    Path lake = ml.resolve("lake");
    Process compaction =
        start(Map.of(), "compact", "--lake", lake.toUri().toString(), "--grace", "PT1H");
    String said = new String(compaction.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, compaction.waitFor(), said);
    assertEquals("0 files became 0, 0 were deleted.", said.strip());
  }

  @Test
  void aTrainingThatFailsSaysWhyWhereTheConsoleLooks() throws Exception {
    parameters("{\"most-rows\":\"many\"}");
    Process training = start(Map.of(), "train", "--ml-root", ml.toString());
    assertEquals(1, training.waitFor());
    String failure = Files.readString(ml.resolve("output/failure"));
    assertTrue(failure.contains("most-rows"), failure);
  }

  private void assertServes(Path model) throws Exception {
    Process serving =
        start(Map.of("SERVE_HOST", "127.0.0.1"), "serve", "--port=0", "--bundle", model.toString());
    try (BufferedReader said =
        new BufferedReader(
            new InputStreamReader(serving.getInputStream(), StandardCharsets.UTF_8))) {
      String address = address(said);
      assertEquals(200, get(address + "/ping").statusCode());
      float[] row = new float[FeatureSchema.count()];
      Arrays.fill(row, 1.5f);
      String cells = "1.5" + ",1.5".repeat(row.length - 1);
      float expected = BundlePredictor.read(model).predict(row, 1)[0];
      assertEquals(expected + "\n", EndpointClient.invoke(address, cells));
    } finally {
      serving.destroy();
      assertTrue(serving.waitFor(30, TimeUnit.SECONDS));
    }
  }

  /** Where the server says that it is; it says no more after that. */
  private static String address(BufferedReader said) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      Matcher served = SERVED.matcher(line);
      if (served.find()) {
        return served.group(2);
      }
      lines.append(line).append('\n');
    }
    return fail(lines.toString());
  }

  private static HttpResponse<Void> get(String address) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(address)).build(),
            HttpResponse.BodyHandlers.discarding());
  }

  private void parameters(String json) throws IOException {
    Path config = Files.createDirectories(ml.resolve("input/config"));
    Files.writeString(config.resolve("hyperparameters.json"), json);
  }

  private static Process start(Map<String, String> environment, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(command());
    command.set(1, ROOT.resolve(command.get(1)).toString());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().putAll(environment);
    return builder.start();
  }

  /** The recipe's command, its file by the path below the root. */
  private static List<String> command() throws IOException {
    String[] words = recipe("ENTRYPOINT").get(0).replaceAll("[\\[\\]\",]", " ").strip().split(" +");
    assertEquals(2, words.length, Arrays.toString(words));
    return List.of(words[0], words[1].substring(1));
  }

  private static List<String> recipe(String instruction) throws IOException {
    return Files.readAllLines(RECIPE).stream()
        .filter(line -> line.startsWith(instruction + " "))
        .map(line -> line.substring(instruction.length() + 1))
        .collect(Collectors.toList());
  }
}
