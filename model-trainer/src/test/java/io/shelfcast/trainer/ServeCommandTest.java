package io.shelfcast.trainer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServeCommandTest extends CalledByHand {
  @TempDir Path folder;

  private String errorOf(String... args) {
    assertEquals(1, run(args));
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
