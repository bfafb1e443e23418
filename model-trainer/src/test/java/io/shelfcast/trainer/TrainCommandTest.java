package io.shelfcast.trainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shelfcast.event.ArchivedEvent;
import io.shelfcast.lake.Lake;
import io.shelfcast.model.ModelBundle;
import io.shelfcast.trainer.series.Archive;
import io.shelfcast.trainer.serve.BundlePredictor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainCommandTest extends CalledByHand {
  private static final int DAY = 19_000;
  private static final int DAYS = 50;

  @TempDir Path folder;

  @BeforeEach
  void fill() {
    Lake lake = Lake.open(folder.resolve("lake"));
    Map<Integer, List<ArchivedEvent>> byDay =
        Archive.shops(1, 6, DAY, DAYS, 1).events().stream()
            .collect(
                Collectors.groupingBy(
                    ArchivedEvent::businessDay, TreeMap::new, Collectors.toList()));
    byDay.forEach((day, events) -> lake.writeBackfill("test", day, events));
  }

  private int train(String... args) {
    return run(
        Stream.of(Stream.of("train"), Stream.of(args), Stream.of("--zone", Archive.ZONE.getId()))
            .flatMap(each -> each)
            .toArray(String[]::new));
  }

  private String lake() {
    return folder.resolve("lake").toString();
  }

  private JsonNode json(Path file) throws IOException {
    return new ObjectMapper().readTree(Files.readAllBytes(file));
  }

  private String date(int day) {
    return LocalDate.ofEpochDay(day).toString();
  }

  @Test
  void theFirstBundleIsPublishedWithItsDecisionAndTheNextMustWaitForDaysNeitherSaw()
      throws Exception {
    assertEquals(0, train("--lake", lake()));
    Path bundle = folder.resolve("lake/models/0000001");
    assertEquals(1, BundlePredictor.read(bundle).sequence());
    JsonNode decision = json(bundle.resolve("decision.json"));
    assertTrue(decision.get("published").asBoolean());
    assertEquals(1, decision.get("sequence").asInt());
    assertEquals("manifest-0000000001", decision.get("lakeSnapshot").asText());
    assertEquals(date(DAY + DAYS - 1), decision.get("lastDay").asText());
    assertTrue(
        decision.get("challenger").get("score").asDouble()
            < decision.get("seasonalNaive").get("score").asDouble());
    assertTrue(decision.get("champion").isNull());

    assertEquals(0, train("--lake", lake()));
    assertFalse(Files.exists(folder.resolve("lake/models/0000002")));
    try (Stream<Path> kept = Files.list(folder.resolve("lake/models/decisions"))) {
      JsonNode second = json(kept.findFirst().orElseThrow());
      assertFalse(second.get("published").asBoolean());
      assertTrue(second.get("reason").asText().contains("a contest needs 7 days"));
      assertTrue(second.get("challenger").isNull());
    }
  }

  @Test
  void aChampionIsJudgedOnDaysAfterItsOwn() throws Exception {
    assertEquals(0, train("--lake", lake(), "--as-of", date(DAY + 40), "--force"));
    ModelBundle champion = bundle(1);
    assertEquals(DAY + 40, champion.manifest().training().throughDay());
    assertEquals(0, train("--lake", lake(), "--force"));
    JsonNode decision = json(folder.resolve("lake/models/0000002/decision.json"));
    assertEquals(1, decision.get("champion").get("sequence").asInt());
    assertEquals(
        decision.get("champion").get("forecasts").asInt(),
        decision.get("challenger").get("forecasts").asInt());
    assertEquals(date(DAY + 42), decision.get("contest").get("knownThrough").asText());
  }

  private ModelBundle bundle(int sequence) throws Exception {
    Path bundle = folder.resolve("lake/models").resolve(String.format("%07d", sequence));
    return ModelBundle.read(bundle);
  }

  @Test
  void aBundleThatIsNotCompleteIsNoChampionAndItsNumberIsNotReused() throws Exception {
    Path broken = Files.createDirectories(folder.resolve("lake/models/0000004"));
    Files.writeString(broken.resolve("decision.json"), "{}");
    assertEquals(0, train("--lake", lake()));
    assertEquals(5, bundle(5).sequence());
  }

  @Test
  void anEmptyLakeIsSaidInOneSentence() {
    assertEquals(1, train("--lake", folder.resolve("nothing").toString()));
    assertEquals("train: the lake holds no events\n", errors.toString());
  }

  @Test
  void withoutLakeAndWithoutSageMakerTheOptionIsNamed() {
    assertEquals(1, train("--ml-root", folder.resolve("ml").toString()));
    assertEquals("train: name the lake with --lake\n", errors.toString());
  }

  private Path sageMaker(String hyperparameters) throws IOException {
    Path root = folder.resolve("ml");
    Path config = Files.createDirectories(root.resolve("input/config"));
    Files.writeString(config.resolve("hyperparameters.json"), hyperparameters);
    return root;
  }

  @Test
  void sageMakerFindsTheModelInItsFolderAndNothingIsWrittenToTheChannel() throws Exception {
    Lake.open(folder.resolve("lake")).refresh();
    Path root =
        sageMaker("{\"zone\":\"Europe/Rome\",\"seed\":\"3\",\"sagemaker_region\":\"us-east-1\"}");
    Files.createDirectories(root.resolve("input/data"));
    Files.createSymbolicLink(root.resolve("input/data/lake"), folder.resolve("lake"));
    assertEquals(0, train("--ml-root", root.toString()), errors.toString());
    assertEquals(1, BundlePredictor.read(root.resolve("model")).sequence());
    assertTrue(json(root.resolve("model/decision.json")).get("published").asBoolean());
    assertFalse(Files.exists(folder.resolve("lake/models")));
  }

  @Test
  void sageMakerPublishesIntoTheLakeItIsGiven() throws Exception {
    Path root = sageMaker("{\"zone\":\"Europe/Rome\",\"lake\":\"" + lake() + "\"}");
    assertEquals(0, train("--ml-root", root.toString()), errors.toString());
    assertEquals(1, BundlePredictor.read(root.resolve("model")).sequence());
    assertEquals(1, bundle(1).sequence());
  }

  @Test
  void sageMakerIsToldWhyATrainingFailed() throws Exception {
    Path root = sageMaker("{\"lake\":\"x\",\"sead\":\"3\",\"as-of\":\"yesterday\"}");
    assertEquals(1, train("--ml-root", root.toString()));
    assertEquals(
        "hyperparameters: sead is not known; as-of is not a date: yesterday",
        Files.readString(root.resolve("output/failure")));
  }
}
