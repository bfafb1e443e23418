package io.shelfcast.trainer.sagemaker;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The folders SageMaker gives a training container: {@code input/config/hyperparameters.json},
 * {@code input/data/<channel>}, {@code model}, and {@code output/failure}, whose first words the
 * console shows when a training fails.
 */
public final class MlRoot {
  /** Where SageMaker mounts them. */
  public static final Path STANDARD = Path.of("/opt/ml");

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path root;

  public MlRoot(Path root) {
    this.root = root;
  }

  /** Whether a training was started here by SageMaker. */
  public boolean isTraining() {
    return Files.isRegularFile(hyperparametersFile());
  }

  /**
   * What the training was started with; all values are text.
   *
   * @throws IOException with one sentence if the file is no flat JSON object
   */
  public Map<String, String> hyperparameters() throws IOException {
    Map<String, Object> values;
    try {
      values =
          JSON.readValue(
              Files.readAllBytes(hyperparametersFile()),
              new TypeReference<Map<String, Object>>() {});
    } catch (com.fasterxml.jackson.core.JacksonException e) {
      throw new IOException(
          hyperparametersFile() + " is not a JSON object: " + e.getOriginalMessage(), e);
    }
    Map<String, String> texts = new TreeMap<>();
    values.forEach((name, value) -> texts.put(name, String.valueOf(value)));
    return texts;
  }

  /** The folder of an input channel, if it was given. */
  public Optional<Path> channel(String name) {
    Path folder = root.resolve("input/data").resolve(name);
    return Files.isDirectory(folder) ? Optional.of(folder) : Optional.empty();
  }

  /** Where the model goes, made if needed; SageMaker packs and uploads what stands there. */
  public Path modelFolder() throws IOException {
    return Files.createDirectories(root.resolve("model"));
  }

  /** Says why the training failed. */
  public void fail(String sentence) throws IOException {
    Path failure = root.resolve("output/failure");
    Files.createDirectories(failure.getParent());
    Files.write(failure, sentence.getBytes(StandardCharsets.UTF_8));
  }

  private Path hyperparametersFile() {
    return root.resolve("input/config/hyperparameters.json");
  }
}
