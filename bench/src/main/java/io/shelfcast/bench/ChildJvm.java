package io.shelfcast.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.shelfcast.local.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A measurement in a JVM of its own, so that rounds do not warm each other up and memory is that of
 * what is measured. It writes its result, as JSON, to the file that is its last argument.
 */
public final class ChildJvm {
  private final Class<?> main;
  private final String heap;
  private final List<String> switches;

  /**
   * @param heap as in -Xmx
   * @param switches further ones of the JVM
   */
  public ChildJvm(Class<?> main, String heap, String... switches) {
    this.main = main;
    this.heap = heap;
    this.switches = List.of(switches);
  }

  /**
   * Runs it to its end.
   *
   * @throws Problem if it fails; what it had to say stands on the console
   */
  public <T> T run(Class<T> result, String... arguments) throws IOException, InterruptedException {
    Path file = Files.createTempFile("shelfcast-bench", ".json");
    try {
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.add("@" + Path.of(System.getProperty("shelfcast.home"), "infra/local/jvm.options"));
      command.add("-Xmx" + heap);
      command.addAll(switches);
      command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
      command.addAll(List.of(arguments));
      command.add(file.toString());
      int code =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.INHERIT)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start()
              .waitFor();
      if (code != 0) {
        throw new Problem(main.getSimpleName() + " ended with exit code " + code + ".");
      }
      return new ObjectMapper().readValue(file.toFile(), result);
    } finally {
      Files.delete(file);
    }
  }

  /** Writes the result of this JVM, if it is one of these. */
  public static void tell(Object result, String file) throws IOException {
    new ObjectMapper().writeValue(Path.of(file).toFile(), result);
  }
}
