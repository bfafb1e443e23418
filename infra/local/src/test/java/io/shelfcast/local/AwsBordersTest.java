package io.shelfcast.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which packages of what runs in production may see classes of the AWS SDK. */
class AwsBordersTest {
  private static final Set<String> ALLOWED =
      Set.of("io.shelfcast.lake.s3", "io.shelfcast.job.aws", "io.shelfcast.producer.send");

  @Test
  void onlyTheNamedPackagesSeeTheSdkOfAws() throws IOException {
    Set<String> seeing = new TreeSet<>();
    for (String module : Set.of("core", "lake", "stream-job", "producer", "model-trainer")) {
      seeing.addAll(seeingAws(Path.of("../..").resolve(module).resolve("src")));
    }
    assertEquals(new TreeSet<>(ALLOWED), seeing);
  }

  private static Set<String> seeingAws(Path sources) throws IOException {
    try (Stream<Path> files = Files.walk(sources)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.startsWith(sources.resolve("test")))
          .map(AwsBordersTest::text)
          .filter(text -> text.contains("import software.amazon.awssdk."))
          .map(text -> text.substring("package ".length(), text.indexOf(';')))
          .collect(Collectors.toSet());
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
