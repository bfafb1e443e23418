package io.shelfcast.trainer.sagemaker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MlRootTest {
  @TempDir Path folder;

  private void start(String hyperparameters) throws IOException {
    Path config = Files.createDirectories(folder.resolve("input/config"));
    Files.writeString(config.resolve("hyperparameters.json"), hyperparameters);
  }

  @Test
  void aFolderWithoutHyperparametersIsNoTraining() {
    assertFalse(new MlRoot(folder).isTraining());
  }

  @Test
  void hyperparametersAreTextWhateverTheyWere() throws IOException {
    start("{\"lake\":\"s3://bucket/lake\",\"seed\":7}");
    assertTrue(new MlRoot(folder).isTraining());
    assertEquals(
        Map.of("lake", "s3://bucket/lake", "seed", "7"), new MlRoot(folder).hyperparameters());
  }

  @Test
  void brokenHyperparametersAreNamed() throws IOException {
    start("[1");
    IOException e = assertThrows(IOException.class, () -> new MlRoot(folder).hyperparameters());
    assertTrue(e.getMessage().contains("hyperparameters.json is not a JSON object"));
  }

  @Test
  void aChannelIsThereOnlyIfItsFolderIs() throws IOException {
    Path lake = Files.createDirectories(folder.resolve("input/data/lake"));
    assertEquals(lake, new MlRoot(folder).channel("lake").orElseThrow());
    assertTrue(new MlRoot(folder).channel("other").isEmpty());
  }

  @Test
  void failureStandsWhereTheConsoleLooks() throws IOException {
    new MlRoot(folder).fail("the lake is empty");
    assertEquals("the lake is empty", Files.readString(folder.resolve("output/failure")));
  }
}
