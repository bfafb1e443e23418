package io.shelfcast.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SizesTest {
  @TempDir Path folder;

  @Test
  void theFileInTheSourcesIsComplete() {
    assertEquals("shelfcast", Synthesised.SIZES.name());
    assertEquals(0.625, Synthesised.SIZES.prices().tableMillionWriteUnits());
  }

  @Test
  void aNameThatMeansNothingIsRefused() throws IOException {
    assertTrue(
        refusal("\"parallelism\": 2", "\"parallelism\": 2, \"paralelism\": 3")
            .contains("paralelism"));
  }

  @Test
  void aNameTooLongForSageMakerIsRefused() throws IOException {
    assertTrue(refusal("\"shelfcast\"", "\"shelfcast-in-test\"").contains("name must be"));
  }

  @Test
  void aMissingSizeIsRefused() throws IOException {
    assertTrue(refusal("\"kpuHour\": 0.11,", "").contains("kpuHour"));
  }

  @Test
  void aMissingFileIsNamed() {
    Path missing = folder.resolve("none.json");
    Problem problem = assertThrows(Problem.class, () -> Sizes.read(missing));
    assertTrue(problem.getMessage().startsWith(missing + " cannot be read"));
  }

  private String refusal(String from, String to) throws IOException {
    String sizes = Files.readString(Synthesised.MODULE.resolve("sizes.json"));
    assertTrue(sizes.contains(from));
    Path file = Files.writeString(folder.resolve("sizes.json"), sizes.replace(from, to));
    return assertThrows(Problem.class, () -> Sizes.read(file)).getMessage();
  }
}
