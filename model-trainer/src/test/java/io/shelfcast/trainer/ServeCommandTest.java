package io.shelfcast.trainer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ServeCommandTest {
  @TempDir Path folder;

  private String errorOf(String... args) {
    StringWriter errors = new StringWriter();
    CommandLine line = TrainerMain.commandLine();
    line.setErr(new PrintWriter(errors));
    assertEquals(1, line.execute(args));
    return errors.toString();
  }

  @Test
  void aFolderWithoutBundleIsNamed() {
    assertEquals(
        "serve: NoSuchFile: " + folder.resolve("manifest.json") + "\n",
        errorOf("serve", "--bundle", folder.toString()));
  }

  @Test
  void aBundleThatIsNoneIsRefusedInOneSentence() throws Exception {
    Files.writeString(folder.resolve("manifest.json"), "");
    Files.writeString(folder.resolve("model.ubj"), "");
    String error = errorOf("serve", "--bundle", folder.toString());
    assertEquals(1, error.lines().count(), error);
  }
}
